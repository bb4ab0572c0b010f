import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { DateText, DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { YuanText } from "@/components/YuanText";
import type { PartnerProjectQuery } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { PartnerProjectDocument } from "./documents";
import { DeliverForm, PledgeForm, WithdrawForm } from "./Forms";
import { takesDeliveries, takesPledges, tones } from "./stages";
import { useToken } from "./token";

export type Project = NonNullable<PartnerProjectQuery["project"]>;
export type Pledge = Project["pledges"][number];

/** One project as a partner sees it: what it is, what all gave together, and what the partner pledged and delivered (P5). */
export function Component() {
  const { t } = useTranslation("partner");
  const id = useParams().id ?? "";
  const { data, error, refetch } = useQuery(PartnerProjectDocument, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  const again = () => {
    refetch().catch(() => {
      // What is wrong now is told by the next drawing.
    });
  };
  if (!data && error)
    return (
      <EmptyHint
        title={t("failed")}
        hint={sayRefusal(refusalOf(error), t)}
        action={<Button onClick={again}>{t("common:act.retry")}</Button>}
      />
    );
  if (!data) return <Skeleton active />;
  if (!data.project) return <EmptyHint title={t("gone")} action={<Link to="/partner">{t("back")}</Link>} />;
  const project = data.project;
  return (
    <>
      <PageHead
        title={project.title}
        hint={
          <>
            {project.number} · <Link to="/partner">{t("back")}</Link>
          </>
        }
        tags={
          <span className="xx-tag" data-tone={tones[project.stage]}>
            {t(`enums:ProjectStage.${project.stage}`)}
          </span>
        }
      />
      <div className="xx-halves">
        <div>
          <Facts project={project} />
          <Tasks project={project} />
        </div>
        <div>
          <Ours project={project} onReload={again} />
          <Totals project={project} />
        </div>
      </div>
      <Pictures project={project} />
    </>
  );
}

function Facts({ project }: { project: Project }) {
  const { t } = useTranslation("partner");
  return (
    <section className="xx-card xx-card-pad xx-partner-block" aria-labelledby="xx-partner-facts">
      <h2 className="xx-section-title" id="xx-partner-facts">
        {t("facts")}
      </h2>
      <dl className="xx-facts">
        <dt>{t("kind")}</dt>
        <dd>{t(`enums:ProjectKind.${project.kind}`)}</dd>
        <dt>{t("place")}</dt>
        <dd>{project.place}</dd>
        <dt>{t("plan")}</dt>
        <dd>
          <DateText date={project.plannedFrom} /> — <DateText date={project.plannedUntil} />
        </dd>
        <dt>{t("residents")}</dt>
        <dd>{t("people", { count: project.residents })}</dd>
        <dt>{t("about")}</dt>
        <dd className="xx-said">{project.about || "—"}</dd>
        {project.outcome ? (
          <>
            <dt>{t("outcome")}</dt>
            <dd className="xx-said">{project.outcome}</dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

function Tasks({ project }: { project: Project }) {
  const { t } = useTranslation("partner");
  if (project.tasks.length === 0) return null;
  return (
    <section className="xx-card xx-card-pad xx-partner-block" aria-labelledby="xx-partner-tasks">
      <h2 className="xx-section-title" id="xx-partner-tasks">
        {t("tasks")}
      </h2>
      <ul className="xx-lines">
        {project.tasks.map((one) => (
          <li key={one.id}>
            {one.title} · <DateText date={one.dueOn} short />{" "}
            {one.partner ? (
              <span className="xx-tag" data-tone="primary">
                {t("yours")}
              </span>
            ) : null}{" "}
            {one.doneAt ? (
              <span className="xx-tag" data-tone="calm">
                {t("done")}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Open = { form: "pledge" } | { form: "withdraw" | "deliver"; pledge: Pledge };

function Ours({ project, onReload }: { project: Project; onReload: () => void }) {
  const { t } = useTranslation("partner");
  const token = useToken();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const part = project.openToJoin || project.partners.length > 0;
  const mayPledge = token.scopes.includes("PLEDGE");
  const mayDeliver = token.scopes.includes("REPORT_DELIVERY");
  return (
    <section className="xx-card xx-card-pad xx-partner-block" aria-labelledby="xx-partner-pledges">
      <h2 className="xx-section-title" id="xx-partner-pledges">
        {t("ourPledges")}
      </h2>
      {project.pledges.length === 0 ? <p className="xx-soft">{t("noPledges")}</p> : null}
      <ul>
        {project.pledges.map((one) => (
          <li key={one.id} className="xx-partner-pledge" data-pledge={one.what}>
            <strong>{one.what}</strong> {one.quantity} {one.unit}{" "}
            {one.worth === "0.00" ? null : (
              <span className="xx-soft">
                <YuanText value={one.worth} />
              </span>
            )}{" "}
            <span
              className="xx-tag"
              data-tone={one.withdrawnAt ? "late" : one.delivered >= one.quantity ? "calm" : "soon"}
            >
              {one.withdrawnAt
                ? t("withdrawn")
                : t("confirmedOf", { delivered: one.delivered, quantity: one.quantity, unit: one.unit })}
            </span>
            <p className="xx-soft">
              {t(`enums:ResourceKind.${one.kind}`)} · <DateTimeText at={one.pledgedAt} near />
              {one.withdrawnReason ? ` · ${one.withdrawnReason}` : ""}
            </p>
            {one.deliveries.length > 0 ? (
              <ul className="xx-partner-deliveries">
                {one.deliveries.map((x) => (
                  <li key={x.id}>
                    {x.quantity} {one.unit} · <DateText date={x.deliveredOn} short /> · {x.proof}{" "}
                    <span
                      className="xx-tag"
                      data-tone={x.confirmed === null ? "soon" : x.confirmed ? "calm" : "overdue"}
                    >
                      {t(x.confirmed === null ? "waiting" : x.confirmed ? "confirmed" : "refused")}
                    </span>
                    {x.decisionReason ? <p className="xx-soft">{x.decisionReason}</p> : null}
                  </li>
                ))}
              </ul>
            ) : null}
            {one.withdrawnAt ? null : (
              <p className="xx-partner-acts">
                {mayDeliver && takesDeliveries(project.stage) ? (
                  <Button size="small" type="primary" onClick={() => setOpen({ form: "deliver", pledge: one })}>
                    {t("deliver")}
                  </Button>
                ) : null}
                {mayPledge && takesPledges(project.stage) ? (
                  <Button size="small" onClick={() => setOpen({ form: "withdraw", pledge: one })}>
                    {t("withdraw")}
                  </Button>
                ) : null}
              </p>
            )}
          </li>
        ))}
      </ul>
      {mayPledge && part && takesPledges(project.stage) ? (
        <p className="xx-partner-acts">
          <Button type="primary" onClick={() => setOpen({ form: "pledge" })}>
            {t("pledge")}
          </Button>
        </p>
      ) : null}
      {open?.form === "pledge" ? <PledgeForm project={project} onClose={close} onDone={onReload} /> : null}
      {open?.form === "withdraw" ? <WithdrawForm pledge={open.pledge} onClose={close} onDone={onReload} /> : null}
      {open?.form === "deliver" ? <DeliverForm pledge={open.pledge} onClose={close} onDone={onReload} /> : null}
    </section>
  );
}

function Totals({ project }: { project: Project }) {
  const { t } = useTranslation("partner");
  return (
    <section className="xx-card xx-card-pad xx-partner-block" aria-labelledby="xx-partner-totals">
      <h2 className="xx-section-title" id="xx-partner-totals">
        {t("totals")}
      </h2>
      <p className="xx-soft">{t("totalsHint")}</p>
      {project.totals.length === 0 ? <p>{t("noTotals")}</p> : null}
      {project.totals.length > 0 ? (
        <div className="xx-scroll">
          <table className="xx-plain-table">
            <thead>
              <tr>
                <th scope="col">{t("what")}</th>
                <th scope="col" className="xx-number">
                  {t("pledged")}
                </th>
                <th scope="col" className="xx-number">
                  {t("delivered")}
                </th>
              </tr>
            </thead>
            <tbody>
              {project.totals.map((one) => (
                <tr key={`${one.kind}${one.unit}`}>
                  <th scope="row">{t(`enums:ResourceKind.${one.kind}`)}</th>
                  <td className="xx-number">
                    {one.pledged} {one.unit}
                  </td>
                  <td className="xx-number">
                    {one.delivered} {one.unit}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}

function Pictures({ project }: { project: Project }) {
  const { t } = useTranslation("partner");
  if (project.pictures.length === 0) return null;
  return (
    <section className="xx-card xx-card-pad xx-partner-block" aria-labelledby="xx-partner-pictures">
      <h2 className="xx-section-title" id="xx-partner-pictures">
        {t("pictures")}
      </h2>
      <ul className="xx-partner-pictures">
        {project.pictures.map((one) => (
          <li key={one.id}>
            <img src={`/partner${one.path}`} width={one.width} height={one.height} alt={one.caption} loading="lazy" />
            <span className="xx-soft">
              {t(`enums:PictureKind.${one.kind}`)} · {one.caption}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
