import { FileExcelOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { App, Button, Input, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, useSearchParams } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { Field } from "@/components/Field";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag } from "@/components/tags";
import type { LedgerKind } from "@/graphql/gen/graphql";
import { type Refusal, refusalOf, sayRefusal } from "@/graphql/refusal";
import { useLanguage } from "@/i18n/language";
import type { Span } from "@/office/days";
import { useToday } from "@/office/useToday";
import { formatDay } from "@/office/zone";
import { LedgersDocument } from "./documents";
import { faultOf, mostDays, periods, spanOf } from "./period";
import { takeLedger } from "./take";
import "./ledgers.css";

/** The office's ledgers of a period, as spreadsheets (R). */
export function Component() {
  const { t } = useTranslation("ledgers");
  const { message } = App.useApp();
  const language = useLanguage();
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const period = periods.find((one) => one === params.get("period")) ?? "month";
  const month = spanOf("month", today);
  const span: Span =
    period === "own"
      ? { from: params.get("from") ?? month.from, until: params.get("until") ?? month.until }
      : spanOf(period, today);
  const fault = faultOf(span);
  const [busy, setBusy] = useState<LedgerKind | null>(null);
  const [refused, setRefused] = useState<{ kind: LedgerKind; refusal: Refusal } | null>(null);
  const { data, error, refetch } = useQuery(LedgersDocument, { fetchPolicy: "cache-and-network" });
  const put = (name: keyof Span, day: string) => setParams({ period: "own", ...span, [name]: day }, { replace: true });
  const take = async (kind: LedgerKind) => {
    if (busy || fault) return;
    setBusy(kind);
    setRefused(null);
    const answer = await takeLedger(kind, span, language);
    setBusy(null);
    if (!answer.ok) {
      setRefused({ kind, refusal: answer.refusal });
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(answer.file);
    link.download = `${t(`name.${kind}`)} ${span.from} ${span.until}.xlsx`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    refetch().catch(() => {
      // What was taken is said by the message; the list is read again with the page.
    });
    void message.success(t("taken", { ledger: t(`name.${kind}`) }));
  };
  return (
    <>
      <PageHead title={t("title")} hint={t("hint")} tags={<ClauseTag clause="R" />} />
      {!data && error ? (
        <EmptyHint
          title={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={() => void refetch().catch(() => {})}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!data && !error ? <Skeleton active /> : null}
      {data?.ledgers.length === 0 ? (
        <div className="xx-card">
          <EmptyHint title={t("forbidden")} hint={t("forbiddenHint")} />
        </div>
      ) : null}
      {data && data.ledgers.length > 0 ? (
        <>
          <nav className="xx-subnav" aria-label={t("periods")}>
            {periods.map((one) => (
              <NavLink
                key={one}
                to={`/ledgers?${new URLSearchParams(one === "own" ? { period: one, ...span } : { period: one })}`}
                replace
                aria-current={one === period ? "page" : "false"}
              >
                {t(`period.${one}`)}
              </NavLink>
            ))}
          </nav>
          {period === "own" ? (
            <div className="xx-ledger-days">
              <Field label={t("first")}>
                {(control) => (
                  <Input
                    {...control}
                    type="date"
                    value={span.from}
                    onChange={(event) => put("from", event.target.value)}
                  />
                )}
              </Field>
              <Field label={t("last")} error={fault ? t(fault, { max: mostDays }) : undefined}>
                {(control) => (
                  <Input
                    {...control}
                    type="date"
                    value={span.until}
                    onChange={(event) => put("until", event.target.value)}
                  />
                )}
              </Field>
            </div>
          ) : null}
          <p className="xx-ledger-span" aria-live="polite">
            {fault ? "" : t("span", { from: formatDay(span.from, language), until: formatDay(span.until, language) })}
          </p>
          <ul className="xx-ledgers" aria-label={t("list")}>
            {data.ledgers.map(({ kind }) => (
              <li key={kind} className="xx-card xx-card-pad" data-ledger={kind}>
                <h2 className="xx-section-title">{t(`name.${kind}`)}</h2>
                <p>{t(`about.${kind}`)}</p>
                <Button
                  icon={<FileExcelOutlined aria-hidden />}
                  aria-label={t("takeOne", { ledger: t(`name.${kind}`) })}
                  loading={busy === kind}
                  disabled={fault !== null || (busy !== null && busy !== kind)}
                  onClick={() => void take(kind)}
                >
                  {t(busy === kind ? "taking" : "take")}
                </Button>
                {refused?.kind !== kind ? null : refused.refusal.code === "NETWORK" ? (
                  <p className="xx-refusal" role="alert">
                    {t("cut")}
                  </p>
                ) : (
                  <RefusalNote refusal={refused.refusal} />
                )}
              </li>
            ))}
          </ul>
          {data.ledgersTaken.length > 0 ? (
            <section className="xx-card xx-card-pad" aria-labelledby="xx-ledgers-taken">
              <h2 className="xx-section-title" id="xx-ledgers-taken">
                {t("lately")}
              </h2>
              <ul className="xx-ledgers-taken">
                {data.ledgersTaken.map((one) => (
                  <li key={one.at + one.kind + one.by.id}>
                    <strong>{t(`name.${one.kind}`)}</strong>
                    <span>
                      {t("span", { from: formatDay(one.from, language), until: formatDay(one.until, language) })}
                    </span>
                    <span>{t("rows", { count: one.rows })}</span>
                    <span>
                      {one.by.name} <DateTimeText at={one.at} />
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </>
      ) : null}
    </>
  );
}
