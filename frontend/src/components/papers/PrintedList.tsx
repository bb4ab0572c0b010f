import { useTranslation } from "react-i18next";
import { DateTimeText } from "@/components/DateText";
import type { PaperKind } from "@/graphql/gen/graphql";
import "./papers.css";

interface Printed {
  id: string;
  kind: PaperKind;
  number: string;
  draft: boolean;
  path: string;
  printedAt: string;
  printedBy: { name: string };
}

/** What was printed, by whom and when, each as it was printed then; nothing where nothing was. */
export function PrintedList({ printed }: { printed: readonly Printed[] }) {
  const { t } = useTranslation();
  if (printed.length === 0) return null;
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-papers-title">
      <h2 className="xx-section-title" id="xx-papers-title">
        {t("paper.title")} <span className="xx-paper-sub">{t("paper.count", { count: printed.length })}</span>
      </h2>
      <ul className="xx-printed">
        {printed.map((paper) => (
          <li key={paper.id}>
            <span>
              <a href={paper.path} target="_blank" rel="noopener">
                {t(`enums:PaperKind.${paper.kind}`)}
                <span className="xx-visually-hidden"> {t("paper.pdf", { number: paper.number })}</span>
              </a>{" "}
              {paper.draft ? (
                <span className="xx-tag" data-tone="soon">
                  {t("paper.draft")}
                </span>
              ) : null}
            </span>
            <span className="xx-paper-sub">
              {paper.number} · {paper.printedBy.name} · <DateTimeText at={paper.printedAt} near /> ·{" "}
              <a href={`${paper.path}?as=html`} target="_blank" rel="noopener">
                {t("paper.page")}
                <span className="xx-visually-hidden"> {paper.number}</span>
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
