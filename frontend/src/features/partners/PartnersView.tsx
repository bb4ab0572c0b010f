import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { DateText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { useMore } from "@/components/useMore";
import type { PartnerKind } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { PartnersDocument } from "./documents";
import { SavePartner } from "./SavePartner";
import { partnerKinds } from "./words";
import "./partners.css";

const pageSize = 50;

/** The units that build with the community, by name (P1). */
export function Component() {
  const { t } = useTranslation("partners");
  const [adding, setAdding] = useState(false);
  const [params, setParams] = useSearchParams();
  const search = params.get("q") ?? "";
  const kind = partnerKinds.find((one) => one === params.get("kind")) ?? null;
  const left = params.get("left") === "1";
  const put = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const { data, error, refetch, fetchMore } = useQuery(PartnersDocument, {
    variables: { search, kind, left, first: pageSize },
    fetchPolicy: "cache-and-network",
  });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents(again);
  const page = data?.partners;
  const next = useMore(() =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        partners: { ...fetchMoreResult.partners, edges: [...before.partners.edges, ...fetchMoreResult.partners.edges] },
      }),
    }),
  );
  return (
    <>
      <PageHead
        title={t("title")}
        hint={t("hint")}
        actions={
          data?.mayBuild ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
              {t("add")}
            </Button>
          ) : null
        }
      />
      <div className="xx-filters">
        <Input.Search
          aria-label={t("search")}
          placeholder={t("search")}
          defaultValue={search}
          allowClear
          onSearch={(typed) => put("q", typed.trim() || null)}
        />
        <Select<PartnerKind | null>
          aria-label={t("kind")}
          value={kind}
          allowClear
          placeholder={t("anyKind")}
          onChange={(value) => put("kind", value ?? null)}
          options={partnerKinds.map((value) => ({ value, label: t(`enums:PartnerKind.${value}`) }))}
        />
        <Select
          aria-label={t("working")}
          value={left}
          onChange={(value) => put("left", value ? "1" : null)}
          options={[
            { value: false, label: t("working") },
            { value: true, label: t("ended") },
          ]}
        />
        {page ? <span className="xx-filters-count">{t("count", { count: page.totalCount })}</span> : null}
      </div>
      {!page && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!page && !error ? <Skeleton active /> : null}
      {page?.edges.length === 0 ? (
        <div className="xx-card">
          <EmptyHint title={t("empty")} hint={t("emptyHint")} />
        </div>
      ) : null}
      <ul className="xx-partners">
        {page?.edges.map(({ node }) => (
          <li key={node.id} className="xx-card xx-card-pad">
            <h2>
              <Link to={`/partners/${node.id}`}>{node.name}</Link>
            </h2>
            <p className="xx-tags">
              <span className="xx-tag" data-tone="primary">
                {t(`enums:PartnerKind.${node.kind}`)}
              </span>
              {node.offers.map((offer) => (
                <span key={offer} className="xx-tag">
                  {t(`enums:ResourceKind.${offer}`)}
                </span>
              ))}
            </p>
            <p className="xx-soft">
              {node.address || t("noAddress")}
              {node.agreedUntil ? (
                <>
                  {" · "}
                  {t("agreedTill")} <DateText date={node.agreedUntil} />
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {next.refusal ? <RefusalNote refusal={next.refusal} /> : null}
      {page?.pageInfo.hasNextPage ? (
        <Button onClick={next.more} loading={next.busy}>
          {t("common:act.loadMore")}
        </Button>
      ) : null}
      {adding ? <SavePartner onClose={() => setAdding(false)} onDone={again} /> : null}
    </>
  );
}
