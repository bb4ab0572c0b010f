import type { CaseStatus, MaterialForm } from "@/graphql/gen/graphql";

/** One line of an item's list of what a resident brings. */
export interface MaterialLine {
  name: string;
  copies: number;
  form: MaterialForm;
  issuedBy: string;
  why: string;
  sample: string;
  required: boolean;
}

/** How one material stands; null where nothing was checked yet. */
export type MaterialState = "RECEIVED" | "MISSING" | "AS_NEEDED" | null;

export interface CheckedMaterial extends MaterialLine {
  state: MaterialState;
  /** Named by a clerk, not in the item's list. */
  extra: boolean;
}

interface Facts {
  status: CaseStatus;
  item?: { materials: readonly MaterialLine[] } | null | undefined;
  missingMaterials: readonly string[];
  materialsCompleteAt?: string | null | undefined;
  notices: readonly { missing: readonly string[] }[];
}

const plain = (name: string): MaterialLine => ({
  name,
  copies: 1,
  form: "ORIGINAL",
  issuedBy: "",
  why: "",
  sample: "",
  required: true,
});

/** Statuses in which the materials were looked through: a notice was given, or a promise made. */
const lookedThrough: readonly CaseStatus[] = ["AWAITING_MATERIALS", "PROMISED", "COMPLETED", "WITHDRAWN"];

/**
 * The item's list with how each material stands, and below it what a clerk named beside the list. What a notice named
 * and is missing no more has come in; of a case that was never looked through nothing is claimed.
 */
export function checklist(facts: Facts): CheckedMaterial[] {
  const listed = facts.item?.materials ?? [];
  const named = new Set(facts.notices.flatMap((notice) => notice.missing));
  const missing = new Set(facts.missingMaterials);
  const known = Boolean(facts.materialsCompleteAt) || named.size > 0 || lookedThrough.includes(facts.status);
  const stateOf = (line: MaterialLine): MaterialState => {
    if (missing.has(line.name)) return "MISSING";
    if (named.has(line.name)) return "RECEIVED";
    if (!line.required) return "AS_NEEDED";
    return known ? "RECEIVED" : null;
  };
  const beside = [...new Set([...named, ...missing])].filter((name) => !listed.some((line) => line.name === name));
  return [
    ...listed.map((line) => ({ ...line, state: stateOf(line), extra: false })),
    ...beside.map(plain).map((line) => ({ ...line, state: stateOf(line), extra: true })),
  ];
}

/** By which act what was ticked is received: the last of it starts the promise (Q4), less is noted (Q3). */
export function receiveBy(missing: readonly string[], ticked: readonly string[]): "NONE" | "SOME" | "ALL" {
  const come = missing.filter((name) => ticked.includes(name));
  if (missing.length === 0 || come.length === missing.length) return "ALL";
  return come.length === 0 ? "NONE" : "SOME";
}

/** The originals of the list that are not in custody yet, as rows to take in. */
export function piecesToTake(
  materials: readonly MaterialLine[],
  held: readonly { name: string; state: string }[],
): { name: string; form: MaterialForm; count: number; condition: string; place: string }[] {
  return materials
    .filter((line) => line.form === "ORIGINAL" && line.required)
    .filter((line) => !held.some((piece) => piece.name === line.name && piece.state !== "RETURNED"))
    .map((line) => ({ name: line.name, form: line.form, count: Math.max(1, line.copies), condition: "", place: "" }));
}
