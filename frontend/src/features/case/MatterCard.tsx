import { useTranslation } from "react-i18next";
import { DateText, DateTimeText } from "@/components/DateText";
import type { CaseSheetFragment as CaseSheet } from "@/graphql/gen/graphql";
import { ContactWay, ResidentNumber } from "./Masked";

/** What the case is about: the resident, the demand, the item, the outcome. */
export function MatterCard({ sheet }: { sheet: CaseSheet }) {
  const { t } = useTranslation("case");
  const { item, resident, guidedTo } = sheet;
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-matter-title">
      <h2 className="xx-section-title" id="xx-matter-title">
        {t("matter.title")}
      </h2>
      <dl className="xx-facts xx-case-facts">
        <dt>{t("matter.situation")}</dt>
        <dd className="xx-prose">{sheet.situation}</dd>
        {sheet.outcome ? (
          <>
            <dt>
              {t(
                sheet.status === "REFUSED"
                  ? "matter.legalReason"
                  : sheet.status === "WITHDRAWN"
                    ? "matter.withdrawn"
                    : sheet.status === "GUIDED"
                      ? "matter.said"
                      : "matter.outcome",
              )}
            </dt>
            <dd className="xx-prose">
              <strong>{sheet.outcome}</strong>
            </dd>
          </>
        ) : null}
        {guidedTo ? (
          <>
            <dt>{t("matter.guidedTo")}</dt>
            <dd>
              <strong>{guidedTo.name}</strong>
              <span className="xx-case-sub">
                {[guidedTo.phone, guidedTo.address, guidedTo.hours].filter(Boolean).join(" · ")}
              </span>
            </dd>
          </>
        ) : null}
        <dt>{t("matter.contact")}</dt>
        <dd>
          {t(`enums:Channel.${sheet.channel}`)} · <DateTimeText at={sheet.contactAt} />
        </dd>
        <dt>{t("matter.resident")}</dt>
        <dd>
          {resident ? (
            <>
              <strong>{resident.name}</strong>{" "}
              {resident.tags.map((tag) => (
                <span key={tag} className="xx-tag">
                  {tag}
                </span>
              ))}
            </>
          ) : (
            t(sheet.anonymous ? "anonymous" : "noResident")
          )}
        </dd>
        {resident?.phoneMasked ? (
          <>
            <dt>{t("matter.phone")}</dt>
            <dd>
              <ResidentNumber residentId={resident.id} field="PHONE" masked={resident.phoneMasked} />
            </dd>
          </>
        ) : null}
        {resident?.idNumberMasked ? (
          <>
            <dt>{t("matter.idNumber")}</dt>
            <dd>
              <ResidentNumber residentId={resident.id} field="ID_NUMBER" masked={resident.idNumberMasked} />
            </dd>
          </>
        ) : null}
        {resident?.birthDate ? (
          <>
            <dt>{t("matter.birth")}</dt>
            <dd>
              <DateText date={resident.birthDate} />
              {resident.sex ? ` · ${t(`matter.sex.${resident.sex}`, { defaultValue: resident.sex })}` : ""}
            </dd>
          </>
        ) : null}
        {resident?.address ? (
          <>
            <dt>{t("matter.address")}</dt>
            <dd>{resident.address}</dd>
          </>
        ) : null}
        {sheet.contactWayMasked ? (
          <>
            <dt>{t("matter.contactWay")}</dt>
            <dd>
              <ContactWay sheet={sheet} />
            </dd>
          </>
        ) : null}
        <dt>{t("matter.item")}</dt>
        <dd>
          {item ? (
            <>
              <strong>{item.name}</strong>
              <span className="xx-case-sub">
                {[
                  `${item.code} · ${t("matter.version", { version: item.version })}`,
                  t(`enums:ItemKind.${item.kind}`),
                  item.immediate ? t("matter.immediate") : t("matter.limit", { count: item.limitDays }),
                  Number(item.fee) === 0 ? t("matter.free") : t("matter.fee", { amount: item.fee }),
                ].join(" · ")}
              </span>
            </>
          ) : (
            t("noItem")
          )}
        </dd>
        {sheet.status === "GUIDED" || sheet.callBackAskedAt ? (
          <>
            <dt>{t("matter.callBack")}</dt>
            <dd>
              {sheet.callBackResult ? (
                sheet.callBackResult
              ) : sheet.callBackAskedAt ? (
                <>
                  {t("matter.callBackAsked")} <DateTimeText at={sheet.callBackAskedAt} />
                </>
              ) : (
                t("matter.callBackNone")
              )}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
