import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ItemKind } from "@/graphql/gen/graphql";

/** The limit, the fee and the extensions of an item in words. */
export function useItemWords() {
  const { t } = useTranslation("items");
  return useMemo(
    () => ({
      limit: (item: { kind: ItemKind; immediate: boolean; limitDays: number }) =>
        item.kind === "NOT_ISSUED" ? "" : item.immediate ? t("immediate") : t("limit", { count: item.limitDays }),
      extensions: (item: { maxExtensions: number; maxExtensionDays: number }) =>
        item.maxExtensions > 0
          ? t("extensionsMost", { times: item.maxExtensions, count: item.maxExtensionDays })
          : t("extensionsNone"),
      fee: (item: { fee: string }) => (Number(item.fee) === 0 ? t("free") : t("yuan", { amount: item.fee })),
    }),
    [t],
  );
}
