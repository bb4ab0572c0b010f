import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { DateText, DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { MatchReasons } from "@/components/MatchReasons";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { TimelineItem } from "@/components/TimelineItem";
import { ClauseTag, GreenTag } from "@/components/tags";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { useDeskEvents } from "@/live/desk";
import { stateTone } from "@/office/employment";
import { roundMoney } from "@/office/money";
import { useToday } from "@/office/useToday";
import { JobSeekerDocument, ReferJobSeekerDocument } from "./documents";
import { CounsellorForm, FinishForm, FollowForm, type Open, StateForm, StepForm, TalkForm } from "./SeekerActs";
import { EditSeeker, type Seeker } from "./SeekerForm";
import "./jobseekers.css";

/** The file of a job-seeker: situation, skills and wishes, talks, openings that fit and why, referrals and follow-ups. */
export function Component() {
  const { t } = useTranslation("jobseekers");
  const id = useParams().id ?? "";
  const [open, setOpen] = useState<Open>(null);
  const { data, error, refetch } = useQuery(JobSeekerDocument, { variables: { id }, fetchPolicy: "network-only" });
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
  const seeker = data.jobSeeker;
  if (!seeker) return <EmptyHint title={t("gone")} hint={t("goneHint")} />;
  const form = { seeker, onClose: () => setOpen(null), onReload: again };
  return (
    <>
      <PageHead
        title={seeker.resident.name}
        hint={<Link to="/jobseekers">{t("back")}</Link>}
        tags={
          <>
            <span className="xx-tag" data-tone={stateTone(seeker.state)}>
              {t(`enums:JobSeekerState.${seeker.state}`)}
            </span>
            {seeker.consentedAt ? null : (
              <span className="xx-tag" data-tone="soon">
                {t("noConsent")}
              </span>
            )}
          </>
        }
        actions={
          seeker.mayWork ? (
            <>
              <Button type="primary" onClick={() => setOpen({ act: "talk" })}>
                {t("talk.record")}
              </Button>
              <Button onClick={() => setOpen({ act: "edit" })}>{t("edit")}</Button>
              <Button onClick={() => setOpen({ act: "state" })}>{t("state.set")}</Button>
              <Button onClick={() => setOpen({ act: "counsellor" })}>{t("counsellor.set")}</Button>
            </>
          ) : null
        }
      />
      <div className="xx-seeker">
        <div>
          <About seeker={seeker} />
          <Talks seeker={seeker} onFinish={(talk) => setOpen({ act: "finish", id: talk })} />
        </div>
        <div>
          <Matches seeker={seeker} />
          <Referrals
            seeker={seeker}
            onStep={(one) => setOpen({ act: "step", id: one })}
            onFollow={(one) => setOpen({ act: "follow", id: one })}
          />
          <History seeker={seeker} />
        </div>
      </div>
      <EditSeeker seeker={seeker} open={open?.act === "edit"} onClose={() => setOpen(null)} onReload={again} />
      {open?.act === "talk" ? <TalkForm {...form} /> : null}
      {open?.act === "state" ? <StateForm {...form} /> : null}
      {open?.act === "counsellor" ? <CounsellorForm {...form} /> : null}
      {open?.act === "finish" ? <FinishForm {...form} id={open.id} /> : null}
      {open?.act === "step" ? <StepForm {...form} id={open.id} /> : null}
      {open?.act === "follow" ? <FollowForm {...form} id={open.id} /> : null}
    </>
  );
}

function Card({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) {
  return (
    <section className="xx-card xx-card-pad" aria-labelledby={`xx-seeker-${id}`}>
      <h2 className="xx-section-title" id={`xx-seeker-${id}`}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function About({ seeker }: { seeker: Seeker }) {
  const { t } = useTranslation("jobseekers");
  const join = (words: readonly string[]) => (words.length > 0 ? words.join(t("common:listJoin")) : t("none"));
  const { wishes, resident } = seeker;
  const wanted = [
    ...wishes.titles,
    ...wishes.sectors.map((one) => t(`enums:Sector.${one}`)),
    ...wishes.places,
    ...wishes.hours.map((one) => t(`enums:WorkHours.${one}`)),
    ...(wishes.pay ? [t("atLeast", { pay: roundMoney(wishes.pay) })] : []),
  ];
  const cases = resident.recentCases.filter((one) => one.open);
  return (
    <Card id="about" title={t("about")}>
      <dl className="xx-facts">
        <dt>{t("field.resident")}</dt>
        <dd>{[resident.name, resident.phoneMasked, resident.address].filter(Boolean).join(" · ")}</dd>
        <dt>{t("field.situations")}</dt>
        <dd>{join(seeker.situations.map((one) => t(`enums:Situation.${one}`)))}</dd>
        <dt>{t("field.residence")}</dt>
        <dd>{t(`enums:ResidenceKind.${seeker.residence}`)}</dd>
        <dt>{t("field.skills")}</dt>
        <dd>{join(seeker.skills)}</dd>
        <dt>{t("field.wishes")}</dt>
        <dd>{join(wanted)}</dd>
        <dt>{t("field.obstacles")}</dt>
        <dd>{join(seeker.obstacles.map((one) => t(`enums:Obstacle.${one}`)))}</dd>
        <dt>{t("field.benefits")}</dt>
        <dd>{join(seeker.benefits)}</dd>
        <dt>{t("field.counsellor")}</dt>
        <dd>{seeker.counsellor.name}</dd>
        <dt>{t("registered")}</dt>
        <dd>
          <DateTimeText at={seeker.registeredAt} /> · {seeker.registeredBy.name}
        </dd>
        <dt>{t("consented")}</dt>
        <dd>{seeker.consentedAt ? <DateTimeText at={seeker.consentedAt} /> : t("consentHint")}</dd>
        {seeker.stateReason ? (
          <>
            <dt>{t("state.reason")}</dt>
            <dd>{seeker.stateReason}</dd>
          </>
        ) : null}
        {seeker.note ? (
          <>
            <dt>{t("field.note")}</dt>
            <dd>{seeker.note}</dd>
          </>
        ) : null}
        {cases.length > 0 ? (
          <>
            <dt>{t("cases")}</dt>
            <dd>
              {cases.map((one) => (
                <span key={one.id} className="xx-seekers-case">
                  <Link to={`/cases/${one.receiptNo}`}>{one.receiptNo}</Link> {one.green ? <GreenTag /> : null}
                </span>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
    </Card>
  );
}

function Talks({ seeker, onFinish }: { seeker: Seeker; onFinish: (id: string) => void }) {
  const { t } = useTranslation("jobseekers");
  const today = useToday();
  return (
    <Card
      id="talks"
      title={
        <>
          {t("talk.title")} <ClauseTag clause="E2" />
        </>
      }
    >
      {seeker.talks.length === 0 ? <p className="xx-seekers-sub">{t("talk.empty")}</p> : null}
      <ol className="xx-timeline">
        {seeker.talks.map((talk) => (
          <TimelineItem key={talk.id} at={talk.heldAt} title={t(`enums:TalkWay.${talk.way}`)} who={talk.talkedBy.name}>
            <p className="xx-seeker-text">{talk.advised}</p>
            {talk.nextOn ? (
              <p className="xx-seeker-next">
                {t("talk.next")} {talk.nextStep} · <DateText date={talk.nextOn} short />{" "}
                {talk.doneAt ? (
                  <span className="xx-tag" data-tone="calm">
                    {t("talk.done")}
                  </span>
                ) : (
                  <span className="xx-tag" data-tone={talk.nextOn <= today ? "soon" : "info"}>
                    {t(talk.nextOn <= today ? "talk.due" : "talk.waits")}
                  </span>
                )}
                {talk.doneResult ? <span className="xx-seekers-sub">{talk.doneResult}</span> : null}
                {!talk.doneAt && seeker.mayWork ? (
                  <Button size="small" onClick={() => onFinish(talk.id)}>
                    {t("talk.finish")}
                  </Button>
                ) : null}
              </p>
            ) : null}
          </TimelineItem>
        ))}
      </ol>
    </Card>
  );
}

function Matches({ seeker }: { seeker: Seeker }) {
  const { t } = useTranslation("jobseekers");
  const act = useAct(ReferJobSeekerDocument);
  return (
    <Card
      id="matches"
      title={
        <>
          {t("match.title")} <ClauseTag clause="E4" />
        </>
      }
    >
      {seeker.state === "SEEKING" ? null : <p className="xx-seekers-sub">{t("match.notSeeking")}</p>}
      {seeker.matches.length === 0 ? <p className="xx-seekers-sub">{t("match.empty")}</p> : null}
      {act.refusal ? <RefusalNote refusal={act.refusal} /> : null}
      <ul className="xx-matches">
        {seeker.matches.map((match) => (
          <li key={match.opening.id} data-match={match.opening.id}>
            <div className="xx-match-head">
              <span className="xx-match-score" data-excluded={match.excluded}>
                {match.excluded ? t("match.excluded") : t("match.score", { count: match.score })}
              </span>
              <Link to={`/openings/${match.opening.id}`}>{match.opening.title}</Link>
              {match.referred ? (
                <span className="xx-tag" data-tone="info">
                  {t("match.referred")}
                </span>
              ) : seeker.mayWork && seeker.state === "SEEKING" && !match.excluded ? (
                <Button
                  size="small"
                  disabled={seeker.consentedAt === null || act.busy}
                  onClick={() =>
                    void act.run({ jobSeekerId: seeker.id, version: seeker.version, openingId: match.opening.id })
                  }
                >
                  {t("match.refer")}
                </Button>
              ) : null}
            </div>
            <p className="xx-seekers-sub">
              {match.opening.employer} · {match.opening.place} ·{" "}
              {t("monthly", { from: roundMoney(match.opening.payMin), to: roundMoney(match.opening.payMax) })} ·{" "}
              {t(`enums:WorkHours.${match.opening.hours}`)}
            </p>
            <MatchReasons reasons={match.reasons} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Referrals(props: { seeker: Seeker; onStep: (id: string) => void; onFollow: (id: string) => void }) {
  const { t } = useTranslation("jobseekers");
  const { seeker } = props;
  const today = useToday();
  return (
    <Card
      id="referrals"
      title={
        <>
          {t("referral.title")} <ClauseTag clause="E4" />
        </>
      }
    >
      {seeker.referrals.length === 0 ? <p className="xx-seekers-sub">{t("referral.empty")}</p> : null}
      <ul className="xx-matches">
        {seeker.referrals.map((one) => (
          <li key={one.id} data-referral={one.id}>
            <div className="xx-match-head">
              <Link to={`/openings/${one.opening.id}`}>{one.opening.title}</Link>
              <span className="xx-tag" data-tone={stateTone(one.state)}>
                {t(`enums:ReferralState.${one.state}`)}
              </span>
              {seeker.mayWork && one.next.length > 0 ? (
                <Button size="small" onClick={() => props.onStep(one.id)}>
                  {t("referral.step")}
                </Button>
              ) : null}
            </div>
            <p className="xx-seekers-sub">
              {one.opening.employer} · {t("referral.by", { name: one.referredBy.name })} ·{" "}
              <DateTimeText at={one.referredAt} near />
              {one.interviewAt ? (
                <>
                  {" · "}
                  {t("referral.interviewAt")} <DateTimeText at={one.interviewAt} near />
                </>
              ) : null}
              {one.startedOn ? (
                <>
                  {" · "}
                  {t("referral.startedOn")} <DateText date={one.startedOn} short />
                </>
              ) : null}
              {one.reason ? ` · ${one.reason}` : ""}
            </p>
            {seeker.followUps
              .filter((follow) => follow.referralId === one.id)
              .map((follow) => (
                <p key={follow.id} className="xx-seeker-next" data-followup={follow.months}>
                  {t("follow.after", { count: follow.months })} · <DateText date={follow.dueOn} short />{" "}
                  {follow.doneAt ? (
                    <span className="xx-tag" data-tone={follow.employed ? "calm" : "late"}>
                      {t(follow.employed ? "follow.yes" : "follow.no")}
                    </span>
                  ) : (
                    <span className="xx-tag" data-tone={follow.dueOn <= today ? "soon" : "info"}>
                      {t(follow.dueOn <= today ? "talk.due" : "talk.waits")}
                    </span>
                  )}
                  {follow.note ? <span className="xx-seekers-sub">{follow.note}</span> : null}
                  {!follow.doneAt && seeker.mayWork ? (
                    <Button size="small" onClick={() => props.onFollow(follow.id)}>
                      {t("follow.record")}
                    </Button>
                  ) : null}
                </p>
              ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function History({ seeker }: { seeker: Seeker }) {
  const { t } = useTranslation("jobseekers");
  return (
    <Card id="history" title={t("history")}>
      <ol className="xx-timeline">
        {[...seeker.events].reverse().map((event) => (
          <TimelineItem
            key={event.id}
            at={event.at}
            title={t(`enums:EventKind.${event.kind}`)}
            who={event.actor?.name ?? t("bySystem")}
          />
        ))}
      </ol>
    </Card>
  );
}
