import { describe, expect, it } from "vitest";
import { i18n } from "@/i18n/i18n";
import { noticeOf } from "./absenceNotice";

const emergency = {
  staff: { id: "a" },
  kind: "EMERGENCY" as const,
  lists: [
    { to: { id: "b" }, lines: [1, 2] },
    { to: { id: "b" }, lines: [3] },
    { to: { id: "c" }, lines: [4] },
  ],
};

describe("notices of absences", () => {
  it("B5: the stand-in is told how many cases are open now, once", () => {
    expect(noticeOf("ABSENCE_BEGAN", emergency, "b")).toEqual({ word: "BEGAN", tone: "warning", cases: 3 });
    expect(noticeOf("ABSENCE_ASKED", emergency, "b")).toBeNull();
  });

  it("others are told that somebody else stands in, the person that it is their own", () => {
    expect(noticeOf("ABSENCE_BEGAN", emergency, "leader")).toMatchObject({ word: "BEGAN_OTHER", cases: 0 });
    expect(noticeOf("ABSENCE_BEGAN", emergency, "a")).toMatchObject({ word: "BEGAN_MINE" });
  });

  it("who leads is told of a planned one, the person of the decision; a case's entry is none of these", () => {
    const planned = { ...emergency, kind: "PLANNED" as const };
    expect(noticeOf("ABSENCE_ASKED", planned, "leader")).toMatchObject({ word: "ASKED", tone: "info" });
    expect(noticeOf("ABSENCE_APPROVED", planned, "a")).toMatchObject({ word: "APPROVED", tone: "success" });
    expect(noticeOf("ABSENCE_ENDED", planned, "a")).toMatchObject({ word: "ENDED_MINE" });
    expect(noticeOf("ABSENCE_ENDED", planned, "leader")).toMatchObject({ word: "ENDED" });
    expect(noticeOf("STOOD_IN", planned, "b")).toBeNull();
  });

  it.each(["zh-CN", "en"])("every notice has its words (%s)", (language) => {
    const t = i18n.getFixedT(language, "shell");
    for (const kind of [
      "ASKED",
      "LIST_WRITTEN",
      "LIST_ACCEPTED",
      "LIST_MISSED",
      "APPROVED",
      "REFUSED",
      "WITHDRAWN",
      "LAPSED",
      "BEGAN",
      "BEGAN_MINE",
      "BEGAN_OTHER",
      "ENDED",
      "ENDED_MINE",
    ])
      expect(t(`absence.${kind}`, { name: "Li", kind: "x", defaultValue: "" })).toMatch(/\S/);
  });
});
