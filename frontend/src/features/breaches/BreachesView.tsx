import { SafetyCertificateOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { sayDemand } from "@/components/demand";
import { EmptyHint } from "@/components/EmptyHint";
import { sayBreach } from "@/components/factWords";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag } from "@/components/tags";
import { useReader } from "@/components/useReader";
import { graphql } from "@/graphql/gen";
import { type Refusal, refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import "./breaches.css";

const pageSize = 50;

const BreachesDocument = graphql(`
  query BreachesPage($first: Int, $after: Cursor) {
    breaches(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          kind
          clause
          person { id name title }
          foundAt
          reportedBy { id name }
          facts
          case { id receiptNo matter demand }
        }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

/** The register of breaches, newest first: kind, clause, person, case, when and by whom it was found, and the facts. */
export function Component() {
  const { t } = useTranslation("breaches");
  const reader = useReader();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { data, error, refetch, fetchMore } = useQuery(BreachesDocument, {
    variables: { first: pageSize },
    fetchPolicy: "network-only",
  });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents((events) => {
    if (events.length === 0 || events.some((e) => e.kind === "BREACH_FOUND" || e.kind === "BREACH_REPORTED")) again();
  });
  const page = data?.breaches;

  const more = async () => {
    if (!page || busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await fetchMore({
        variables: { first: pageSize, after: page.pageInfo.endCursor ?? null },
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
      <PageHead title={t("title")} hint={page ? t("hint", { count: page.totalCount }) : undefined} />
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
                    <strong>{t(`enums:BreachKind.${node.kind}`)}</strong> <ClauseTag clause={node.clause} />
                  </td>
                  <td className="xx-register-person">
                    {node.person.name}
                    <span className="xx-register-sub">{node.person.title}</span>
                  </td>
                  <td className="xx-register-case">
                    <Link to={`/cases/${node.case.receiptNo}`}>{node.case.receiptNo}</Link>
                    <span className="xx-register-sub xx-register-demand">{sayDemand(node.case, t)}</span>
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
