import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { DateText, DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { Pictures } from "@/components/Pictures";
import { RecordJournal } from "@/components/RecordJournal";
import { StatusTag } from "@/components/tags";
import { YuanText } from "@/components/YuanText";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { Block, type Sheet } from "./Block";
import { ProjectDocument } from "./documents";
import { Participations } from "./Participations";
import { Pledges } from "./Pledges";
import { MoveForm, ProjectForm } from "./ProjectForms";
import { stageTones } from "./stages";
import { Tasks } from "./Tasks";
import "./projects.css";

/** One project: its plan and cost, tasks, pledges against deliveries, pictures, who took part, its cases and its journal (P3, P4, P6). */
export function Component() {
  const { t } = useTranslation("projects");
  const id = useParams().id ?? "";
  const { data, error, refetch } = useQuery(ProjectDocument, { variables: { id }, fetchPolicy: "cache-and-network" });
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
  if (data.node?.__typename !== "Project")
    return <EmptyHint title={t("gone")} action={<Link to="/projects">{t("back")}</Link>} />;
  return <Page sheet={data.node} onReload={again} />;
}

function Page({ sheet, onReload }: { sheet: Sheet; onReload: () => void }) {
  const { t } = useTranslation("projects");
  const [open, setOpen] = useState<"edit" | "move" | null>(null);
  const ended = sheet.stage === "CLOSED" || sheet.stage === "DROPPED";
  return (
    <>
      <PageHead
        title={sheet.title}
        hint={
          <>
            {sheet.number} · <Link to="/projects">{t("back")}</Link>
          </>
        }
        tags={
          <span className="xx-tag" data-tone={stageTones[sheet.stage]}>
            {t(`enums:ProjectStage.${sheet.stage}`)}
          </span>
        }
        actions={
          sheet.mayEdit ? (
            <>
              <Button onClick={() => setOpen("edit")}>{t("edit")}</Button>
              {ended ? null : (
                <Button type="primary" aria-haspopup="dialog" onClick={() => setOpen("move")}>
                  {t("move")}
                </Button>
              )}
            </>
          ) : null
        }
      />
      <div className="xx-halves">
        <div>
          <Facts sheet={sheet} />
          <Tasks sheet={sheet} onReload={onReload} />
          <Cases sheet={sheet} />
        </div>
        <div>
          <Pledges sheet={sheet} onReload={onReload} />
          <Participations sheet={sheet} onReload={onReload} />
        </div>
      </div>
      <div className="xx-block">
        <Pictures
          of={{ projectId: sheet.id }}
          title={t("pictures")}
          clause="P3"
          pictures={sheet.pictures}
          onReload={onReload}
        />
      </div>
      <RecordJournal events={sheet.events} />
      {open === "edit" ? (
        <ProjectForm
          known={sheet}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onReload();
          }}
        />
      ) : null}
      {open === "move" ? <MoveForm id={sheet.id} onClose={() => setOpen(null)} onDone={onReload} /> : null}
    </>
  );
}

function Facts({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("projects");
  return (
    <Block id="facts" title={t("facts")} clause="P3">
      <dl className="xx-facts">
        <dt>{t("kind")}</dt>
        <dd>
          {t(`enums:ProjectKind.${sheet.kind}`)} · {t(`enums:ProjectOrigin.${sheet.origin}`)}
        </dd>
        <dt>{t("lead")}</dt>
        <dd>{sheet.lead.name}</dd>
        <dt>{t("place")}</dt>
        <dd>{sheet.place}</dd>
        <dt>{t("plan")}</dt>
        <dd>
          <DateText date={sheet.plannedFrom} /> — <DateText date={sheet.plannedUntil} />
        </dd>
        <dt>{t("stage")}</dt>
        <dd>
          {t(`enums:ProjectStage.${sheet.stage}`)} · <DateTimeText at={sheet.stageAt} near />
          {sheet.stageReason ? <p className="xx-quote">{sheet.stageReason}</p> : null}
        </dd>
        <dt>{t("money")}</dt>
        <dd>
          {t("budget")} <YuanText value={sheet.budget} /> · {t("cost")} <YuanText value={sheet.cost} />
        </dd>
        <dt>{t("partnersIn")}</dt>
        <dd>
          {sheet.partners.length === 0 ? t("nobodyIn") : null}
          {sheet.partners.map((one, index) => (
            <span key={one.id}>
              {index > 0 ? t("common:listJoin") : null}
              <Link to={`/partners/${one.id}`}>{one.name}</Link>
            </span>
          ))}{" "}
          {sheet.openToJoin ? (
            <span className="xx-tag" data-tone="info">
              {t("openToJoin")}
            </span>
          ) : null}
        </dd>
        <dt>{t("about")}</dt>
        <dd className="xx-said">{sheet.about || "—"}</dd>
        {sheet.outcome ? (
          <>
            <dt>{t("outcome")}</dt>
            <dd className="xx-said">{sheet.outcome}</dd>
          </>
        ) : null}
        {sheet.bookings.length > 0 ? (
          <>
            <dt>{t("bookings")}</dt>
            <dd>
              {sheet.bookings.map((one) => (
                <p key={one.id}>
                  {one.resource.name} · <DateTimeText at={one.from} near /> — <DateTimeText at={one.until} near />
                </p>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
    </Block>
  );
}

function Cases({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("projects");
  return (
    <Block id="cases" title={t("cases")} clause="P4">
      {sheet.cases.length === 0 ? <p className="xx-soft">{t("noCases")}</p> : null}
      <ul className="xx-lines">
        {sheet.cases.map((one) => (
          <li key={one.id}>
            <Link to={`/cases/${one.receiptNo}`}>{one.receiptNo}</Link> <StatusTag status={one.status} />{" "}
            {one.item?.name ?? ""}
            <p className="xx-soft">{one.demand}</p>
          </li>
        ))}
      </ul>
    </Block>
  );
}
