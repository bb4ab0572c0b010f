import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateText } from "@/components/DateText";
import type { ProjectCardFragment as Card } from "@/graphql/gen/graphql";
import { useToday } from "@/office/useToday";
import { placeOf, scaleOf, stageTones } from "./stages";

/** The projects' plans as bars over months, with a line at today. The dates stand beside each bar in words. */
export function PlanLine({ cards }: { cards: readonly Card[] }) {
  const { t } = useTranslation("projects");
  const today = useToday();
  const plans = cards.map((card) => ({ card, span: { from: card.plannedFrom, until: card.plannedUntil } }));
  const scale = scaleOf(
    plans.map((plan) => plan.span),
    today,
  );
  if (!scale) return <p className="xx-soft">{t("empty")}</p>;
  const now = placeOf({ from: today, until: today }, scale).left;
  return (
    <div className="xx-card xx-card-pad xx-plan">
      <div className="xx-plan-row xx-plan-head" aria-hidden>
        <span />
        <span className="xx-plan-track">
          {scale.months.map((month, index) => (
            <i key={month} style={{ left: `${placeOf({ from: `${month}-01`, until: `${month}-01` }, scale).left}%` }}>
              {index === 0 || month.endsWith("-01")
                ? month
                : scale.months.length > 18 && index % 3
                  ? ""
                  : month.slice(5)}
            </i>
          ))}
        </span>
      </div>
      <ul>
        {plans.map(({ card, span }) => {
          const place = placeOf(span, scale);
          const late = card.plannedUntil < today && !["ACCEPTED", "CLOSED", "DROPPED"].includes(card.stage);
          return (
            <li key={card.id} className="xx-plan-row">
              <span className="xx-plan-name">
                <Link to={`/projects/${card.id}`}>{card.title}</Link>
                <span className="xx-soft">
                  {t(`enums:ProjectStage.${card.stage}`)} · <DateText date={card.plannedFrom} short /> —{" "}
                  <DateText date={card.plannedUntil} short />
                  {late ? <strong className="xx-plan-late"> · {t("late")}</strong> : null}
                </span>
              </span>
              <span className="xx-plan-track" aria-hidden>
                <b
                  data-tone={stageTones[card.stage]}
                  data-late={late}
                  style={{ left: `${place.left}%`, width: `${place.width}%` }}
                />
                <em style={{ left: `${now}%` }} />
              </span>
            </li>
          );
        })}
      </ul>
      <p className="xx-soft">
        <span className="xx-plan-today" aria-hidden /> {t("today")} <DateText date={today} />
      </p>
    </div>
  );
}
