import type { MaterialForm, MaterialInput } from "@/graphql/gen/graphql";

export const materialForms: readonly MaterialForm[] = ["ORIGINAL", "COPY", "ORIGINAL_AND_COPY"];

/** At most so many materials and copies, and so many characters of a text, as the server takes. */
export const materialsMost = 50;
export const copiesMost = 99;
export const textMost = 200;

export type MaterialFacts = Required<MaterialInput>;

/** One line of the editor; what was not touched yet is not there. */
export type MaterialRow = {
  [name in keyof MaterialFacts]?: MaterialFacts[name] | null;
};

export const emptyRow: MaterialRow = { copies: 1, form: "ORIGINAL", required: true };

export function rowsOf(materials: readonly MaterialFacts[]): MaterialRow[] {
  return materials.map(({ name, copies, form, issuedBy, why, sample, required }) => ({
    name,
    copies,
    form,
    issuedBy,
    why,
    sample,
    required,
  }));
}

/** What is sent: every line in its order, so that the server's complaint about one finds it again. */
export function materialsInput(rows: readonly MaterialRow[]): MaterialFacts[] {
  return rows.map((row) => ({
    name: (row.name ?? "").trim(),
    copies: row.copies ?? 1,
    form: row.form ?? "ORIGINAL",
    issuedBy: (row.issuedBy ?? "").trim(),
    why: (row.why ?? "").trim(),
    sample: (row.sample ?? "").trim(),
    required: row.required ?? true,
  }));
}

/** Whether a line above has the name already: a one-time notice names materials, so each name stands once (Q3). */
export function namedAbove(rows: readonly (MaterialRow | undefined)[], index: number): boolean {
  const name = (rows[index]?.name ?? "").trim();
  return name !== "" && rows.slice(0, index).some((row) => (row?.name ?? "").trim() === name);
}

/** Where a line goes to by one step; null where the list ends. */
export function stepTo(index: number, step: -1 | 1, length: number): number | null {
  const to = index + step;
  return to < 0 || to >= length ? null : to;
}
