import type { TFunction } from "i18next";
import { type Refusal, refusalOfBody, sayRefusal } from "@/graphql/refusal";
import type { Viewer } from "@/office/viewer";

export type ExchangeKind = "items" | "directory" | "residents";

/** The kinds that the viewer may take in and out; residents only by who leads. */
export function kindsFor(viewer: Pick<Viewer, "roles" | "mayEditItems">): ExchangeKind[] {
  if (!viewer.mayEditItems) return [];
  const leads = viewer.roles.some((role) => role === "LEADER" || role === "DIRECTOR");
  return leads ? ["items", "directory", "residents"] : ["items", "directory"];
}

/** One bad cell or header: the row as the spreadsheet numbers it. */
export interface Problem {
  row: number;
  column: string;
  code: string;
  detail: string;
}

/** What an import did or, in a dry run, would do. */
export interface Exchanged {
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  problems: Problem[];
  /** All of them; the server tells the first one by one. */
  problemsTotal: number;
  written: boolean;
}

const count = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : 0);
const words = (value: unknown) => (typeof value === "string" ? value : "");

/** Reads the server's answer; null where it is none. */
export function readExchanged(body: string): Exchanged | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return null;
  }
  if (!parsed || typeof parsed !== "object" || !("rows" in parsed)) return null;
  const said = parsed as Record<string, unknown>;
  const problems = (Array.isArray(said.problems) ? said.problems : []).map((one: Record<string, unknown>) => ({
    row: count(one.row),
    column: words(one.column),
    code: words(one.code),
    detail: words(one.detail),
  }));
  return {
    rows: count(said.rows),
    created: count(said.created),
    changed: count(said.changed),
    unchanged: count(said.unchanged),
    problems,
    problemsTotal: Math.max(count(said.problemsTotal), problems.length),
    written: said.written === true,
  };
}

/** So many bad cells are listed; the others are counted. */
export const shownMost = 200;

/** The file as the page tells of it. */
export interface Summary {
  /** Nothing is wrong and something would change: it may be written. */
  ready: boolean;
  /** Nothing is wrong and nothing would change. */
  same: boolean;
  /** No row at all. */
  empty: boolean;
  badRows: number;
  shown: readonly Problem[];
  rest: number;
  /** Whether there are bad rows to mend in a table; headers are mended in the file itself. */
  mendable: boolean;
}

const ofHeader = (problem: Problem) => /_(HEADER|COLUMN)$/.test(problem.code);

export function summaryOf(done: Exchanged): Summary {
  const bad = done.problemsTotal > 0;
  const would = done.created + done.changed > 0;
  return {
    ready: !bad && would,
    same: !bad && !would && done.rows > 0,
    empty: !bad && done.rows === 0,
    badRows: new Set(done.problems.map((problem) => problem.row)).size,
    shown: done.problems.slice(0, shownMost),
    rest: done.problemsTotal - Math.min(done.problems.length, shownMost),
    mendable: done.problems.some((problem) => !ofHeader(problem)),
  };
}

/** What the server said beside a code: which line of the cell, which part of it, and its bounds. */
export function readDetail(detail: string): {
  line: number | null;
  part: string;
  facts: Record<string, string>;
  rest: string;
} {
  const out: ReturnType<typeof readDetail> = { line: null, part: "", facts: {}, rest: "" };
  const rest: string[] = [];
  for (const piece of detail.split("; ").filter(Boolean)) {
    const place = /^(\d+)(?:\.(\w+))?$/.exec(piece);
    const fact = /^(max|min|length|limit|reason) (\S+)$/.exec(piece);
    if (place) {
      out.line = Number(place[1]) + 1;
      out.part = place[2] ?? "";
    } else if (fact) out.facts[fact[1] as string] = fact[2] as string;
    else rest.push(piece);
  }
  out.rest = rest.join("; ");
  return out;
}

const parts = new Set(["name", "copies", "form", "issuedBy", "why", "sample", "required"]);

/** Why a cell is bad, in the reader's language; `t` is of the exchange's words. */
export function sayProblem(problem: Problem, t: TFunction): string {
  const { line, part, facts, rest } = readDetail(problem.detail);
  const bounded = facts.max ? `${problem.code}_MAX` : facts.limit ? `${problem.code}_AT` : problem.code;
  const said =
    (facts.reason ? t(`exchange:reason.${facts.reason}`, { defaultValue: "" }) : "") ||
    t(`exchange:problem.${bounded}`, { ...facts, defaultValue: "" }) ||
    t(`exchange:problem.${problem.code}`, { defaultValue: "" }) ||
    t(`errors:${problem.code}`, { ...facts, defaultValue: "" }) ||
    problem.code;
  const where =
    line === null ? "" : t("exchange:problemLine", { line, part: parts.has(part) ? t(`exchange:part.${part}`) : "" });
  return [where, said, rest ? t("exchange:problemRest", { rest }) : ""].filter(Boolean).join("");
}

/** Why the whole file was refused, in the reader's language. */
export function sayFileRefusal(refusal: Refusal, t: TFunction): string {
  const { reason } = refusal.facts;
  const known =
    refusal.code === "BAD_FILE" && typeof reason === "string"
      ? (refusal.facts.limit ? t(`exchange:refused.${reason}_AT`, { ...refusal.facts, defaultValue: "" }) : "") ||
        t(`exchange:refused.${reason}`, { defaultValue: "" })
      : "";
  return known || sayRefusal(refusal, t);
}

export const exportPath = (kind: ExchangeKind, template = false) =>
  `/exchange/${kind}.xlsx${template ? "?template=1" : ""}`;

type Sent = { ok: true; response: Response } | { ok: false; refusal: Refusal };

async function send(kind: ExchangeKind, file: File, fields: Record<string, string>): Promise<Sent> {
  const form = new FormData();
  // The fields stand before the file: the server reads the form as it comes in.
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", file, file.name);
  try {
    const response = await fetch(`/exchange/${kind}`, { method: "POST", body: form, credentials: "same-origin" });
    if (response.ok) return { ok: true, response };
    return { ok: false, refusal: refusalOfBody(response.status, await response.text()) };
  } catch {
    return { ok: false, refusal: refusalOfBody(0, "") };
  }
}

export type Exchange = { ok: true; done: Exchanged } | { ok: false; refusal: Refusal };

/** Sends the table; with no id only looks what it would do. Sent again with the same id it is written once. */
export async function exchange(kind: ExchangeKind, file: File, clientMutationId: string | null): Promise<Exchange> {
  const sent = await send(kind, file, clientMutationId === null ? { dry: "1" } : { clientMutationId });
  if (!sent.ok) return sent;
  const done = readExchanged(await sent.response.text().catch(() => ""));
  return done ? { ok: true, done } : { ok: false, refusal: refusalOfBody(500, "") };
}

/** The bad rows of the table as a file to mend. */
export async function failuresOf(
  kind: ExchangeKind,
  file: File,
): Promise<{ ok: true; blob: Blob } | { ok: false; refusal: Refusal }> {
  const sent = await send(kind, file, { as: "failures" });
  if (!sent.ok) return sent;
  try {
    return { ok: true, blob: await sent.response.blob() };
  } catch {
    return { ok: false, refusal: refusalOfBody(0, "") };
  }
}
