import { SafetyCertificateOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { sayDemand } from "@/components/demand";
import { EmptyHint } from "@/components/EmptyHint";
import { sayBreach } from "@/components/factWords";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag } from "@/components/tags";
import { useReader } from "@/components/useReader";
import { type Refusal, refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { BreachesDocument } from "./documents";
import { BreachStateTag, kinds, states } from "./state";

const pageSize = 50;

/** The register, newest first: kind, clause, person, case, when and by whom it was found, and how far it has come. */
export function RegisterTab() {
  const { t } = useTranslation("breaches");
  const reader = useReader();
  const [params, setParams] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const chosenStates = states.filter((one) => params.getAll("state").includes(one));
  const chosenKinds = kinds.filter((one) => params.getAll("kind").includes(one));
  const filter = {
    ...(chosenStates.length > 0 ? { states: chosenStates } : {}),
    ...(chosenKinds.length > 0 ? { kinds: chosenKinds } : {}),
  };
  const { data, error, refetch, fetchMore } = useQuery(BreachesDocument, {
    variables: { first: pageSize, ...filter },
    fetchPolicy: "network-only",
  });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents((events) => {
    if (events.length === 0 || events.some((e) => e.kind.startsWith("BREACH_"))) again();
  });
  const page = data?.breaches;
  const choose = (name: string, values: readonly string[]) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete(name);
        for (const value of values) next.append(name, value);
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
        variables: { first: pageSize, ...filter, after: page.pageInfo.endCursor ?? null },
        updateQuery: (before, { fetchMoreResult }) => {
          const known = new Set(before.breaches.edges.map((edge) => edge.node.id));
          const edges = fetchMoreResult.breaches.edges.filter((edge) => !known.has(edge.node.id));
          return { breaches: { ...fetchMoreResult.breaches, edges: [...before.breaches.edges, ...edges] } };
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
      <div className="xx-register-filters">
        <Select
          mode="multiple"
          allowClear
          aria-label={t("filter.state")}
          placeholder={t("filter.state")}
          value={chosenStates}
          onChange={(values) => choose("state", values)}
          options={states.map((value) => ({ value, label: t(`enums:BreachState.${value}`) }))}
        />
        <Select
          mode="multiple"
          allowClear
          aria-label={t("filter.kind")}
          placeholder={t("filter.kind")}
          value={chosenKinds}
          onChange={(values) => choose("kind", values)}
          options={kinds.map((value) => ({ value, label: t(`enums:BreachKind.${value}`) }))}
        />
        {page ? <span className="xx-register-count">{t("count", { count: page.totalCount })}</span> : null}
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
          <EmptyHint icon={<SafetyCertificateOutlined />} title={t("empty")} hint={t("emptyHint")} />
        </div>
      ) : null}
      {page && page.edges.length > 0 ? (
        <div className="xx-card xx-register">
          <table>
            <thead>
              <tr>
                <th scope="col">{t("column.kind")}</th>
                <th scope="col">{t("column.person")}</th>
                <th scope="col">{t("column.case")}</th>
                <th scope="col">{t("column.found")}</th>
                <th scope="col">{t("column.facts")}</th>
              </tr>
            </thead>
            <tbody>
              {page.edges.map(({ node }) => (
                <tr key={node.id}>
                  <td className="xx-register-kind">
                    <Link to={`/breaches/${node.id}`}>{t(`enums:BreachKind.${node.kind}`)}</Link>{" "}
                    <ClauseTag clause={node.clause} />
                    <span className="xx-register-sub">
                      <BreachStateTag state={node.state} />
                      {node.measure ? ` ${t(`enums:Measure.${node.measure}`)}` : null}
                    </span>
                  </td>
                  <td className="xx-register-person">
                    {node.person.name}
                    <span className="xx-register-sub">{node.person.title}</span>
                  </td>
                  <td className="xx-register-case">
                    {node.case ? (
                      <>
                        <Link to={`/cases/${node.case.receiptNo}`}>{node.case.receiptNo}</Link>
                        <span className="xx-register-sub xx-register-demand">{sayDemand(node.case, t)}</span>
                      </>
                    ) : (
                      <span className="xx-register-sub">{t("noCase")}</span>
                    )}
                  </td>
                  <td className="xx-register-found">
                    <DateTimeText at={node.foundAt} near />
                    <span className="xx-register-sub">
                      {node.reportedBy ? t("reportedBy", { name: node.reportedBy.name }) : t("bySystem")}
                    </span>
                  </td>
                  <td className="xx-register-facts">{sayBreach(node.facts, reader)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {refusal ? <RefusalNote refusal={refusal} /> : null}
          <div className="xx-register-more">
            {page.pageInfo.hasNextPage ? (
              <Button onClick={() => void more()} loading={busy}>
                {t("common:act.loadMore")}
              </Button>
            ) : (
              <span>{t("end", { count: page.edges.length })}</span>
            )}
          </div>
        </div>
      ) : null}
    </>
  );
}
