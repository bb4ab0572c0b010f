import type {
  JobSeekerState,
  Obstacle,
  ReferralState,
  ResidenceKind,
  Sector,
  Situation,
  TalkWay,
  WorkHours,
} from "@/graphql/gen/graphql";

export const situations: readonly Situation[] = [
  "UNEMPLOYED",
  "HARDSHIP",
  "ZERO_EMPLOYMENT_FAMILY",
  "AGED",
  "DISABLED",
  "VETERAN",
  "GRADUATE",
  "MIGRANT",
  "LOW_INCOME",
];
export const residences: readonly ResidenceKind[] = ["LOCAL", "ELSEWHERE"];
export const seekerStates: readonly JobSeekerState[] = ["SEEKING", "EMPLOYED", "LEFT"];
export const obstacles: readonly Obstacle[] = [
  "NIGHT_SHIFT",
  "HEAVY_WORK",
  "STANDING",
  "TRAVEL",
  "FULL_DAY",
  "WEEKEND",
  "READING",
  "COMPUTER",
  "HEIGHT",
];
export const sectors: readonly Sector[] = [
  "COMMERCE",
  "CATERING",
  "HOUSEKEEPING",
  "CARE",
  "LOGISTICS",
  "PROPERTY",
  "PUBLIC_WELFARE",
  "OTHER_SERVICE",
  "INDUSTRY",
  "FARMING",
];
export const workHours: readonly WorkHours[] = ["FULL_TIME", "PART_TIME", "FLEXIBLE", "SHIFTS"];
export const talkWays: readonly TalkWay[] = ["VISIT", "PHONE", "HOME", "ONLINE"];

const tones: Readonly<Record<JobSeekerState | ReferralState, string>> = {
  SEEKING: "primary",
  EMPLOYED: "calm",
  LEFT: "info",
  REFERRED: "info",
  INTERVIEW: "soon",
  HIRED: "calm",
  NOT_HIRED: "late",
  DECLINED: "late",
};
/** The tone of the tag of a state. */
export const stateTone = (state: JobSeekerState | ReferralState): string => tones[state];

/** An amount a month as it is typed. */
export const payForm = /^\d{1,6}(\.\d{1,2})?$/;
