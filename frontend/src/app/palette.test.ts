import { expect, it } from "vitest";
import { type Palette, palettes } from "./palette";

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const grounds: (keyof Palette)[] = ["ground", "surface", "raised"];
const pairs: [keyof Palette, keyof Palette][] = [
  ...grounds.flatMap((ground) =>
    (["ink", "inkSoft", "inkFaint", "primary", "overdue", "critical", "soon", "calm"] as const).map(
      (ink): [keyof Palette, keyof Palette] => [ink, ground],
    ),
  ),
  ["inkSoft", "sunken"],
  ["inkSoft", "primarySoft"],
  ["onPrimary", "primary"],
  ...(["primary", "overdue", "critical", "soon", "calm", "late", "extended", "info"] as const).map(
    (tone): [keyof Palette, keyof Palette] => [tone, `${tone}Soft`],
  ),
];

it.each(["light", "dark"] as const)("%s: every text stands out from its ground (WCAG AA, 4.5 : 1)", (mode) => {
  const weak = pairs.filter(([ink, ground]) => contrast(palettes[mode][ink], palettes[mode][ground]) < 4.5);
  expect(weak).toEqual([]);
});
