import { type Refusal, refusalOfBody } from "@/graphql/refusal";

/** A table as a spreadsheet reads it: names of the columns, and rows of texts and numbers. */
export interface Sheet {
  head: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

/**
 * A cell of a CSV. A text that a spreadsheet would reckon with is made plain by an apostrophe before it; a number is what it is.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The whole file, with the mark by which spreadsheets know UTF-8. */
export function csvOf(sheet: Sheet): string {
  return `\uFEFF${[sheet.head, ...sheet.rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** Gives a file to the reader's browser to keep. */
export function keepFile(href: string, name: string) {
  const link = document.createElement("a");
  link.href = href;
  // What no file system takes in a name.
  link.download = name.replace(/[\\/:*?"<>|\s]+/g, "-");
  link.click();
}

export function keepSheet(sheet: Sheet, name: string) {
  const href = URL.createObjectURL(new Blob([csvOf(sheet)], { type: "text/csv;charset=utf-8" }));
  keepFile(href, `${name}.csv`);
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** The same table as a workbook in the office's form, which the program makes; null where it was kept, else why not. */
export async function keepWorkbook(
  sheet: Sheet,
  name: string,
  words: { title: string; note: string; number: string },
): Promise<Refusal | null> {
  try {
    const answer = await fetch("/sheets", {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...words, columns: sheet.head, rows: sheet.rows }),
    });
    if (!answer.ok) return refusalOfBody(answer.status, await answer.text());
    const href = URL.createObjectURL(await answer.blob());
    keepFile(href, `${name}.xlsx`);
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
    return null;
  } catch {
    return refusalOfBody(0, "");
  }
}
