import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { ClauseTag } from "@/components/tags";
import type { BreachKind, Figure, RatingLevel } from "@/graphql/gen/graphql";
import type { Span } from "@/office/days";
import { ChartBlock, Waiting } from "./ChartBlock";
import { GroupsDocument } from "./documents";
import { FigureLink } from "./FigureLink";
import { casesPath, sortRows } from "./figures";
import { useCalmRefresh } from "./useCalmRefresh";
import { useMetrics } from "./useMetrics";

/** Breaches by kind and ratings by level, for whoever leads (A4, Q6). */
export function Kinds({ span }: { span: Span }) {
  return (
    <div className="xx-halves">
      <OneKind figure="BREACHES" span={span} />
      <OneKind figure="RATINGS" span={span} />
    </div>
  );
}

/** In the order in which a resident is asked. */
const levels: readonly RatingLevel[] = [
  "VERY_SATISFIED",
  "SATISFIED",
  "BASICALLY_SATISFIED",
  "DISSATISFIED",
  "VERY_DISSATISFIED",
];

function OneKind({ figure, span }: { figure: Extract<Figure, "BREACHES" | "RATINGS">; span: Span }) {
  const { t } = useTranslation("dashboard");
  const metrics = useMetrics();
  const { data, previousData, error, refetch } = useQuery(GroupsDocument, {
    variables: { figures: [figure], by: ["KIND"], ...span },
    fetchPolicy: "cache-and-network",
  });
  useCalmRefresh(refetch);
  const told = data ?? previousData;
  if (!told) return <Waiting error={error} />;
  const counted = told.report.edges.map(({ node }) => ({
    key: node.keys[0]?.key ?? "",
    values: [node.values[0] ?? 0],
  }));
  const rows =
    figure === "BREACHES"
      ? sortRows(counted, 0).map((row) => ({ ...row, name: t(`enums:BreachKind.${row.key as BreachKind}`) }))
      : levels.map((key) => ({
          key,
          values: counted.find((one) => one.key === key)?.values ?? [0],
          name: t(`enums:RatingLevel.${key}`),
        }));
  const title = t(`kinds.${figure}`);
  return (
    <ChartBlock
      title={title}
      extra={<ClauseTag clause={metrics.of(figure)?.clause ?? ""} />}
      span={span}
      kind="bars"
      height={90 + 34 * rows.length}
      names={rows.map((row) => row.name)}
      series={[{ name: metrics.name(figure), values: rows.map((row) => row.values[0] ?? 0) }]}
      empty={counted.length === 0}
      sheet={{ head: [t("kinds.kind"), metrics.name(figure)], rows: rows.map((row) => [row.name, ...row.values]) }}
    >
      <table className="xx-plain-table xx-dash-table">
        <caption className="xx-visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("kinds.kind")}</th>
            <th scope="col" className="xx-number">
              {metrics.name(figure)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-key={row.key}>
              <th scope="row">{row.name}</th>
              <td className="xx-number">
                {row.values[0] ? (
                  <FigureLink to={casesPath(figure, span, { by: "KIND", key: row.key })}>{row.values[0]}</FigureLink>
                ) : (
                  0
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartBlock>
  );
}
