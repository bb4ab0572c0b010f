import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateText } from "@/components/DateText";
import { MoreRows } from "@/components/MoreRows";
import { RefusalNote } from "@/components/RefusalNote";
import { useMore } from "@/components/useMore";
import type { DashboardOthersQuery, Figure, FigureFilter } from "@/graphql/gen/graphql";
import { refusalOf } from "@/graphql/refusal";
import type { Span } from "@/office/days";
import { FigureOthersDocument } from "./documents";
import { useCalmRefresh } from "./useCalmRefresh";

type About = DashboardOthersQuery["figureOthers"]["edges"][number]["node"]["about"];

/** What of a figure is of no case: failures of duty that were found without one, and absences (A1, B5). Nothing where there is none of it. */
export function Others({ figure, span, where }: { figure: Figure; span: Span; where: FigureFilter }) {
  const { t } = useTranslation("dashboard");
  const { data, error, refetch, fetchMore } = useQuery(FigureOthersDocument, {
    variables: { figure, ...span, where },
    fetchPolicy: "cache-and-network",
  });
  const page = data?.figureOthers;
  const atStart = (page?.edges.length ?? 0) <= 50;
  useCalmRefresh(() => (atStart ? refetch() : Promise.resolve()));
  const next = useMore(() =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        figureOthers: {
          ...fetchMoreResult.figureOthers,
          edges: [...before.figureOthers.edges, ...fetchMoreResult.figureOthers.edges],
        },
      }),
    }),
  );
  if (!page) return error ? <RefusalNote refusal={refusalOf(error)} /> : null;
  if (page.edges.length === 0) return null;
  return (
    <section className="xx-dash-others" aria-labelledby="xx-dash-others">
      <h2 className="xx-section-title" id="xx-dash-others" data-others={page.totalCount}>
        {t("others.title", { count: page.totalCount })}
      </h2>
      <div className="xx-card">
        <table className="xx-plain-table xx-dash-cases">
          <caption className="xx-visually-hidden">{t("others.title", { count: page.totalCount })}</caption>
          <thead>
            <tr>
              {(["what", "who", "day"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`others.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.edges.map(({ cursor, node }) => (
              <tr key={cursor}>
                <th scope="row">
                  <What about={node.about} />
                </th>
                <td>{nameOf(node.about)}</td>
                <td>
                  <DateText date={node.day} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <MoreRows next={next} more={page.pageInfo.hasNextPage} />
      </div>
    </section>
  );
}

function What({ about }: { about: About }) {
  const { t } = useTranslation("dashboard");
  switch (about?.__typename) {
    case "Breach":
      return <Link to={`/breaches/${about.id}`}>{t(`enums:BreachKind.${about.breachKind}`)}</Link>;
    case "Absence":
      return <Link to={`/absences/${about.id}`}>{t(`enums:AbsenceKind.${about.absenceKind}`)}</Link>;
    default:
      return <span className="xx-soft">{t("records.hidden")}</span>;
  }
}

function nameOf(about: About): string {
  switch (about?.__typename) {
    case "Breach":
      return about.person.name;
    case "Absence":
      return about.staff.name;
    default:
      return "";
  }
}
