import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DateTimeText } from "@/components/DateText";
import { Explain } from "@/components/Explain";
import { ClauseTag } from "@/components/tags";
import { readFragment } from "@/graphql/gen";
import type {
  CasePromiseFragment as CasePromise,
  CaseSheetFragment as CaseSheet,
  ExtensionState,
  PromiseResult,
} from "@/graphql/gen/graphql";
import { CasePromiseFragment } from "./documents";

const resultTones: Record<PromiseResult, string> = {
  KEPT: "calm",
  MISSED: "overdue",
  EXTENDED: "extended",
  REPLACED: "info",
};

/** The promise and why that date, every promise first to last, and apart from it the extensions (T5). */
export function PromiseCard({ sheet }: { sheet: CaseSheet }) {
  const { t } = useTranslation("case");
  const promises = readFragment(CasePromiseFragment, sheet.promises).toSorted((a, b) => a.number - b.number);
  const current = promises.find((promise) => promise.current) ?? promises.at(-1);
  const [chosen, setChosen] = useState<number | null>(null);
  const explained = promises.find((promise) => promise.number === chosen) ?? current;
  return (
    <>
      <section className="xx-card xx-card-pad" aria-labelledby="xx-promise-title">
        <h2 className="xx-section-title" id="xx-promise-title">
          {t("promise.title")}
        </h2>
        {current && explained ? (
          <>
            <ol className="xx-promises">
              {promises.map((promise) => (
                <PromiseRow
                  key={promise.id}
                  promise={promise}
                  open={promise === explained}
                  several={promises.length > 1}
                  onOpen={() => setChosen(promise.number)}
                />
              ))}
            </ol>
            <Why promise={explained} />
          </>
        ) : (
          <p className="xx-case-none">{t(sheet.open ? "promise.none" : "promise.never")}</p>
        )}
      </section>
      {sheet.extensions.length > 0 ? <Extensions sheet={sheet} /> : null}
    </>
  );
}

function PromiseRow(props: { promise: CasePromise; open: boolean; several: boolean; onOpen: () => void }) {
  const { t } = useTranslation("case");
  const { promise } = props;
  return (
    <li className="xx-promise" data-current={promise.current}>
      <div className="xx-promise-head">
        <strong>
          <DateTimeText at={promise.dueAt} />
        </strong>
        <span className="xx-tag" data-tone={promise.result ? resultTones[promise.result] : "primary"}>
          {promise.result ? t(`enums:PromiseResult.${promise.result}`) : t("promise.running")}
        </span>
        {promise.provisional ? (
          <span className="xx-tag" data-tone="soon">
            {t("common:explain.provisional")}
          </span>
        ) : null}
        {props.several ? (
          <Button size="small" type="link" onClick={props.onOpen} aria-pressed={props.open}>
            {t("promise.why")}
          </Button>
        ) : null}
      </div>
      <p className="xx-case-sub">
        {t("promise.number", { number: promise.number })} · {t(`enums:PromiseOrigin.${promise.origin}`)} ·{" "}
        {t("promise.days", { count: promise.workingDays })} · {t(`enums:TellWay.${promise.toldWay}`)}{" "}
        <DateTimeText at={promise.toldAt} near />
        {promise.madeBy ? ` · ${promise.madeBy.name}` : ""}
      </p>
    </li>
  );
}

/** Why this date: the strip of days, and each day with its reason for who wants to read it. */
function Why({ promise }: { promise: CasePromise }) {
  const { t } = useTranslation("case");
  const [whole, setWhole] = useState(false);
  return (
    <div className="xx-why">
      <div className="xx-why-head">
        <h3>{t("promise.whyTitle")}</h3>
        <Button size="small" type="link" onClick={() => setWhole(!whole)} aria-expanded={whole}>
          {t(whole ? "promise.strip" : "promise.list")}
        </Button>
      </div>
      <Explain explanation={promise.explanation} compact={!whole} />
    </div>
  );
}

const stateTones: Record<ExtensionState, string> = {
  REQUESTED: "info",
  APPROVED: "soon",
  REJECTED: "late",
  TOLD: "extended",
  LAPSED: "overdue",
  WITHDRAWN: "closed",
};

/** Ended before it was decided and told. */
const never = (state: ExtensionState) => state === "LAPSED" || state === "WITHDRAWN";

function Extensions({ sheet }: { sheet: CaseSheet }) {
  const { t } = useTranslation("case");
  return (
    <section className="xx-card xx-card-pad xx-extensions" aria-labelledby="xx-extensions-title">
      <h2 className="xx-section-title" id="xx-extensions-title">
        {t("extension.title")} <ClauseTag clause="T5" />
      </h2>
      <p className="xx-case-none">{t("extension.meaning")}</p>
      <ol className="xx-moves">
        {sheet.extensions.map((one) => (
          <li key={one.id}>
            <div className="xx-promise-head">
              <strong>{t("extension.days", { count: one.workingDays })}</strong>
              <span className="xx-tag" data-tone={stateTones[one.state]}>
                {t(`enums:ExtensionState.${one.state}`)}
              </span>
            </div>
            <p className="xx-case-sub">
              <DateTimeText at={one.oldDueAt} near /> → <DateTimeText at={one.newDueAt} near />
            </p>
            <dl className="xx-facts xx-case-facts">
              <dt>{t("extension.asked")}</dt>
              <dd>
                {one.askedBy.name} · <DateTimeText at={one.askedAt} near />
                <span className="xx-quote">{one.reason}</span>
              </dd>
              <dt>{t("extension.decided")}</dt>
              <dd>
                {one.decidedBy && one.decidedAt ? (
                  <>
                    {one.decidedBy.name} · <DateTimeText at={one.decidedAt} near />
                    <span className="xx-quote">{one.decisionReason}</span>
                  </>
                ) : (
                  t(never(one.state) ? "extension.never" : "extension.notDecided")
                )}
              </dd>
              {one.state === "REJECTED" ? null : (
                <>
                  <dt>{t("extension.told")}</dt>
                  <dd>
                    {one.toldAt && one.toldWay ? (
                      <>
                        {one.toldBy?.name} · {t(`enums:TellWay.${one.toldWay}`)} · <DateTimeText at={one.toldAt} near />
                      </>
                    ) : (
                      t(never(one.state) ? "extension.never" : "extension.notTold")
                    )}
                  </dd>
                </>
              )}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}
