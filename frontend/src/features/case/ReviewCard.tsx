import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { readRating } from "@/components/demand";
import { ClauseTag, StatusTag } from "@/components/tags";
import type { CaseSheetFragment as CaseSheet } from "@/graphql/gen/graphql";
import { ContactWay } from "./Masked";
import { stepsOf } from "./review";

/** A supervision matter: what it is about and whom, what was written, and how far the four steps are (Q6). */
export function ReviewCard({ sheet }: { sheet: CaseSheet }) {
  const { t } = useTranslation("case");
  const rating = sheet.matter === "BAD_RATING" ? readRating(sheet.demand) : null;
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-review-title">
      <h2 className="xx-section-title" id="xx-review-title">
        {t(`enums:Matter.${sheet.matter}`)} <ClauseTag clause="Q6" />
      </h2>
      <ol className="xx-steps" aria-label={t("review.steps")}>
        {stepsOf(sheet.status, sheet.upheld).map(({ step, state }, index) => (
          <li key={step} data-state={state} aria-current={state === "CURRENT" ? "step" : undefined}>
            <span className="xx-step-mark" aria-hidden="true">
              {state === "DONE" ? "✓" : index + 1}
            </span>
            <strong>{t(`enums:CaseAct.${step}`)}</strong>
            <small>{t(`review.state.${state}`)}</small>
          </li>
        ))}
      </ol>
      <dl className="xx-facts xx-case-facts">
        {rating ? (
          <>
            <dt>{t("review.rating")}</dt>
            <dd>
              <span className="xx-tag" data-tone="overdue">
                {t(`enums:RatingLevel.${rating.level}`)}
              </span>{" "}
              {rating.tags.map((tag) => (
                <span key={tag} className="xx-tag">
                  {t(`enums:RatingTag.${tag}`)}
                </span>
              ))}
            </dd>
            {rating.comment ? (
              <>
                <dt>{t("review.comment")}</dt>
                <dd className="xx-prose">{rating.comment}</dd>
              </>
            ) : null}
          </>
        ) : (
          <>
            {sheet.topic ? (
              <>
                <dt>{t("review.topic")}</dt>
                <dd>
                  <strong>{t(`enums:ComplaintTopic.${sheet.topic}`)}</strong>
                </dd>
              </>
            ) : null}
            <dt>{t("review.said")}</dt>
            <dd className="xx-prose">{sheet.demand}</dd>
          </>
        )}
        <dt>{t("review.about")}</dt>
        <dd>
          {sheet.about ? (
            <>
              <strong>{sheet.about.name}</strong> <span className="xx-staff-note">{sheet.about.title}</span>
            </>
          ) : (
            t("review.aboutNobody")
          )}
        </dd>
        <dt>{t("review.aboutCase")}</dt>
        <dd>
          {sheet.aboutCase ? (
            <>
              <Link to={`/cases/${sheet.aboutCase.receiptNo}`}>{sheet.aboutCase.receiptNo}</Link>{" "}
              <StatusTag status={sheet.aboutCase.status} />
              <span className="xx-case-sub">
                {[sheet.aboutCase.item?.name, sheet.aboutCase.demand].filter(Boolean).join(" · ")}
              </span>
            </>
          ) : (
            sheet.situation || t("review.aboutNoCase")
          )}
        </dd>
        {sheet.contactWayMasked ? (
          <>
            <dt>{t("matter.contactWay")}</dt>
            <dd>
              <ContactWay sheet={sheet} />
            </dd>
          </>
        ) : null}
        <dt>{t("review.received")}</dt>
        <dd>
          <DateTimeText at={sheet.contactAt} />
        </dd>
        {sheet.upheld !== null && sheet.upheld !== undefined ? (
          <>
            <dt>{t("review.upheld")}</dt>
            <dd>
              <span className="xx-tag" data-tone={sheet.upheld ? "overdue" : "calm"}>
                {t(sheet.upheld ? "review.isSo" : "review.isNotSo")}
              </span>
            </dd>
          </>
        ) : null}
        {sheet.outcome ? (
          <>
            <dt>{t("review.answer")}</dt>
            <dd className="xx-prose">
              <strong>{sheet.outcome}</strong>
            </dd>
          </>
        ) : null}
      </dl>
      <p className="xx-card-note">{t("review.confidential")}</p>
    </section>
  );
}
