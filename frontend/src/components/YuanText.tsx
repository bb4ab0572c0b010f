import { useTranslation } from "react-i18next";
import { roundMoney } from "@/office/money";

/** An amount as the server gives it, 1200.50, in yuan; without fen where there are none. */
export function YuanText({ value }: { value: string }) {
  const { t } = useTranslation();
  return <>{t("yuan", { value: roundMoney(value) })}</>;
}
