import { useTranslation } from "react-i18next";
import { DateTimeText } from "@/components/DateText";
import { StaffName } from "@/components/StaffName";
import type { CaseEventLineFragment as CaseEventLine, CaseSheetFragment as CaseSheet } from "@/graphql/gen/graphql";
import { chainOf } from "./chain";

/** Who answers for the case now and in which quality, and who did before. */
export function ChainCard(props: { sheet: CaseSheet; events: readonly CaseEventLine[]; whole: boolean }) {
  const { t } = useTranslation("case");
  const { sheet } = props;
  const chain = chainOf(props.events, { id: sheet.responsible.id, role: sheet.responsibleRole });
  const before = chain.at(-1)?.id === sheet.responsible.id ? chain.slice(0, -1) : chain;
  const waiting = sheet.handOvers.find((offer) => offer.state === "OFFERED");
  return (
    <section className="xx-card xx-card-pad xx-chain" aria-labelledby="xx-chain-title">
      <h2 className="xx-section-title" id="xx-chain-title">
        {t(sheet.open ? "chain.now" : "chain.last")}
      </h2>
      <p className="xx-chain-now">
        <strong>
          <StaffName staff={sheet.responsible} withTitle />
        </strong>
        <span className="xx-tag" data-tone="primary">
          {t(`enums:HolderRole.${sheet.responsibleRole}`)}
        </span>
      </p>
      {sheet.holder.id !== sheet.responsible.id ? (
        <p className="xx-chain-note">{t("chain.holder", { name: sheet.holder.name })}</p>
      ) : null}
      {waiting ? <p className="xx-chain-note">{t("chain.offered", { name: waiting.to.name })}</p> : null}
      {before.length > 0 ? (
        <>
          <h3 className="xx-chain-sub">{t("chain.before")}</h3>
          <ol className="xx-chain-list">
            {before.map((link) => (
              <li key={`${link.id}-${link.since}`}>
                <span>{link.name}</span>
                {link.role ? <span className="xx-staff-note">{t(`enums:HolderRole.${link.role}`)}</span> : null}
                <span className="xx-timeline-when">
                  {t("chain.since")} <DateTimeText at={link.since} near />
                </span>
              </li>
            ))}
            {props.whole ? null : <li className="xx-staff-note">{t("chain.more")}</li>}
          </ol>
        </>
      ) : null}
      <dl className="xx-facts xx-chain-facts">
        <dt>{t("chain.first")}</dt>
        <dd>
          <StaffName staff={sheet.firstResponder} />
        </dd>
        {sheet.post ? (
          <>
            <dt>{t("chain.post")}</dt>
            <dd>
              {sheet.post.name} · {sheet.post.window}
            </dd>
            <dt>{t("chain.a")}</dt>
            <dd>
              <StaffName staff={sheet.post.a} />
            </dd>
            <dt>{t("chain.b")}</dt>
            <dd>
              <StaffName staff={sheet.post.b} />
            </dd>
            <dt>{t("chain.onDuty")}</dt>
            <dd>{sheet.post.onDuty?.name ?? t("chain.nobody")}</dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
