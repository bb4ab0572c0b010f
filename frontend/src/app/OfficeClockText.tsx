import { Button } from "antd";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "@/i18n/language";
import { openAt, useOfficeTick } from "@/office/clock";
import { useViewer, useZone } from "@/office/viewer";
import { formatClock, formatInstant } from "@/office/zone";
import { MoveClock } from "./MoveClock";

/** The office's date and time, and whether its hours run. */
export function OfficeClockText() {
  const { t } = useTranslation("shell");
  const zone = useZone();
  const language = useLanguage();
  const { rehearsal, mayMoveClock } = useViewer();
  const [moving, setMoving] = useState(false);
  const full = useOfficeTick(useCallback((now) => formatInstant(now, zone, language), [zone, language]));
  const short = useOfficeTick(useCallback((now) => formatClock(now, zone), [zone]));
  const open = useOfficeTick(useCallback((now, clock) => openAt(clock.periods, now), []));
  return (
    <div className="xx-clock">
      {mayMoveClock ? (
        <Button className="xx-only-wide" size="small" onClick={() => setMoving(true)}>
          {t("clock.open")}
        </Button>
      ) : rehearsal ? (
        <span className="xx-tag xx-only-wide" data-tone="extended">
          {t("rehearsal")}
        </span>
      ) : null}
      {mayMoveClock ? <MoveClock open={moving} onClose={() => setMoving(false)} /> : null}
      <time className="xx-clock-long">{full}</time>
      <time className="xx-clock-short">{short}</time>
      <span className="xx-clock-state" data-open={open}>
        {open ? t("officeOpen") : t("officeClosed")}
      </span>
    </div>
  );
}
