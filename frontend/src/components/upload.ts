import type { PictureKind } from "@/graphql/gen/graphql";
import { type Refusal, refusalOfBody } from "@/graphql/refusal";
import { sessionLost } from "@/graphql/session";

/** What the office takes for each use; the server looks at the content, this only guides the file picker. */
export const accepted = {
  scan: "image/jpeg,image/png,application/pdf",
  portrait: "image/jpeg,image/png,image/webp",
  form: ".pdf,.docx,.xlsx",
};
export const mostBytes = 20 * 1024 * 1024;

export type Uploaded = { ok: true } | { ok: false; refusal: Refusal };

/** What is wrong with a file before it is sent; null where nothing is. The server has the last word. */
export function wrongWith(file: Pick<File, "size">): Refusal | null {
  const reason = file.size === 0 ? "EMPTY" : file.size > mostBytes ? "TOO_LARGE" : null;
  return reason ? { code: "BAD_FILE", clause: undefined, field: "file", message: "", facts: { reason } } : null;
}

/** What a file is for: a scan of a case, the portrait of a person, a blank form of an item, a picture of a project or program. */
export type UploadFor =
  | { caseId: string }
  | { staffId: string }
  | { itemId: string; title: string }
  | ({ kind: PictureKind; caption: string; published: string } & ({ projectId: string } | { programId: string }));

/** Sends one file; `onProgress` hears the part sent, 0 to 1. Sent again with the same id, it is kept once. */
export function upload(
  at: UploadFor & { clientMutationId: string },
  file: File,
  onProgress: (part: number) => void,
): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/files");
    request.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    };
    request.onerror = () => resolve({ ok: false, refusal: refusalOfBody(0, "") });
    request.onload = () => {
      if (request.status === 200) {
        resolve({ ok: true });
        return;
      }
      if (request.status === 401) sessionLost.dispatchEvent(new Event("lost"));
      resolve({ ok: false, refusal: refusalOfBody(request.status, request.responseText) });
    };
    const form = new FormData();
    // The fields stand before the file: the server reads the form as it comes in.
    for (const [name, value] of Object.entries(at)) form.set(name, value);
    form.set("file", file, file.name);
    request.send(form);
  });
}

/** The title of a form as its file is named, without the ending and what a download adds to it. */
export function titleOf(name: string): string {
  return name
    .replace(/\.(pdf|docx?|xlsx?)$/i, "")
    .replace(/\s*\(\d+\)$/, "")
    .replace(/[_\s]+/g, " ")
    .trim()
    .slice(0, 100);
}

/** A size as people read it. */
export function sayBytes(bytes: number, language: string): string {
  const [value, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, "megabyte"] : [Math.max(1, bytes / 1000), "kilobyte"];
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: "short",
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
