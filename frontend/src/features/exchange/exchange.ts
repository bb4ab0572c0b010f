import type { TFunction } from "i18next";
import { type Refusal, refusalOfBody, sayRefusal } from "@/graphql/refusal";
import type { Viewer } from "@/office/viewer";
import type { Language } from "@/office/zone";

export type ExchangeKind = "items" | "directory" | "residents" | "partners" | "jobseekers" | "openings" | "members";

/** The kinds that the viewer may take in and out; residents and partners and members of groups only by who leads. */
export function kindsFor(viewer: Pick<Viewer, "roles" | "mayEditItems">): ExchangeKind[] {
  if (!viewer.mayEditItems) return [];
  const leads = viewer.roles.some((role) => role === "LEADER" || role === "DIRECTOR");
  return leads
    ? ["items", "directory", "residents", "partners", "jobseekers", "openings", "members"]
    : ["items", "directory"];
}

/** One fault of a cell or header: the row as the spreadsheet numbers it, and what a sentence about it needs. */
export interface Problem {
  row: number;
  column: string;
  code: string;
  args: Record<string, string | number>;
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
  badRows: number;
  written: boolean;
}

const count = (value: unknown) => (typeof value === "number" && Number.isFinite(value) ? value : 0);
const words = (value: unknown) => (typeof value === "string" ? value : "");
const argsOf = (value: unknown): Problem["args"] =>
  Object.fromEntries(
    Object.entries(value && typeof value === "object" ? value : {}).filter(
      (one): one is [string, string | number] => typeof one[1] === "string" || typeof one[1] === "number",
    ),
  );

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
    args: argsOf(one.args),
  }));
  return {
    rows: count(said.rows),
    created: count(said.created),
    changed: count(said.changed),
    unchanged: count(said.unchanged),
    problems,
    problemsTotal: Math.max(count(said.problemsTotal), problems.length),
    badRows: Math.max(count(said.badRows), new Set(problems.map((problem) => problem.row)).size),
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
    shown: done.problems.slice(0, shownMost),
    rest: done.problemsTotal - Math.min(done.problems.length, shownMost),
    mendable: done.problems.some((problem) => !ofHeader(problem)),
  };
}

const parts = new Set(["name", "copies", "form", "issuedBy", "why", "sample", "required"]);

/** Why a cell is bad, in the reader's language; the server says the same in the table of bad rows. */
export function sayProblem({ code, args }: Problem, t: TFunction): string {
  const said =
    (args.reason ? t(`exchange:reason.${args.reason}`, { defaultValue: "" }) : "") ||
    (args.max ? t(`exchange:problem.${code}_MAX`, { ...args, defaultValue: "" }) : "") ||
    (args.limit ? t(`exchange:problem.${code}_AT`, { ...args, defaultValue: "" }) : "") ||
    t(`exchange:problem.${code}`, { ...args, defaultValue: "" }) ||
    code;
  if (!args.line) return said;
  const part = typeof args.part === "string" && parts.has(args.part) ? t(`exchange:part.${args.part}`) : "";
  return t("exchange:problemLine", { line: args.line, part }) + said;
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

/** The bad rows of the table as a file to mend, whose last column says in the reader's language what is wrong. */
export async function failuresOf(
  kind: ExchangeKind,
  file: File,
  lang: Language,
): Promise<{ ok: true; blob: Blob } | { ok: false; refusal: Refusal }> {
  const sent = await send(kind, file, { as: "failures", lang });
  if (!sent.ok) return sent;
  try {
    return { ok: true, blob: await sent.response.blob() };
  } catch {
    return { ok: false, refusal: refusalOfBody(0, "") };
  }
}
