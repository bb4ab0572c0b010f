import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import type { Figure } from "@/graphql/gen/graphql";
import { useLanguage } from "@/i18n/language";
import type { Span } from "@/office/days";
import { formatDayMonth, formatDayShort, formatMonth } from "@/office/zone";
import { ChartBlock, Waiting } from "./ChartBlock";
import { CourseDocument } from "./documents";
import { FigureLink } from "./FigureLink";
import { casesPath } from "./figures";
import { stepOf, stepsOf } from "./period";
import { useCalmRefresh } from "./useCalmRefresh";
import { useMetrics } from "./useMetrics";

const figures: readonly Figure[] = ["RECEIVED", "RESOLVED", "OVERDUE"];

/** What came in, was resolved and ran over, day by day; month by month of a long period. */
export function Course({ span }: { span: Span }) {
  const { t } = useTranslation("dashboard");
  const language = useLanguage();
  const metrics = useMetrics();
  const step = stepOf(span);
  const { data, error, refetch } = useQuery(CourseDocument, {
    variables: { figures: [...figures], step, ...span },
    fetchPolicy: "cache-and-network",
  });
  useCalmRefresh(refetch);
  if (!data) return <Waiting error={error} />;
  const found = new Map(data.report.edges.map(({ node }) => [node.from, node.values]));
  const rows = stepsOf(span).map((one) => ({ ...one, values: figures.map((_, at) => found.get(one.from)?.[at] ?? 0) }));
  const title = t(step === "DAY" ? "course.days" : "course.months");
  const name = (from: string) =>
    step === "DAY" ? formatDayShort(from, language) : formatMonth(from.slice(0, 7), language);
  return (
    <ChartBlock
      title={title}
      span={span}
      kind="line"
      names={rows.map(({ from }) => (step === "DAY" ? formatDayMonth(from, language) : name(from)))}
      series={figures.map((figure, at) => ({
        name: metrics.name(figure),
        values: rows.map((row) => row.values[at] ?? 0),
      }))}
      empty={rows.every((row) => row.values.every((value) => value === 0))}
      sheet={{
        head: [t("course.when"), ...figures.map(metrics.name)],
        rows: rows.map((row) => [step === "DAY" ? row.from : row.from.slice(0, 7), ...row.values]),
      }}
      folded={t("course.table", { count: rows.length })}
    >
      <table className="xx-plain-table xx-dash-table">
        <caption className="xx-visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("course.when")}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className="xx-number">
                {metrics.name(figure)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.from}>
              <th scope="row">{name(row.from)}</th>
              {figures.map((figure, at) => (
                <td key={figure} className="xx-number">
                  {row.values[at] ? <FigureLink to={casesPath(figure, row)}>{row.values[at]}</FigureLink> : 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ChartBlock>
  );
}
