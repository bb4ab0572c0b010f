import type { TFunction } from "i18next";
import type { Matter } from "@/graphql/gen/graphql";

const levels = ["VERY_SATISFIED", "SATISFIED", "BASICALLY_SATISFIED", "DISSATISFIED", "VERY_DISSATISFIED"] as const;
const tags = ["WARM", "FAST", "CLEAR", "FAIR", "COLD", "SLOW", "UNCLEAR", "MANY_TRIPS", "UNSOLVED", "CHARGES"] as const;

export interface RatingWords {
  level: (typeof levels)[number];
  tags: (typeof tags)[number][];
  comment: string;
}

/** A rating as it stands in the demand of its matter: level and tags in the first line, below it what was written. */
export function readRating(demand: string): RatingWords | null {
  const [first = "", ...rest] = demand.split("\n");
  const [word, ...more] = first.split(" ");
  const level = levels.find((known) => known === word);
  if (!level) return null;
  return { level, tags: tags.filter((known) => more.includes(known)), comment: rest.join("\n").trim() };
}

/** The demand as it is read in a list: of a bad rating the words of the lists are translated. */
export function sayDemand(one: { matter: Matter; demand: string }, t: TFunction): string {
  const rating = one.matter === "BAD_RATING" ? readRating(one.demand) : null;
  if (!rating) return one.demand;
  const words = [t(`enums:RatingLevel.${rating.level}`), ...rating.tags.map((tag) => t(`enums:RatingTag.${tag}`))].join(
    t("common:listJoin"),
  );
  return rating.comment ? `${words}${t("common:sentenceJoin")}${rating.comment}` : words;
}
