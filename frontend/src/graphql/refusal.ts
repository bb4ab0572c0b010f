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
  if (ServerError.is(error)) {
    const found = errorInBody(error.bodyText);
    if (found) return fromGraphQL(found);
    if (error.statusCode === 401) return { ...none, code: "UNAUTHENTICATED", message: "" };
    if (error.statusCode === 403) return { ...none, code: "FORBIDDEN", message: "" };
    if (error.statusCode === 413) return { ...none, code: "LIMIT_EXCEEDED", message: "" };
    if (error.statusCode === 429) return { ...none, code: "LIMIT_EXCEEDED", message: "" };
    if (error.statusCode >= 502 && error.statusCode <= 504) return { ...none, code: "NETWORK", message: "" };
    return { ...none, code: "INTERNAL", message: "" };
  }
  if (error instanceof TypeError || (error instanceof Error && /network|fetch/i.test(error.message)))
    return { ...none, code: "NETWORK", message: "" };
  return { ...none, code: "INTERNAL", message: "" };
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
  const key = refusal.code === "LIMIT_EXCEEDED" && "limit" in refusal.facts ? "LIMIT_EXCEEDED_AT" : refusal.code;
  const known = t(`errors:${key}`, { ...refusal.facts, defaultValue: "" });
  return known || refusal.message || t("errors:INTERNAL");
}

/** The last step of a field path: input.workingDays and variable.input.workingDays are workingDays. */
export function fieldName(refusal: Refusal): string | undefined {
  return refusal.field?.split(".").pop();
}
