import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useConnection } from "@/live/connection";
import { useOfficeTick } from "@/office/clock";

/** Says that the live connection is lost and is being tried again; nothing typed is lost meanwhile. */
export function ConnectionBanner() {
  const { t } = useTranslation("shell");
  const { state, since } = useConnection();
  // A break of a second or two mends itself before anybody has read about it.
  const shown = useOfficeTick(useCallback(() => state === "lost" && Date.now() - since > 1500, [state, since]));
  return (
    <div role="status" aria-live="polite">
      {shown ? (
        <div className="xx-banner">
          <strong>{t("connection.lost")}</strong>
          <span>{t("connection.lostHint")}</span>
        </div>
      ) : null}
    </div>
  );
}
