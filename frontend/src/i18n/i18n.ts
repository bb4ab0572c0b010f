import i18next from "i18next";
import { initReactI18next } from "react-i18next";

const zh = import.meta.glob<Record<string, unknown>>("./zh-CN/*.json", { eager: true, import: "default" });
const en = import.meta.glob<Record<string, unknown>>("./en/*.json", { eager: true, import: "default" });

function bundle(files: Record<string, Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(files).map(([path, words]) => [path.replace(/^.*\/(.+)\.json$/, "$1"), words]),
  );
}

export const languageKey = "xinxing.language";

/** Chinese unless the reader chose English before; every file of zh-CN/ and en/ is a namespace by its name. */
export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  resources: { "zh-CN": bundle(zh), en: bundle(en) },
  lng: localStorage.getItem(languageKey) === "en" ? "en" : "zh-CN",
  fallbackLng: "zh-CN",
  defaultNS: "common",
  interpolation: { escapeValue: false },
  initAsync: false,
  returnNull: false,
});

function mark(language: string) {
  document.documentElement.lang = language;
}
mark(i18n.language);
i18n.on("languageChanged", mark);
