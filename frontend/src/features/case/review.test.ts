import { describe, expect, it } from "vitest";
import { stepsOf } from "./review";

const states = (...at: Parameters<typeof stepsOf>) => stepsOf(...at).map((one) => one.state);

describe("Q6: the steps of a supervision matter", () => {
  it("are done, current and to come", () => {
    expect(states("TO_CHECK", null)).toEqual(["CURRENT", "TO_COME", "TO_COME", "TO_COME"]);
    expect(states("TO_CALL_BACK", true)).toEqual(["DONE", "DONE", "DONE", "CURRENT"]);
    expect(states("COMPLETED", true)).toEqual(["DONE", "DONE", "DONE", "DONE"]);
  });

  it("need nothing put right where it was not so", () => {
    expect(states("TO_ANSWER", false)).toEqual(["DONE", "NOT_NEEDED", "CURRENT", "TO_COME"]);
  });
});
