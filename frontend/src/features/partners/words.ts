import type { PartnerKind, ResourceKind } from "@/graphql/gen/graphql";

export const partnerKinds: readonly PartnerKind[] = [
  "PARTY",
  "VILLAGE_ENTERPRISE",
  "COMMUNITY_ENTERPRISE",
  "POLICE",
  "MILITARY",
  "SCHOOL",
  "HOSPITAL",
  "SOCIAL",
  "GOVERNMENT",
];
export const resourceKinds: readonly ResourceKind[] = ["VENUE", "VEHICLE", "EQUIPMENT", "LABOUR", "MONEY", "EXPERTISE"];
