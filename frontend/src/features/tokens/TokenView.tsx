import { useQuery } from "@apollo/client/react";
import { Button, Popconfirm, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag } from "@/components/tags";
import { useMore } from "@/components/useMore";
import type { TokenSheetQuery } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { officeNow } from "@/office/clock";
import { useViewer } from "@/office/viewer";
import { RevokeTokenDocument, TokenDocument } from "./documents";
import { stateOf, stateTones } from "./state";
import "./tokens.css";

type Sheet = Extract<NonNullable<TokenSheetQuery["node"]>, { __typename: "ApiToken" }>;

const pageSize = 50;

/** One token: what it may do, until when, and everything that was asked by it. */
export function Component() {
  const { t } = useTranslation("tokens");
  const id = useParams().id ?? "";
  const { data, error, refetch, fetchMore } = useQuery(TokenDocument, {
    variables: { id, first: pageSize },
    fetchPolicy: "cache-and-network",
  });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; reading again is a click away.
    });
  };
  const token = data?.node?.__typename === "ApiToken" ? data.node : null;
  const next = useMore(() =>
    fetchMore({
      variables: { after: token?.reads.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => {
        if (before.node?.__typename !== "ApiToken" || fetchMoreResult.node?.__typename !== "ApiToken") return before;
        const { reads } = fetchMoreResult.node;
        return {
          ...fetchMoreResult,
          node: {
            ...fetchMoreResult.node,
            reads: { ...reads, edges: [...before.node.reads.edges, ...reads.edges] },
          },
        };
      },
    }),
  );
  if (!data && error)
    return (
      <EmptyHint
        title={t("failed")}
        hint={sayRefusal(refusalOf(error), t)}
        action={<Button onClick={again}>{t("common:act.retry")}</Button>}
      />
    );
  if (!data) return <Skeleton active />;
  if (!token) return <EmptyHint title={t("gone")} action={<Link to="/tokens">{t("back")}</Link>} />;
  return (
    <>
      <Head token={token} onReload={again} />
      <section className="xx-card xx-card-pad" aria-labelledby="xx-token-log">
        <h2 className="xx-section-title" id="xx-token-log">
          {t("log")} <ClauseTag clause="P5" />
        </h2>
        <p className="xx-soft">{t("logHint")}</p>
        {token.reads.edges.length === 0 ? <p>{t("noReads")}</p> : null}
        <ol className="xx-reads">
          {token.reads.edges.map(({ node }) => (
            <li key={node.id} data-operation={node.operation}>
              <DateTimeText at={node.at} />
              <div>
                <strong>{node.operation || t("unnamed")}</strong>{" "}
                {node.errors > 0 ? (
                  <span className="xx-tag" data-tone="overdue">
                    {t("errors", { count: node.errors })}
                  </span>
                ) : null}
                <p className="xx-soft">
                  <code>{node.fields.join(t("common:listJoin"))}</code> · {t("records", { count: node.records.length })}
                </p>
              </div>
            </li>
          ))}
        </ol>
        {next.refusal ? <RefusalNote refusal={next.refusal} /> : null}
        {token.reads.pageInfo.hasNextPage ? (
          <Button onClick={next.more} loading={next.busy}>
            {t("common:act.loadMore")}
          </Button>
        ) : null}
      </section>
    </>
  );
}

function Head({ token, onReload }: { token: Sheet; onReload: () => void }) {
  const { t } = useTranslation("tokens");
  const viewer = useViewer();
  const act = useAct(RevokeTokenDocument);
  const state = stateOf(token, officeNow());
  return (
    <>
      <PageHead
        title={token.name}
        hint={<Link to="/tokens">{t("back")}</Link>}
        tags={
          <span className="xx-tag" data-tone={stateTones[state]}>
            {t(`state.${state}`)}
          </span>
        }
        actions={
          (viewer.mayEditStaff || token.madeBy?.id === viewer.staff.id) && state === "valid" ? (
            <Popconfirm
              title={t("revokeAsk")}
              description={t("revokeHint")}
              okText={t("revoke")}
              okButtonProps={{ danger: true }}
              onConfirm={async () => {
                if ((await act.run({ tokenId: token.id })).ok) onReload();
              }}
            >
              <Button danger loading={act.busy}>
                {t("revoke")}
              </Button>
            </Popconfirm>
          ) : null
        }
      />
      {act.refusal ? <RefusalNote refusal={act.refusal} /> : null}
      <section className="xx-card xx-card-pad xx-token-facts">
        <dl className="xx-facts">
          <dt>{t("whose")}</dt>
          <dd>
            {token.partner ? (
              <Link to={`/partners/${token.partner.id}`}>{token.partner.name}</Link>
            ) : (
              t(`enums:TokenKind.${token.kind}`)
            )}
            <p className="xx-soft">{t("hintOf", { hint: token.hint })}</p>
          </dd>
          <dt>{t("scopes")}</dt>
          <dd>{token.scopes.map((scope) => t(`enums:TokenScope.${scope}`)).join(t("common:listJoin"))}</dd>
          {token.kind === "REPORTER" ? (
            <>
              <dt>{t("communities")}</dt>
              <dd data-communities>{token.communities.map((one) => one.name).join(t("common:listJoin"))}</dd>
            </>
          ) : null}
          <dt>{t("expiresOn")}</dt>
          <dd>
            <DateTimeText at={token.expiresAt} />
          </dd>
          <dt>{t("lastUsed")}</dt>
          <dd>{token.lastUsedAt ? <DateTimeText at={token.lastUsedAt} /> : t("never")}</dd>
          <dt>{t("madeBy")}</dt>
          <dd>
            {token.madeBy?.name ?? "—"} · <DateTimeText at={token.madeAt} />
          </dd>
          {token.revokedAt ? (
            <>
              <dt>{t("state.revoked")}</dt>
              <dd>
                {token.revokedBy?.name ?? "—"} · <DateTimeText at={token.revokedAt} />
              </dd>
            </>
          ) : null}
        </dl>
      </section>
    </>
  );
}
