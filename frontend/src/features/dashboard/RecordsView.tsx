import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { DateText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { MoreRows } from "@/components/MoreRows";
import { PageHead } from "@/components/PageHead";
import { ClauseTag } from "@/components/tags";
import { useMore } from "@/components/useMore";
import type { DashboardRecordsQuery, ResidentFigure } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import type { Span } from "@/office/days";
import { BackLink } from "./BackLink";
import { FigureRecordsDocument } from "./documents";
import { beside } from "./figures";
import { readSpan } from "./period";
import { useSaySpan } from "./SpanText";
import { useCalmRefresh } from "./useCalmRefresh";
import { useResidentMetrics } from "./useResidentMetrics";
import "./dashboard.css";

const known = beside.flatMap((part) => part.figures);

type About = DashboardRecordsQuery["figureRecords"]["edges"][number]["node"]["about"];

/** The records behind a figure of residents (R): the figure, the period and the community are in the address. */
export function Component() {
  const { t } = useTranslation("dashboard");
  const [params] = useSearchParams();
  const figure = known.find((one) => one === params.get("figure"));
  const span = readSpan(params);
  if (!figure || !span)
    return (
      <>
        <PageHead title={t("records.title")} />
        <EmptyHint title={t("cases.bad")} hint={t("cases.badHint")} action={<BackLink />} />
      </>
    );
  return <Records key={params.toString()} figure={figure} span={span} community={params.get("community")} />;
}

function Records({ figure, span, community }: { figure: ResidentFigure; span: Span; community: string | null }) {
  const { t } = useTranslation("dashboard");
  const metrics = useResidentMetrics();
  const saySpan = useSaySpan();
  const { data, error, refetch, fetchMore } = useQuery(FigureRecordsDocument, {
    variables: { figure, ...span, communityId: community, communityIds: community ? [community] : null },
    fetchPolicy: "cache-and-network",
  });
  const page = data?.figureRecords;
  const atStart = (page?.edges.length ?? 0) <= 50;
  useCalmRefresh(() => (atStart ? refetch() : Promise.resolve()));
  const next = useMore(() =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        figureRecords: {
          ...fetchMoreResult.figureRecords,
          edges: [...before.figureRecords.edges, ...fetchMoreResult.figureRecords.edges],
        },
      }),
    }),
  );
  // Of people and events each counts one, which need not be said.
  const each = metrics.clause(figure) === "E7" || figure === "EVENTS";
  const of = data?.residentFigures.edges[0]?.node;
  const title = [metrics.name(figure), saySpan(span), of?.community].filter(Boolean).join(" · ");
  return (
    <>
      <PageHead
        title={title}
        tags={<ClauseTag clause={metrics.clause(figure)} />}
        hint={metrics.definition(figure)}
        actions={<BackLink />}
      />
      {page ? (
        <p className="xx-dash-sum">
          <span>
            {metrics.name(figure)} <b data-value={of?.values[0] ?? ""}>{metrics.say(figure, of?.values[0])}</b>
          </span>
          <span data-count={page.totalCount}>{t("records.count", { count: page.totalCount })}</span>
          <span className="xx-soft">
            {metrics.clause(figure) === "E7"
              ? t("records.each")
              : t(figure === "ATTENDED" ? "records.ATTENDED" : "records.sum")}
          </span>
        </p>
      ) : null}
      {!page && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={() => void refetch().catch(() => {})}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!page && !error ? <Skeleton active /> : null}
      {page ? (
        <div className="xx-card">
          {page.edges.length === 0 ? <EmptyHint title={t("records.none")} action={<BackLink />} /> : null}
          {page.edges.length > 0 ? (
            <table className="xx-plain-table xx-dash-cases">
              <caption className="xx-visually-hidden">{title}</caption>
              <thead>
                <tr>
                  {(["about", "state", "day"] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`records.column.${column}`)}
                    </th>
                  ))}
                  {each ? null : (
                    <th scope="col" className="xx-number">
                      {t("records.column.value")}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {page.edges.map(({ cursor, node }) => (
                  <tr key={cursor}>
                    <th scope="row">
                      <AboutLink about={node.about} />
                    </th>
                    <td>
                      <State about={node.about} />
                    </td>
                    <td>
                      <DateText date={node.day} />
                    </td>
                    {each ? null : <td className="xx-number xx-dash-adds">{metrics.say(figure, node.value)}</td>}
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

function AboutLink({ about }: { about: About }) {
  const { t } = useTranslation("dashboard");
  switch (about?.__typename) {
    case "JobSeeker":
      return <Link to={`/jobseekers/${about.id}`}>{about.resident.name}</Link>;
    case "Program":
      return <Link to={`/programs/${about.id}`}>{about.title}</Link>;
    case "Project":
      return (
        <>
          <Link to={`/projects/${about.id}`}>{about.title}</Link>
          <span className="xx-dash-demand">{about.number}</span>
        </>
      );
    default:
      return <span className="xx-soft">{t("records.hidden")}</span>;
  }
}

function State({ about }: { about: About }) {
  const { t } = useTranslation("dashboard");
  switch (about?.__typename) {
    case "JobSeeker":
      return t(`enums:JobSeekerState.${about.seekerState}`);
    case "Program":
      return t(`enums:ProgramState.${about.programState}`);
    case "Project":
      return t(`enums:ProjectStage.${about.stage}`);
    default:
      return null;
  }
}
