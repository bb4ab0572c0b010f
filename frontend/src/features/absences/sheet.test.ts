import { describe, expect, it } from "vitest";
import { besideNote } from "./sheet";

const refusal = { code: "NEEDS_EXPLANATION", clause: "B4", field: "input.notes", message: "", facts: {} };

describe("refusals of a hand-over list", () => {
  it("B4: stand beside the note of the case that they name", () => {
    const lines = [{ receiptNo: "1" }, { receiptNo: "2" }];
    expect(besideNote({ ...refusal, facts: { receiptNo: "2" } }, lines).field).toBe("notes.1.note");
    // A case that came meanwhile has no field yet.
    expect(besideNote({ ...refusal, facts: { receiptNo: "3" } }, lines).field).toBeUndefined();
    expect(besideNote({ ...refusal, field: "note" }, lines).field).toBe("note");
  });
});
