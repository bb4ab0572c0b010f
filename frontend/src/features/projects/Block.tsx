import type { ReactNode } from "react";
import { ClauseTag } from "@/components/tags";
import type { ProjectSheetQuery } from "@/graphql/gen/graphql";

export type Sheet = Extract<NonNullable<ProjectSheetQuery["node"]>, { __typename: "Project" }>;

/** A block of the page with its title. */
export function Block({
  id,
  title,
  clause,
  children,
}: {
  id: string;
  title: string;
  clause?: string;
  children: ReactNode;
}) {
  return (
    <section className="xx-card xx-card-pad xx-block" aria-labelledby={`xx-project-${id}`}>
      <h2 className="xx-section-title" id={`xx-project-${id}`}>
        {title} {clause ? <ClauseTag clause={clause} /> : null}
      </h2>
      {children}
    </section>
  );
}
