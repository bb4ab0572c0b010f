import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";

/** A number that opens the list behind it, which leads back to the dashboard as it was. */
export function FigureLink(props: { to: string; label?: string; children: ReactNode }) {
  const { search } = useLocation();
  return (
    <Link to={props.to} state={{ dashboard: search }} aria-label={props.label}>
      {props.children}
    </Link>
  );
}
