import { ShopOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { DateText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { type Refusal, refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { sectors } from "@/office/employment";
import { roundMoney } from "@/office/money";
import { OpeningsDocument } from "./documents";
import { OpeningForm } from "./OpeningForm";
import "./openings.css";

const pageSize = 50;

/** The openings, newest first, those that are offered now unless all are asked for (E3). */
export function Component() {
  const { t } = useTranslation("openings");
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [entering, setEntering] = useState(false);
  const all = params.get("all") === "1";
  const third = params.get("third") === "1";
  const search = params.get("search") ?? "";
  const of = sectors.filter((one) => params.getAll("sector").includes(one));
  const filter = {
    ...(all ? {} : { open: true }),
    ...(third ? { thirdSector: true } : {}),
    ...(of.length > 0 ? { sectors: of } : {}),
    ...(search ? { search } : {}),
  };
  const { data, error, refetch, fetchMore } = useQuery(OpeningsDocument, {
    variables: { first: pageSize, filter },
    fetchPolicy: "network-only",
  });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents((events) => {
    if (events.length === 0 || events.some((event) => event.recordId?.startsWith("opn_"))) again();
  });
  const page = data?.openings;
  const choose = (name: string, values: readonly string[]) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete(name);
        for (const value of values) if (value) next.append(name, value);
        return next;
      },
      { replace: true },
    );
  const more = async () => {
    if (!page || busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await fetchMore({
        variables: { first: pageSize, filter, after: page.pageInfo.endCursor ?? null },
        updateQuery: (before, { fetchMoreResult }) => {
          const known = new Set(before.openings.edges.map((edge) => edge.node.id));
          const edges = fetchMoreResult.openings.edges.filter((edge) => !known.has(edge.node.id));
          return { openings: { ...fetchMoreResult.openings, edges: [...before.openings.edges, ...edges] } };
        },
      });
    } catch (failed) {
      setRefusal(refusalOf(failed));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <PageHead
        title={t("title")}
        hint={t("hint")}
        actions={
          <Button type="primary" onClick={() => setEntering(true)}>
            {t("enter")}
          </Button>
        }
      />
      <div className="xx-openings-filters">
        <Input.Search
          allowClear
          defaultValue={search}
          aria-label={t("filter.search")}
          placeholder={t("filter.search")}
          onSearch={(typed) => choose("search", [typed.trim()])}
        />
        <Select
          mode="multiple"
          allowClear
          aria-label={t("filter.sector")}
          placeholder={t("filter.sector")}
          value={of}
          onChange={(values) => choose("sector", values)}
          options={sectors.map((value) => ({ value, label: t(`enums:Sector.${value}`) }))}
        />
        <Button
          aria-pressed={third}
          type={third ? "primary" : "default"}
          onClick={() => choose("third", third ? [] : ["1"])}
        >
          {t("third")}
        </Button>
        <Button aria-pressed={all} type={all ? "primary" : "default"} onClick={() => choose("all", all ? [] : ["1"])}>
          {t("filter.all")}
        </Button>
        {page ? <span className="xx-openings-sub">{t("count", { count: page.totalCount })}</span> : null}
      </div>
      {!page && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!page && !error ? <Skeleton active /> : null}
      {page && page.edges.length === 0 ? (
        <div className="xx-card">
          <EmptyHint icon={<ShopOutlined aria-hidden />} title={t("empty")} hint={t("emptyHint")} />
        </div>
      ) : null}
      <ul className="xx-openings">
        {page?.edges.map(({ node }) => (
          <li key={node.id} className="xx-card xx-card-pad" data-opening={node.id}>
            <p className="xx-openings-head">
              <Link to={`/openings/${node.id}`}>{node.title}</Link>
              <span className="xx-tag" data-tone={node.open ? "calm" : "late"}>
                {t(node.open ? "open" : node.hired === node.headcount ? "full" : node.closedAt ? "closed" : "expired")}
              </span>
              {node.thirdSector ? (
                <span className="xx-tag" data-tone="info">
                  {t("third")}
                </span>
              ) : null}
            </p>
            <p>
              {node.employer} · {node.place}
            </p>
            <p className="xx-openings-sub">
              {t("monthly", { from: roundMoney(node.payMin), to: roundMoney(node.payMax) })} ·{" "}
              {t(`enums:WorkHours.${node.hours}`)} · {t(`enums:Sector.${node.sector}`)}
            </p>
            <p className="xx-openings-sub">
              {t("places", { hired: node.hired, headcount: node.headcount })} · {t("until")}{" "}
              <DateText date={node.expiresOn} />
            </p>
          </li>
        ))}
      </ul>
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      {page?.pageInfo.hasNextPage ? (
        <Button onClick={() => void more()} loading={busy}>
          {t("common:act.loadMore")}
        </Button>
      ) : null}
      <OpeningForm
        open={entering}
        onClose={() => setEntering(false)}
        onMade={(id) => void navigate(`/openings/${id}`)}
      />
    </>
  );
}
