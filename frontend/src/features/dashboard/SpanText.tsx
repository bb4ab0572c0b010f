import { useTranslation } from "react-i18next";
import { useLanguage } from "@/i18n/language";
import type { Span } from "@/office/days";
import { formatDay, type Language } from "@/office/zone";

/** The first and the last day of a span without their weekdays; one day where they are the same. */
export function saySpan(span: Span, language: Language, between: string): string {
  const day = (date: string) => {
    const words = formatDay(date, language);
    return language === "zh-CN" ? words.replace(/ \S+$/, "") : words.replace(/^\S+ /, "");
  };
  return span.from === span.until ? day(span.from) : `${day(span.from)}${between}${day(span.until)}`;
}

export function useSaySpan() {
  const { t } = useTranslation("dashboard");
  const language = useLanguage();
  return (span: Span) => saySpan(span, language, t("period.between"));
}

export function SpanText({ span }: { span: Span }) {
  return <span className="xx-dash-span">{useSaySpan()(span)}</span>;
}
