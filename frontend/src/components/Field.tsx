import { type ReactNode, useId } from "react";
import { ClauseTag } from "./tags";

export interface FieldControl {
  id: string;
  "aria-invalid"?: true;
  "aria-describedby"?: string;
  "aria-required"?: true;
}

/** A labelled control with its hint and its error, tied together for every reader; `children` gets the attributes to spread. */
export function Field(props: {
  label: ReactNode;
  error?: string | undefined;
  clause?: string | undefined;
  hint?: ReactNode;
  required?: boolean;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}) {
  const id = useId();
  const note = `${id}-note`;
  const control: FieldControl = { id };
  if (props.error) control["aria-invalid"] = true;
  if (props.error || props.hint) control["aria-describedby"] = note;
  if (props.required) control["aria-required"] = true;
  return (
    <div className={`xx-field ${props.className ?? ""}`}>
      <label htmlFor={id}>{props.label}</label>
      {props.children(control)}
      {props.error ? (
        <p className="xx-field-error" id={note} role="alert">
          {props.error} {props.clause ? <ClauseTag clause={props.clause} /> : null}
        </p>
      ) : props.hint ? (
        <p className="xx-field-hint" id={note}>
          {props.hint}
        </p>
      ) : null}
    </div>
  );
}
