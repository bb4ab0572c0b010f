import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { DateTimeText } from "@/components/DateText";
import { ClauseTag } from "@/components/tags";
import type { CaseSheetFragment as CaseSheet } from "@/graphql/gen/graphql";
import { useOpenAct } from "./useOpenAct";

/** What was paid, beside the item's standard (A6). */
export function ChargesCard({ sheet }: { sheet: CaseSheet }) {
  const { t } = useTranslation("case");
  const show = useOpenAct();
  const fee = Number(sheet.item?.fee ?? 0);
  const may = sheet.allowedActs.includes("CHARGE");
  if (fee === 0 && sheet.charges.length === 0) return null;
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-charges-title">
      <div className="xx-card-head">
        <h2 className="xx-section-title" id="xx-charges-title">
          {t("charges.title")} <ClauseTag clause="A6" />
        </h2>
        <span className="xx-card-sum">
          {t("charges.sum", { charged: sheet.charged, standard: sheet.item?.fee ?? "0.00" })}
        </span>
        {may ? (
          <Button
            size="small"
            className="xx-no-print"
            icon={<PlusOutlined aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => show("CHARGE")}
          >
            {t("enums:CaseAct.CHARGE")}
          </Button>
        ) : null}
      </div>
      {sheet.charges.length === 0 ? (
        <p className="xx-case-none">{t("charges.none")}</p>
      ) : (
        <ul className="xx-case-lines">
          {sheet.charges.map((charge) => (
            <li key={charge.id}>
              <strong>{t("charges.yuan", { amount: charge.amount })}</strong>
              <span className="xx-case-sub">
                {charge.billNo ? `${t("charges.bill", { number: charge.billNo })} · ` : ""}
                {charge.chargedBy.name} · <DateTimeText at={charge.chargedAt} near />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
