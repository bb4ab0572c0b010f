import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Palette } from "@/app/palette";
import type { ChartSeries } from "./Chart";

echarts.use([AriaComponent, BarChart, GridComponent, LegendComponent, LineChart, SVGRenderer, TooltipComponent]);

/** Told apart by eyes that do not see red and green, on light and on dark (after Okabe and Ito). */
const colours = ["#0072b2", "#e69f00", "#009e73", "#cc79a7"];

/** Draws a chart into an element and follows its size; what it gives back takes the chart away. */
export function draw(
  element: HTMLElement,
  kind: "bars" | "line",
  names: readonly string[],
  series: readonly ChartSeries[],
  palette: Palette,
): () => void {
  const chart = echarts.init(element, null, { renderer: "svg" });
  const along = {
    type: "category" as const,
    data: [...names],
    axisLabel: { color: palette.inkSoft, width: 130, overflow: "truncate" as const },
  };
  const up = {
    type: "value" as const,
    axisLabel: { color: palette.inkSoft },
    splitLine: { lineStyle: { color: palette.line } },
    minInterval: 1,
  };
  chart.setOption({
    animation: false,
    color: colours,
    // The patterns; what is said aloud is the table.
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, textStyle: { color: palette.ink } },
    tooltip: { trigger: "axis", renderMode: "richText" },
    xAxis: kind === "bars" ? up : along,
    yAxis: kind === "bars" ? { ...along, inverse: true } : up,
    series: series.map((one) => ({
      type: kind === "bars" ? ("bar" as const) : ("line" as const),
      name: one.name,
      data: [...one.values],
      symbolSize: 8,
      barMaxWidth: 18,
    })),
  });
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(element);
  return () => {
    watch.disconnect();
    chart.dispose();
  };
}
