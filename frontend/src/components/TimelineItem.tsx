import type { ReactNode } from "react";
import { DateTimeText } from "./DateText";

/** One entry of a history, inside `<ol className="xx-timeline">`. */
export function TimelineItem(props: {
  at: string;
  title: ReactNode;
  who?: ReactNode;
  tone?: "good" | "bad" | "warn";
  children?: ReactNode;
}) {
  return (
    <li className="xx-timeline-item" data-tone={props.tone}>
      <div className="xx-timeline-head">
        <strong>{props.title}</strong>
        {props.who ? <span>{props.who}</span> : null}
        <span className="xx-timeline-when">
          <DateTimeText at={props.at} />
        </span>
      </div>
      {props.children}
    </li>
  );
}
