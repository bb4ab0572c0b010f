import { createContext, use } from "react";
import type { DashboardMetricsQuery, Figure } from "@/graphql/gen/graphql";
import { useLanguage } from "@/i18n/language";
import { formatValue, type Value } from "./figures";

export type Metric = DashboardMetricsQuery["metrics"][number];

export const MetricsContext = createContext<readonly Metric[]>([]);

/** What the figures are called, mean and are measured in, in the language of the page. */
export function useMetrics() {
  const metrics = use(MetricsContext);
  const language = useLanguage();
  const of = (figure: Figure) => metrics.find((one) => one.figure === figure);
  const zh = language === "zh-CN";
  return {
    of,
    name: (figure: Figure) => (zh ? of(figure)?.nameZh : of(figure)?.nameEn) ?? figure,
    definition: (figure: Figure) => (zh ? of(figure)?.definitionZh : of(figure)?.definitionEn) ?? "",
    unit: (figure: Figure) => of(figure)?.unit ?? "COUNT",
    say: (figure: Figure, value: Value | undefined) => formatValue(value, of(figure)?.unit ?? "COUNT", language),
  };
}
