import { useEffect, useRef } from "react";
import { palettes } from "@/app/palette";
import { useThemeChoice } from "@/app/theme";

/** What a chart draws: one bar or line of numbers for each series, over the same names. */
export interface ChartSeries {
  name: string;
  values: readonly number[];
}

/** The chart as a PNG with a title above it, as a data URL. */
export type Picture = (title: string) => string;

/**
 * Bars or lines. It is decoration for the eye: the table under it says the same and is what is read aloud. Its parts differ by pattern as well as
 * by colour. The library is loaded when the first chart is drawn; `onDrawn` then gets the way to a
 * picture of it, again whenever it is drawn anew.
 */
export function Chart(props: {
  kind: "bars" | "line";
  names: readonly string[];
  series: readonly ChartSeries[];
  height?: number;
  onDrawn?: (picture: Picture) => void;
}) {
  const tell = useRef(props.onDrawn);
  useEffect(() => {
    tell.current = props.onDrawn;
  });
  const at = useRef<HTMLDivElement>(null);
  const { mode } = useThemeChoice();
  const drawn = JSON.stringify([props.kind, props.names, props.series, mode]);
  useEffect(() => {
    const element = at.current;
    if (!element) return;
    let gone = false;
    let dispose = () => {};
    import("./chartLibrary").then(
      ({ draw }) => {
        if (gone) return;
        const [kind, names, series] = JSON.parse(drawn) as [typeof props.kind, string[], ChartSeries[]];
        const drawing = draw(element, kind, names, series, palettes[mode]);
        dispose = drawing.dispose;
        tell.current?.(drawing.picture);
      },
      () => {
        // Without the library the table stands alone.
      },
    );
    return () => {
      gone = true;
      dispose();
    };
  }, [drawn, mode]);
  return <div ref={at} aria-hidden className="xx-chart" style={{ height: props.height ?? 280 }} />;
}
