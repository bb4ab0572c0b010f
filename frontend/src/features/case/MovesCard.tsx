import { useTranslation } from "react-i18next";
import { DateTimeText } from "@/components/DateText";
import type { CaseSheetFragment as CaseSheet, HandOverState, ReportState } from "@/graphql/gen/graphql";

const handOverTones: Record<HandOverState, string> = {
  OFFERED: "soon",
  ACCEPTED: "calm",
  RETURNED: "late",
  WITHDRAWN: "info",
};
const reportTones: Record<ReportState, string> = {
  WAITING: "soon",
  TAKEN_OVER: "calm",
  DIRECTED: "calm",
  SENT_BACK: "late",
};

/** The report to the superior (F6) and the hand-overs (F10), with what was written. */
export function MovesCard({ sheet }: { sheet: CaseSheet }) {
  const { t } = useTranslation("case");
  const { report, handOvers } = sheet;
  if (!report && handOvers.length === 0) return null;
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-moves-title">
      <h2 className="xx-section-title" id="xx-moves-title">
        {t("moves.title")}
      </h2>
      <ol className="xx-moves">
        {report ? (
          <li>
            <div className="xx-promise-head">
              <strong>{t("moves.report", { from: report.reporter.name, to: report.superior.name })}</strong>
              <span className="xx-tag" data-tone={reportTones[report.state]}>
                {t(`enums:ReportState.${report.state}`)}
              </span>
            </div>
            <p className="xx-case-sub">
              <DateTimeText at={report.reportedAt} near />
              {" · "}
              {report.decidedAt ? (
                <>
                  {t("moves.decided", { name: report.decidedBy?.name ?? "" })}{" "}
                  <DateTimeText at={report.decidedAt} near />
                </>
              ) : (
                <>
                  {t("moves.decideBy")} <DateTimeText at={report.decideBy} near />
                </>
              )}
            </p>
            <span className="xx-quote">{report.reason}</span>
            {report.instructions ? (
              <span className="xx-quote">
                <b>{t("moves.instructions")}</b> {report.instructions}
              </span>
            ) : null}
          </li>
        ) : null}
        {handOvers.map((one) => (
          <li key={one.id}>
            <div className="xx-promise-head">
              <strong>{t("moves.handOver", { from: one.from.name, to: one.to.name })}</strong>
              <span className="xx-tag" data-tone={handOverTones[one.state]}>
                {t(`enums:HandOverState.${one.state}`)}
              </span>
            </div>
            <p className="xx-case-sub">
              <DateTimeText at={one.offeredAt} near />
              {" · "}
              {one.answeredAt ? (
                <>
                  {t("moves.answered")} <DateTimeText at={one.answeredAt} near />
                </>
              ) : (
                <>
                  {t("moves.answerBy")} <DateTimeText at={one.answerBy} near />
                </>
              )}
            </p>
            <span className="xx-quote">{one.explanation}</span>
            {one.returnReason ? (
              <span className="xx-quote">
                <b>{t("moves.returned")}</b> {one.returnReason}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
