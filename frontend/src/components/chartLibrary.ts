import { BarChart, LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer, SVGRenderer } from "echarts/renderers";
import type { Palette } from "@/app/palette";
import type { ChartSeries, Picture } from "./Chart";

echarts.use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  GridComponent,
  LegendComponent,
  LineChart,
  SVGRenderer,
  TitleComponent,
  TooltipComponent,
]);

/** Told apart by eyes that do not see red and green, on light and on dark (after Okabe and Ito). */
const colours = ["#0072b2", "#e69f00", "#009e73", "#cc79a7"];

/** Lines differ by mark and stroke too: what a decal is to bars. */
const marks = ["circle", "rect", "triangle", "diamond"];
const strokes = ["solid", "dashed", "dotted", [10, 4, 2, 4]] as const;

/** Draws a chart into an element and follows its size; what it gives back takes the chart away, or makes a picture of it. */
export function draw(
  element: HTMLElement,
  kind: "bars" | "line",
  names: readonly string[],
  series: readonly ChartSeries[],
  palette: Palette,
): { dispose: () => void; picture: Picture } {
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
  const option = {
    animation: false,
    color: colours,
    // The patterns; what is said aloud is the table.
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, textStyle: { color: palette.ink } },
    tooltip: { trigger: "axis" as const, renderMode: "richText" as const },
    xAxis: kind === "bars" ? up : along,
    yAxis: kind === "bars" ? { ...along, inverse: true } : up,
    series: series.map((one, at) => ({
      type: kind === "bars" ? ("bar" as const) : ("line" as const),
      name: one.name,
      data: [...one.values],
      symbol: marks[at % marks.length],
      symbolSize: 8,
      lineStyle: { type: strokes[at % strokes.length] as "solid" },
      barMaxWidth: 18,
    })),
  };
  chart.setOption(option);
  const watch = new ResizeObserver(() => chart.resize());
  watch.observe(element);
  return {
    dispose: () => {
      watch.disconnect();
      chart.dispose();
    },
    // Drawn once more, out of sight: what is on the page is no bitmap, and has no title of its own.
    picture: (title) => {
      const size = { width: Math.max(element.clientWidth, 720), height: element.clientHeight + 40 };
      const copy = echarts.init(document.createElement("div"), null, { renderer: "canvas", ...size });
      copy.setOption({
        ...option,
        title: { text: title, left: 8, top: 8, textStyle: { color: palette.ink, fontSize: 16 } },
        legend: { ...option.legend, top: 40 },
        grid: { ...option.grid, top: 80 },
      });
      const url = copy.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: palette.surface });
      copy.dispose();
      return url;
    },
  };
}
