import { useTranslation } from "react-i18next";
import { DateTimeText } from "@/components/DateText";
import { useMaterialFacts } from "@/components/MaterialName";
import { checklist, type MaterialState } from "@/components/materials";
import { ClauseTag } from "@/components/tags";
import type { CaseSheetFragment as CaseSheet } from "@/graphql/gen/graphql";

const tones: Record<Exclude<MaterialState, null>, string> = { RECEIVED: "calm", MISSING: "soon", AS_NEEDED: "info" };

/** What the resident brings by the item's list, how each paper stands, and the notices that were given (Q3). */
export function MaterialsCard({ sheet }: { sheet: CaseSheet }) {
  const { t } = useTranslation("case");
  const facts = useMaterialFacts();
  const lines = checklist(sheet);
  if (lines.length === 0 && sheet.notices.length === 0) return null;
  const counted = lines.filter((line) => line.state === "RECEIVED" || line.state === "MISSING");
  const come = counted.filter((line) => line.state === "RECEIVED").length;
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-materials-title">
      <div className="xx-card-head">
        <h2 className="xx-section-title" id="xx-materials-title">
          {t("materials.title")}
          {sheet.item ? (
            <span className="xx-case-sub">{t("matter.version", { version: sheet.item.version })}</span>
          ) : null}
        </h2>
        {counted.length > 0 ? (
          <span className="xx-card-sum">{t("materials.come", { come, all: counted.length })}</span>
        ) : null}
      </div>
      <ol className="xx-checklist">
        {lines.map((line) => (
          <li key={line.name} data-state={line.state ?? "UNKNOWN"}>
            <span className="xx-check-mark" aria-hidden="true" />
            <div>
              <strong>{line.name}</strong>
              <span className="xx-case-sub">{line.extra ? t("materials.extra") : facts(line)}</span>
              {line.why ? <span className="xx-case-sub">{t("materials.why", { why: line.why })}</span> : null}
              {line.sample ? (
                <span className="xx-case-sub">{t("materials.sample", { sample: line.sample })}</span>
              ) : null}
            </div>
            {line.state ? (
              <span className="xx-tag" data-tone={tones[line.state]}>
                {t(`materials.state.${line.state === "MISSING" && !sheet.open ? "NEVER" : line.state}`)}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {sheet.materialsCompleteAt ? (
        <p className="xx-card-note">
          {t("matter.complete")} <DateTimeText at={sheet.materialsCompleteAt} />
        </p>
      ) : null}
      {sheet.notices.length > 0 ? <Notices sheet={sheet} /> : null}
    </section>
  );
}

/** The one-time notice, and every further one, which is a breach. */
function Notices({ sheet }: { sheet: CaseSheet }) {
  const { t } = useTranslation("case");
  return (
    <div className="xx-notices">
      <h3 className="xx-sub-title">
        {t("notices.title")} <ClauseTag clause="Q3" />
      </h3>
      <ol className="xx-moves">
        {sheet.notices.map((notice) => (
          <li key={notice.id}>
            <div className="xx-promise-head">
              <strong>{t("notices.number", { number: notice.number })}</strong>
              {notice.second ? (
                <span className="xx-tag" data-tone="overdue">
                  {t("notices.second")}
                </span>
              ) : null}
              <span>{notice.missing.join(t("listJoin"))}</span>
            </div>
            <p className="xx-case-sub">
              <DateTimeText at={notice.givenAt} near /> · {notice.givenBy.name} · {t(`enums:TellWay.${notice.toldWay}`)}
            </p>
            {notice.reason ? (
              <span className="xx-quote">
                <b>{t("notices.reason")}</b> {notice.reason}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
