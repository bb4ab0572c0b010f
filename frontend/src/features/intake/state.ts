import type {
  Channel,
  GuideCaseInput,
  OpenCaseInput,
  PromiseCaseInput,
  RefuseCaseInput,
  ReportCaseInput,
  RequestMaterialsInput,
  ResolveOnSpotInput,
  TellWay,
} from "@/graphql/gen/graphql";

/** The ways a contact is disposed of (F4–F7, T2, Q3), and LATER: recorded now, disposed of within the first-contact limit (F8). */
export const ways = ["ON_SPOT", "PROMISE", "REPORT", "GUIDE", "REFUSE", "MATERIALS", "LATER"] as const;
export type Way = (typeof ways)[number];

export const channelsByKey: readonly Channel[] = ["PHONE", "VISIT", "FAX", "LETTER", "WEB", "HOTLINE", "GRID"];
export const tellWays: readonly TellWay[] = ["IN_PERSON", "BY_PHONE", "BY_MESSAGE", "IN_WRITING"];

/** A case that was opened while its disposal is still to be sent. */
export interface OpenedCase {
  id: string;
  receiptNo: string;
  version: number;
}

/** What the clerk has entered; kept as a draft (contactWay is left out of it). */
export interface Intake extends Record<string, unknown> {
  channel: Channel;
  /** The moment of contact: when the first thing was entered, or as chosen. */
  contactAt: string | null;
  resident: { id: string; name: string } | null;
  anonymous: boolean;
  contactWay: string;
  itemId: string | null;
  situation: string;
  demand: string;
  way: Way | null;
  outcome: string;
  workingDays: number | null;
  toldWay: TellWay | null;
  reason: string;
  department: { id: string; name: string } | null;
  said: string;
  legalReason: string;
  missing: string[];
  otherMissing: string;
  /** The server said that this would be a second notice (Q3): its reason is asked for. */
  second: boolean;
  opened: OpenedCase | null;
}

export const emptyIntake: Intake = {
  channel: "PHONE",
  contactAt: null,
  resident: null,
  anonymous: false,
  contactWay: "",
  itemId: null,
  situation: "",
  demand: "",
  way: null,
  outcome: "",
  workingDays: null,
  toldWay: null,
  reason: "",
  department: null,
  said: "",
  legalReason: "",
  missing: [],
  otherMissing: "",
  second: false,
  opened: null,
};

export interface ItemFacts {
  kind: string;
  limitDays: number;
  immediate: boolean;
}

/** How the resident is told when nothing else is chosen: as they came. */
export function usualTellWay(channel: Channel): TellWay {
  if (channel === "VISIT") return "IN_PERSON";
  if (channel === "PHONE" || channel === "HOTLINE") return "BY_PHONE";
  if (channel === "LETTER" || channel === "FAX") return "IN_WRITING";
  return "BY_MESSAGE";
}

/** The way that an item suggests: what the office does not issue is guided (F7), what is immediate is done at once (T3). */
export function suggestedWay(item: ItemFacts): Way {
  if (item.kind === "NOT_ISSUED") return "GUIDE";
  return item.immediate ? "ON_SPOT" : "PROMISE";
}

/** Every missing material, once each, in order: those ticked, then one per line of the free text. */
export function missingMaterials(intake: Pick<Intake, "missing" | "otherMissing">): string[] {
  const lines = intake.otherMissing.split("\n").map((line) => line.trim());
  return [...new Set([...intake.missing, ...lines])].filter((line) => line !== "");
}

export type IntakeField =
  | "resident"
  | "situation"
  | "demand"
  | "way"
  | "outcome"
  | "workingDays"
  | "reason"
  | "department"
  | "said"
  | "legalReason"
  | "missing";

/** What is still to be entered, in the order of the page. The server has the last word; this only spares the trip. */
export function missingFields(intake: Intake): IntakeField[] {
  const out: IntakeField[] = [];
  const blank = (text: string) => text.trim() === "";
  if (!intake.opened) {
    if (!intake.resident && !intake.anonymous) out.push("resident");
    if (blank(intake.situation)) out.push("situation");
    if (blank(intake.demand)) out.push("demand");
  }
  switch (intake.way) {
    case null:
      out.push("way");
      break;
    case "ON_SPOT":
      if (blank(intake.outcome)) out.push("outcome");
      break;
    case "PROMISE":
      if (!intake.workingDays || intake.workingDays < 1) out.push("workingDays");
      break;
    case "REPORT":
      if (blank(intake.reason)) out.push("reason");
      break;
    case "GUIDE":
      if (!intake.department) out.push("department");
      if (blank(intake.said)) out.push("said");
      break;
    case "REFUSE":
      if (blank(intake.legalReason)) out.push("legalReason");
      break;
    case "MATERIALS":
      if (missingMaterials(intake).length === 0) out.push("missing");
      if (intake.second && blank(intake.reason)) out.push("reason");
      break;
    case "LATER":
      break;
  }
  return out;
}

type Plain<T> = Omit<T, "clientMutationId">;

/** What is sent to open the case (F1, F3). */
export function openInput(intake: Intake): Plain<OpenCaseInput> {
  const input: Plain<OpenCaseInput> = {
    channel: intake.channel,
    anonymous: intake.anonymous,
    situation: intake.situation.trim(),
    demand: intake.demand.trim(),
  };
  if (intake.contactAt) input.contactAt = intake.contactAt;
  if (intake.resident && !intake.anonymous) input.residentId = intake.resident.id;
  if (intake.anonymous && intake.contactWay.trim() !== "") input.contactWay = intake.contactWay.trim();
  if (intake.itemId) input.itemId = intake.itemId;
  return input;
}

export type Disposal =
  | { way: "ON_SPOT"; input: Plain<ResolveOnSpotInput> }
  | { way: "PROMISE"; input: Plain<PromiseCaseInput> }
  | { way: "REPORT"; input: Plain<ReportCaseInput> }
  | { way: "GUIDE"; input: Plain<GuideCaseInput> }
  | { way: "REFUSE"; input: Plain<RefuseCaseInput> }
  | { way: "MATERIALS"; input: Plain<RequestMaterialsInput> };

/** What is sent to dispose of the opened case; null for LATER and for what is not complete. */
export function disposalOf(intake: Intake, opened: OpenedCase): Disposal | null {
  const at = { caseId: opened.id, version: opened.version };
  const toldWay = intake.toldWay ?? usualTellWay(intake.channel);
  switch (intake.way) {
    case "ON_SPOT":
      return { way: "ON_SPOT", input: { ...at, outcome: intake.outcome.trim() } };
    case "PROMISE":
      return { way: "PROMISE", input: { ...at, workingDays: intake.workingDays ?? 0, toldWay } };
    case "REPORT":
      return { way: "REPORT", input: { ...at, reason: intake.reason.trim() } };
    case "GUIDE":
      return intake.department
        ? { way: "GUIDE", input: { ...at, departmentId: intake.department.id, said: intake.said.trim() } }
        : null;
    case "REFUSE":
      return { way: "REFUSE", input: { ...at, legalReason: intake.legalReason.trim(), toldWay } };
    case "MATERIALS":
      return {
        way: "MATERIALS",
        input: {
          ...at,
          missing: missingMaterials(intake),
          toldWay,
          ...(intake.second ? { reason: intake.reason.trim() } : {}),
        },
      };
    default:
      return null;
  }
}

/** The field of the page that a refused input field belongs to; undefined where the page has none. */
export function pageField(field: string | undefined): IntakeField | undefined {
  const names: Record<string, IntakeField> = {
    residentId: "resident",
    anonymous: "resident",
    contactWay: "resident",
    situation: "situation",
    demand: "demand",
    outcome: "outcome",
    workingDays: "workingDays",
    reason: "reason",
    departmentId: "department",
    said: "said",
    legalReason: "legalReason",
    missing: "missing",
  };
  return field ? names[field] : undefined;
}
