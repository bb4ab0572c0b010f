import { useTranslation } from "react-i18next";
import type { AbsenceState } from "@/graphql/gen/graphql";
import { DateTimeText } from "./DateText";

/** From when until when somebody is away, or that the end is not known yet. */
export function AbsenceSpan({ from, until }: { from: string; until: string | null | undefined }) {
  const { t } = useTranslation("absences");
  return (
    <span className="xx-span">
      <DateTimeText at={from} near /> {until ? `${t("to")} ` : ""}
      {until ? <DateTimeText at={until} near /> : <span className="xx-staff-note">{t("open")}</span>}
    </span>
  );
}

const tones: Record<AbsenceState, string> = {
  ASKED: "soon",
  APPROVED: "primary",
  RUNNING: "info",
  ENDED: "calm",
  REFUSED: "late",
  WITHDRAWN: "late",
  LAPSED: "late",
};

/** How far an absence has come. */
export function AbsenceStateTag({ state }: { state: AbsenceState }) {
  const { t } = useTranslation("enums");
  return (
    <span className="xx-tag" data-tone={tones[state]}>
      {t(`AbsenceState.${state}`)}
    </span>
  );
}
