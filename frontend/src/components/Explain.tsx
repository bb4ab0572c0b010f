import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/graphql/gen";
import { useLanguage } from "@/i18n/language";
import { formatDayMonth, formatDayShort } from "@/office/zone";
import { DateText, DateTimeText } from "./DateText";

export const ExplainFragment = graphql(`
  fragment Explain_DeadlineExplanation on DeadlineExplanation {
    from
    workingDays
    dueAt
    provisional
    steps { date counted ordinal reason name provisional }
  }
`);

/**
 * Why this date: each counted and skipped day with its reason. `compact` draws a strip of days for the side of a form;
 * the reasons are then in each day's text for readers who cannot see the strip.
 */
export function Explain(props: {
  explanation: FragmentType<typeof ExplainFragment>;
  compact?: boolean;
  heading?: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const explanation = readFragment(ExplainFragment, props.explanation);
  const last = explanation.steps.findLast((step) => step.counted);
  const why = (step: (typeof explanation.steps)[number]) => {
    if (step.reason === "DAY_OF_EVENT") return t("explain.dayOfEvent");
    const reason = t(`enums:StepReason.${step.reason}`);
    const kind = step.name && step.name !== reason ? `${reason} · ${step.name}` : reason;
    if (!step.counted) return t("explain.skipped", { kind });
    return step.reason === "WORKING_DAY" ? t("explain.counted") : t("explain.countedAs", { kind });
  };
  return (
    <div className="xx-explain">
      {props.heading === false ? null : (
        <p>
          {t("explain.head", { count: explanation.workingDays })}{" "}
          <strong>
            <DateTimeText at={explanation.dueAt} />
          </strong>
          {explanation.provisional ? (
            <span className="xx-tag" data-tone="soon">
              {t("explain.provisional")}
            </span>
          ) : null}
        </p>
      )}
      {props.compact ? (
        <ol className="xx-explain-strip">
          {explanation.steps.map((step) => (
            <li
              key={step.date}
              className="xx-explain-day"
              data-counted={step.counted}
              data-rest={!step.counted && step.reason !== "DAY_OF_EVENT"}
              data-last={step === last}
              title={`${formatDayShort(step.date, language)} ${why(step)}`}
            >
              <span>{t(`explain.weekday.${new Date(`${step.date}T00:00:00Z`).getUTCDay()}`)}</span>
              <b>{formatDayMonth(step.date, language)}</b>
              <span aria-hidden="true">
                {step.counted
                  ? step.ordinal
                  : t(step.reason === "DAY_OF_EVENT" ? "explain.startMark" : "explain.restMark")}
              </span>
              <span className="xx-visually-hidden">{why(step)}</span>
            </li>
          ))}
        </ol>
      ) : (
        <ol className="xx-explain-list">
          {explanation.steps.map((step) => (
            <li key={step.date} data-counted={step.counted} data-last={step === last}>
              <span className="xx-explain-ordinal">{step.counted ? step.ordinal : t("explain.none")}</span>
              <DateText date={step.date} />
              <span>
                {why(step)}
                {step.provisional ? ` · ${t("explain.provisional")}` : ""}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
