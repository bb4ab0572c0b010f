import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateText, DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { useMore } from "@/components/useMore";
import type { PartnerHomeQuery } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { PartnerHomeDocument } from "./documents";
import { tones } from "./stages";

type Card = PartnerHomeQuery["projects"]["edges"][number]["node"];

const pageSize = 30;

/** The projects that the partner takes part in, what it pledged there, and those that it may join (P5). */
export function Component() {
  const { t } = useTranslation("partner");
  const { data, error, refetch, fetchMore } = useQuery(PartnerHomeDocument, {
    variables: { first: pageSize },
    fetchPolicy: "cache-and-network",
  });
  const next = useMore(() =>
    fetchMore({
      variables: { after: data?.projects.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        projects: { ...fetchMoreResult.projects, edges: [...before.projects.edges, ...fetchMoreResult.projects.edges] },
      }),
    }),
  );
  if (!data && error)
    return (
      <EmptyHint
        title={t("failed")}
        hint={sayRefusal(refusalOf(error), t)}
        action={
          <Button
            onClick={() => {
              refetch().catch(() => {
                // What is wrong now is told by the next drawing.
              });
            }}
          >
            {t("common:act.retry")}
          </Button>
        }
      />
    );
  const partner = data?.currentToken?.partner;
  if (!data || !partner || !data.currentToken) return <Skeleton active />;
  const all = data.projects.edges.map((edge) => edge.node);
  const ours = all.filter((one) => one.partners.length > 0);
  const open = all.filter((one) => one.partners.length === 0);
  return (
    <>
      <PageHead
        title={partner.name}
        hint={t("validUntil")}
        tags={
          <span className="xx-tag">
            <DateTimeText at={data.currentToken.expiresAt} />
          </span>
        }
      />
      <Projects id="ours" title={t("ours")} empty={t("noneOurs")} list={ours} />
      <Projects id="open" title={t("open")} empty={t("noneOpen")} list={open} />
      {next.refusal ? <RefusalNote refusal={next.refusal} /> : null}
      {data.projects.pageInfo.hasNextPage ? (
        <p>
          <Button onClick={next.more} loading={next.busy}>
            {t("common:act.loadMore")}
          </Button>
        </p>
      ) : null}
      <section className="xx-card xx-card-pad" aria-labelledby="xx-partner-unit">
        <h2 className="xx-section-title" id="xx-partner-unit">
          {t("unit")}
        </h2>
        <dl className="xx-facts">
          <dt>{t("kind")}</dt>
          <dd>{t(`enums:PartnerKind.${partner.kind}`)}</dd>
          <dt>{t("address")}</dt>
          <dd>{partner.address || "—"}</dd>
          <dt>{t("offers")}</dt>
          <dd>{partner.offers.map((offer) => t(`enums:ResourceKind.${offer}`)).join(t("common:listJoin")) || "—"}</dd>
          <dt>{t("agreement")}</dt>
          <dd>
            {partner.agreementNo || "—"}
            {partner.agreedOn ? (
              <>
                {" · "}
                <DateText date={partner.agreedOn} />
              </>
            ) : null}
            {partner.agreedUntil ? (
              <>
                {" — "}
                <DateText date={partner.agreedUntil} />
              </>
            ) : null}
          </dd>
          <dt>{t("contacts")}</dt>
          <dd>
            {partner.contacts.map((one) => (
              <p key={one.id}>
                {one.name} {one.title} {one.phone ?? ""}
              </p>
            ))}
            {partner.contacts.length === 0 ? "—" : null}
          </dd>
        </dl>
        <p className="xx-soft">{t("unitHint")}</p>
      </section>
    </>
  );
}

function Projects({ id, title, empty, list }: { id: string; title: string; empty: string; list: readonly Card[] }) {
  const { t } = useTranslation("partner");
  return (
    <section className="xx-partner-section" aria-labelledby={`xx-partner-${id}`}>
      <h2 id={`xx-partner-${id}`}>{title}</h2>
      {list.length === 0 ? <p className="xx-soft">{empty}</p> : null}
      <ul className="xx-partner-cards">
        {list.map((one) => (
          <li key={one.id} className="xx-card xx-card-pad" data-project={one.title}>
            <h3>
              <Link to={`/partner/projects/${one.id}`}>{one.title}</Link>
            </h3>
            <p className="xx-tags">
              <span className="xx-tag" data-tone={tones[one.stage]}>
                {t(`enums:ProjectStage.${one.stage}`)}
              </span>
              <span className="xx-tag">{t(`enums:ProjectKind.${one.kind}`)}</span>
              {one.openToJoin ? (
                <span className="xx-tag" data-tone="info">
                  {t("isOpen")}
                </span>
              ) : null}
            </p>
            <p className="xx-soft">
              {one.number} · {one.place}
            </p>
            <p className="xx-soft">
              <DateText date={one.plannedFrom} short /> — <DateText date={one.plannedUntil} />
            </p>
            {one.pledges.length > 0 ? (
              <ul className="xx-partner-pledged">
                {one.pledges.map((pledge) => (
                  <li key={pledge.id}>
                    {pledge.what}{" "}
                    {pledge.withdrawnAt ? (
                      <span className="xx-tag" data-tone="late">
                        {t("withdrawn")}
                      </span>
                    ) : (
                      <span className="xx-tag" data-tone={pledge.delivered >= pledge.quantity ? "calm" : "soon"}>
                        {t("confirmedOf", {
                          delivered: pledge.delivered,
                          quantity: pledge.quantity,
                          unit: pledge.unit,
                        })}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
