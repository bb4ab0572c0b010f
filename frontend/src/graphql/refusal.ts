import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import type { GraphQLFormattedError } from "graphql";
import type { TFunction } from "i18next";

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

/** The refusal in the reader's language; the server's sentence where the code has none. */
export function sayRefusal(refusal: Refusal, t: TFunction): string {
  const { code, facts } = refusal;
  const detailed =
    (code === "LIMIT_EXCEEDED" && "limit" in facts) || (code === "OVER_STANDARD" && "standard" in facts)
      ? `${code}_AT`
      : code === "BAD_FILE" && typeof facts.reason === "string"
        ? `file.${facts.reason}`
        : code;
  const words = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, Array.isArray(fact) ? fact.join(t("common:listJoin")) : fact]),
  );
  const known = t(`errors:${detailed}`, { ...words, defaultValue: "" }) || t(`errors:${code}`, { defaultValue: "" });
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
