import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { DateTimeText } from "@/components/DateText";
import { ClauseTag } from "@/components/tags";
import type { CaseSheetFragment as CaseSheet, PieceState } from "@/graphql/gen/graphql";
import { useOpenAct } from "./useOpenAct";

const tones: Record<PieceState, string> = { HELD: "primary", RETURNED: "calm", LOST: "overdue", DAMAGED: "critical" };

/** The resident's papers that the office keeps, piece by piece (A5). */
export function CustodyCard({ sheet }: { sheet: CaseSheet }) {
  const { t } = useTranslation("case");
  const show = useOpenAct();
  const may = (act: CaseSheet["allowedActs"][number]) => sheet.allowedActs.includes(act);
  if (sheet.pieces.length === 0 && !may("TAKE_PIECES")) return null;
  const acts = sheet.pieces.some((piece) => piece.state !== "RETURNED") && (may("RETURN_PIECE") || may("REPORT_PIECE"));
  return (
    <section className="xx-card xx-card-pad" id="custody" aria-labelledby="xx-custody-title">
      <div className="xx-card-head">
        <h2 className="xx-section-title" id="xx-custody-title">
          {t("custody.title")} <ClauseTag clause="A5" />
        </h2>
        {may("TAKE_PIECES") ? (
          <Button
            size="small"
            className="xx-no-print"
            icon={<PlusOutlined aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => show("TAKE_PIECES")}
          >
            {t("enums:CaseAct.TAKE_PIECES")}
          </Button>
        ) : null}
      </div>
      {sheet.piecesHeld > 0 && sheet.open ? (
        <p className="xx-banner" data-tone="info">
          {t("custody.held", { count: sheet.piecesHeld })}
        </p>
      ) : null}
      {sheet.pieces.length === 0 ? (
        <p className="xx-case-none">{t("custody.none")}</p>
      ) : (
        <table className="xx-rows" data-stack="true">
          <thead>
            <tr>
              <th scope="col">{t("custody.column.name")}</th>
              <th scope="col">{t("custody.column.count")}</th>
              <th scope="col">{t("custody.column.place")}</th>
              <th scope="col">{t("custody.column.taken")}</th>
              <th scope="col">{t("custody.column.state")}</th>
              {acts ? (
                <th scope="col" className="xx-no-print">
                  {t("custody.column.acts")}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {sheet.pieces.map((piece) => (
              <tr key={piece.id}>
                <th scope="row">
                  {piece.name}
                  <span className="xx-case-sub">
                    {[t(`enums:MaterialForm.${piece.form}`), piece.condition].filter(Boolean).join(" · ")}
                  </span>
                </th>
                <td data-label={t("custody.column.count")}>{piece.count}</td>
                <td data-label={t("custody.column.place")}>{piece.place}</td>
                <td data-label={t("custody.column.taken")}>
                  {piece.takenBy.name}
                  <span className="xx-case-sub">
                    <DateTimeText at={piece.takenAt} near />
                  </span>
                </td>
                <td data-label={t("custody.column.state")}>
                  <span className="xx-tag" data-tone={tones[piece.state]}>
                    {t(`enums:PieceState.${piece.state}`)}
                  </span>
                  {piece.reportedAs && piece.reportedAs !== piece.state ? (
                    <span className="xx-tag" data-tone="overdue">
                      {t("custody.wasReported", { state: t(`enums:PieceState.${piece.reportedAs}`) })}
                    </span>
                  ) : null}
                  {piece.returnedAt ? (
                    <span className="xx-case-sub">
                      {t("custody.signed", { name: piece.signedBy })} · <DateTimeText at={piece.returnedAt} near />
                    </span>
                  ) : null}
                  {piece.report ? (
                    <span className="xx-quote">
                      {piece.reportedBy ? <b>{t("custody.reported", { name: piece.reportedBy.name })}</b> : null}{" "}
                      {piece.report}
                    </span>
                  ) : null}
                </td>
                {acts ? (
                  <td className="xx-rows-acts xx-no-print">
                    {piece.state !== "RETURNED" && may("RETURN_PIECE") ? (
                      <Button
                        size="small"
                        aria-haspopup="dialog"
                        aria-label={t("custody.returnOf", { name: piece.name })}
                        onClick={() => show("RETURN_PIECE", piece.id)}
                      >
                        {t("custody.return")}
                      </Button>
                    ) : null}
                    {piece.state === "HELD" && may("REPORT_PIECE") ? (
                      <Button
                        size="small"
                        type="text"
                        danger
                        aria-haspopup="dialog"
                        aria-label={t("custody.reportOf", { name: piece.name })}
                        onClick={() => show("REPORT_PIECE", piece.id)}
                      >
                        {t("custody.report")}
                      </Button>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
