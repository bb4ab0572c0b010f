import { useTranslation } from "react-i18next";
import type { Language } from "@/office/zone";
import { i18n, languageKey } from "./i18n";

/** The language that the page speaks now. */
export function useLanguage(): Language {
  const { i18n: current } = useTranslation();
  return current.language === "en" ? "en" : "zh-CN";
}

/** Changes the language of the page and remembers it in this browser. */
export function chooseLanguage(language: Language) {
  localStorage.setItem(languageKey, language);
  void i18n.changeLanguage(language);
}
