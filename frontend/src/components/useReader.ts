import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "@/i18n/language";
import { useZone } from "@/office/viewer";
import type { Reader } from "./factWords";
import { useStaffNames } from "./useStaffNames";

/** The reader of facts on this page. */
export function useReader(): Reader {
  const { t } = useTranslation();
  const zone = useZone();
  const language = useLanguage();
  const names = useStaffNames();
  return useMemo(() => ({ t, zone, language, names }), [t, zone, language, names]);
}
