import { describe, expect, it } from "vitest";
import { mostBytes, sayBytes, titleOf, wrongWith } from "./upload";

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

  it("gives a form its title", () => {
    expect(titleOf("失业登记表.pdf")).toBe("失业登记表");
    expect(titleOf("失业登记表_2026 (1).DOCX")).toBe("失业登记表 2026");
    expect(titleOf("登记表.v2.xlsx")).toBe("登记表.v2");
    expect(titleOf("表.exe")).toBe("表.exe");
    expect(titleOf(`${"长".repeat(150)}.pdf`)).toHaveLength(100);
    expect(titleOf(".pdf")).toBe("");
  });
});
