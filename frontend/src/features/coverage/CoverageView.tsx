import { CoffeeOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Select, Skeleton } from "antd";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { DateText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import type { CoveragePageQuery } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useLanguage } from "@/i18n/language";
import { useDeskEvents } from "@/live/desk";
import { useOfficeTick } from "@/office/clock";
import { useZone } from "@/office/viewer";
import { dayOf, formatDay, formatDayMonth } from "@/office/zone";
import { byHalf, type Cell, type Column, cellOf, cells, columnsOf, type HalfDay, runsOf } from "./cells";
import { CoverageDocument } from "./documents";
import "./coverage.css";

type PostRow = CoveragePageQuery["coverage"]["posts"][number];

/** Who is on duty at each post in the coming weeks, half-day by half-day (B2, B7, B8). */
export function Component() {
  const { t } = useTranslation("coverage");
  const { data, error, refetch } = useQuery(CoverageDocument, { fetchPolicy: "cache-and-network" });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  // That an absence changed is told to everybody; a change of posts shows by the cases that it moves.
  useDeskEvents((events) => {
    const moves = (e: (typeof events)[number]) => e.recordId || e.kind === "STOOD_IN" || e.kind === "CUSTODY_RETURNED";
    if (events.length === 0 || events.some(moves)) again();
  });
  const posts = data?.coverage.posts;
  return (
    <>
      <PageHead
        title={t("title")}
        hint={t("hint")}
        actions={
          <Link className="xx-link-button" to="/absences">
            <CoffeeOutlined aria-hidden /> {t("absences")}
          </Link>
        }
      />
      {!posts && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!posts && !error ? <Skeleton active /> : null}
      {posts && posts.length === 0 ? <EmptyHint title={t("empty")} /> : null}
      {posts && posts.length > 0 ? <Coverage posts={posts} /> : null}
    </>
  );
}

function Coverage({ posts }: { posts: readonly PostRow[] }) {
  const { t } = useTranslation("coverage");
  const zone = useZone();
  const [params, setParams] = useSearchParams();
  const columns = useMemo(() => columnsOf(posts), [posts]);
  const today = useOfficeTick(useCallback((now) => dayOf(now, zone), [zone]));
  const all = posts.flatMap((row) => row.halfDays.map((half) => ({ row, half, cell: cellOf(half, row.post.a.id) })));
  const count = (cell: Cell) => all.filter((one) => one.cell === cell).length;
  const gaps = count("GAP") + count("NOBODY");
  const chosen = posts.find((row) => row.post.id === params.get("post")) ?? posts[0];
  return (
    <>
      <ul className="xx-cover-sums">
        <li className="xx-tag" data-tone={gaps > 0 ? "overdue" : "calm"}>
          {gaps > 0 ? t("gaps", { count: gaps }) : t("gapsNone")}
        </li>
        <li className="xx-tag" data-tone="info">
          {t("standIns", { count: count("B") })}
        </li>
        {count("UNQUALIFIED") > 0 ? (
          <li className="xx-tag" data-tone="critical">
            {t("unqualified", { count: count("UNQUALIFIED") })}
          </li>
        ) : null}
      </ul>
      <ul className="xx-cover-legend" aria-label={t("legend")}>
        {cells.map((cell) => (
          <li key={cell}>
            <Mark cell={cell} /> {t(`say.${cell}`)}
          </li>
        ))}
      </ul>
      {/* A wide table that scrolls sideways by keyboard too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section className="xx-card xx-cover-frame xx-only-wide" tabIndex={0} aria-label={t("scroll")}>
        <table className="xx-cover">
          <caption className="xx-visually-hidden">{t("table")}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className="xx-cover-post">
                {t("post")}
              </th>
              {columns.map((column) => (
                <DayHead key={column.date} column={column} today={today} />
              ))}
            </tr>
            <tr>
              {columns.flatMap((column) =>
                column.halves.map((morning, at) => (
                  <th
                    key={`${column.date}${morning}`}
                    scope="col"
                    className="xx-cover-half"
                    data-week={at === 0 && column.newWeek}
                  >
                    <span aria-hidden="true">{t(morning ? "am" : "pm")}</span>
                    <span className="xx-visually-hidden">{t(morning ? "morning" : "afternoon")}</span>
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {posts.map((row) => (
              <Row key={row.post.id} row={row} columns={columns} today={today} />
            ))}
          </tbody>
        </table>
      </section>
      {chosen ? (
        <div className="xx-only-small xx-cover-small">
          <div className="xx-cover-phone">
            <Select
              className="xx-cover-pick"
              aria-label={t("pick")}
              value={chosen.post.id}
              onChange={(id) => setParams({ post: id }, { replace: true })}
              options={posts.map((row) => ({ value: row.post.id, label: row.post.name }))}
            />
            <OnePost row={chosen} columns={columns} today={today} />
          </div>
        </div>
      ) : null}
      <section className="xx-card xx-card-pad xx-cover-list" aria-labelledby="xx-cover-list">
        <h2 className="xx-section-title" id="xx-cover-list">
          {t("list")}
        </h2>
        <Attention posts={posts} />
      </section>
    </>
  );
}

function DayHead({ column, today }: { column: Column; today: string }) {
  const { t } = useTranslation("coverage");
  const language = useLanguage();
  return (
    <th
      scope="colgroup"
      colSpan={column.halves.length}
      className="xx-cover-day"
      data-week={column.newWeek}
      data-today={column.date === today}
    >
      <time dateTime={column.date} title={formatDay(column.date, language)}>
        {formatDayMonth(column.date, language)}
      </time>
      <span className="xx-cover-weekday">{t(`common:explain.weekday.${weekday(column.date)}`)}</span>
      {column.date === today ? <span className="xx-cover-today">{t("today")}</span> : null}
    </th>
  );
}

const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();

/** The sign of a cell: colour and a letter. */
function Mark({ cell }: { cell: Cell }) {
  const { t } = useTranslation("coverage");
  return (
    <span className="xx-cover-mark" data-cell={cell} aria-hidden="true">
      {t(`mark.${cell}`)}
    </span>
  );
}

function useSay() {
  const { t } = useTranslation("coverage");
  return (half: HalfDay, cell: Cell) => {
    const names = half.onDuty.map((one) => one.name).join(t("and"));
    const key = cell === "NOBODY" ? "cellNobody" : cell === "UNQUALIFIED" ? "cellUnqualified" : "cell";
    return t(key, { say: t(cell === "UNQUALIFIED" ? "say.B" : `say.${cell}`), names });
  };
}

function Row({ row, columns, today }: { row: PostRow; columns: readonly Column[]; today: string }) {
  const say = useSay();
  const find = byHalf(row.halfDays);
  return (
    <tr>
      <th scope="row" className="xx-cover-post">
        {row.post.name}
        <span className="xx-staff-note">
          {row.post.a.name} / {row.post.b.name}
        </span>
      </th>
      {columns.flatMap((column) =>
        column.halves.map((morning, at) => {
          const half = find(column.date, morning);
          const cell = half ? cellOf(half, row.post.a.id) : null;
          return (
            <td
              key={`${column.date}${morning}`}
              data-week={at === 0 && column.newWeek}
              data-today={column.date === today}
              title={half && cell ? say(half, cell) : undefined}
            >
              {half && cell ? (
                <>
                  <Mark cell={cell} />
                  <span className="xx-visually-hidden">{say(half, cell)}</span>
                </>
              ) : null}
            </td>
          );
        }),
      )}
    </tr>
  );
}

/** One post on a small screen: a day a row. */
function OnePost({ row, columns, today }: { row: PostRow; columns: readonly Column[]; today: string }) {
  const { t } = useTranslation("coverage");
  const say = useSay();
  const find = byHalf(row.halfDays);
  return (
    <table className="xx-card xx-cover-one">
      <caption className="xx-visually-hidden">{row.post.name}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="xx-visually-hidden">{t("today")}</span>
          </th>
          <th scope="col">{t("morning")}</th>
          <th scope="col">{t("afternoon")}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <tr key={column.date} data-week={column.newWeek} data-today={column.date === today}>
            <th scope="row">
              <DateText date={column.date} short />
              {column.date === today ? <span className="xx-cover-today">{t("today")}</span> : null}
            </th>
            {[true, false].map((morning) => {
              const half = find(column.date, morning);
              const cell = half ? cellOf(half, row.post.a.id) : null;
              return (
                <td key={String(morning)}>
                  {half && cell ? (
                    <>
                      <Mark cell={cell} />
                      <span aria-hidden="true">{half.onDuty.map((one) => one.name).join(t("and"))}</span>
                      <span className="xx-visually-hidden">{say(half, cell)}</span>
                    </>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What somebody must see to, in words. */
function Attention({ posts }: { posts: readonly PostRow[] }) {
  const { t } = useTranslation("coverage");
  const say = useSay();
  const runs = posts.flatMap((row) => runsOf(row.halfDays, row.post.a.id).map((run) => ({ row, ...run })));
  if (runs.length === 0) return <p className="xx-staff-note">{t("listNone")}</p>;
  const half = (of: HalfDay) => (
    <>
      <DateText date={of.date} short /> {t(of.morning ? "morning" : "afternoon")}
    </>
  );
  return (
    <ul className="xx-cover-attention">
      {runs
        .sort((x, y) => x.first.date.localeCompare(y.first.date) || Number(y.first.morning) - Number(x.first.morning))
        .map(({ row, first, last, cell }) => (
          <li key={`${row.post.id}${first.date}${first.morning}`}>
            <Mark cell={cell} />
            <span>
              {half(first)}
              {last === first ? null : (
                <>
                  {" "}
                  {t("run")} {half(last)}
                </>
              )}
            </span>
            <strong>{row.post.name}</strong>
            <span>{say(first, cell)}</span>
          </li>
        ))}
    </ul>
  );
}
