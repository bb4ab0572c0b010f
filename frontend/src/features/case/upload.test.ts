import { describe, expect, it } from "vitest";
import { mostBytes, sayBytes, wrongWith } from "./upload";

describe("a file to send", () => {
  it("is refused here only where the server would certainly refuse it", () => {
    expect(wrongWith({ size: 0 })?.facts.reason).toBe("EMPTY");
    expect(wrongWith({ size: mostBytes + 1 })?.facts.reason).toBe("TOO_LARGE");
    expect(wrongWith({ size: mostBytes })).toBeNull();
  });

  it("has a size that people read", () => {
    expect(sayBytes(400, "en")).toBe("1 kB");
    expect(sayBytes(11_268, "en")).toBe("11 kB");
    expect(sayBytes(3_400_000, "en")).toBe("3.4 MB");
  });
});
