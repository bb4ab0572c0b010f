import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { sayDemand } from "@/components/demand";
import { EmptyHint } from "@/components/EmptyHint";
import { MoreRows } from "@/components/MoreRows";
import { PageHead } from "@/components/PageHead";
import { ClauseTag, ConfidentialTag, StatusTag } from "@/components/tags";
import { useMore } from "@/components/useMore";
import type { BreachKind, Channel, Figure, FigureFilter, RatingLevel, ReportDimension } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useLanguage } from "@/i18n/language";
import type { Span } from "@/office/days";
import { BackLink } from "./BackLink";
import { FigureCasesDocument, FigureOfDocument, MetricsDocument } from "./documents";
import { emptyValue, parts, readNarrowing } from "./figures";
import { Others } from "./Others";
import { readSpan } from "./period";
import { useSaySpan } from "./SpanText";
import { useCalmRefresh } from "./useCalmRefresh";
import { MetricsContext, useMetrics } from "./useMetrics";
import "./dashboard.css";

const known = parts.flatMap((part) => part.figures);
/** The server counts the cases no further than one more than this. */
const mostCounted = 1000;

/** The cases behind one figure of the dashboard (R): which figure, of what and of when is in the address. */
export function Component() {
  const { t } = useTranslation("dashboard");
  const [params] = useSearchParams();
  const figure = known.find((one) => one === params.get("figure"));
  const span = readSpan(params);
  const metrics = useQuery(MetricsDocument, { fetchPolicy: "cache-first" });
  if (!figure || !span)
    return (
      <>
        <PageHead title={t("cases.title")} />
        <EmptyHint title={t("cases.bad")} hint={t("cases.badHint")} action={<BackLink />} />
      </>
    );
  if (!metrics.data)
    return (
      <>
        <PageHead title={t("cases.title")} />
        {metrics.error ? (
          <EmptyHint title={t("failed")} hint={sayRefusal(refusalOf(metrics.error), t)} />
        ) : (
          <Skeleton active />
        )}
      </>
    );
  return (
    <MetricsContext value={metrics.data.metrics}>
      <Cases key={params.toString()} figure={figure} span={span} narrowing={readNarrowing(params)} />
    </MetricsContext>
  );
}

interface Narrowed {
  by: ReportDimension;
  field: keyof FigureFilter;
  key: string;
}

function Cases({ figure, span, narrowing }: { figure: Figure; span: Span; narrowing: readonly Narrowed[] }) {
  const { t } = useTranslation("dashboard");
  const language = useLanguage();
  const metrics = useMetrics();
  const saySpan = useSaySpan();
  const where: FigureFilter = Object.fromEntries(narrowing.map(({ field, key }) => [field, [key]]));
  const of = useQuery(FigureOfDocument, {
    variables: { figures: [figure], by: narrowing.map(({ by }) => by), ...span, where },
    fetchPolicy: "cache-and-network",
  });
  const { data, error, refetch, fetchMore } = useQuery(FigureCasesDocument, {
    variables: { figure, ...span, where },
    fetchPolicy: "cache-and-network",
  });
  // A list that was asked on stays as it is while somebody reads it: another first page would take the rest away.
  const page = data?.figureCases;
  const atStart = (page?.edges.length ?? 0) <= 50;
  useCalmRefresh(() => Promise.all([of.refetch(), ...(atStart ? [refetch()] : [])]));
  const next = useMore(() =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        figureCases: {
          ...fetchMoreResult.figureCases,
          edges: [...before.figureCases.edges, ...fetchMoreResult.figureCases.edges],
        },
      }),
    }),
  );
  // An emergency is of an absence.
  const ofNoCase = figure === "EMERGENCIES";
  const row = of.data?.report.edges[0]?.node;
  const sayKey = (by: ReportDimension, key: string) => {
    if (key === "") return t(`none.${by}`);
    if (by === "CHANNEL") return t(`enums:Channel.${key as Channel}`);
    if (by === "KIND")
      return figure === "BREACHES"
        ? t(`enums:BreachKind.${key as BreachKind}`)
        : t(`enums:RatingLevel.${key as RatingLevel}`);
    return row?.keys.find((one) => one.by === by)?.name ?? key;
  };
  const ofWhat = narrowing.map(({ by, key }) => `${t(`head.${by}`)}${t("common:sentenceJoin")}${sayKey(by, key)}`);
  const title = [metrics.name(figure), saySpan(span), ...ofWhat].join(" · ");
  const value = of.data ? (row ? (row.values[0] ?? null) : emptyValue(metrics.unit(figure))) : undefined;
  return (
    <>
      <PageHead
        title={title}
        tags={<ClauseTag clause={metrics.of(figure)?.clause ?? ""} />}
        hint={metrics.definition(figure)}
        actions={<BackLink />}
      />
      <p className="xx-dash-sum">
        <span>
          {metrics.name(figure)} <b data-value={value ?? ""}>{metrics.say(figure, value)}</b>
          {metrics.unit(figure) === "WORKING_HOURS" && value !== null && value !== undefined ? ` ${t("hours")}` : null}
        </span>
        {page && !ofNoCase ? (
          <span data-count={page.totalCount}>
            {page.totalCount > mostCounted
              ? t("cases.many", { many: mostCounted.toLocaleString(language) })
              : t("cases.count", { count: page.totalCount })}
          </span>
        ) : null}
        {ofNoCase ? null : <span className="xx-soft">{t(`cases.${metrics.unit(figure)}`)}</span>}
      </p>
      {!page && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={() => void refetch().catch(() => {})}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!page && !error ? <Skeleton active /> : null}
      <Others figure={figure} span={span} where={where} />
      {page && !ofNoCase ? (
        <div className="xx-card">
          {page.edges.length === 0 ? <EmptyHint title={t("cases.none")} action={<BackLink />} /> : null}
          {page.edges.length > 0 ? (
            <table className="xx-plain-table xx-dash-cases">
              <caption className="xx-visually-hidden">{title}</caption>
              <thead>
                <tr>
                  {(["case", "item", "contact", "responsible", "status"] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`cases.column.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {page.edges.map(({ node }) => (
                  <tr key={node.id}>
                    <th scope="row">
                      <Link to={`/cases/${node.receiptNo}`}>{node.receiptNo}</Link>
                      <span className="xx-dash-demand">{sayDemand(node, t)}</span>
                    </th>
                    <td>
                      {node.matter === "SERVICE" ? (
                        (node.item?.name ?? t("none.ITEM"))
                      ) : (
                        <>
                          {t(`enums:Matter.${node.matter}`)} <ConfidentialTag />
                        </>
                      )}
                    </td>
                    <td>
                      <DateTimeText at={node.contactAt} near />
                      <span className="xx-dash-demand">{t(`enums:Channel.${node.channel}`)}</span>
                    </td>
                    <td>{node.responsible.name}</td>
                    <td>
                      <StatusTag status={node.status} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
          <MoreRows next={next} more={page.pageInfo.hasNextPage} />
        </div>
      ) : null}
    </>
  );
}
