import { createContext, use } from "react";
import type { ViewerQuery } from "@/graphql/gen/graphql";

export type Viewer = NonNullable<ViewerQuery["viewer"]>;

export const ViewerContext = createContext<Viewer | null>(null);

/** Who is signed in. Only for what is drawn behind the sign-in. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error("useViewer before sign-in");
  return viewer;
}

/** The community's IANA time zone, in which every date of the page is shown. */
export function useZone(): string {
  return use(ViewerContext)?.community.timeZone ?? "Asia/Shanghai";
}

/** True for an administrator who has no other role and therefore sees no case. */
export function seesNoCases(viewer: Viewer): boolean {
  return viewer.roles.every((role) => role === "ADMINISTRATOR");
}

/** True for whoever works with residents: all but administrators and the subdistrict's supervisor. */
export function servesResidents(one: Pick<Viewer, "roles">): boolean {
  return one.roles.some((role) => role !== "ADMINISTRATOR" && role !== "SUPERVISOR");
}

/** True for whoever lets the reporting tool in: who keeps the office's records, and who supervises several communities (R). */
export function grantsReports(viewer: Viewer): boolean {
  return viewer.mayEditStaff || viewer.roles.includes("SUPERVISOR");
}

/** True for whoever reads ratings and works supervision matters: leaders, the director, the subdistrict's supervisor. */
export function seesRatings(viewer: Viewer): boolean {
  return viewer.roles.some((role) => role === "LEADER" || role === "DIRECTOR" || role === "SUPERVISOR");
}
