import { describe, expect, it } from "vitest";
import { recordPath } from "./records";

describe("recordPath", () => {
  it("finds the page of a record by the prefix of its key", () => {
    expect(recordPath("job_01K")).toBe("/jobseekers/job_01K");
    expect(recordPath("opn_01K")).toBe("/openings/opn_01K");
    expect(recordPath("prj_01K")).toBe("/projects/prj_01K");
  });
  it("knows no page of anything else", () => {
    for (const id of ["abs_01K", "job", "", null, undefined]) expect(recordPath(id)).toBeNull();
  });
});
