import type { ReactNode } from "react";
import { useEffect } from "react";

/** The one h1 of a page, its hint and its buttons; also names the browser's tab. */
export function PageHead(props: { title: string; hint?: ReactNode; tags?: ReactNode; actions?: ReactNode }) {
  useEffect(() => {
    document.title = props.title;
  }, [props.title]);
  return (
    <div className="xx-pagehead">
      <div>
        <div className="xx-pagehead-title">
          <h1>{props.title}</h1>
          {props.tags}
        </div>
        {props.hint ? <p>{props.hint}</p> : null}
      </div>
      {props.actions ? <div className="xx-pagehead-actions xx-no-print">{props.actions}</div> : null}
    </div>
  );
}
