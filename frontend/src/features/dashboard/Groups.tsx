import { useQuery } from "@apollo/client/react";
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Channel, Figure, ReportDimension } from "@/graphql/gen/graphql";
import type { Span } from "@/office/days";
import { seesRatings, useViewer } from "@/office/viewer";
import { ChartBlock, Waiting } from "./ChartBlock";
import { GroupsDocument } from "./documents";
import { FigureLink } from "./FigureLink";
import { casesPath, sortRows } from "./figures";
import { useCalmRefresh } from "./useCalmRefresh";
import { useMetrics } from "./useMetrics";

type By = Exclude<ReportDimension, "KIND">;

const columns: readonly Figure[] = ["RECEIVED", "RESOLVED", "ON_TIME_RATE", "OVERDUE", "EXTENDED", "MEDIAN_HOURS"];
/** The chart is of so many groups, those that the table has first. */
const barsOf = 10;
const rowsFirst = 12;

/** The parameters of the address, and the way to change one. */
function useAddress() {
  const [params, setParams] = useSearchParams();
  const put = (name: string, value: string) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return [params, put] as const;
}

/** The same figures by item, post, member of staff, channel, and for the subdistrict by community. */
export function Groups({ span }: { span: Span }) {
  const { t } = useTranslation("dashboard");
  const viewer = useViewer();
  const [params, put] = useAddress();
  const ways: readonly By[] = [
    ...(viewer.roles.includes("SUPERVISOR") ? (["COMMUNITY"] as const) : []),
    "ITEM",
    "POST",
    "STAFF",
    "CHANNEL",
  ];
  const by: By = ways.find((one) => one === params.get("by")) ?? ways[0] ?? "ITEM";
  return (
    <div className="xx-dash-groups" data-by={by}>
      <Segmented<By>
        aria-label={t("groups.choose")}
        value={by}
        onChange={(next) => put("by", next)}
        options={ways.map((value) => ({ value, label: t("groups.by", { by: t(`by.${value}`) }) }))}
      />
      <Group key={by} by={by} span={span} />
    </div>
  );
}

function Group({ by, span }: { by: By; span: Span }) {
  const { t } = useTranslation("dashboard");
  const viewer = useViewer();
  const metrics = useMetrics();
  const [params, put] = useAddress();
  const [all, setAll] = useState(false);
  const figures: Figure[] = seesRatings(viewer) ? [...columns, "BREACHES"] : [...columns];
  const sort = Math.max(0, (figures as (string | null)[]).indexOf(params.get("sort")));
  const { data, previousData, error, refetch } = useQuery(GroupsDocument, {
    variables: { figures, by: [by], ...span },
    fetchPolicy: "cache-and-network",
  });
  useCalmRefresh(refetch);
  const told = data ?? previousData;
  if (!told) return <Waiting error={error} />;
  const nameOf = (one: { key: string; name: string }) => {
    if (one.key === "") return t(`none.${by}`);
    return by === "CHANNEL" ? t(`enums:Channel.${one.key as Channel}`) : one.name;
  };
  const rows = sortRows(
    told.report.edges.map(({ node }) => ({
      key: node.keys[0]?.key ?? "",
      name: nameOf(node.keys[0] ?? { key: "", name: "" }),
      values: figures.map((_, at) => node.values[at] ?? null),
    })),
    sort,
  );
  const drawn = rows.slice(0, barsOf);
  const title = t("groups.title", { by: t(`by.${by}`) });
  return (
    <ChartBlock
      title={title}
      span={span}
      kind="bars"
      height={90 + 44 * drawn.length}
      names={drawn.map((row) => row.name)}
      series={(["RECEIVED", "RESOLVED", "OVERDUE"] as const).map((figure) => ({
        name: metrics.name(figure),
        values: drawn.map((row) => row.values[figures.indexOf(figure)] ?? 0),
      }))}
      empty={rows.length === 0}
      sheet={{
        head: [t(`head.${by}`), ...figures.map(metrics.name)],
        rows: rows.map((row) => [row.name, ...row.values]),
      }}
    >
      {rows.length > barsOf ? <p className="xx-soft">{t("groups.first", { count: barsOf })}</p> : null}
      <table className="xx-plain-table xx-dash-table">
        <caption className="xx-visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`head.${by}`)}</th>
            {figures.map((figure, at) => (
              <th key={figure} scope="col" className="xx-number" aria-sort={at === sort ? "descending" : undefined}>
                <button type="button" className="xx-dash-sort" onClick={() => put("sort", figure)}>
                  {metrics.name(figure)}
                  <span aria-hidden="true">{at === sort ? " ↓" : ""}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, all ? undefined : rowsFirst).map((row) => (
            <tr key={row.key} data-key={row.key}>
              <th scope="row">{row.name}</th>
              {figures.map((figure, at) => {
                const value = row.values[at];
                return (
                  <td key={figure} className="xx-number">
                    {value === null || value === 0 ? (
                      metrics.say(figure, value)
                    ) : (
                      <FigureLink to={casesPath(figure, span, { by, key: row.key })}>
                        {metrics.say(figure, value)}
                      </FigureLink>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > rowsFirst && !all ? (
        <div className="xx-more">
          <button type="button" className="xx-text-button" onClick={() => setAll(true)}>
            {t("groups.others", { count: rows.length - rowsFirst })}
          </button>
        </div>
      ) : null}
      {told.report.pageInfo.hasNextPage ? <p className="xx-soft">{t("groups.cut")}</p> : null}
    </ChartBlock>
  );
}
