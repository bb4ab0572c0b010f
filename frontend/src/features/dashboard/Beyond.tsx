import { useQuery } from "@apollo/client/react";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag } from "@/components/tags";
import type { ResidentFigure } from "@/graphql/gen/graphql";
import { refusalOf } from "@/graphql/refusal";
import { beginOf, daysOf, type Span } from "@/office/days";
import { useViewer } from "@/office/viewer";
import { ChartBlock } from "./ChartBlock";
import { ResidentFiguresDocument } from "./documents";
import { FigureLink } from "./FigureLink";
import { against, beside, recordsPath, type Value } from "./figures";
import { useCalmRefresh } from "./useCalmRefresh";
import { type ResidentMetrics, useResidentMetrics } from "./useResidentMetrics";

/** The most days that figures of residents are told of. */
const mostDays = 366;
/** The most communities that one page is of. */
const mostCommunities = 100;

const figures = beside.flatMap((part) => part.figures);

interface Row {
  communityId: string;
  values: readonly Value[];
}

/** What communities did beside their cases: work found (E7), culture (C4), building together (P6). For whoever leads or supervises. */
export function Beyond(props: { span: Span; before: Span; today: string }) {
  const { t } = useTranslation("dashboard");
  const viewer = useViewer();
  const supervises = viewer.roles.includes("SUPERVISOR");
  const { span, before, today } = props;
  const year = { from: beginOf("year", today), until: today };
  const long = daysOf(span) > mostDays;
  const metrics = useResidentMetrics(long);
  const { data, previousData, error, refetch } = useQuery(ResidentFiguresDocument, {
    variables: {
      figures,
      ...against(span, before, year),
      first: supervises ? mostCommunities : 1,
    },
    fetchPolicy: "cache-and-network",
    skip: long,
  });
  useCalmRefresh(() => (long ? Promise.resolve() : refetch()));
  const told = data ?? previousData;
  const failed = error ?? metrics.error;
  return (
    <section aria-labelledby="xx-dash-beyond" data-beyond aria-busy={!long && !data}>
      <h2 className="xx-section-title" id="xx-dash-beyond">
        {t("beyond.title")}
      </h2>
      {long ? <p className="xx-soft">{t("beyond.long")}</p> : null}
      {failed ? <RefusalNote refusal={refusalOf(failed)} /> : null}
      {!long && told && metrics.known ? (
        supervises ? (
          <Communities metrics={metrics} span={span} rows={told.now.edges.map(({ node }) => node)} />
        ) : (
          <Own
            metrics={metrics}
            columns={[
              { name: t("beyond.now"), span, row: told.now.edges[0]?.node },
              { name: t("before"), span: before, row: told.before.edges[0]?.node },
              { name: t("year"), span: year, row: told.year.edges[0]?.node },
            ]}
          />
        )
      ) : null}
    </section>
  );
}

const counted = (row: Row | undefined, figure: ResidentFigure): Value => row?.values[figures.indexOf(figure)] ?? null;

/** A table a clause: the figures of the period, of the one before and of the year; each number opens the records behind it. */
function Own(props: {
  metrics: ResidentMetrics;
  columns: readonly { name: string; span: Span; row: Row | undefined }[];
}) {
  const { t } = useTranslation("dashboard");
  const { metrics, columns } = props;
  return (
    <div className="xx-dash-beyond">
      {beside.map(({ clause, figures: of }) => (
        <section key={clause} className="xx-card xx-card-pad" aria-labelledby={`xx-beyond-${clause}`}>
          <div className="xx-dash-card-head">
            <h3 id={`xx-beyond-${clause}`}>{t(`beyond.${clause}`)}</h3>
            <ClauseTag clause={clause} />
          </div>
          <table className="xx-plain-table xx-dash-table">
            <caption className="xx-visually-hidden">{t(`beyond.${clause}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{t("beyond.figure")}</th>
                {columns.map(({ name }) => (
                  <th key={name} scope="col" className="xx-number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {of.map((figure) => (
                <tr key={figure} data-resident-figure={figure}>
                  <th scope="row">
                    <Name figure={figure} metrics={metrics} />
                  </th>
                  {columns.map(({ name, span, row }) => (
                    <td key={name} className="xx-number">
                      <Told
                        figure={figure}
                        span={span}
                        row={row}
                        opens
                        said={metrics.say(figure, counted(row, figure))}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  );
}

/** What a figure is called; what it means is told beside it. */
function Name({ figure, metrics }: { figure: ResidentFigure; metrics: ResidentMetrics }) {
  return (
    <Tooltip title={metrics.definition(figure)} trigger={["hover", "focus", "click"]}>
      <button type="button" className="xx-dash-named">
        {metrics.name(figure)}
      </button>
    </Tooltip>
  );
}

/** A figure's number; where something counts and the viewer may read it, the way to the records behind it. */
function Told(props: { figure: ResidentFigure; span: Span; row: Row | undefined; opens: boolean; said: string }) {
  const { figure, span, row, opens, said } = props;
  if (!row || !counted(row, figure) || !opens) return said;
  return <FigureLink to={recordsPath(figure, span, row.communityId)}>{said}</FigureLink>;
}

/** The communities side by side: as many rows, and a column a figure. Residents' files are not for who supervises: those numbers open nothing. */
function Communities(props: { metrics: ResidentMetrics; span: Span; rows: readonly (Row & { community: string })[] }) {
  const { t } = useTranslation("dashboard");
  const { metrics, span, rows } = props;
  const told = rows.filter((row) => row.values.some((value) => value));
  const drawn: readonly ResidentFigure[] = ["PLACED", "EVENTS", "PARTICIPANTS"];
  const files = beside.find((part) => part.clause === "E7")?.figures ?? [];
  return (
    <ChartBlock
      title={t("beyond.communities")}
      span={span}
      kind="bars"
      height={90 + 44 * told.length}
      names={told.map((row) => row.community)}
      series={drawn.map((figure) => ({
        name: metrics.name(figure),
        values: told.map((row) => counted(row, figure) ?? 0),
      }))}
      empty={told.length === 0}
      sheet={{
        head: [t("beyond.community"), ...figures.map(metrics.head)],
        rows: told.map((row) => [
          row.community,
          ...figures.map((figure) => metrics.number(figure, counted(row, figure))),
        ]),
      }}
    >
      <table className="xx-plain-table xx-dash-table xx-dash-heads">
        <caption className="xx-visually-hidden">{t("beyond.communities")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("beyond.community")}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className="xx-number">
                {metrics.head(figure)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.map((row) => (
            <tr key={row.communityId} data-community={row.communityId}>
              <th scope="row">{row.community}</th>
              {figures.map((figure) => (
                <td key={figure} className="xx-number">
                  <Told
                    figure={figure}
                    span={span}
                    row={row}
                    opens={!files.includes(figure)}
                    said={metrics.bare(figure, counted(row, figure))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ChartBlock>
  );
}
