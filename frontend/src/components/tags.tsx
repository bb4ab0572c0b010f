import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { CaseStatus, Standing } from "@/graphql/gen/graphql";
import { type OfficeClock, useOfficeTick } from "@/office/clock";
import { secondsLeftAt, secondsPerDay, splitWorking, urgencyOf } from "@/office/worktime";
import { useSeenAt } from "./useSeenAt";

const statusTones: Record<CaseStatus, string> = {
  RECEIVED: "soon",
  REPORTED: "info",
  AWAITING_MATERIALS: "info",
  PROMISED: "primary",
  RESOLVED_ON_SPOT: "calm",
  GUIDED: "calm",
  COMPLETED: "calm",
  REFUSED: "late",
  WITHDRAWN: "late",
  TO_CHECK: "soon",
  TO_PUT_RIGHT: "soon",
  TO_ANSWER: "primary",
  TO_CALL_BACK: "info",
};

/** Where a case is in the office's work. */
export function StatusTag({ status }: { status: CaseStatus }) {
  const { t } = useTranslation("enums");
  return (
    <span className="xx-tag" data-tone={statusTones[status]}>
      {t(`CaseStatus.${status}`)}
    </span>
  );
}

/** A supervision matter is not for everybody's eyes. */
export function ConfidentialTag() {
  const { t } = useTranslation("enums");
  return (
    <span className="xx-tag" data-tone="late">
      {t("confidential")}
    </span>
  );
}

/** Of a registered job-seeker: it comes first within its due day, and costs nothing (E6). */
export function GreenTag() {
  const { t } = useTranslation();
  return (
    <span className="xx-tag" data-tone="calm" title={t("greenHint")}>
      {t("green")}
    </span>
  );
}

const standingTones: Record<Standing, string> = {
  ON_TIME: "calm",
  DUE_SOON: "soon",
  OVERDUE: "overdue",
  CLOSED_IN_TIME: "calm",
  CLOSED_LATE: "late",
};

/**
 * How a case stands against its deadline; extended is said beside it and never instead of it (T5). `quiet` leaves out
 * what is on time, for lists.
 */
export function StandingTag({
  standing,
  extended = false,
  quiet = false,
}: {
  standing: Standing;
  extended?: boolean;
  quiet?: boolean;
}) {
  const { t } = useTranslation("enums");
  return (
    <>
      {quiet && standing === "ON_TIME" ? null : (
        <span className="xx-tag" data-tone={standingTones[standing]}>
          {t(`Standing.${standing}`)}
        </span>
      )}
      {extended ? (
        <span className="xx-tag" data-tone="extended">
          {t("extended")}
        </span>
      ) : null}
    </>
  );
}

/**
 * Working time left until a deadline, in words and colour, ticking with the office's clock. `secondsLeft` is the
 * server's workingSecondsLeft.
 */
export function RemainingTime({ secondsLeft, dueAt }: { secondsLeft: number; dueAt: string }) {
  const { t } = useTranslation();
  const seenAt = useSeenAt(secondsLeft, dueAt);
  const reading = useCallback(
    (now: number, clock: OfficeClock) =>
      // Seen by this machine's clock, so that a corrected office clock moves both ends.
      secondsLeftAt({ secondsLeft, dueAt, asOf: seenAt + clock.offset }, clock.periods, now),
    [secondsLeft, dueAt, seenAt],
  );
  const text = useOfficeTick(
    useCallback(
      (now, clock) => {
        const span = splitWorking(reading(now, clock), secondsPerDay(clock.periods));
        const parts =
          span.days > 0
            ? [
                t("time.days", { count: span.days }),
                ...(span.hours > 0 ? [t("time.hours", { count: span.hours })] : []),
              ]
            : span.hours > 0
              ? [t("time.hours", { count: span.hours }), t("time.minutes", { count: span.minutes })]
              : span.minutes >= 10
                ? [t("time.minutes", { count: span.minutes })]
                : [t("time.minutes", { count: span.minutes }), t("time.seconds", { count: span.seconds })];
        return t(span.passed ? "time.over" : "time.left", { span: parts.join(t("time.join")) });
      },
      [reading, t],
    ),
  );
  const tone = useOfficeTick(
    useCallback((now, clock) => urgencyOf(reading(now, clock), secondsPerDay(clock.periods)), [reading]),
  );
  return (
    <span className="xx-remaining" data-tone={tone}>
      {text}
    </span>
  );
}

/** The clause of the mechanisms behind a refusal or a breach, as a small tag. */
export function ClauseTag({ clause }: { clause: string }) {
  const { t } = useTranslation("errors");
  const name = t(`clause.${clause.replace(/\d+$/, "")}`, { defaultValue: "" });
  return (
    <span className="xx-tag" data-tone="clause">
      {!name ? clause : /\d/.test(clause) ? `${name} ${clause}` : name}
    </span>
  );
}
