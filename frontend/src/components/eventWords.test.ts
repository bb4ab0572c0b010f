import { join } from "node:path";
import { type GraphQLEnumType, isEnumType } from "graphql";
import { describe, expect, it } from "vitest";
import type { EventKind } from "@/graphql/gen/graphql";
import { i18n } from "@/i18n/i18n";
import { readSchema } from "@/test/office";
import { sayEvent } from "./eventWords";
import { type Reader, sayBreach, sayFacts } from "./factWords";

const schema = readSchema(join(import.meta.dirname, "../../../graph/schema"));
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
  title: "Road",
  stage: "AGREED",
  stageBefore: "PROPOSED",
  quantity: 10,
  unit: "bags",
  worth: "100.00",
  delivered: 4,
  budget: "100.00",
  cost: "90.00",
  date: "2026-02-26",
  residents: 12,
  minutes: 90,
  due: "2026-03-01",
  fromAt: "2026-02-26T01:00:00Z",
  untilAt: "2026-02-26T03:00:00Z",
  upheld: true,
  satisfied: true,
  noteDueAt: "2026-02-27T09:00:00Z",
  things: 2,
  way: "BY_PHONE",
  by: "st_zhao",
  remedy: "done at once",
  value: "300.00",
  left: "100.00",
  old: { outcome: "done", closedAt: "2026-02-20T09:00:00Z", dueAt: "2026-02-21T09:00:00Z" },
};

/** What an absence calls from and until are instants. */
const factsFor = (kind: EventKind) =>
  kind.startsWith("ABSENCE_")
    ? { ...facts, kind: "PLANNED", from: "2026-03-02T00:30:00Z", until: "2026-03-03T09:00:00Z", cases: 2, moved: 2 }
    : facts;

describe.each(["zh-CN", "en"] as const)("the journal in words (%s)", (language) => {
  const kinds = valuesOf("EventKind") as EventKind[];

  it.each(kinds)("%s has a title and a sentence", (kind) => {
    const words = sayEvent({ kind, reason: "because", facts: factsFor(kind) }, reader(language));
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

describe("B4, B5: the journal of an absence", () => {
  const said = (kind: EventKind, more: Record<string, unknown>) =>
    sayEvent({ kind, reason: "", facts: { ...more } }, reader("en")).sentence;
  const from = "2026-03-02T00:30:00Z";

  it("tells its time, or that the end is not known", () => {
    expect(said("ABSENCE_ASKED", { kind: "PLANNED", from, until: "2026-03-03T09:00:00Z" })).toBe(
      "Planned absence from Mon 2 Mar 2026 08:30 until Tue 3 Mar 2026 17:00.",
    );
    expect(said("ABSENCE_ASKED", { kind: "EMERGENCY", from, until: null })).toBe(
      "Emergency from Mon 2 Mar 2026 08:30, end not known.",
    );
  });

  it("tells what moved, and that a list is missing", () => {
    expect(said("ABSENCE_BEGAN", { kind: "PLANNED", until: null, moved: 1, open: ["1"] })).toContain("1 case is");
    expect(said("ABSENCE_ENDED", { moved: 0, noteDueAt: null })).toBe("Back on duty; 0 cases returned.");
    expect(said("ABSENCE_ENDED", { moved: 3, noteDueAt: from })).toContain("due by Mon 2 Mar 2026 08:30");
    expect(said("ABSENCE_LAPSED", { why: "" })).not.toBe(said("ABSENCE_LAPSED", { why: "NOBODY_ON_DUTY" }));
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
