import { useQuery } from "@apollo/client/react";
import { Button, Form, Input, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ActModal } from "@/components/ActForm";
import { DateText, DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { MatchReasons } from "@/components/MatchReasons";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag } from "@/components/tags";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { useDeskEvents } from "@/live/desk";
import { stateTone } from "@/office/employment";
import { roundMoney } from "@/office/money";
import { CloseOpeningDocument, OpeningDocument, OpeningPartnerDocument, ReferToOpeningDocument } from "./documents";
import { type Opening, OpeningForm } from "./OpeningForm";
import "./openings.css";

/** One opening: what is offered, who fits and why, and who was referred (E3, E4). */
export function Component() {
  const { t } = useTranslation("openings");
  const id = useParams().id ?? "";
  const [act, setAct] = useState<"edit" | "close" | null>(null);
  const { data, error, refetch } = useQuery(OpeningDocument, { variables: { id }, fetchPolicy: "network-only" });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents(again);
  if (!data && error)
    return (
      <EmptyHint
        title={t("failed")}
        hint={sayRefusal(refusalOf(error), t)}
        action={<Button onClick={again}>{t("common:act.retry")}</Button>}
      />
    );
  if (!data) return <Skeleton active />;
  const opening = data.opening;
  if (!opening) return <EmptyHint title={t("gone")} hint={t("goneHint")} />;
  const state = opening.open
    ? "open"
    : opening.hired === opening.headcount
      ? "full"
      : opening.closedAt
        ? "closed"
        : "expired";
  return (
    <>
      <PageHead
        title={opening.title}
        hint={<Link to="/openings">{t("back")}</Link>}
        tags={
          <>
            <span className="xx-tag" data-tone={opening.open ? "calm" : "late"}>
              {t(state)}
            </span>
            {opening.thirdSector ? (
              <span className="xx-tag" data-tone="info">
                {t("third")}
              </span>
            ) : null}
          </>
        }
        actions={
          opening.mayWork && !opening.closedAt ? (
            <>
              <Button onClick={() => setAct("edit")}>{t("edit")}</Button>
              <Button onClick={() => setAct("close")}>{t("close")}</Button>
            </>
          ) : null
        }
      />
      <div className="xx-opening">
        <div>
          <Offer opening={opening} />
          <Sent opening={opening} />
        </div>
        <People opening={opening} />
      </div>
      <OpeningForm opening={opening} open={act === "edit"} onClose={() => setAct(null)} onReload={again} />
      {act === "close" ? <CloseForm opening={opening} onClose={() => setAct(null)} onReload={again} /> : null}
    </>
  );
}

function Offer({ opening }: { opening: Opening }) {
  const { t } = useTranslation("openings");
  const join = (words: readonly string[]) => (words.length > 0 ? words.join(t("common:listJoin")) : t("none"));
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-opening-offer">
      <h2 className="xx-section-title" id="xx-opening-offer">
        {t("offer")} <ClauseTag clause="E3" />
      </h2>
      <dl className="xx-facts">
        <dt>{t("field.employer")}</dt>
        <dd>{opening.employer}</dd>
        {opening.partnerId ? <Partner id={opening.partnerId} /> : null}
        <dt>{t("field.sector")}</dt>
        <dd>{t(`enums:Sector.${opening.sector}`)}</dd>
        <dt>{t("field.place")}</dt>
        <dd>{opening.place}</dd>
        <dt>{t("field.pay")}</dt>
        <dd>{t("monthly", { from: roundMoney(opening.payMin), to: roundMoney(opening.payMax) })}</dd>
        <dt>{t("field.hours")}</dt>
        <dd>{t(`enums:WorkHours.${opening.hours}`)}</dd>
        <dt>{t("field.headcount")}</dt>
        <dd>{t("places", { hired: opening.hired, headcount: opening.headcount })}</dd>
        <dt>{t("field.skills")}</dt>
        <dd>{join(opening.skills)}</dd>
        <dt>{t("field.demands")}</dt>
        <dd>{join(opening.demands.map((one) => t(`enums:Obstacle.${one}`)))}</dd>
        <dt>{t("field.expiresOn")}</dt>
        <dd>
          <DateText date={opening.expiresOn} />
        </dd>
        {opening.contactName || opening.contactPhone ? (
          <>
            <dt>{t("contact")}</dt>
            <dd>{[opening.contactName, opening.contactPhone].filter(Boolean).join(" ")}</dd>
          </>
        ) : null}
        {opening.about ? (
          <>
            <dt>{t("field.about")}</dt>
            <dd className="xx-opening-text">{opening.about}</dd>
          </>
        ) : null}
        <dt>{t("entered")}</dt>
        <dd>
          <DateTimeText at={opening.enteredAt} /> · {opening.enteredBy.name}
        </dd>
        {opening.closedAt ? (
          <>
            <dt>{t("closedAt")}</dt>
            <dd>
              <DateTimeText at={opening.closedAt} /> {opening.closedReason || t("full")}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

/** The partner whose opening it is. */
function Partner({ id }: { id: string }) {
  const { t } = useTranslation("openings");
  const { data } = useQuery(OpeningPartnerDocument, { variables: { id } });
  const name = data?.node?.__typename === "Partner" ? data.node.name : "";
  return (
    <>
      <dt>{t("field.partner")}</dt>
      <dd>
        <Link to={`/partners/${id}`}>{name}</Link>
      </dd>
    </>
  );
}

function Sent({ opening }: { opening: Opening }) {
  const { t } = useTranslation("openings");
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-opening-sent">
      <h2 className="xx-section-title" id="xx-opening-sent">
        {t("sent")}
      </h2>
      {opening.referrals.length === 0 ? <p className="xx-openings-sub">{t("sentNone")}</p> : null}
      <ul className="xx-opening-list">
        {opening.referrals.map((one) => (
          <li key={one.id} className="xx-openings-head">
            <Link to={`/jobseekers/${one.jobSeeker.id}`}>{one.jobSeeker.resident.name}</Link>
            <span className="xx-tag" data-tone={stateTone(one.state)}>
              {t(`enums:ReferralState.${one.state}`)}
            </span>
            <span className="xx-openings-sub">
              <DateTimeText at={one.decidedAt ?? one.referredAt} near />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function People({ opening }: { opening: Opening }) {
  const { t } = useTranslation("openings");
  const act = useAct(ReferToOpeningDocument);
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-opening-people">
      <h2 className="xx-section-title" id="xx-opening-people">
        {t("people")} <ClauseTag clause="E4" />
      </h2>
      {opening.matches.length === 0 ? <p className="xx-openings-sub">{t("peopleNone")}</p> : null}
      {act.refusal ? <RefusalNote refusal={act.refusal} /> : null}
      <ul className="xx-opening-list">
        {opening.matches.map((match) => (
          <li key={match.jobSeeker.id} data-match={match.jobSeeker.id}>
            <div className="xx-openings-head">
              <span className="xx-opening-score">
                {match.excluded ? t("excluded") : t("score", { count: match.score })}
              </span>
              <Link to={`/jobseekers/${match.jobSeeker.id}`}>{match.jobSeeker.resident.name}</Link>
              <span className="xx-openings-sub">{t("counsellorIs", { name: match.jobSeeker.counsellor.name })}</span>
              {match.referred ? (
                <span className="xx-tag" data-tone="info">
                  {t("referred")}
                </span>
              ) : opening.mayWork && opening.open && !match.excluded && match.jobSeeker.consentedAt ? (
                <Button
                  size="small"
                  disabled={act.busy}
                  onClick={() =>
                    void act.run({
                      jobSeekerId: match.jobSeeker.id,
                      version: match.jobSeeker.version,
                      openingId: opening.id,
                    })
                  }
                >
                  {t("refer")}
                </Button>
              ) : null}
            </div>
            <MatchReasons reasons={match.reasons} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CloseForm(props: { opening: Opening; onClose: () => void; onReload: () => void }) {
  const { t } = useTranslation("openings");
  const act = useAct(CloseOpeningDocument);
  const { opening } = props;
  return (
    <ActModal<{ reason: string }>
      open
      title={t("close")}
      onClose={props.onClose}
      onReload={props.onReload}
      draftKey={`opening.close.${opening.id}`}
      submitText={t("close")}
      onSubmit={(values) => act.run({ openingId: opening.id, version: opening.version, ...values })}
    >
      <Form.Item
        name="reason"
        label={t("closeReason")}
        extra={t("closeHint")}
        rules={[{ required: true, whitespace: true, message: t("needed") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </ActModal>
  );
}
