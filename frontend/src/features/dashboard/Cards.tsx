import { QuestionCircleOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag } from "@/components/tags";
import type { Figure } from "@/graphql/gen/graphql";
import { refusalOf } from "@/graphql/refusal";
import { beginOf, type Span } from "@/office/days";
import { seesRatings, useViewer } from "@/office/viewer";
import { FiguresDocument } from "./documents";
import { FigureLink } from "./FigureLink";
import { against, casesPath, differenceOf, emptyValue, parts, type Value } from "./figures";
import { useCalmRefresh } from "./useCalmRefresh";
import { useMetrics } from "./useMetrics";

interface Spans {
  span: Span;
  before: Span;
  year: Span;
}

/** Each figure of the period, with the same of the period before and of the year so far. */
export function Cards(props: { span: Span; before: Span; today: string }) {
  const { t } = useTranslation("dashboard");
  const leads = seesRatings(useViewer());
  const metrics = useMetrics();
  const { span, before, today } = props;
  const year = { from: beginOf("year", today), until: today };
  const shown = parts.filter((part) => leads || !part.leads);
  const figures = shown.flatMap((part) => part.figures);
  const { data, previousData, error, refetch } = useQuery(FiguresDocument, {
    variables: {
      figures,
      ...against(span, before, year),
    },
    fetchPolicy: "cache-and-network",
  });
  useCalmRefresh(refetch);
  const told = data ?? previousData;
  const figureOf = (of: "now" | "before" | "year", figure: Figure): Value | undefined => {
    if (!told) return undefined;
    const row = told[of].edges[0]?.node;
    return row ? (row.values[figures.indexOf(figure)] ?? null) : emptyValue(metrics.unit(figure));
  };
  return (
    <section className="xx-dash-cards" aria-labelledby="xx-dash-cards" aria-busy={!data}>
      <h2 className="xx-visually-hidden" id="xx-dash-cards">
        {t("cards")}
      </h2>
      {error ? <RefusalNote refusal={refusalOf(error)} /> : null}
      {shown.map((part) => (
        <section key={part.key} aria-labelledby={`xx-dash-part-${part.key}`}>
          <h3 className="xx-section-title" id={`xx-dash-part-${part.key}`}>
            {t(`part.${part.key}`)}
          </h3>
          <ul className="xx-dash-grid">
            {part.figures.map((figure) => (
              <Card
                key={figure}
                figure={figure}
                now={figureOf("now", figure)}
                before={figureOf("before", figure)}
                year={figureOf("year", figure)}
                spans={{ span, before, year }}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Card(props: {
  figure: Figure;
  now: Value | undefined;
  before: Value | undefined;
  year: Value | undefined;
  spans: Spans;
}) {
  const { t } = useTranslation("dashboard");
  const { figure, now, before, year, spans } = props;
  const metrics = useMetrics();
  const unit = metrics.unit(figure);
  const name = metrics.name(figure);
  const path = (span: Span) => casesPath(figure, span);
  return (
    <li className="xx-card xx-dash-card" data-figure={figure}>
      <div className="xx-dash-card-head">
        <h4>{name}</h4>
        <Tooltip title={metrics.definition(figure)} trigger={["hover", "focus", "click"]}>
          <button type="button" className="xx-dash-why" aria-label={t("why", { name })}>
            <QuestionCircleOutlined aria-hidden />
          </button>
        </Tooltip>
      </div>
      <p className="xx-dash-value">
        <FigureLink to={path(spans.span)} label={t("open", { name, value: sayWithUnit(now) })}>
          {metrics.say(figure, now)}
        </FigureLink>
        {unit === "WORKING_HOURS" && now !== null && now !== undefined ? <span>{t("hours")}</span> : null}
      </p>
      <Difference now={now ?? null} before={before ?? null} unit={unit} />
      <dl className="xx-dash-beside">
        <div>
          <dt>{t("before")}</dt>
          <dd>
            <FigureLink to={path(spans.before)} label={t("openBefore", { name, value: sayWithUnit(before) })}>
              {metrics.say(figure, before)}
            </FigureLink>
          </dd>
        </div>
        <div>
          <dt>{t("year")}</dt>
          <dd>
            <FigureLink to={path(spans.year)} label={t("openYear", { name, value: sayWithUnit(year) })}>
              {metrics.say(figure, year)}
            </FigureLink>
          </dd>
        </div>
      </dl>
      <ClauseTag clause={metrics.of(figure)?.clause ?? ""} />
    </li>
  );

  function sayWithUnit(value: Value | undefined): string {
    const said = metrics.say(figure, value);
    return unit === "WORKING_HOURS" && value !== null && value !== undefined ? `${said} ${t("hours")}` : said;
  }
}

const arrows = { up: "↑", down: "↓", same: "=" } as const;

/** More or less than before, in words and by an arrow; whether that is good or bad is for the reader to say. */
function Difference({ now, before, unit }: { now: Value; before: Value; unit: "COUNT" | "PERCENT" | "WORKING_HOURS" }) {
  const { t } = useTranslation("dashboard");
  const difference = differenceOf(now, before);
  return (
    <p className="xx-dash-difference">
      {difference ? (
        <>
          <span aria-hidden="true">{arrows[difference.way]}</span>{" "}
          {difference.way === "same" ? t("same") : t(`${difference.way}.${unit}`, { by: difference.by })}
        </>
      ) : (
        t("incomparable")
      )}
    </p>
  );
}
