import { useLanguage } from "@/i18n/language";
import { officeNow } from "@/office/clock";
import { useZone } from "@/office/viewer";
import { formatDay, formatDayShort, formatInstant, formatInstantNear } from "@/office/zone";

/** An instant in the community's zone; `near` leaves out the year while it is this one. */
export function DateTimeText({ at, near = false }: { at: string; near?: boolean }) {
  const zone = useZone();
  const language = useLanguage();
  return (
    <time dateTime={at}>
      {near ? formatInstantNear(at, officeNow(), zone, language) : formatInstant(at, zone, language)}
    </time>
  );
}

/** A calendar day; `short` leaves out the year. */
export function DateText({ date, short = false }: { date: string; short?: boolean }) {
  const language = useLanguage();
  return <time dateTime={date}>{short ? formatDayShort(date, language) : formatDay(date, language)}</time>;
}
