import { FileSearchOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { sayDemand } from "@/components/demand";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { PrintedList } from "@/components/papers/PrintedList";
import { PrintMenu } from "@/components/papers/PrintMenu";
import { ConfidentialTag, GreenTag, RemainingTime, StandingTag, StatusTag } from "@/components/tags";
import { readFragment } from "@/graphql/gen";
import type { CaseSheetFragment as CaseSheet } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { ActsPanel } from "./ActsPanel";
import { AttachmentsCard } from "./AttachmentsCard";
import { BreachesCard } from "./BreachesCard";
import { ChainCard } from "./ChainCard";
import { ChargesCard } from "./ChargesCard";
import { CustodyCard } from "./CustodyCard";
import { CaseDocument, CaseSheetFragment } from "./documents";
import { MaterialsCard } from "./MaterialsCard";
import { MatterCard } from "./MatterCard";
import { MovesCard } from "./MovesCard";
import { ProjectsCard } from "./ProjectsCard";
import { PromiseCard } from "./PromiseCard";
import { ReviewCard } from "./ReviewCard";
import { Timeline } from "./Timeline";
import { useJournal } from "./useJournal";
import "./case.css";

/** One case: what it is about, by when, who answers for it, what may be done, and everything that happened. */
export function Component() {
  const { t } = useTranslation("case");
  const { receiptNo = "" } = useParams();
  const { data, error, loading, refetch } = useQuery(CaseDocument, { variables: { receiptNo } });
  useDeskEvents((events) => {
    const known = data?.case ? readFragment(CaseSheetFragment, data.case).id : null;
    if (events.length === 0 || events.some((event) => event.caseId === known || event.receiptNo === receiptNo))
      void refetch().catch(() => {
        // The banner tells of the lost connection; the next event reads again.
      });
  });

  if (data?.case) {
    const sheet = readFragment(CaseSheetFragment, data.case);
    return <CasePage key={sheet.id} sheet={sheet} onReload={() => void refetch()} />;
  }
  if (loading && !data) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (error)
    return (
      <>
        <PageHead title={receiptNo} />
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={() => void refetch()}>{t("common:act.retry")}</Button>}
        />
      </>
    );
  return <NoSuchCase receiptNo={receiptNo} />;
}

function NoSuchCase({ receiptNo }: { receiptNo: string }) {
  const { t } = useTranslation("case");
  const navigate = useNavigate();
  const day = /^(\d{8})/.exec(receiptNo)?.[1];
  return (
    <>
      <PageHead title={t("notFound.head")} />
      <EmptyHint
        icon={<FileSearchOutlined />}
        title={t("notFound.title", { receiptNo })}
        hint={t("notFound.hint")}
        action={
          <div className="xx-case-lost">
            {day ? (
              <Button type="primary" onClick={() => void navigate(`/queue?state=any&q=${day}`)}>
                {t("notFound.sameDay", { day })}
              </Button>
            ) : null}
            <Link to="/queue">{t("notFound.queue")}</Link>
          </div>
        }
      />
    </>
  );
}

function CasePage({ sheet, onReload }: { sheet: CaseSheet; onReload: () => void }) {
  const { t } = useTranslation("case");
  const journal = useJournal(sheet.id);
  const service = sheet.matter === "SERVICE";
  return (
    <div className="xx-case">
      <PageHead
        title={t(service ? "title" : "titleMatter", {
          receiptNo: sheet.receiptNo,
          matter: t(`enums:Matter.${sheet.matter}`),
        })}
        tags={
          <span className="xx-case-tags">
            {service ? null : <ConfidentialTag />}
            <StatusTag status={sheet.status} />
            <StandingTag standing={sheet.standing} extended={sheet.extended} />
            {sheet.green ? <GreenTag /> : null}
          </span>
        }
        actions={
          sheet.allowedActs.includes("PRINT") && sheet.papers.length > 0 ? (
            <PrintMenu of={{ caseId: sheet.id }} papers={sheet.papers} hotkey />
          ) : null
        }
      />
      <DeadlineBand sheet={sheet} />
      <div className="xx-case-cols">
        <div className="xx-case-side">
          <ActsPanel sheet={sheet} onReload={onReload} />
          <ChainCard sheet={sheet} events={journal.events} whole={journal.whole} />
        </div>
        <div className="xx-case-main">
          {service ? (
            <>
              <MatterCard sheet={sheet} />
              <MaterialsCard sheet={sheet} />
              <PromiseCard sheet={sheet} />
              <CustodyCard sheet={sheet} />
              <ChargesCard sheet={sheet} />
            </>
          ) : (
            <ReviewCard sheet={sheet} />
          )}
          <AttachmentsCard sheet={sheet} />
          <PrintedList printed={sheet.printed} />
          <MovesCard sheet={sheet} />
          <ProjectsCard sheet={sheet} onReload={onReload} />
          <BreachesCard sheet={sheet} />
          <Timeline journal={journal} />
        </div>
      </div>
    </div>
  );
}

/** By when, and how long that still is in working time; for a closed case, when it was closed. */
function DeadlineBand({ sheet }: { sheet: CaseSheet }) {
  const { t } = useTranslation("case");
  return (
    <section className="xx-card xx-deadline" data-standing={sheet.standing} aria-label={t("deadline.label")}>
      <div className="xx-deadline-time">
        <span className="xx-deadline-kind">
          {sheet.open ? t(`enums:ClockKind.${sheet.clock}`) : t("deadline.closed")}
        </span>
        {sheet.open ? (
          <RemainingTime secondsLeft={sheet.workingSecondsLeft} dueAt={sheet.dueAt} />
        ) : (
          <strong>
            {sheet.closedAt ? <DateTimeText at={sheet.closedAt} /> : t(`enums:CaseStatus.${sheet.status}`)}
          </strong>
        )}
        {sheet.open ? (
          <span className="xx-deadline-at">
            <DateTimeText at={sheet.dueAt} />
            {sheet.provisional ? (
              <span className="xx-tag" data-tone="soon">
                {t("common:explain.provisional")}
              </span>
            ) : null}
          </span>
        ) : null}
      </div>
      <p className="xx-deadline-demand">
        <span className="xx-deadline-kind">
          {sheet.matter === "SERVICE"
            ? [
                sheet.item?.name ?? t("noItem"),
                sheet.resident?.name ?? t(sheet.anonymous ? "anonymous" : "noResident"),
              ].join(" · ")
            : [t(`enums:Matter.${sheet.matter}`), sheet.about?.name].filter(Boolean).join(" · ")}
        </span>
        <strong>{sayDemand(sheet, t)}</strong>
      </p>
    </section>
  );
}
