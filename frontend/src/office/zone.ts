/** Instants and calendar days as people of one community read them. The browser's own zone is never used. */

export type Language = "zh-CN" | "en";

interface Fields {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

let current = "Asia/Shanghai";

/** The community's zone, told once whoever is signed in is known; for words that are made outside of components. */
export function setOfficeZone(zone: string) {
  current = zone;
}

export function officeZone(): string {
  return current;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function fieldsIn(zone: string, at: Date): Fields {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, format);
  }
  const out: Record<string, number> = {};
  for (const part of format.formatToParts(at)) if (part.type !== "literal") out[part.type] = Number(part.value);
  return out as unknown as Fields;
}

const two = (n: number) => String(n).padStart(2, "0");
const weekdaysZh = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
const weekdaysEn = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const monthsEn = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function dayText(year: number, month: number, day: number, language: Language): string {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  if (language === "zh-CN") return `${year}年${month}月${day}日 ${weekdaysZh[weekday]}`;
  return `${weekdaysEn[weekday]} ${day} ${monthsEn[month - 1]} ${year}`;
}

/** A calendar day (2026-02-26) as 2026年2月26日 周四 or Thu 26 Feb 2026; the text itself where it is not a day. */
export function formatDay(date: string, language: Language): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (!found) return date;
  return dayText(Number(found[1]), Number(found[2]), Number(found[3]), language);
}

/** A calendar day without its year, for narrow places: 2月26日 周四 or Thu 26 Feb. */
export function formatDayShort(date: string, language: Language): string {
  return formatDay(date, language)
    .replace(/^\d{4}年/, "")
    .replace(/ \d{4}$/, "");
}

/** A month (2026-02) as 2026年2月 or Feb 2026. */
export function formatMonth(month: string, language: Language): string {
  const [year, number] = month.split("-").map(Number);
  return language === "zh-CN" ? `${year}年${number}月` : `${monthsEn[(number ?? 1) - 1]} ${year}`;
}

/** Only day and month, for a calendar strip: 2/26 or 26 Feb. */
export function formatDayMonth(date: string, language: Language): string {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  return language === "zh-CN" ? `${month}/${day}` : `${day} ${monthsEn[month - 1]}`;
}

/** An instant (RFC 3339) as 2026年2月26日 周四 17:00 or Thu 26 Feb 2026 17:00 in the given IANA zone. */
export function formatInstant(at: string | number | Date, zone: string, language: Language): string {
  const f = fieldsIn(zone, new Date(at));
  return `${dayText(f.year, f.month, f.day, language)} ${two(f.hour)}:${two(f.minute)}`;
}

/** As formatInstant, leaving out the year when it is the year of `now`. */
export function formatInstantNear(at: string, now: number, zone: string, language: Language): string {
  const f = fieldsIn(zone, new Date(at));
  const text = dayText(f.year, f.month, f.day, language);
  const near =
    f.year === fieldsIn(zone, new Date(now)).year ? text.replace(/^\d{4}年/, "").replace(/ \d{4}$/, "") : text;
  return `${near} ${two(f.hour)}:${two(f.minute)}`;
}

/** Only the time of day, 17:00. */
export function formatClock(at: string | number, zone: string, seconds = false): string {
  const f = fieldsIn(zone, new Date(at));
  return `${two(f.hour)}:${two(f.minute)}${seconds ? `:${two(f.second)}` : ""}`;
}

/** The calendar day (2026-02-26) on which the instant falls in the zone. */
export function dayOf(at: string | number, zone: string): string {
  const f = fieldsIn(zone, new Date(at));
  return `${f.year}-${two(f.month)}-${two(f.day)}`;
}

/** The value of an `<input type="datetime-local">` for the instant in the zone: 2026-02-26T17:00. */
export function toLocalInput(at: string | number, zone: string): string {
  const f = fieldsIn(zone, new Date(at));
  return `${f.year}-${two(f.month)}-${two(f.day)}T${two(f.hour)}:${two(f.minute)}`;
}

/** The instant (RFC 3339, UTC) that a datetime-local value means in the zone; null where it is no date. */
export function fromLocalInput(text: string, zone: string): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(text);
  if (!found) return null;
  const [year, month, day, hour, minute] = found.slice(1).map(Number) as [number, number, number, number, number];
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  // Two rounds settle the zone's offset, also beside a change of summer time.
  let guess = wanted;
  for (let round = 0; round < 2; round++) {
    const f = fieldsIn(zone, new Date(guess));
    guess += wanted - Date.UTC(f.year, f.month - 1, f.day, f.hour, f.minute);
  }
  const instant = new Date(guess);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
