import { DownloadOutlined, UploadOutlined } from "@ant-design/icons";
import { Button, Spin } from "antd";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyHint } from "@/components/EmptyHint";
import { ClauseTag } from "@/components/tags";
import type { Refusal } from "@/graphql/refusal";
import { sessionLost } from "@/graphql/session";
import { useLanguage } from "@/i18n/language";
import { nudgeDesk } from "@/live/desk";
import {
  type Exchanged,
  type ExchangeKind,
  exchange,
  failuresOf,
  sayFileRefusal,
  sayProblem,
  summaryOf,
} from "./exchange";

type Busy = "checking" | "writing" | "failures" | null;

/** One table on its way in: looked at first, with every bad row; written only where none is. */
export function ImportTable({ kind }: { kind: ExchangeKind }) {
  const { t } = useTranslation("exchange");
  const language = useLanguage();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState<Busy>(null);
  const [done, setDone] = useState<Exchanged | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [over, setOver] = useState(false);
  // One id for one wish to write this file, kept while no answer came.
  const intent = useRef<string | null>(null);
  const latest = useRef(0);
  const result = useRef<HTMLElement>(null);
  useEffect(
    () => () => {
      latest.current = -1;
    },
    [],
  );

  // Once it is drawn the answer takes the focus, and is seen where it would lie below the window.
  useEffect(() => {
    if (!done && !refusal) return;
    result.current?.focus({ preventScroll: true });
    result.current?.scrollIntoView?.({ block: "nearest" });
  }, [done, refusal]);

  const refuse = (refused: Refusal) => {
    if (refused.code === "UNAUTHENTICATED") sessionLost.dispatchEvent(new Event("lost"));
    setRefusal(refused);
  };
  const look = async (taken: File) => {
    const mine = latest.current + 1;
    latest.current = mine;
    setDone(null);
    setRefusal(null);
    setBusy("checking");
    setFile(taken);
    intent.current = null;
    // What was looked at is what is written, also where the file changes on the disk meanwhile.
    const kept = await taken.arrayBuffer().then(
      (bytes) => new File([bytes], taken.name, { type: taken.type }),
      () => taken,
    );
    const answer = await exchange(kind, kept, null);
    if (latest.current !== mine) return;
    setFile(kept);
    setBusy(null);
    if (answer.ok) setDone(answer.done);
    else refuse(answer.refusal);
  };
  const write = async () => {
    if (!file || busy) return;
    setBusy("writing");
    setRefusal(null);
    intent.current ??= crypto.randomUUID();
    const answer = await exchange(kind, file, intent.current);
    if (latest.current < 0) return;
    setBusy(null);
    if (answer.ok || (answer.refusal.code !== "NETWORK" && answer.refusal.code !== "INTERNAL")) intent.current = null;
    if (answer.ok) {
      setDone(answer.done);
      nudgeDesk();
    } else refuse(answer.refusal);
  };
  const failures = async () => {
    if (!file || busy) return;
    setBusy("failures");
    setRefusal(null);
    const answer = await failuresOf(kind, file, language);
    setBusy(null);
    if (!answer.ok) {
      refuse(answer.refusal);
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(answer.blob);
    link.download = `${file.name.replace(/\.\w+$/, "")}-${t("failuresName")}.xlsx`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped && !busy) void look(dropped);
  };
  const summary = done ? summaryOf(done) : null;

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is one more way beside the button */}
      <div
        className="xx-drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label className="xx-drop-pick" data-busy={busy !== null}>
          <input
            type="file"
            className="xx-visually-hidden"
            accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            disabled={busy !== null}
            onClick={(event) => {
              // The same file may be chosen again after it was mended.
              event.currentTarget.value = "";
            }}
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              if (chosen) void look(chosen);
            }}
          />
          <UploadOutlined aria-hidden />
          {t(file ? "chooseOther" : "choose")}
        </label>
        <p className="xx-exchange-sub">{file ? t("chosen", { name: file.name }) : t("dropHint")}</p>
      </div>
      <section
        className="xx-exchange-result"
        ref={result}
        tabIndex={-1}
        aria-label={t("result")}
        aria-busy={busy !== null}
      >
        <div role="status">
          {busy === "checking" || busy === "writing" ? (
            <div className="xx-exchange-busy">
              <Spin size="small" /> {t(busy)}
            </div>
          ) : null}
          {done && summary ? <Told done={done} busy={busy !== null} /> : null}
        </div>
        {refusal ? (
          <div className="xx-refusal" role="alert">
            <span>{sayFileRefusal(refusal, t)}</span>
            {refusal.clause ? <ClauseTag clause={refusal.clause} /> : null}
          </div>
        ) : null}
        {done && summary && summary.shown.length > 0 ? (
          <>
            <div className="xx-problems">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t("column.row")}</th>
                    <th scope="col">{t("column.column")}</th>
                    <th scope="col">{t("column.why")}</th>
                  </tr>
                </thead>
                <tbody>
                  {summary.shown.map((problem, index) => (
                    <tr key={`${problem.row} ${problem.column} ${problem.code} ${index}`}>
                      <td>{problem.row}</td>
                      <td>{problem.column}</td>
                      <td>
                        <span>{sayProblem(problem, t)}</span>{" "}
                        {typeof problem.args.clause === "string" ? <ClauseTag clause={problem.args.clause} /> : null}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {summary.rest > 0 ? <p className="xx-exchange-sub">{t("rest", { count: summary.rest })}</p> : null}
          </>
        ) : null}
        {done && !done.written && summary ? (
          <div className="xx-form-foot">
            {summary.mendable ? (
              <Button
                icon={<DownloadOutlined aria-hidden />}
                onClick={() => void failures()}
                loading={busy === "failures"}
              >
                {t("failures")}
              </Button>
            ) : null}
            <Button type="primary" disabled={!summary.ready} loading={busy === "writing"} onClick={() => void write()}>
              {t("write")}
            </Button>
          </div>
        ) : null}
      </section>
    </>
  );
}

function Told({ done, busy }: { done: Exchanged; busy: boolean }) {
  const { t } = useTranslation("exchange");
  const summary = summaryOf(done);
  if (busy) return null;
  if (summary.empty) return <EmptyHint title={t("nothing")} hint={t("nothingHint")} />;
  const tone = done.problemsTotal > 0 ? "bad" : done.written ? "good" : "info";
  return (
    <div className="xx-told" data-tone={tone}>
      <strong>
        {done.problemsTotal > 0
          ? t("bad", { count: done.problemsTotal, rows: done.badRows })
          : t(done.written ? "written" : summary.same ? "same" : "ready")}
      </strong>
      <dl>
        {(["rows", "created", "changed", "unchanged"] as const).map((name) => (
          <div key={name}>
            <dt>{t(`sum.${name}`)}</dt>
            <dd>{done[name]}</dd>
          </div>
        ))}
      </dl>
      {done.problemsTotal > 0 ? <p>{t(summary.mendable ? "badHint" : "badHeader")}</p> : null}
    </div>
  );
}
