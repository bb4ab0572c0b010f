import { InboxOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";

/** What stands where a list is empty: what that means and what to do next. */
export function EmptyHint(props: { icon?: ReactNode; title: string; hint?: ReactNode; action?: ReactNode }) {
  return (
    <div className="xx-empty">
      {props.icon ?? <InboxOutlined aria-hidden />}
      <strong>{props.title}</strong>
      {props.hint ? <span>{props.hint}</span> : null}
      {props.action}
    </div>
  );
}
