import { App as AntApp, theme as antTheme, ConfigProvider, type ThemeConfig } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { useLanguage } from "@/i18n/language";
import { type Mode, paint, palettes } from "./palette";

export type ThemeChoice = Mode | "system";

const storageKey = "xinxing.theme";
/** Whether the reader's system asks for something; follows it when it changes. */
function useSystem(query: string): boolean {
  return useSyncExternalStore(
    useCallback(
      (onChange: () => void) => {
        const list = window.matchMedia(query);
        list.addEventListener("change", onChange);
        return () => list.removeEventListener("change", onChange);
      },
      [query],
    ),
    () => window.matchMedia(query).matches,
  );
}

function themeOf(mode: Mode, still: boolean): ThemeConfig {
  const p = palettes[mode];
  return {
    algorithm: mode === "dark" ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      colorPrimary: p.primary,
      colorLink: p.primary,
      colorError: p.overdue,
      colorWarning: p.soon,
      colorSuccess: p.calm,
      colorInfo: p.info,
      colorTextBase: p.ink,
      colorText: p.ink,
      colorTextSecondary: p.inkSoft,
      colorTextTertiary: p.inkFaint,
      colorTextQuaternary: p.inkFaint,
      colorTextDescription: p.inkFaint,
      colorTextPlaceholder: p.inkFaint,
      colorBgBase: p.surface,
      colorBgLayout: p.ground,
      colorBgContainer: p.surface,
      colorBgElevated: mode === "dark" ? p.raised : p.surface,
      colorBorder: p.lineStrong,
      colorBorderSecondary: p.line,
      colorTextLightSolid: p.onPrimary,
      borderRadius: 6,
      fontSize: 14,
      controlHeight: 34,
      fontFamily: "var(--xx-font)",
      motion: !still,
      motionDurationMid: "0.15s",
      motionDurationSlow: "0.2s",
    },
    components: {
      Button: { primaryShadow: "none", defaultShadow: "none", fontWeight: 500 },
      Form: { itemMarginBottom: 16, verticalLabelPadding: "0 0 4px" },
      Modal: { titleFontSize: 17 },
      Segmented: { trackBg: p.sunken, itemSelectedBg: p.surface, itemColor: p.inkSoft },
    },
  };
}

interface ThemeState {
  choice: ThemeChoice;
  mode: Mode;
  choose: (choice: ThemeChoice) => void;
}

const ThemeContext = createContext<ThemeState | null>(null);

/** The theme in force and the way to choose another; the choice is kept in the browser. */
export function useThemeChoice(): ThemeState {
  const state = use(ThemeContext);
  if (!state) throw new Error("useThemeChoice outside ThemeProvider");
  return state;
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const systemDark = useSystem("(prefers-color-scheme: dark)");
  const still = useSystem("(prefers-reduced-motion: reduce)");
  const [choice, setChoice] = useState<ThemeChoice>(() => {
    const kept = localStorage.getItem(storageKey);
    return kept === "light" || kept === "dark" ? kept : "system";
  });
  const mode: Mode = choice === "system" ? (systemDark ? "dark" : "light") : choice;
  useLayoutEffect(() => paint(mode), [mode]);
  const theme = useMemo(() => themeOf(mode, still), [mode, still]);
  const state = useMemo<ThemeState>(
    () => ({
      choice,
      mode,
      choose: (next) => {
        localStorage.setItem(storageKey, next);
        setChoice(next);
      },
    }),
    [choice, mode],
  );
  return (
    <ThemeContext value={state}>
      <ConfigProvider
        locale={language === "zh-CN" ? zhCN : enUS}
        theme={theme}
        button={{ autoInsertSpace: false }}
        form={{ requiredMark: false }}
      >
        {/* At the bottom, above the bar that phones have there: at the top it covers the acts of a page. */}
        <AntApp notification={{ placement: "bottomRight", bottom: 72, maxCount: 4 }}>{children}</AntApp>
      </ConfigProvider>
    </ThemeContext>
  );
}
