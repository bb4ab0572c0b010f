import { LeftOutlined, PlusOutlined, RightOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { DateText, DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { MoreRows } from "@/components/MoreRows";
import { PageHead } from "@/components/PageHead";
import { useMore } from "@/components/useMore";
import { readFragment } from "@/graphql/gen";
import type { ProgramState, ProgramRowFragment as Row } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useLanguage } from "@/i18n/language";
import { useDeskEvents } from "@/live/desk";
import { useToday } from "@/office/useToday";
import { servesResidents, useViewer, useZone } from "@/office/viewer";
import { dayOf, formatClock, formatMonth, fromLocalInput } from "@/office/zone";
import { ProgramFiguresDocument, ProgramRowFragment, ProgramsDocument } from "./documents";
import { daysFrom, isMonth, monthAfter, weeksOf } from "./month";
import { ProgramForm } from "./ProgramForm";
import "./programs.css";

const tones: Record<ProgramState, string> = { PLANNED: "calm", OPEN: "primary", HELD: "info", CANCELLED: "overdue" };

export function ProgramTag({ state }: { state: ProgramState }) {
  const { t } = useTranslation("programs");
  return (
    <span className="xx-tag" data-tone={tones[state]}>
      {t(`enums:ProgramState.${state}`)}
    </span>
  );
}

const shown = 6;

/** The programs of a month: a calendar where there is room, a list, and what counted (E5, C2, C4). */
export function Component() {
  const { t } = useTranslation("programs");
  const language = useLanguage();
  const zone = useZone();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const today = useToday();
  const asked = params.get("month");
  const month = isMonth(asked) ? asked : today.slice(0, 7);
  const weeks = weeksOf(month);
  const span = {
    from: fromLocalInput(`${month}-01T00:00`, zone) ?? "",
    until: fromLocalInput(`${monthAfter(month, 1)}-01T00:00`, zone) ?? "",
  };
  const { data, error, refetch, fetchMore } = useQuery(ProgramsDocument, {
    variables: { ...span, first: 100 },
    fetchPolicy: "cache-and-network",
  });
  const figures = useQuery(ProgramFiguresDocument, { variables: span, fetchPolicy: "cache-and-network" });
  const again = () => {
    refetch().catch(() => {});
    figures.refetch().catch(() => {});
  };
  useDeskEvents(again);
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const works = servesResidents(viewer);
  const page = data?.programs;
  const next = useMore(() =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        programs: { ...fetchMoreResult.programs, edges: [...before.programs.edges, ...fetchMoreResult.programs.edges] },
      }),
    }),
  );
  const rows = (page?.edges ?? []).map((edge) => readFragment(ProgramRowFragment, edge.node));
  const byDay = new Map<string, Row[]>();
  for (const row of rows)
    for (const day of daysFrom(dayOf(row.from, zone), dayOf(row.until, zone)))
      byDay.set(day, [...(byDay.get(day) ?? []), row]);
  const counts = figures.data?.programFigures;
  return (
    <>
      <PageHead
        title={t("title")}
        hint={t("hint")}
        actions={
          works ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => set("plan", "1")}>
              {t("plan")}
            </Button>
          ) : null
        }
      />
      <div className="xx-month-head">
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={t("month.before")}
          onClick={() => set("month", monthAfter(month, -1))}
        />
        <h2>{formatMonth(month, language)}</h2>
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label={t("month.after")}
          onClick={() => set("month", monthAfter(month, 1))}
        />
        {counts ? (
          <dl className="xx-month-figures">
            <div>
              <dt>{t("figures.events")}</dt>
              <dd>{counts.events}</dd>
            </div>
            <div>
              <dt>{t("figures.people")}</dt>
              <dd>{counts.people}</dd>
            </div>
            <div>
              <dt>{t("figures.hours")}</dt>
              <dd>{Math.round(counts.volunteerMinutes / 6) / 10}</dd>
            </div>
          </dl>
        ) : null}
      </div>
      {!data && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!data && !error ? <Skeleton active /> : null}
      {data ? (
        <>
          <table className="xx-program-month xx-only-wide xx-card">
            <caption className="xx-visually-hidden">{t("month.caption")}</caption>
            <thead>
              <tr>
                {["1", "2", "3", "4", "5", "6", "0"].map((weekday) => (
                  <th key={weekday} scope="col">
                    {t(`common:explain.weekday.${weekday}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week[0]}>
                  {week.map((day) => (
                    <Day
                      key={day}
                      day={day}
                      zone={zone}
                      today={day === today}
                      outside={!day.startsWith(month)}
                      rows={byDay.get(day) ?? []}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <section aria-labelledby="xx-programs-list" className="xx-programs">
            <h2 className="xx-section-title" id="xx-programs-list">
              {t("list")}
            </h2>
            {rows.length === 0 ? (
              <EmptyHint title={t("none")} hint={t("noneHint")} />
            ) : (
              <ul className="xx-card">
                {rows.map((row) => (
                  <li key={row.id}>
                    <div>
                      <Link to={`/programs/${row.id}`}>{row.title}</Link>
                      <span className="xx-programs-sub">
                        {t(`enums:ProgramKind.${row.kind}`)} · {row.place}
                        {row.group ? ` · ${row.group.name}` : ""}
                      </span>
                    </div>
                    <DateTimeText at={row.from} near />
                    <span>{t("places", { seated: row.seated, capacity: row.capacity, waiting: row.waiting })}</span>
                    <ProgramTag state={row.state} />
                  </li>
                ))}
              </ul>
            )}
            <MoreRows next={next} more={!!page?.pageInfo.hasNextPage} />
          </section>
        </>
      ) : null}
      <ProgramForm open={params.get("plan") === "1"} onClose={() => set("plan", null)} />
    </>
  );
}

function Day(props: { day: string; zone: string; today: boolean; outside: boolean; rows: readonly Row[] }) {
  const { t } = useTranslation("programs");
  const { day, rows, zone } = props;
  return (
    <td data-outside={props.outside || undefined} data-today={props.today || undefined}>
      <time dateTime={day} aria-hidden="true">
        {Number(day.slice(8))}
      </time>
      {rows.length > 0 ? (
        <>
          <span className="xx-visually-hidden">
            <DateText date={day} />
          </span>
          <ul>
            {rows.slice(0, shown).map((row) => (
              <li key={row.id}>
                <Link to={`/programs/${row.id}`} data-tone={tones[row.state]}>
                  {dayOf(row.from, zone) === day ? `${formatClock(row.from, zone)} ` : ""}
                  {row.title}
                </Link>
              </li>
            ))}
            {rows.length > shown ? <li>{t("more", { count: rows.length - shown })}</li> : null}
          </ul>
        </>
      ) : null}
    </td>
  );
}
