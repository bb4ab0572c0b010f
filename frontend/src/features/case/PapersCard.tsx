import { useTranslation } from "react-i18next";
import { DateTimeText } from "@/components/DateText";
import type { CaseSheetFragment as CaseSheet } from "@/graphql/gen/graphql";

/** What was printed, by whom and when, each as it was printed then. */
export function PapersCard({ sheet }: { sheet: CaseSheet }) {
  const { t } = useTranslation("case");
  if (sheet.printed.length === 0) return null;
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-papers-title">
      <h2 className="xx-section-title" id="xx-papers-title">
        {t("papers.title")} <span className="xx-case-sub">{t("papers.count", { count: sheet.printed.length })}</span>
      </h2>
      <ul className="xx-lines">
        {sheet.printed.map((paper) => (
          <li key={paper.id}>
            <span>
              <a href={paper.path} target="_blank" rel="noopener">
                {t(`enums:PaperKind.${paper.kind}`)}
                <span className="xx-visually-hidden"> {t("papers.pdf", { number: paper.number })}</span>
              </a>{" "}
              {paper.draft ? (
                <span className="xx-tag" data-tone="soon">
                  {t("common:paper.draft")}
                </span>
              ) : null}
            </span>
            <span className="xx-case-sub">
              {paper.number} · {paper.printedBy.name} · <DateTimeText at={paper.printedAt} near /> ·{" "}
              <a href={`${paper.path}?as=html`} target="_blank" rel="noopener">
                {t("papers.page")}
                <span className="xx-visually-hidden"> {paper.number}</span>
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
