import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import type { ResidentFigure } from "@/graphql/gen/graphql";
import { useLanguage } from "@/i18n/language";
import { roundMoney } from "@/office/money";
import { ResidentMetricsDocument } from "./documents";
import type { Value } from "./figures";

/** What the figures of residents are called, mean and are measured in, in the language of the page; undefined until that is known. */
export function useResidentMetrics(skip = false) {
  const { t } = useTranslation("dashboard");
  const language = useLanguage();
  const { data, error } = useQuery(ResidentMetricsDocument, { fetchPolicy: "cache-first", skip });
  const of = (figure: ResidentFigure) => data?.residentMetrics.find((one) => one.figure === figure);
  const zh = language === "zh-CN";
  /** The number as it is told: minutes as hours, to a tenth. */
  const number = (figure: ResidentFigure, value: Value): Value =>
    value !== null && of(figure)?.unit === "MINUTES" ? Math.round(value / 6) / 10 : value;
  return {
    known: !!data,
    error,
    name: (figure: ResidentFigure) => (zh ? of(figure)?.nameZh : of(figure)?.nameEn) ?? figure,
    definition: (figure: ResidentFigure) => (zh ? of(figure)?.definitionZh : of(figure)?.definitionEn) ?? "",
    clause: (figure: ResidentFigure) => of(figure)?.clause ?? "",
    /** What a column of its numbers is called, with the unit where it is not a count. */
    head: (figure: ResidentFigure) => {
      const name = (zh ? of(figure)?.nameZh : of(figure)?.nameEn) ?? figure;
      const unit = of(figure)?.unit ?? "COUNT";
      return unit === "COUNT" ? name : t("beyond.head", { name, unit: t(`beyond.unit.${unit}`) });
    },
    number,
    /** Without its unit, which the head of its column names. */
    bare: (figure: ResidentFigure, value: Value) => number(figure, value)?.toLocaleString(language) ?? "—",
    say: (figure: ResidentFigure, value: Value | undefined) => {
      const told = number(figure, value ?? null);
      if (told === null) return "—";
      switch (of(figure)?.unit) {
        case "YUAN":
          return t("common:yuan", { value: roundMoney(told.toFixed(2)) });
        case "MINUTES":
          return t("beyond.hours", { value: told.toLocaleString(language) });
        default:
          return told.toLocaleString(language);
      }
    },
  };
}

export type ResidentMetrics = ReturnType<typeof useResidentMetrics>;
