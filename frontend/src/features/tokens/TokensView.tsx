import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { ClauseTag } from "@/components/tags";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { officeNow } from "@/office/clock";
import { grantsReports, useViewer } from "@/office/viewer";
import { CreateToken } from "./CreateToken";
import { TokensDocument } from "./documents";
import { stateOf, stateTones } from "./state";
import "./tokens.css";

/** Who was let in by a token: partners and the reporting tool (P5, R). */
export function Component() {
  const { t } = useTranslation("tokens");
  const viewer = useViewer();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery(TokensDocument, { fetchPolicy: "cache-and-network" });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents(again);
  return (
    <>
      <PageHead
        title={t("title")}
        hint={t("hint")}
        tags={<ClauseTag clause="P5" />}
        actions={
          grantsReports(viewer) ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
              {t("add")}
            </Button>
          ) : null
        }
      />
      {!data && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!data && !error ? <Skeleton active /> : null}
      {data?.tokens.length === 0 ? (
        <div className="xx-card">
          <EmptyHint title={t("empty")} hint={t("emptyHint")} />
        </div>
      ) : null}
      <ul className="xx-tokens">
        {data?.tokens.map((token) => {
          const state = stateOf(token, officeNow());
          return (
            <li key={token.id} className="xx-card xx-card-pad" data-token={token.name}>
              <h2>
                <Link to={`/tokens/${token.id}`}>{token.name}</Link>{" "}
                <span className="xx-tag" data-tone={stateTones[state]}>
                  {t(`state.${state}`)}
                </span>
              </h2>
              <p>
                {token.partner ? (
                  <Link to={`/partners/${token.partner.id}`}>{token.partner.name}</Link>
                ) : (
                  t(`enums:TokenKind.${token.kind}`)
                )}
              </p>
              {token.communities.length > 1 ? (
                <p>{t("reads", { names: token.communities.map((one) => one.name).join(t("common:listJoin")) })}</p>
              ) : null}
              <p className="xx-soft">{t("hintOf", { hint: token.hint })}</p>
              <p className="xx-tags">
                {token.scopes.map((scope) => (
                  <span key={scope} className="xx-tag" data-tone="primary">
                    {t(`enums:TokenScope.${scope}`)}
                  </span>
                ))}
              </p>
              <dl className="xx-facts">
                <dt>{t("expiresOn")}</dt>
                <dd>
                  <DateTimeText at={token.expiresAt} />
                </dd>
                <dt>{t("lastUsed")}</dt>
                <dd>{token.lastUsedAt ? <DateTimeText at={token.lastUsedAt} near /> : t("never")}</dd>
                <dt>{t("madeBy")}</dt>
                <dd>
                  {token.madeBy?.name ?? "—"} · <DateTimeText at={token.madeAt} near />
                </dd>
              </dl>
            </li>
          );
        })}
      </ul>
      {adding ? <CreateToken onClose={() => setAdding(false)} onDone={again} /> : null}
    </>
  );
}
