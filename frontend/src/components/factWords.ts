import type { TFunction } from "i18next";
import type { Language } from "@/office/zone";
import { formatInstant } from "@/office/zone";

/** What is needed to put facts into words: the reader's language, the community's zone, people's names by id. */
export interface Reader {
  t: TFunction;
  zone: string;
  language: Language;
  names: ReadonlyMap<string, string>;
}

const instants = new Set([
  "contactAt",
  "dueAt",
  "oldDueAt",
  "newDueAt",
  "wouldBe",
  "startAt",
  "toldAt",
  "receivedAt",
  "answerBy",
  "decideBy",
  "scheduledAt",
  "foundAt",
  "closedAt",
  "fromAt",
  "untilAt",
  "noteDueAt",
]);
const people = new Set(["to", "from", "by", "person", "responsible", "holder", "firstResponder"]);
const inSentence = new Set(["toldWay", "way", "result", "role", "status", "as", "paper"]);
const enums: Record<string, string> = {
  channel: "Channel",
  toldWay: "TellWay",
  way: "TellWay",
  result: "PromiseResult",
  role: "HolderRole",
  breach: "BreachKind",
  alarm: "AlarmKind",
  status: "CaseStatus",
  as: "PieceState",
  paper: "PaperKind",
  matter: "Matter",
  absence: "AbsenceKind",
  stage: "ProjectStage",
  stageBefore: "ProjectStage",
};

/**
 * The facts of a journal entry or a breach as texts for a sentence, by name: instants in the community's zone, people
 * by name, words of the office translated, nested facts as oldClosedAt. What is no such thing stays as it is.
 */
export function sayFacts(
  facts: Readonly<Record<string, unknown>>,
  reader: Reader,
  prefix = "",
): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(facts)) {
    const key = prefix ? `${prefix}${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
    if (value && typeof value === "object" && !Array.isArray(value))
      Object.assign(out, sayFacts(value as Record<string, unknown>, reader, key));
    else if (value !== null && value !== undefined) out[key] = sayFact(name, value, reader);
  }
  return out;
}

function sayFact(name: string, value: unknown, reader: Reader): string {
  if (Array.isArray(value)) return value.map(String).join(reader.t("case:listJoin"));
  const text = String(value);
  if (instants.has(name))
    return Number.isNaN(Date.parse(text)) ? text : formatInstant(text, reader.zone, reader.language);
  if (people.has(name)) return reader.names.get(text) ?? reader.t("case:someone");
  const words = enums[name];
  if (!words) return text;
  const said = reader.t(`enums:${words}.${text}`, { defaultValue: text });
  // Inside an English sentence a word of the office does not begin with a capital.
  return reader.language === "en" && inSentence.has(name) ? said.charAt(0).toLowerCase() + said.slice(1) : said;
}

/** The facts of a breach in a sentence: what the system found, or what somebody reported. */
export function sayBreach(facts: Readonly<Record<string, unknown>>, reader: Reader): string {
  if (typeof facts.said === "string") return facts.said;
  const words = sayFacts(facts, reader);
  if (words.named && words.missing) return reader.t("case:secondNoticeFacts", { reason: "", ...words });
  if (facts.absence && words.noteDueAt) return reader.t("case:listMissedFacts", words);
  if (facts.of && words.breach) return reader.t("case:leadershipFacts", words);
  return words.dueAt && words.status && words.responsible
    ? reader.t("case:breachFacts", words)
    : Object.values(words).join(reader.t("case:listJoin"));
}
