import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { sayBreach } from "@/components/factWords";
import { ClauseTag } from "@/components/tags";
import { useReader } from "@/components/useReader";
import type { CaseSheetFragment as CaseSheet } from "@/graphql/gen/graphql";

/** The breaches of the case with their facts (F9). */
export function BreachesCard({ sheet }: { sheet: CaseSheet }) {
  const { t } = useTranslation("case");
  const reader = useReader();
  if (sheet.breaches.length === 0) return null;
  return (
    <section className="xx-card xx-card-pad xx-breaches" aria-labelledby="xx-breaches-title">
      <h2 className="xx-section-title" id="xx-breaches-title">
        {t("breaches.title")}
      </h2>
      <ul className="xx-moves">
        {sheet.breaches.map((one) => (
          <li key={one.id}>
            <div className="xx-promise-head">
              <strong>
                <Link to={`/breaches/${one.id}`}>{t(`enums:BreachKind.${one.kind}`)}</Link>
              </strong>
              <ClauseTag clause={one.clause} />
              <span>{one.person.name}</span>
            </div>
            <p className="xx-case-sub">
              <DateTimeText at={one.foundAt} near /> ·{" "}
              {one.reportedBy ? t("breaches.reportedBy", { name: one.reportedBy.name }) : t("breaches.bySystem")}
            </p>
            <p>{sayBreach(one.facts, reader)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
