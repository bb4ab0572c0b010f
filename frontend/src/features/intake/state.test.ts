import { describe, expect, it } from "vitest";
import { guessFields } from "./NewResident";
import {
  disposalOf,
  emptyIntake,
  type Intake,
  missingFields,
  missingMaterials,
  openInput,
  pageField,
  suggestedWay,
  usualTellWay,
  ways,
} from "./state";

const told: Intake = {
  ...emptyIntake,
  resident: { id: "re_1", name: "张桂兰" },
  situation: " 独居老人 ",
  demand: "申请救助",
};
const opened = { id: "ca_1", receiptNo: "20260226-0001", version: 1 };

describe("what is still to be entered", () => {
  it("F3: who, the situation, the demand and the disposal, in the order of the page", () => {
    expect(missingFields(emptyIntake)).toEqual(["resident", "situation", "demand", "way"]);
    expect(missingFields({ ...told, situation: "  ", way: "LATER" })).toEqual(["situation"]);
  });
  it("F3: an anonymous caller needs no name and no way to be reached", () => {
    expect(missingFields({ ...told, resident: null, anonymous: true, way: "LATER" })).toEqual([]);
  });
  it("F7: a bare “not ours” is not possible", () => {
    expect(missingFields({ ...told, way: "GUIDE" })).toEqual(["department", "said"]);
    expect(missingFields({ ...told, way: "GUIDE", department: { id: "de_1", name: "派出所" } })).toEqual(["said"]);
  });
  it.each([
    ["ON_SPOT", ["outcome"]],
    ["PROMISE", ["workingDays"]],
    ["REPORT", ["reason"]],
    ["REFUSE", ["legalReason"]],
    ["MATERIALS", ["missing"]],
    ["LATER", []],
  ] as const)("%s asks for %s", (way, fields) => {
    expect(missingFields({ ...told, way })).toEqual(fields);
  });
  it("Q3: a second notice asks for its reason, once the server said that it is one", () => {
    const notice: Intake = { ...told, way: "MATERIALS", missing: ["户口簿"] };
    expect(missingFields(notice)).toEqual([]);
    expect(missingFields({ ...notice, second: true })).toEqual(["reason"]);
    expect(disposalOf({ ...notice, second: true, reason: " 漏看 " }, opened)?.input).toMatchObject({ reason: "漏看" });
    expect(disposalOf({ ...notice, reason: "上报时写的" }, opened)?.input).not.toHaveProperty("reason");
  });
  it("is only the disposal once the case is open", () => {
    expect(missingFields({ ...emptyIntake, opened, way: "ON_SPOT" })).toEqual(["outcome"]);
  });
});

describe("what is sent", () => {
  it("F1: opens with channel, moment, person and both texts, trimmed", () => {
    expect(openInput({ ...told, contactAt: "2026-02-26T02:00:00Z", itemId: "it_1" })).toEqual({
      channel: "PHONE",
      contactAt: "2026-02-26T02:00:00Z",
      anonymous: false,
      residentId: "re_1",
      itemId: "it_1",
      situation: "独居老人",
      demand: "申请救助",
    });
  });
  it("never sends a person for an anonymous contact, nor a way to reach a known person", () => {
    expect(openInput({ ...told, anonymous: true, contactWay: " 门卫转 " })).not.toHaveProperty("residentId");
    expect(openInput({ ...told, anonymous: true, contactWay: " 门卫转 " })).toHaveProperty("contactWay", "门卫转");
    expect(openInput({ ...told, contactWay: "138" })).not.toHaveProperty("contactWay");
  });
  it("disposes with the version given back, and by the way the resident came unless another is chosen", () => {
    const full: Intake = {
      ...told,
      channel: "VISIT",
      outcome: "o",
      workingDays: 3,
      reason: "r",
      department: { id: "de_1", name: "派出所" },
      said: "s",
      legalReason: "l",
      missing: ["户口簿"],
    };
    const at = { caseId: "ca_1", version: 1 };
    const inputs = ways.map((way) => disposalOf({ ...full, way }, opened)?.input ?? null);
    expect(inputs).toEqual([
      { ...at, outcome: "o" },
      { ...at, workingDays: 3, toldWay: "IN_PERSON" },
      { ...at, reason: "r" },
      { ...at, departmentId: "de_1", said: "s" },
      { ...at, legalReason: "l", toldWay: "IN_PERSON" },
      { ...at, missing: ["户口簿"], toldWay: "IN_PERSON" },
      null,
    ]);
    expect(disposalOf({ ...full, way: "PROMISE", toldWay: "IN_WRITING" }, opened)?.input).toMatchObject({
      toldWay: "IN_WRITING",
    });
  });
  it("Q3: names every missing material once", () => {
    expect(missingMaterials({ missing: ["户口簿"], otherMissing: "户口簿\n\n 照片 \n" })).toEqual(["户口簿", "照片"]);
  });
});

it("suggests what the item calls for (F7, T3, F5)", () => {
  expect(suggestedWay({ kind: "NOT_ISSUED", limitDays: 1, immediate: true })).toBe("GUIDE");
  expect(suggestedWay({ kind: "REGISTRATION", limitDays: 1, immediate: true })).toBe("ON_SPOT");
  expect(suggestedWay({ kind: "REGISTRATION", limitDays: 5, immediate: false })).toBe("PROMISE");
});

it("tells the resident the way they came", () => {
  expect([usualTellWay("VISIT"), usualTellWay("HOTLINE"), usualTellWay("FAX"), usualTellWay("WEB")]).toEqual([
    "IN_PERSON",
    "BY_PHONE",
    "IN_WRITING",
    "BY_MESSAGE",
  ]);
});

it("puts a refused field where the page has it", () => {
  expect(pageField("departmentId")).toBe("department");
  expect(pageField("nothing")).toBeUndefined();
});

it("knows a number from a name in what was typed", () => {
  expect(guessFields("13800005678")).toEqual({ name: "", phone: "13800005678", idNumber: "" });
  expect(guessFields("22020219500302123x")).toEqual({ name: "", phone: "", idNumber: "22020219500302123X" });
  expect(guessFields(" 张桂兰 ")).toEqual({ name: "张桂兰", phone: "", idNumber: "" });
});
