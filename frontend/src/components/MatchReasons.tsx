import { useTranslation } from "react-i18next";
import type { MatchCode } from "@/graphql/gen/graphql";
import "./MatchReasons.css";

interface Reason {
  code: MatchCode;
  word: string;
  points: number;
}

const enums: Partial<Record<MatchCode, string>> = { SECTOR: "Sector", HOURS: "WorkHours", OBSTACLE: "Obstacle" };

/** Why an opening fits a person, or does not: one line each, with its points; they add up to the score (E4). */
export function MatchReasons({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation();
  return (
    <ul className="xx-reasons">
      {reasons.map((one) => {
        const of = enums[one.code];
        const word = of ? t(`enums:${of}.${one.word}`) : one.word;
        return (
          <li
            key={one.code + one.word}
            data-tone={one.code === "OBSTACLE" || one.points < 0 ? "bad" : one.points > 0 ? "good" : "none"}
          >
            {t(`enums:MatchCode.${one.code}`)}
            {word ? ` ${word}` : ""}
            <span className="xx-reason-points">{one.points > 0 ? `+${one.points}` : one.points}</span>
          </li>
        );
      })}
    </ul>
  );
}
