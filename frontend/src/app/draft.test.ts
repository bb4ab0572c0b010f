import { describe, expect, it } from "vitest";
import { dropAllDrafts, dropDraft, readDraft, writeDraft } from "./draft";

describe("drafts", () => {
  it("come back for the same person and form only", () => {
    writeDraft("st_1", "promise.ca_1", { workingDays: 3, reason: "雨天" });
    expect(readDraft("st_1", "promise.ca_1")).toEqual({ workingDays: 3, reason: "雨天" });
    expect(readDraft("st_2", "promise.ca_1")).toBeNull();
    expect(readDraft("st_1", "promise.ca_2")).toBeNull();
  });
  it("never hold a personal number or a password, at any depth", () => {
    writeDraft("st_1", "intake", {
      demand: "修灯",
      contactWay: "13800005678",
      resident: { id: "re_1", phone: "13800005678", idNumber: "220202195003021234" },
      password: "secret",
    });
    const text = JSON.stringify(localStorage);
    expect(text).not.toContain("13800005678");
    expect(text).not.toContain("220202195003021234");
    expect(text).not.toContain("secret");
    expect(readDraft("st_1", "intake")).toEqual({ demand: "修灯", resident: { id: "re_1" } });
  });
  it("go with success and with sign-out, and nothing else goes", () => {
    writeDraft("st_1", "a", { x: 1 });
    writeDraft("st_1", "b", { x: 1 });
    localStorage.setItem("xinxing.theme", "dark");
    dropDraft("st_1", "a");
    expect(readDraft("st_1", "a")).toBeNull();
    dropAllDrafts();
    expect(readDraft("st_1", "b")).toBeNull();
    expect(localStorage.getItem("xinxing.theme")).toBe("dark");
  });
  it("are nothing where the storage is spoilt", () => {
    localStorage.setItem("xinxing.draft.st_1.a", "{");
    expect(readDraft("st_1", "a")).toBeNull();
  });
});
