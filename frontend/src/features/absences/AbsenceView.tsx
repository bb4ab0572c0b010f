import { useQuery } from "@apollo/client/react";
import { Button, Form, Input, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { AbsenceSpan, AbsenceStateTag } from "@/components/AbsenceSpan";
import { ActModal } from "@/components/ActForm";
import { DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { sayEvent } from "@/components/eventWords";
import { PageHead } from "@/components/PageHead";
import { PrintedList } from "@/components/papers/PrintedList";
import { PrintMenu } from "@/components/papers/PrintMenu";
import { TimelineItem } from "@/components/TimelineItem";
import { useReader } from "@/components/useReader";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { type ActResult, useAct } from "@/graphql/useAct";
import { useDeskEvents } from "@/live/desk";
import { seesNoCases, useViewer } from "@/office/viewer";
import {
  AbsenceSheetDocument,
  DecideAbsenceDocument,
  ReturnToDutyDocument,
  WithdrawAbsenceDocument,
} from "./documents";
import { HandOverList } from "./HandOverList";
import type { Sheet } from "./sheet";
import "./absences.css";

/** One absence: its hand-over lists, its acts, what the stand-in did, its journal. */
export function Component() {
  const { t } = useTranslation("absences");
  const { id = "" } = useParams();
  const { data, error, loading, refetch } = useQuery(AbsenceSheetDocument, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents(again);
  const of = data?.node && "lists" in data.node ? data.node : null;
  if (of) return <Page of={of} onReload={again} />;
  return (
    <>
      <PageHead title={t("title")} />
      {loading ? (
        <Skeleton active />
      ) : (
        <EmptyHint
          title={t("sheet.notFound")}
          hint={error ? sayRefusal(refusalOf(error), t) : t("sheet.notFoundHint")}
          action={<Link to="/absences">{t("sheet.back")}</Link>}
        />
      )}
    </>
  );
}

function Page({ of, onReload }: { of: Sheet; onReload: () => void }) {
  const { t } = useTranslation("absences");
  const viewer = useViewer();
  const [act, setAct] = useState<Act | null>(null);
  const acts = (["APPROVE", "REFUSE", "RETURN", "WITHDRAW"] as const).filter((one) => of.allowedActs.includes(one));
  const waiting = [...new Set(of.lists.filter((list) => !list.acceptedAt).map((list) => list.to.name))];
  const unwritten = of.lists.some((list) => !list.writtenAt);
  return (
    <div className="xx-absence-sheet">
      <PageHead
        title={t("sheet.title", { name: of.staff.name, kind: t(`enums:AbsenceKind.${of.kind}`) })}
        tags={<AbsenceStateTag state={of.state} />}
        actions={
          <>
            <PrintMenu
              of={{ absenceId: of.id }}
              papers={of.papers}
              label={t("sheet.print")}
              about={(offer) => {
                const list = of.lists.find((one) => one.id === offer.subjectId);
                return list
                  ? `${list.post?.name ?? t("sheet.loose")} · ${t("sheet.fromTo", { from: list.from.name, to: list.to.name })}`
                  : "";
              }}
            />
            {acts.map((one) => (
              <Button
                key={one}
                type={one === "APPROVE" || one === "RETURN" ? "primary" : "default"}
                aria-haspopup="dialog"
                onClick={() => setAct(one)}
              >
                {t(`enums:AbsenceAct.${one}`)}
              </Button>
            ))}
          </>
        }
      />
      {of.state === "ASKED" ? (
        <p className="xx-banner" data-tone="info">
          {seesNoCases(viewer)
            ? t("sheet.waitingAny")
            : unwritten
              ? t("sheet.waitingWrite", { name: of.staff.name })
              : waiting.length > 0
                ? t("sheet.waiting", { names: waiting.join(t("common:listJoin")) })
                : t("sheet.waitingDecision")}
        </p>
      ) : null}
      <section className="xx-card xx-card-pad" aria-labelledby="xx-absence-facts">
        <h2 className="xx-section-title" id="xx-absence-facts">
          {t("sheet.facts")}
        </h2>
        <dl className="xx-facts">
          <dt>{t("sheet.when")}</dt>
          <dd>
            <AbsenceSpan from={of.from} until={of.until} />
          </dd>
          <dt>{t("sheet.reason")}</dt>
          <dd>{of.reason ?? <span className="xx-staff-note">{t("sheet.hidden")}</span>}</dd>
          <dt>{t("sheet.asked")}</dt>
          <dd>
            {of.askedBy.name} <DateTimeText at={of.askedAt} near />
          </dd>
          {of.decidedAt ? (
            <>
              <dt>{t("sheet.decided")}</dt>
              <dd>
                {of.decidedBy?.name} <DateTimeText at={of.decidedAt} near />
                {of.decisionReason ? <span className="xx-quote">{of.decisionReason}</span> : null}
              </dd>
            </>
          ) : null}
          {of.noteDueAt && unwritten ? (
            <>
              <dt>{t("sheet.noteDue")}</dt>
              <dd>
                <DateTimeText at={of.noteDueAt} near />
              </dd>
            </>
          ) : null}
        </dl>
      </section>
      <section aria-labelledby="xx-absence-lists">
        <h2 className="xx-section-title" id="xx-absence-lists">
          {t("sheet.lists")}
        </h2>
        {of.lists.length === 0 ? (
          <p className="xx-staff-note">{t(seesNoCases(viewer) ? "sheet.notForYou" : "sheet.noLists")}</p>
        ) : null}
        {of.lists.map((list) => (
          <HandOverList key={list.id} of={of} list={list} onReload={onReload} />
        ))}
      </section>
      {of.state === "RUNNING" || of.state === "ENDED" ? <Done of={of} /> : null}
      <PrintedList printed={of.printed} />
      <Journal of={of} />
      <ActDialog of={of} act={act} onClose={() => setAct(null)} onReload={onReload} />
    </div>
  );
}

/** What the stand-ins did on the cases meanwhile, each once (B7). */
function Done({ of }: { of: Sheet }) {
  const { t } = useTranslation("absences");
  const reader = useReader();
  const events = [...new Map(of.lists.flatMap((list) => list.done).map((event) => [event.id, event])).values()].sort(
    (a, b) => a.at.localeCompare(b.at),
  );
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-absence-done">
      <h2 className="xx-section-title" id="xx-absence-done">
        {t("sheet.done")}
      </h2>
      {events.length === 0 ? <p className="xx-staff-note">{t("sheet.noDone")}</p> : null}
      <ol className="xx-timeline">
        {events.map((event) => {
          const words = sayEvent(event, reader);
          return (
            <TimelineItem
              key={event.id}
              at={event.at}
              title={
                <>
                  <Link to={`/cases/${event.receiptNo}`}>{event.receiptNo}</Link> {words.title}
                </>
              }
              who={event.actor?.name ?? t("sheet.system")}
              {...(words.tone ? { tone: words.tone } : {})}
            >
              {words.sentence ? <p>{words.sentence}</p> : null}
              {words.quote ? <span className="xx-quote">{words.quote}</span> : null}
            </TimelineItem>
          );
        })}
      </ol>
    </section>
  );
}

function Journal({ of }: { of: Sheet }) {
  const { t } = useTranslation("absences");
  const reader = useReader();
  if (of.events.length === 0) return null;
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-absence-journal">
      <h2 className="xx-section-title" id="xx-absence-journal">
        {t("sheet.journal")}
      </h2>
      <ol className="xx-timeline">
        {of.events.map((event) => {
          const words = sayEvent(event, reader);
          return (
            <TimelineItem
              key={event.id}
              at={event.at}
              title={words.title}
              who={event.actor?.name ?? t("sheet.system")}
              {...(words.tone ? { tone: words.tone } : {})}
            >
              {words.sentence ? <p>{words.sentence}</p> : null}
              {words.quote ? <span className="xx-quote">{words.quote}</span> : null}
            </TimelineItem>
          );
        })}
      </ol>
    </section>
  );
}

type Act = "APPROVE" | "REFUSE" | "WITHDRAW" | "RETURN";

function ActDialog(props: { of: Sheet; act: Act | null; onClose: () => void; onReload: () => void }) {
  const { t } = useTranslation("absences");
  const { of, act } = props;
  const decide = useAct(DecideAbsenceDocument);
  const withdraw = useAct(WithdrawAbsenceDocument);
  const back = useAct(ReturnToDutyDocument);
  const ref = { absenceId: of.id, version: of.version };
  const send = async ({ reason = "" }: { reason?: string }): Promise<ActResult<unknown>> => {
    if (act === "RETURN") return back.run(ref);
    if (act === "WITHDRAW") return withdraw.run({ ...ref, reason });
    return decide.run({ ...ref, approve: act === "APPROVE", reason });
  };
  const title = { name: of.staff.name };
  return (
    <ActModal<{ reason?: string }>
      key={act ?? ""}
      open={act !== null}
      title={act ? t(`act.${act}`, title) : ""}
      onClose={props.onClose}
      draftKey={`absence.${of.id}.${act ?? ""}`}
      submitText={act ? t(`enums:AbsenceAct.${act}`) : ""}
      danger={act === "REFUSE"}
      onReload={props.onReload}
      onSubmit={send}
      onDone={props.onReload}
    >
      {act === "RETURN" ? (
        <p className="xx-act-hint">{t("act.returnHint")}</p>
      ) : (
        <Form.Item
          name="reason"
          label={t(act === "REFUSE" ? "act.reason" : "act.reasonMay")}
          rules={act === "REFUSE" ? [{ required: true, whitespace: true, message: t("act.reasonNeeded") }] : []}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
        </Form.Item>
      )}
    </ActModal>
  );
}
