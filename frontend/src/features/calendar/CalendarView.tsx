import { LeftOutlined, PlusOutlined, RightOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { DateText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import type { CalendarYearPageQuery } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { officeNow, useOfficeTick } from "@/office/clock";
import { seesRatings, useViewer, useZone } from "@/office/viewer";
import { dayOf } from "@/office/zone";
import { DeadlineTool } from "./DeadlineTool";
import { CalendarYearDocument } from "./documents";
import { JournalCard } from "./JournalCard";
import { RemoveLocalDay, SetLocalDay } from "./LocalDays";
import { YearSheet } from "./YearSheet";
import { type Day, type Span, spansOf, specialKinds, yearOf } from "./year";
import "./calendar.css";

type Year = CalendarYearPageQuery["calendarYear"];

/** The office's calendar, a year at a time, and what so many working days after a day come to. */
export function Component() {
  const { t } = useTranslation("calendar");
  const viewer = useViewer();
  const zone = useZone();
  const [params, setParams] = useSearchParams();
  const today = useOfficeTick(useCallback((now) => dayOf(now, zone), [zone]));
  const year = yearOf(params.get("year"), Number(today.slice(0, 4)));
  const { data, previousData, error, refetch } = useQuery(CalendarYearDocument, {
    variables: { year },
    fetchPolicy: "cache-and-network",
  });
  const [adding, setAdding] = useState<{ day: Day | null } | null>(null);
  const [removing, setRemoving] = useState<Day | null>(null);
  const shown = data?.calendarYear ?? previousData?.calendarYear;

  const change = (next: Record<string, string>) =>
    setParams(
      (before) => {
        const out = new URLSearchParams(before);
        for (const [name, value] of Object.entries(next)) out.set(name, value);
        return out;
      },
      { replace: true },
    );
  const days = params.get("days");
  const tool = {
    from: params.get("from") ?? dayOf(officeNow(), zone),
    days: days === null ? 5 : days === "" ? null : Number(days),
  };
  const pick = viewer.mayEditCalendar
    ? (day: Day) => {
        if (day.kind === "LOCAL_CLOSURE" || day.kind === "LOCAL_OPENING") setRemoving(day);
        else setAdding({ day });
      }
    : undefined;
  const again = () => void refetch();

  return (
    <>
      <PageHead
        title={t("title")}
        hint={t("hint")}
        actions={
          <>
            {viewer.mayEditCalendar ? (
              <Button icon={<PlusOutlined />} onClick={() => setAdding({ day: null })}>
                {t("local.add")}
              </Button>
            ) : null}
            <span className="xx-year-nav">
              <Button
                icon={<LeftOutlined />}
                aria-label={t("yearBefore", { year: year - 1 })}
                disabled={year <= 2000}
                onClick={() => change({ year: String(year - 1) })}
              />
              <strong>{t("year", { year })}</strong>
              <Button
                icon={<RightOutlined />}
                aria-label={t("yearAfter", { year: year + 1 })}
                disabled={year >= 2100}
                onClick={() => change({ year: String(year + 1) })}
              />
            </span>
          </>
        }
      />
      {shown?.provisional ? (
        <p className="xx-banner" role="status">
          <strong>{t("provisional", { year: shown.year })}</strong>
          <span>{t("provisionalHint")}</span>
        </p>
      ) : null}
      {!shown && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!shown && !error ? <Skeleton active paragraph={{ rows: 12 }} /> : null}
      {shown ? (
        <div className="xx-cal" aria-busy={!data}>
          <div className="xx-cal-main">
            <div className="xx-card xx-card-pad xx-cal-sheet">
              <div className="xx-cal-top">
                <p>
                  <strong className="xx-cal-count">{shown.workingDays}</strong>{" "}
                  {t("workingDaysOf", { year: shown.year })}
                </p>
                <Legend />
              </div>
              {pick ? <p className="xx-cal-hint">{t("local.pick")}</p> : null}
              <YearSheet days={shown.days} today={today} onPick={pick} />
            </div>
            <SpecialDays
              year={shown}
              onRemove={
                viewer.mayEditCalendar
                  ? (span) => setRemoving(shown.days.find((day) => day.date === span.from) ?? null)
                  : undefined
              }
            />
          </div>
          <div className="xx-cal-side">
            <DeadlineTool
              from={tool.from}
              days={tool.days}
              onChange={(next) =>
                change({
                  ...(next.from === undefined ? {} : { from: next.from }),
                  ...(next.days === undefined ? {} : { days: next.days === null ? "" : String(next.days) }),
                })
              }
            />
            <Notice year={shown} />
          </div>
          {seesRatings(viewer) ? <JournalCard /> : null}
        </div>
      ) : null}
      <SetLocalDay
        key={adding?.day?.date ?? "new"}
        open={adding !== null}
        day={adding?.day ?? null}
        onClose={() => setAdding(null)}
        onDone={again}
      />
      <RemoveLocalDay day={removing} onClose={() => setRemoving(null)} onDone={again} />
    </>
  );
}

function Legend() {
  const { t } = useTranslation("calendar");
  return (
    <ul className="xx-legend" aria-label={t("legend")}>
      {specialKinds.map((kind) => (
        <li key={kind}>
          <span className="xx-day" data-kind={kind} aria-hidden="true">
            <b className="xx-day-mark">{t(`mark.${kind}`)}</b>
          </span>
          {t(`enums:DayKind.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

function Notice({ year }: { year: Year }) {
  const { t } = useTranslation("calendar");
  const { notice } = year;
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-notice-title">
      <h2 className="xx-section-title" id="xx-notice-title">
        {t("notice.title")}
      </h2>
      {notice ? (
        <p>
          <a href={notice.source} target="_blank" rel="noreferrer">
            {notice.title}
          </a>
          <span className="xx-cal-hint">
            {notice.number} · {t("notice.published")} <DateText date={notice.published} />
          </span>
        </p>
      ) : (
        <p className="xx-cal-hint">{t("notice.none")}</p>
      )}
    </section>
  );
}

function SpecialDays({ year, onRemove }: { year: Year; onRemove?: ((span: Span) => void) | undefined }) {
  const { t } = useTranslation("calendar");
  const spans = spansOf(year.days);
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-special-title">
      <h2 className="xx-section-title" id="xx-special-title">
        {t("special.title")}
      </h2>
      {spans.length === 0 ? <p className="xx-cal-hint">{t("special.none")}</p> : null}
      <ul className="xx-special">
        {spans.map((span) => {
          const local = span.kind === "LOCAL_CLOSURE" || span.kind === "LOCAL_OPENING";
          return (
            <li key={span.from}>
              <span className="xx-day" data-kind={span.kind} aria-hidden="true">
                <b className="xx-day-mark">{t(`mark.${span.kind}`)}</b>
              </span>
              <span>
                <DateText date={span.from} short />
                {span.to === span.from ? null : (
                  <>
                    {" – "}
                    <DateText date={span.to} short />
                  </>
                )}
                <span className="xx-cal-hint">
                  {[t(`enums:DayKind.${span.kind}`), span.name, local ? span.source : ""].filter(Boolean).join(" · ")}
                </span>
              </span>
              {local && onRemove && span.from === span.to ? (
                <Button size="small" type="link" danger onClick={() => onRemove(span)}>
                  {t("local.removeShort")}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
