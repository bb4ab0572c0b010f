import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import type { GraphQLFormattedError } from "graphql";
import type { TFunction } from "i18next";
import { i18n } from "@/i18n/i18n";
import { formatInstant, officeZone } from "@/office/zone";

/** A refusal of the server, or a lost connection (NETWORK), as the page speaks of it. */
export interface Refusal {
  code: string;
  /** The clause of the office's mechanisms, e.g. F8; undefined where none stands behind it. */
  clause: string | undefined;
  /** The input field it belongs to. */
  field: string | undefined;
  /** The server's own sentence, used where the code has no translation. */
  message: string;
  facts: Record<string, unknown>;
}

function fromGraphQL(error: Pick<GraphQLFormattedError, "message" | "extensions">): Refusal {
  const { code, clause, field, ...facts } = error.extensions ?? {};
  return {
    code: typeof code === "string" ? code : "INTERNAL",
    clause: typeof clause === "string" && clause !== "" ? clause : undefined,
    field: typeof field === "string" && field !== "" ? field : undefined,
    message: error.message,
    facts,
  };
}

/** The first refusal in an error thrown by an operation. Never fails: what is unknown is INTERNAL. */
export function refusalOf(error: unknown): Refusal {
  const none = { clause: undefined, field: undefined, facts: {} };
  if (CombinedGraphQLErrors.is(error)) {
    const first = error.errors[0];
    return first ? fromGraphQL(first) : { ...none, code: "INTERNAL", message: "" };
  }
  if (ServerError.is(error)) return refusalOfBody(error.statusCode, error.bodyText);
  if (error instanceof TypeError || (error instanceof Error && /network|fetch/i.test(error.message)))
    return { ...none, code: "NETWORK", message: "" };
  return { ...none, code: "INTERNAL", message: "" };
}

/** The refusal in an answer that was no success, by what it says or else by its status; 0 is no answer at all. */
export function refusalOfBody(status: number, body: string): Refusal {
  const found = errorInBody(body);
  if (found) return fromGraphQL(found);
  const code =
    status === 401
      ? "UNAUTHENTICATED"
      : status === 403
        ? "FORBIDDEN"
        : status === 413 || status === 429
          ? "LIMIT_EXCEEDED"
          : status === 0 || (status >= 502 && status <= 504)
            ? "NETWORK"
            : "INTERNAL";
  return { code, clause: undefined, field: undefined, message: "", facts: {} };
}

function errorInBody(body: string): GraphQLFormattedError | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    if (parsed && typeof parsed === "object" && "errors" in parsed && Array.isArray(parsed.errors))
      return parsed.errors[0] as GraphQLFormattedError | undefined;
  } catch {
    // not JSON: a proxy's page
  }
  return undefined;
}

/** The words of a refusal that B4 to B6 give say who and when; those of a record that is no case do not speak of one. */
function dutyCode({ code, clause, field, facts }: Refusal): string | undefined {
  if (facts.record === true && (code === "CONFLICT" || code === "REFUSED_STATE" || code === "NOT_RESPONSIBLE"))
    return `${code}_RECORD`;
  if (!clause?.startsWith("B")) return undefined;
  if (code === "BOTH_AWAY" && facts.person) return "BOTH_AWAY_WHO";
  if (code === "ALREADY_DONE" && facts.person) return "ALREADY_AWAY";
  if (code === "TOO_LATE" && facts.dueAt) return "TOO_LATE_AHEAD";
  if (code === "BAD_INPUT" && field?.endsWith("kind") && facts.dueAt) return "NOT_AN_EMERGENCY";
  if (code === "NEEDS_EXPLANATION" && facts.receiptNo) return "NEEDS_LINE_NOTE";
  return undefined;
}

/** When, of the facts of a refusal about an absence. */
function spanWords(facts: Refusal["facts"], t: TFunction): Record<string, string> {
  const say = (at: unknown) =>
    typeof at === "string" && !Number.isNaN(Date.parse(at))
      ? formatInstant(at, officeZone(), i18n.language === "en" ? "en" : "zh-CN")
      : "";
  const from = say(facts.from);
  const until = say(facts.until);
  return {
    by: say(facts.dueAt),
    span: until ? t("errors:UNTIL", { from, until }) : t("errors:FROM_ON", { from }),
  };
}

/** The refusal in the reader's language; the server's sentence where the code has none. */
export function sayRefusal(refusal: Refusal, t: TFunction): string {
  const { code, facts } = refusal;
  const detailed =
    dutyCode(refusal) ??
    ((code === "LIMIT_EXCEEDED" && "limit" in facts) || (code === "OVER_STANDARD" && "standard" in facts)
      ? `${code}_AT`
      : code === "BAD_FILE" && typeof facts.reason === "string"
        ? `file.${facts.reason}`
        : code);
  const words = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, Array.isArray(fact) ? fact.join(t("common:listJoin")) : fact]),
  );
  const booked = code === "ALREADY_DONE" && "resource" in facts && "person" in facts;
  const building = /^P\d/.test(refusal.clause ?? "") ? t(`errors:BUILDING.${code}`, { defaultValue: "" }) : "";
  const known =
    (booked ? t("errors:BOOKED", { ...words, ...spanWords(facts, t) }) : building) ||
    t(`errors:${detailed}`, { ...words, ...spanWords(facts, t), defaultValue: "" }) ||
    t(`errors:${code}`, { defaultValue: "" });
  return known || refusal.message || t("errors:INTERNAL");
}

/** The last step of a field path: input.workingDays and variable.input.workingDays are workingDays. */
export function fieldName(refusal: Refusal): string | undefined {
  return refusal.field?.split(".").pop();
}

/**
 * The field of a form that a refusal is about, as a path: pieces.0.place is the place of the first piece, missing.2 all
 * that is missing. Null where the form has none.
 */
export function formPath(refusal: Refusal, values: object): (string | number)[] | null {
  const steps = (refusal.field ?? "").split(".").filter(Boolean);
  while (steps[0] === "input" || steps[0] === "variable") steps.shift();
  const path: (string | number)[] = [];
  let at: unknown = values;
  for (const step of steps) {
    if (!at || typeof at !== "object" || !(step in at)) break;
    at = (at as Record<string, unknown>)[step];
    // A field of several values is one field: what is wrong with one of them is said there.
    if (Array.isArray(at) && !at.some((one) => one && typeof one === "object")) return [...path, step];
    path.push(/^\d+$/.test(step) ? Number(step) : step);
  }
  return path.length > 0 ? path : null;
}
