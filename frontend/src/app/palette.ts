/** The colours of the desk, once: read by antd's theme and, as --xx-* properties, by the style sheets. */

export type Mode = "light" | "dark";

const light = {
  ground: "#f4f5f2",
  surface: "#ffffff",
  raised: "#fbfbf9",
  sunken: "#ebede8",
  line: "#d9dcd4",
  lineStrong: "#b9beb2",
  ink: "#1c2421",
  inkSoft: "#4a5551",
  inkFaint: "#616c67",
  primary: "#17605a",
  primaryHover: "#1f7870",
  primarySoft: "#e2efec",
  onPrimary: "#ffffff",
  seal: "#b3382c",
  overdue: "#b02a1f",
  overdueSoft: "#fbe9e6",
  critical: "#a63d00",
  criticalSoft: "#fdeede",
  soon: "#7a5600",
  soonSoft: "#fbf3d9",
  calm: "#2c6147",
  calmSoft: "#e5f1ea",
  late: "#7c4a45",
  lateSoft: "#f3eae8",
  extended: "#5a478f",
  extendedSoft: "#eeeaf8",
  info: "#245b86",
  infoSoft: "#e6f0f8",
  shadow: "0 1px 2px rgb(28 36 33 / 6%), 0 4px 16px rgb(28 36 33 / 5%)",
};

export type Palette = typeof light;

const dark: Palette = {
  ground: "#121715",
  surface: "#1a211e",
  raised: "#212925",
  sunken: "#0e1311",
  line: "#323c37",
  lineStrong: "#4d5a54",
  ink: "#e7ece9",
  inkSoft: "#b9c3be",
  inkFaint: "#97a39d",
  primary: "#5cc0b3",
  primaryHover: "#7ad2c6",
  primarySoft: "#1d3632",
  onPrimary: "#0b1614",
  seal: "#d0594b",
  overdue: "#ff8f80",
  overdueSoft: "#3d1d19",
  critical: "#ffab70",
  criticalSoft: "#3a2413",
  soon: "#e8c665",
  soonSoft: "#352b10",
  calm: "#8ccfab",
  calmSoft: "#183023",
  late: "#d9a9a2",
  lateSoft: "#33221f",
  extended: "#c1b1f2",
  extendedSoft: "#2b2544",
  info: "#8cc4ee",
  infoSoft: "#172b3b",
  shadow: "0 1px 2px rgb(0 0 0 / 40%), 0 4px 16px rgb(0 0 0 / 30%)",
};

export const palettes: Record<Mode, Palette> = { light, dark };

/** Writes the palette of the mode to the page, for the style sheets. */
export function paint(mode: Mode) {
  const root = document.documentElement;
  root.dataset.theme = mode;
  root.style.colorScheme = mode;
  for (const [name, value] of Object.entries(palettes[mode])) {
    root.style.setProperty(`--xx-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`, value);
  }
}
