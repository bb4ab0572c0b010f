import { useTranslation } from "react-i18next";
import { type LevelSum, levelTones, sharesOf } from "./sums";

/** How often each level was given, as rows with a bar; the numbers say the same. */
export function LevelBars({ sums }: { sums: readonly LevelSum[] }) {
  const { t } = useTranslation("ratings");
  const { rows } = sharesOf(sums);
  return (
    <dl className="xx-levels">
      {rows.map(({ level, count, share }) => (
        <div key={level} data-tone={levelTones[level]}>
          <dt>{t(`enums:RatingLevel.${level}`)}</dt>
          <dd>
            <span className="xx-level-bar" aria-hidden="true">
              <span style={{ width: `${share * 100}%` }} />
            </span>
            <strong>{t("times", { count })}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}
