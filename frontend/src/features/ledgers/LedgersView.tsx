import { FileExcelOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Input, Skeleton } from "antd";
import { useEffect, useRef, useState } from "react";
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

/** A ledger that came, and whether the browser still lets it be saved by itself. */
interface Ready {
  kind: LedgerKind;
  file: Blob;
  name: string;
  seconds: number;
  byItself: boolean;
}

/** How long after a press a browser lets a page save a file by itself, where it does not say so, in milliseconds. */
const activation = 4000;

/** Whether a file may be saved without another press: browsers block what comes long after the last one. */
function mayStillSave(began: number): boolean {
  const active: UserActivation | undefined = navigator.userActivation;
  return active ? active.isActive : performance.now() - began < activation;
}

/** The whole seconds since it is on. */
function useSeconds(on: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!on) return;
    const began = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [on]);
  return seconds;
}

/** A plain link to what came, which is there as long as the page shows it: it saves the file however long it took, and again. */
function Save({ ready }: { ready: Ready }) {
  const { t } = useTranslation("ledgers");
  const link = useRef<HTMLAnchorElement>(null);
  const saved = useRef(false);
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(ready.file);
    setAddress(made);
    // What the browser began to save just before is still read.
    return () => {
      setTimeout(() => URL.revokeObjectURL(made), 60_000);
    };
  }, [ready.file]);
  useEffect(() => {
    if (!address || saved.current || !ready.byItself) return;
    saved.current = true;
    link.current?.click();
  }, [address, ready.byItself]);
  return (
    <div className="xx-ledger-ready" role="status">
      <p>
        {ready.byItself ? t("taken", { ledger: t(`name.${ready.kind}`) }) : t("ready", { count: ready.seconds })}{" "}
        {t("saveHint")}
      </p>
      {address ? (
        <Button
          ref={link}
          type={ready.byItself ? "default" : "primary"}
          href={address}
          download={ready.name}
          aria-label={t("saveOne", { ledger: t(`name.${ready.kind}`) })}
        >
          {t("save")}
        </Button>
      ) : null}
    </div>
  );
}

/** The office's ledgers of a period, as spreadsheets (R). */
export function Component() {
  const { t } = useTranslation("ledgers");
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
  const [ready, setReady] = useState<Ready | null>(null);
  const seconds = useSeconds(busy !== null);
  const [refused, setRefused] = useState<{ kind: LedgerKind; refusal: Refusal } | null>(null);
  const { data, error, refetch } = useQuery(LedgersDocument, { fetchPolicy: "cache-and-network" });
  const put = (name: keyof Span, day: string) => setParams({ period: "own", ...span, [name]: day }, { replace: true });
  const take = async (kind: LedgerKind) => {
    if (busy || fault) return;
    setBusy(kind);
    setRefused(null);
    setReady(null);
    const began = performance.now();
    const answer = await takeLedger(kind, span, language);
    setBusy(null);
    if (!answer.ok) {
      setRefused({ kind, refusal: answer.refusal });
      return;
    }
    setReady({
      kind,
      file: answer.file,
      name: `${t(`name.${kind}`)} ${span.from} ${span.until}.xlsx`,
      seconds: Math.round((performance.now() - began) / 1000),
      byItself: mayStillSave(began),
    });
    refetch().catch(() => {
      // What was taken is said beside its button; the list is read again with the page.
    });
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
                {busy === kind && seconds > 0 ? (
                  <p className="xx-ledger-wait">{t("takingFor", { count: seconds })}</p>
                ) : null}
                {ready?.kind === kind ? <Save key={ready.name} ready={ready} /> : null}
                {refused?.kind !== kind ? null : refused.refusal.code === "NETWORK" ? (
                  <p className="xx-refusal" role="alert">
                    {t("cut")}
                  </p>
                ) : refused.refusal.code === "TOO_MANY" ? (
                  <p className="xx-refusal" role="alert">
                    {t(refused.refusal.facts.own === true ? "busyOwn" : "busy", {
                      count: Number(refused.refusal.facts.retryAfter ?? 10),
                    })}
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
