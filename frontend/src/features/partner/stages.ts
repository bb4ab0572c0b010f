import type { ProjectStage, ResourceKind } from "@/graphql/gen/graphql";

/** The stages in which a project takes pledges, and in which something may be delivered to it; the server decides. */
export const takesPledges = (stage: ProjectStage) =>
  stage === "PROPOSED" || stage === "AGREED" || stage === "UNDER_WAY";
export const takesDeliveries = (stage: ProjectStage) =>
  stage === "AGREED" || stage === "UNDER_WAY" || stage === "ACCEPTED";

export const tones: Record<ProjectStage, string> = {
  PROPOSED: "info",
  AGREED: "primary",
  UNDER_WAY: "soon",
  ACCEPTED: "calm",
  CLOSED: "calm",
  DROPPED: "late",
};

export const kinds: readonly ResourceKind[] = ["LABOUR", "EQUIPMENT", "MONEY", "VEHICLE", "VENUE", "EXPERTISE"];
