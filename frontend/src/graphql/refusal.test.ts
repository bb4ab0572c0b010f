import { CombinedGraphQLErrors, ServerError } from "@apollo/client/errors";
import { describe, expect, it } from "vitest";
import { i18n } from "@/i18n/i18n";
import { fieldName, formPath, refusalOf, sayRefusal } from "./refusal";

const refused = (extensions: Record<string, unknown>, message = "no") =>
  new CombinedGraphQLErrors({ data: null, errors: [{ message, extensions }] });

describe("refusals", () => {
  it("carry code, clause, field and facts", () => {
    const refusal = refusalOf(refused({ code: "TOO_LATE", clause: "T5", field: "input.workingDays", dueAt: "x" }));
    expect(refusal).toMatchObject({ code: "TOO_LATE", clause: "T5", facts: { dueAt: "x" } });
    expect(fieldName(refusal)).toBe("workingDays");
  });

  it("are said in the reader's language, and by the server's sentence where the code is new", async () => {
    const t = i18n.t.bind(i18n);
    await i18n.changeLanguage("zh-CN");
    expect(sayRefusal(refusalOf(refused({ code: "OWN_CASE" })), t)).toBe("不能审批自己的申请或处理自己的事。");
    await i18n.changeLanguage("en");
    expect(sayRefusal(refusalOf(refused({ code: "OWN_CASE" })), t)).toBe("Nobody decides about their own request.");
    expect(sayRefusal(refusalOf(refused({ code: "BRAND_NEW" }, "server says")), t)).toBe("server says");
    await i18n.changeLanguage("zh-CN");
  });

  it("B4, B5, B6: say post, person and dates in the community's zone", async () => {
    const t = i18n.t.bind(i18n);
    const say = (extensions: Record<string, unknown>) => sayRefusal(refusalOf(refused(extensions)), t);
    const facts = { post: "Help", person: "Li", from: "2026-03-02T00:30:00Z", until: "2026-03-03T09:00:00Z" };
    await i18n.changeLanguage("en");
    expect(say({ code: "BOTH_AWAY", clause: "B6", field: "input.from", ...facts })).toBe(
      "Li, the other half of “Help”, is away from Mon 2 Mar 2026 08:30 until Tue 3 Mar 2026 17:00. A and B are never away together; choose another time.",
    );
    // Two at the very same time: the database tells the post only.
    expect(say({ code: "BOTH_AWAY", clause: "B6", field: "from", post: "Help" })).toContain("“Help”");
    expect(say({ code: "ALREADY_DONE", clause: "B6", person: "Li", from: facts.from })).toBe(
      "Li is away from Mon 2 Mar 2026 08:30 already.",
    );
    expect(say({ code: "TOO_LATE", clause: "B4", field: "from", dueAt: facts.until })).toContain(
      "by Tue 3 Mar 2026 17:00 at the latest",
    );
    expect(say({ code: "TOO_LATE", clause: "T5" })).not.toContain("planned");
    expect(say({ code: "NEEDS_EXPLANATION", clause: "B4", field: "notes", receiptNo: "7" })).toContain("Case 7 is due");
    expect(say({ code: "NEEDS_HAND_OVER", clause: "B4", to: "stf_1" })).not.toContain("stf_1");
    for (const code of ["BOTH_AWAY", "NEEDS_HAND_OVER"]) expect(say({ code, ...facts })).not.toMatch(/\{\{|no$/);
    await i18n.changeLanguage("zh-CN");
    expect(say({ code: "BOTH_AWAY", clause: "B6", ...facts })).toContain("Li 2026年3月2日 周一 08:30 起");
  });

  it("P2, P3: of co-building say what is meant there", () => {
    const say = (extensions: Record<string, unknown>) => sayRefusal(refusalOf(refused(extensions)), i18n.t.bind(i18n));
    expect(say({ code: "OWN_CASE", clause: "P3" })).toBe("自己登记的，须由他人确认。");
    expect(say({ code: "TOO_LATE", clause: "P2" })).toBe("这个时间已经过去。");
    expect(say({ code: "TOO_LATE", clause: "Papers" })).toBe(say({ code: "TOO_LATE" }));
  });

  it("are told from a lost connection", () => {
    expect(refusalOf(new TypeError("Failed to fetch")).code).toBe("NETWORK");
    const gone = new ServerError("bad gateway", { response: new Response("", { status: 502 }), bodyText: "<html>" });
    expect(refusalOf(gone).code).toBe("NETWORK");
  });

  it("are read from an HTTP error's body, and from its status without one", () => {
    const body = JSON.stringify({ errors: [{ message: "m", extensions: { code: "TOO_MANY_TOKENS" } }] });
    expect(
      refusalOf(new ServerError("400", { response: new Response("", { status: 400 }), bodyText: body })).code,
    ).toBe("TOO_MANY_TOKENS");
    expect(refusalOf(new ServerError("413", { response: new Response("", { status: 413 }), bodyText: "" })).code).toBe(
      "LIMIT_EXCEEDED",
    );
    expect(refusalOf(new ServerError("500", { response: new Response("", { status: 500 }), bodyText: "" })).code).toBe(
      "INTERNAL",
    );
  });

  it("name the facts that they are about", () => {
    const t = i18n.getFixedT("en");
    const say = (extensions: Record<string, unknown>) => sayRefusal(refusalOf(refused(extensions)), t);
    expect(say({ code: "OVER_STANDARD", standard: "5.00", charged: "2.00" })).toContain("5.00 yuan");
    expect(say({ code: "OVER_STANDARD", charged: 500 })).not.toContain("{{");
    expect(say({ code: "SECOND_NOTICE", named: ["card", "book"] })).toContain("card, book");
    expect(say({ code: "CUSTODY_OPEN", held: 2 })).toContain("2 still in custody");
    expect(say({ code: "BAD_FILE", reason: "ENCRYPTED" })).toContain("password");
    expect(say({ code: "BAD_FILE", reason: "PHONE_FORMAT" })).toContain("export it as JPEG");
    expect(say({ code: "BAD_FILE", reason: "ACTIVE_CONTENT" })).toContain("Save it as a plain PDF");
    const zh = i18n.getFixedT("zh-CN");
    expect(sayRefusal(refusalOf(refused({ code: "BAD_FILE", reason: "PHONE_FORMAT" })), zh)).toContain("导出为 JPEG");
    expect(say({ code: "BAD_FILE", reason: "BRAND_NEW" })).toBe("This file cannot be taken.");
  });

  it("belong to a field of the form, however deep", () => {
    const values = { pieces: [{ name: "a", place: "" }], missing: ["x", "y"], reason: "" };
    const path = (field: string) => formPath(refusalOf(refused({ code: "BAD_INPUT", field })), values);
    expect(path("reason")).toEqual(["reason"]);
    expect(path("input.pieces.0.place")).toEqual(["pieces", 0, "place"]);
    expect(path("missing.1")).toEqual(["missing"]);
    expect(path("caseId")).toBeNull();
    expect(path("")).toBeNull();
  });

  it("are INTERNAL where nothing is known", () => {
    expect(refusalOf(new Error("odd")).code).toBe("INTERNAL");
    expect(refusalOf("odd").code).toBe("INTERNAL");
  });
});
