import { CheckCircleOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { AbsencesWaitingDocument } from "@/app/documents";
import { AbsenceSpan } from "@/components/AbsenceSpan";
import { DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import type { AbsencesWaitingQuery } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { waitsFor } from "@/office/absence";
import { useViewer } from "@/office/viewer";
import { AnswerBy } from "./AnswerBy";
import { InboxDocument } from "./documents";
import { InboxCard } from "./InboxCard";
import "./inbox.css";

/** What waits for the viewer's answer: offers, reports, extension requests, and extensions to tell the resident of. */
export function Component() {
  const { t } = useTranslation("inbox");
  const viewer = useViewer();
  const { data, error, loading, refetch } = useQuery(InboxDocument);
  // The frame reads them again when something happens to an absence.
  const absences = useQuery(AbsencesWaitingDocument).data?.absencesWaiting ?? [];
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents(again);

  if (!data)
    return (
      <>
        <PageHead title={t("title")} />
        {loading ? (
          <Skeleton active />
        ) : (
          <EmptyHint
            title={t("failed")}
            hint={error ? sayRefusal(refusalOf(error), t) : undefined}
            action={<Button onClick={again}>{t("common:act.retry")}</Button>}
          />
        )}
      </>
    );

  const { offers, reports, extensions, toTell } = data.inbox;
  const count = offers.length + reports.length + extensions.length + toTell.length + absences.length;
  return (
    <>
      <PageHead title={t("title")} hint={count > 0 ? t("count", { count }) : t("hint")} />
      {count === 0 ? (
        <div className="xx-card">
          <EmptyHint
            icon={<CheckCircleOutlined />}
            title={t("empty")}
            hint={t(viewer.mayDecide ? "emptyLeader" : "emptyHint")}
            action={<Link to="/queue?mine=1">{t("toQueue")}</Link>}
          />
        </div>
      ) : null}
      <Part name="offers" count={offers.length}>
        {offers.map((offer) => (
          <InboxCard
            key={offer.id}
            of={offer.case}
            title={t("offers.from", { name: offer.from.name })}
            quote={offer.explanation}
            acts={["ACCEPT_HAND_OVER", "RETURN_HAND_OVER"]}
            onReload={again}
          >
            <AnswerBy label={t("answerBy")} at={offer.answerBy} />
          </InboxCard>
        ))}
      </Part>
      <Part name="absences" count={absences.length}>
        {absences.map((one) => (
          <AbsenceCard key={one.id} of={one} />
        ))}
      </Part>
      <Part name="reports" count={reports.length}>
        {reports.map((report) => (
          <InboxCard
            key={report.id}
            of={report.case}
            title={t("reports.from", { name: report.reporter.name })}
            quote={report.reason}
            acts={["TAKE_OVER", "DIRECT", "SEND_BACK"]}
            onReload={again}
          />
        ))}
      </Part>
      <Part name="extensions" count={extensions.length}>
        {extensions.map((one) => (
          <InboxCard
            key={one.id}
            of={one.case}
            title={t("extensions.from", { name: one.askedBy.name, count: one.workingDays })}
            quote={one.reason}
            acts={["DECIDE_EXTENSION"]}
            onReload={again}
          >
            <Move from={one.oldDueAt} to={one.newDueAt} />
          </InboxCard>
        ))}
      </Part>
      <Part name="toTell" count={toTell.length}>
        {toTell.map((one) => (
          <InboxCard
            key={one.id}
            of={one.case}
            title={t("toTell.from", { name: one.decidedBy?.name ?? "", count: one.workingDays })}
            quote={one.reason}
            acts={["TELL_EXTENSION"]}
            onReload={again}
          >
            <Move from={one.oldDueAt} to={one.newDueAt} />
          </InboxCard>
        ))}
      </Part>
    </>
  );
}

/** An absence that waits for the viewer; it is answered on its own page. */
function AbsenceCard({ of }: { of: AbsencesWaitingQuery["absencesWaiting"][number] }) {
  const { t } = useTranslation("inbox");
  const viewer = useViewer();
  const waits = waitsFor(of, viewer.staff.id);
  const headId = `xx-inbox-${of.id}`;
  return (
    <li className="xx-card xx-inbox-card" aria-labelledby={headId} data-absence={of.id}>
      <div className="xx-inbox-head">
        <h3 id={headId}>{waits ? t(`absences.${waits}`, { name: of.staff.name }) : of.staff.name}</h3>
        <span className="xx-tag">{t(`enums:AbsenceKind.${of.kind}`)}</span>
      </div>
      <p>
        <AbsenceSpan from={of.from} until={of.until} />
      </p>
      {waits === "WRITE_LIST" && of.noteDueAt ? <AnswerBy label={t("absences.noteDue")} at={of.noteDueAt} /> : null}
      <p className="xx-inbox-acts">
        <Link to={`/absences/${of.id}`}>{t("absences.open")}</Link>
      </p>
    </li>
  );
}

function Part(props: {
  name: "absences" | "offers" | "reports" | "extensions" | "toTell";
  count: number;
  children: ReactNode;
}) {
  const { t } = useTranslation("inbox");
  if (props.count === 0) return null;
  return (
    <section className="xx-inbox-part" aria-labelledby={`xx-inbox-${props.name}`}>
      <h2 className="xx-section-title" id={`xx-inbox-${props.name}`}>
        {t(`${props.name}.title`)} <span className="xx-count">{props.count}</span>
        <span className="xx-inbox-sub">{t(`${props.name}.hint`)}</span>
      </h2>
      <ul className="xx-inbox-list">{props.children}</ul>
    </section>
  );
}

function Move({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation("inbox");
  return (
    <p className="xx-inbox-move">
      <span>
        {t("oldDue")} <DateTimeText at={from} near />
      </span>
      <span aria-hidden="true">→</span>
      <span>
        {t("newDue")}{" "}
        <strong>
          <DateTimeText at={to} near />
        </strong>
      </span>
    </p>
  );
}
