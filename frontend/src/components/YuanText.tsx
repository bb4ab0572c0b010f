import { useTranslation } from "react-i18next";

/** An amount as the server gives it, 1200.50, in yuan; without fen where there are none. */
export function YuanText({ value }: { value: string }) {
  const { t } = useTranslation();
  return <>{t("yuan", { value: value.replace(/\.00$/, "") })}</>;
}

/** What an amount in yuan looks like as it is typed. */
export const yuanForm = /^\d{1,7}(\.\d{1,2})?$/;
