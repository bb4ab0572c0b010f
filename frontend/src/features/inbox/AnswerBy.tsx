import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { DateTimeText } from "@/components/DateText";
import { RemainingTime } from "@/components/tags";
import { officeClock, officeNow, useOfficeTick } from "@/office/clock";
import { workingSecondsBetween } from "@/office/worktime";

/** A deadline to answer and the working time left until it; one of an earlier day is only said to have passed. */
export function AnswerBy({ label, at }: { label: string; at: string }) {
  const { t } = useTranslation("inbox");
  const due = Date.parse(at);
  const earlier = useOfficeTick(
    useCallback(
      (now, clock) => {
        const first = clock.periods[0];
        return due < now && first !== undefined && due < Date.parse(first.start);
      },
      [due],
    ),
  );
  // The periods are read once a minute with the office's clock; RemainingTime counts on from them by itself.
  const left = workingSecondsBetween(officeClock().periods, officeNow(), due);
  return (
    <p className="xx-answer-by">
      <span>
        {label} <DateTimeText at={at} near />
      </span>
      {earlier ? (
        <span className="xx-remaining" data-tone="overdue">
          {t("passed")}
        </span>
      ) : (
        <RemainingTime key={at} secondsLeft={left} dueAt={at} />
      )}
    </p>
  );
}
