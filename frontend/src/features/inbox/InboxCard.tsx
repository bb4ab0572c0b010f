import { Button } from "antd";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ActFields, type FormAct } from "@/components/acts/ActFields";
import { ActTargetFragment } from "@/components/acts/documents";
import { DateTimeText } from "@/components/DateText";
import { sayDemand } from "@/components/demand";
import { RemainingTime, StandingTag, StatusTag } from "@/components/tags";
import { type FragmentType, readFragment } from "@/graphql/gen";
import type { CaseAct } from "@/graphql/gen/graphql";
import { InboxCaseFragment } from "./documents";

/** One thing that waits: the case, what was written, by when, and the form of each answer right there. */
export function InboxCard(props: {
  of: { id: string; allowedActs: readonly CaseAct[] } & FragmentType<typeof InboxCaseFragment>;
  title: string;
  quote: string;
  acts: readonly FormAct[];
  onReload: () => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation("inbox");
  const headId = useId();
  const one = readFragment(InboxCaseFragment, props.of);
  const target = readFragment(ActTargetFragment, one);
  const acts = props.acts.filter((act) => props.of.allowedActs.includes(act));
  const [chosen, setChosen] = useState<FormAct | null>(null);
  const act = acts.length === 1 ? acts[0] : acts.find((known) => known === chosen);
  const resident = one.resident?.name ?? t(one.anonymous ? "anonymous" : "noResident");
  return (
    <li className="xx-card xx-inbox-card" aria-labelledby={headId} data-receipt={one.receiptNo}>
      <div className="xx-inbox-head">
        <h3 id={headId}>
          <Link to={`/cases/${one.receiptNo}`}>{one.receiptNo}</Link> {props.title}
        </h3>
        <span className="xx-inbox-tags">
          <StatusTag status={one.status} />
          {one.standing === "ON_TIME" && !one.extended ? null : (
            <StandingTag standing={one.standing} extended={one.extended} />
          )}
        </span>
      </div>
      <p className="xx-inbox-demand">{sayDemand(one, t)}</p>
      <p className="xx-inbox-sub">
        {[target.item?.name ?? t("noItem"), resident, t(`enums:Channel.${one.channel}`)].join(" · ")}
      </p>
      <blockquote className="xx-inbox-quote">{props.quote}</blockquote>
      {props.children}
      <p className="xx-answer-by">
        <span>
          {t(`enums:ClockKind.${one.clock}`)} <DateTimeText at={one.dueAt} near />
        </span>
        <RemainingTime secondsLeft={one.workingSecondsLeft} dueAt={one.dueAt} />
      </p>
      {acts.length > 1 ? (
        <div className="xx-inbox-acts">
          {acts.map((known) => (
            <Button
              key={known}
              type={act === known || (!act && known === "ACCEPT_HAND_OVER") ? "primary" : "default"}
              ghost={act === known}
              aria-pressed={act === known}
              onClick={() => setChosen(act === known ? null : known)}
            >
              {t(`enums:CaseAct.${known}`)}
            </Button>
          ))}
        </div>
      ) : null}
      {acts.length === 0 ? <p className="xx-inbox-sub">{t("notNow")}</p> : null}
      {act ? (
        <div className="xx-inbox-form">
          <ActFields
            act={act}
            target={target}
            onDone={() => setChosen(null)}
            onReload={props.onReload}
            onCancel={acts.length > 1 ? () => setChosen(null) : undefined}
          />
        </div>
      ) : null}
    </li>
  );
}
