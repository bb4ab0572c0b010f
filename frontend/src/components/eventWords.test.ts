import { join } from "node:path";
import { type GraphQLEnumType, isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import { type Reader, sayBreach, sayFacts } from "@/components/factWords";
import type { EventKind } from "@/graphql/gen/graphql";
import { i18n } from "@/i18n/i18n";
import { readSchema } from "@/test/office";
import { sayEvent } from "./eventWords";

const schema = readSchema(join(import.meta.dirname, "../../../../graph/schema"));
const valuesOf = (name: string) => {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`${name} is no enum`);
  return (type as GraphQLEnumType).getValues().map((value) => value.name);
};

const reader = (language: "zh-CN" | "en"): Reader => ({
  t: i18n.getFixedT(language),
  zone: "Asia/Shanghai",
  language,
  names: new Map([
    ["st_li", "Li"],
    ["st_zhao", "Zhao"],
  ]),
});

/** Every fact that any entry of the journal may carry. */
const facts = {
  channel: "PHONE",
  contactAt: "2026-02-26T01:00:00Z",
  dueAt: "2026-02-26T09:00:00Z",
  oldDueAt: "2026-02-25T09:00:00Z",
  newDueAt: "2026-02-27T09:00:00Z",
  wouldBe: "2026-02-28T09:00:00Z",
  startAt: "2026-02-26T01:00:00Z",
  toldAt: "2026-02-26T01:00:00Z",
  toldWay: "BY_PHONE",
  receivedAt: "2026-02-26T01:00:00Z",
  answerBy: "2026-02-26T09:00:00Z",
  decideBy: "2026-02-26T09:00:00Z",
  scheduledAt: "2026-02-26T08:00:00Z",
  workingDays: 3,
  promise: 1,
  origin: "FIRST",
  provisional: false,
  to: "st_zhao",
  from: "st_li",
  person: "st_li",
  role: "STAND_IN",
  post: "Post",
  department: "Bureau",
  phone: "0432-1",
  address: "Street 1",
  missing: ["card", "book"],
  result: "KEPT",
  extended: false,
  breach: "PROMISE_MISSED",
  clause: "A2",
  arrived: true,
  received: ["card"],
  pieces: ["card \u00d7 1"],
  piece: "card",
  count: 2,
  signedBy: "Zhang",
  as: "DAMAGED",
  amount: "5.00",
  standard: "10.00",
  billNo: "B-1",
  file: "scan.jpg",
  paper: "ONE_TIME_NOTICE",
  number: "20260226-00001-1",
  draft: false,
  upheld: true,
  satisfied: true,
  old: { outcome: "done", closedAt: "2026-02-20T09:00:00Z", dueAt: "2026-02-21T09:00:00Z" },
};

describe.each(["zh-CN", "en"] as const)("the journal in words (%s)", (language) => {
  const kinds = valuesOf("EventKind") as EventKind[];

  it.each(kinds)("%s has a title and a sentence", (kind) => {
    const words = sayEvent({ kind, reason: "because", facts }, reader(language));
    expect(words.title).not.toMatch(/^$|[A-Z]{3,}_|\{\{/);
    expect(words.sentence).not.toMatch(/^$|\{\{|undefined|st_|[A-Z]{3,}_[A-Z]/);
    expect(words.quote).toBe("because");
  });

  it.each(valuesOf("AlarmKind"))("the warning %s has its own title and sentence", (alarm) => {
    const words = sayEvent({ kind: "WARNING", reason: "", facts: { ...facts, alarm } }, reader(language));
    expect(words.title).not.toMatch(/[A-Z]{3,}_|\{\{/);
    expect(words.sentence).not.toMatch(/^$|\{\{/);
    expect(words.tone).toBe(/_(PASSED|ESCALATED)$/.test(alarm) ? "bad" : "warn");
  });

  it.each(kinds)("%s without facts shows its title and no holes", (kind) => {
    const words = sayEvent({ kind, reason: "", facts: {} }, reader(language));
    expect(words.title).not.toBe("");
    expect(words.sentence).not.toMatch(/\{\{|undefined|NaN/);
  });
});

describe("facts", () => {
  it("are instants in the community's zone, people by name, words of the office", () => {
    expect(sayFacts(facts, reader("en"))).toMatchObject({
      dueAt: "Thu 26 Feb 2026 17:00",
      to: "Zhao",
      toldWay: "by phone",
      missing: "card, book",
      oldOutcome: "done",
      oldClosedAt: "Fri 20 Feb 2026 17:00",
    });
    expect(sayFacts({ to: "st_gone" }, reader("en")).to).not.toContain("st_");
  });

  it("F9: a breach says what somebody reported, or what the system found", () => {
    expect(sayBreach({ said: "sent away twice" }, reader("en"))).toBe("sent away twice");
    const found = {
      dueAt: facts.dueAt,
      foundAt: facts.dueAt,
      status: "PROMISED",
      responsible: "st_li",
      holder: "st_li",
    };
    const sentence = sayBreach(found, reader("en"));
    expect(sentence).toContain("Thu 26 Feb 2026 17:00");
    expect(sentence).toContain("Li");
    expect(sentence).not.toContain("st_li");
  });
});
