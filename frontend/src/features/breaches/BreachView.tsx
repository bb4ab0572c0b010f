import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { sayDemand } from "@/components/demand";
import { EmptyHint } from "@/components/EmptyHint";
import { sayBreach } from "@/components/factWords";
import { PageHead } from "@/components/PageHead";
import { TimelineItem } from "@/components/TimelineItem";
import { ClauseTag } from "@/components/tags";
import { useReader } from "@/components/useReader";
import { readFragment } from "@/graphql/gen";
import type { BreachAct, BreachSheetFragment as Sheet } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { BreachForm } from "./BreachForm";
import { BreachDocument, BreachSheetFragment } from "./documents";
import { BreachStateTag, clauses, measures } from "./state";
import "./breaches.css";

/** One entry of the register: what was found, its steps with who and when, and the next one as a form (A4). */
export function Component() {
  const { t } = useTranslation("breaches");
  const id = useParams().id ?? "";
  const [open, setOpen] = useState<BreachAct | null>(null);
  const { data, error, refetch } = useQuery(BreachDocument, { variables: { id }, fetchPolicy: "network-only" });
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
  if (data.node?.__typename !== "Breach") return <EmptyHint title={t("gone")} hint={t("goneHint")} />;
  const sheet = readFragment(BreachSheetFragment, data.node);
  return (
    <>
      <PageHead
        title={`${t(`enums:BreachKind.${sheet.kind}`)} · ${sheet.person.name}`}
        hint={<Link to="/breaches">{t("back")}</Link>}
      />
      <div className="xx-entry">
        <div>
          <Found sheet={sheet} />
          <Steps sheet={sheet} />
        </div>
        <div>
          <section className="xx-card xx-card-pad" aria-labelledby="xx-entry-next">
            <h2 className="xx-section-title" id="xx-entry-next">
              {t("next")}
            </h2>
            {sheet.proposal ? (
              <p className="xx-entry-proposal">
                {t("proposal", { measure: t(`enums:Measure.${sheet.proposal.measure}`) })}{" "}
                {t("proposalBefore", { count: sheet.proposal.before })} <ClauseTag clause="A3" />
              </p>
            ) : null}
            {sheet.allowedActs.length === 0 ? <p className="xx-register-sub">{t("nothing")}</p> : null}
            <div className="xx-entry-acts">
              {sheet.allowedActs.map((act) => (
                <Button
                  key={act}
                  type={act === "DISMISS" || act === "APPEAL" ? "default" : "primary"}
                  onClick={() => setOpen(act)}
                >
                  {t(`enums:BreachAct.${act}`)}
                </Button>
              ))}
            </div>
            <p className="xx-register-sub">{t("neverOwn")}</p>
          </section>
        </div>
      </div>
      <BreachForm sheet={sheet} act={open} onClose={() => setOpen(null)} onReload={again} />
    </>
  );
}

function Found({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("breaches");
  const reader = useReader();
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-entry-found">
      <h2 className="xx-section-title" id="xx-entry-found">
        {t("found")} <ClauseTag clause={sheet.clause} /> <BreachStateTag state={sheet.state} />
      </h2>
      <dl className="xx-facts">
        <dt>{t("column.person")}</dt>
        <dd>
          {sheet.person.name} {sheet.person.title}
        </dd>
        <dt>{t("column.found")}</dt>
        <dd>
          <DateTimeText at={sheet.foundAt} /> ·{" "}
          {sheet.reportedBy ? t("reportedBy", { name: sheet.reportedBy.name }) : t("bySystem")}
        </dd>
        <dt>{t("column.facts")}</dt>
        <dd>{sayBreach(sheet.facts, reader)}</dd>
        {sheet.case ? (
          <>
            <dt>{t("column.case")}</dt>
            <dd>
              <Link to={`/cases/${sheet.case.receiptNo}`}>{sheet.case.receiptNo}</Link> {sayDemand(sheet.case, t)}
            </dd>
          </>
        ) : null}
        {sheet.kind === "GIFT_TAKEN" ? (
          <>
            <dt>{t("tab.gifts")}</dt>
            <dd>
              <Link to="/breaches?tab=gifts">{t("gift.see")}</Link>
            </dd>
          </>
        ) : null}
        {sheet.parent ? (
          <>
            <dt>{t("parent")}</dt>
            <dd>
              <Link to={`/breaches/${sheet.parent.id}`}>
                {t(`enums:BreachKind.${sheet.parent.kind}`)} · {sheet.parent.person.name}
              </Link>
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

function Steps({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("breaches");
  if (sheet.state === null) return null;
  // An appeal may have changed the measure: the journal keeps what was decided first.
  const first = sheet.events.find((event) => event.kind === "BREACH_DECIDED")?.facts.measure;
  const decided = measures.find((one) => one === first) ?? sheet.measure;
  const line = (act: BreachAct, title: string, at: string | null, who: string | undefined, children?: ReactNode) =>
    at ? (
      <TimelineItem
        at={at}
        title={
          <>
            {title} <ClauseTag clause={clauses[act]} />
          </>
        }
        who={who}
      >
        {children}
      </TimelineItem>
    ) : null;
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-entry-steps">
      <h2 className="xx-section-title" id="xx-entry-steps">
        {t("steps")}
      </h2>
      <ol className="xx-timeline">
        <TimelineItem
          at={sheet.foundAt}
          title={
            <>
              {t("found")} <ClauseTag clause={sheet.clause} />
            </>
          }
          who={sheet.reportedBy?.name ?? t("bySystem")}
        />
        {line(
          "HEAR",
          t(sheet.waived ? "waived" : "heard"),
          sheet.heardAt,
          sheet.heardBy?.name,
          sheet.statement ? <p className="xx-entry-quote">{sheet.statement}</p> : null,
        )}
        {line(
          decided ? "DECIDE" : "DISMISS",
          decided ? t("decided", { measure: t(`enums:Measure.${decided}`) }) : t("dismissed"),
          sheet.decidedAt,
          sheet.decidedBy?.name,
          <>
            <p className="xx-entry-quote">{sheet.decisionReason}</p>
            {sheet.proposed ? (
              <p className="xx-register-sub">
                {t("proposal", { measure: t(`enums:Measure.${sheet.proposed}`) })} <ClauseTag clause="A3" />
              </p>
            ) : null}
            {sheet.suspension ? (
              <p>
                {t("suspension")} <DateTimeText at={sheet.suspension.from} near />
                {sheet.suspension.until ? (
                  <>
                    {" – "}
                    <DateTimeText at={sheet.suspension.until} near />
                  </>
                ) : null}{" "}
                {t(`suspended.${sheet.suspension.state === "ENDED" ? "ENDED" : "RUNNING"}`)} <ClauseTag clause="A7" />
              </p>
            ) : null}
            {sheet.leadership ? (
              <p>
                <Link to={`/breaches/${sheet.leadership.id}`}>
                  {t("leadership", { name: sheet.leadership.person.name })}
                </Link>
              </p>
            ) : null}
          </>,
        )}
        {line(
          "APPEAL",
          t("appealed"),
          sheet.appealedAt,
          sheet.person.name,
          <p className="xx-entry-quote">{sheet.appeal}</p>,
        )}
        {line(
          "DECIDE_APPEAL",
          sheet.appealOutcome
            ? t("appealDecided", {
                outcome: [
                  t(`enums:AppealOutcome.${sheet.appealOutcome}`),
                  ...(sheet.appealOutcome === "CHANGED" && sheet.measure ? [t(`enums:Measure.${sheet.measure}`)] : []),
                ].join(" · "),
              })
            : t("appealed"),
          sheet.appealDecidedAt,
          sheet.appealDecidedBy?.name,
          <p className="xx-entry-quote">{sheet.appealReason}</p>,
        )}
        {line(
          "CARRY_OUT",
          t("carriedOut"),
          sheet.carriedOutAt,
          sheet.carriedOutBy?.name,
          <p className="xx-entry-quote">{sheet.proof}</p>,
        )}
        {line("CLOSE", t("closed"), sheet.closedAt, sheet.closedBy?.name)}
      </ol>
    </section>
  );
}
