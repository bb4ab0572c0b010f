import { useQuery } from "@apollo/client/react";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { useDeskEvents } from "@/live/desk";
import { officeNow } from "@/office/clock";
import { useViewer } from "@/office/viewer";
import { StandingInDocument } from "./documents";
import { casesFor, justBack } from "./standing";

/** For the stand-in: whose cases, until when, how many (B7). For who is back: that something was done meanwhile. */
export function StandingIn() {
  const { t } = useTranslation("queue");
  const viewer = useViewer();
  const me = viewer.staff.id;
  const { data, refetch } = useQuery(StandingInDocument, { variables: { me }, fetchPolicy: "cache-and-network" });
  const [hidden, setHidden] = useState(() => localStorage.getItem(`xinxing.back.${me}`));
  useDeskEvents(() => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  });
  if (!data) return null;
  const back = justBack(
    data.absences.edges.map((edge) => edge.node),
    officeNow(),
    hidden,
  );
  return (
    <>
      {data.standingIn.map((of) => (
        <div className="xx-banner xx-stand-in" key={of.id} data-stand-in={of.id}>
          <strong>{t("standIn.title", { name: of.staff.name })}</strong>
          <span>
            {of.until ? (
              <>
                {t("standIn.until")} <DateTimeText at={of.until} near />
              </>
            ) : (
              t("standIn.open")
            )}
          </span>
          <span>{t("standIn.cases", { count: casesFor(of, me) })}</span>
          <Link to={`/absences/${of.id}`}>{t("standIn.list")}</Link>
        </div>
      ))}
      {back ? (
        <div className="xx-banner" data-tone="info" data-back={back.id}>
          <strong>{t("standIn.back")}</strong>
          <span>{t("standIn.done", { count: back.done })}</span>
          <Link to={`/absences/${back.id}`}>{t("standIn.look")}</Link>
          <Button
            size="small"
            onClick={() => {
              localStorage.setItem(`xinxing.back.${me}`, back.id);
              setHidden(back.id);
            }}
          >
            {t("standIn.hide")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
