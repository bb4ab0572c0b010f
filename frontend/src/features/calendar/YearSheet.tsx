import { useTranslation } from "react-i18next";
import type { DayKind } from "@/graphql/gen/graphql";
import { useLanguage } from "@/i18n/language";
import { formatDay } from "@/office/zone";
import { type Day, type Month, monthsOf } from "./year";

/** The year as twelve months; every special day is marked by colour and by a character. */
export function YearSheet(props: { days: readonly Day[]; today: string; onPick?: ((day: Day) => void) | undefined }) {
  return (
    <div className="xx-year">
      {monthsOf(props.days).map((month) => (
        <MonthSheet key={month.number} month={month} today={props.today} onPick={props.onPick} />
      ))}
    </div>
  );
}

const columns = ["1", "2", "3", "4", "5", "6", "0"] as const;

function weeksOf(month: Month): (Day | null)[][] {
  const cells: (Day | null)[] = [...Array.from({ length: month.lead }, () => null), ...month.days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

function MonthSheet(props: { month: Month; today: string; onPick?: ((day: Day) => void) | undefined }) {
  const { t } = useTranslation("calendar");
  const { month } = props;
  return (
    <table className="xx-month">
      <caption>
        <strong>{t(`month.${month.number}`)}</strong> <span>{t("workingDays", { count: month.workingDays })}</span>
      </caption>
      <thead>
        <tr>
          {columns.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`common:explain.weekday.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day)?.date}>
            {week.map((day, at) => (
              <td key={columns[at]}>{day ? <DayCell day={day} today={props.today} onPick={props.onPick} /> : null}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const marked: readonly DayKind[] = [
  "STATUTORY_HOLIDAY",
  "SHIFTED_REST_DAY",
  "MAKE_UP_WORKING_DAY",
  "LOCAL_CLOSURE",
  "LOCAL_OPENING",
];

function DayCell(props: { day: Day; today: string; onPick?: ((day: Day) => void) | undefined }) {
  const { t } = useTranslation("calendar");
  const language = useLanguage();
  const { day } = props;
  const special = marked.includes(day.kind);
  const words = [formatDay(day.date, language), t(`enums:DayKind.${day.kind}`), day.name].filter(Boolean).join(" · ");
  const inside = (
    <>
      <span>{Number(day.date.slice(8))}</span>
      {special ? (
        <b className="xx-day-mark" aria-hidden="true">
          {t(`mark.${day.kind}`)}
        </b>
      ) : null}
      {special || props.onPick ? <span className="xx-visually-hidden">{words}</span> : null}
    </>
  );
  const attributes = {
    className: "xx-day",
    "data-kind": day.kind,
    "data-date": day.date,
    "data-today": day.date === props.today,
    title: words,
    ...(day.date === props.today ? { "aria-current": "date" as const } : {}),
  };
  return props.onPick ? (
    <button type="button" {...attributes} onClick={() => props.onPick?.(day)}>
      {inside}
    </button>
  ) : (
    <span {...attributes}>{inside}</span>
  );
}
