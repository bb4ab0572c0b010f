import { useQuery } from "@apollo/client/react";
import { Button, Spin } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useLocation } from "react-router";
import { EmptyHint } from "@/components/EmptyHint";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { session, sessionLost } from "@/graphql/session";
import { LiveProvider } from "@/live/LiveProvider";
import { ViewerContext } from "@/office/viewer";
import { setOfficeZone } from "@/office/zone";
import { ViewerDocument } from "./documents";
import { Shell } from "./Shell";

/** Lets only signed-in staff in; everybody else goes to the sign-in page and comes back after it. */
export function Gate() {
  const { t } = useTranslation();
  const location = useLocation();
  const { data, error, refetch } = useQuery(ViewerDocument, { fetchPolicy: "cache-and-network" });

  useEffect(() => {
    const ask = () => void refetch();
    sessionLost.addEventListener("lost", ask);
    return () => sessionLost.removeEventListener("lost", ask);
  }, [refetch]);

  if (!data) {
    if (error)
      return (
        <main>
          <EmptyHint
            title={t("shell:unreachable.title")}
            hint={sayRefusal(refusalOf(error), t)}
            action={<Button onClick={() => void refetch()}>{t("shell:unreachable.again")}</Button>}
          />
        </main>
      );
    return <Spin fullscreen description={t("shell:loading")} />;
  }
  if (!data.viewer) {
    const next = location.pathname + location.search;
    return (
      <Navigate
        to={session.leaving || next === "/queue" ? "/signin" : `/signin?next=${encodeURIComponent(next)}`}
        replace
      />
    );
  }
  setOfficeZone(data.viewer.community.timeZone);
  return (
    <ViewerContext value={data.viewer}>
      <LiveProvider key={data.viewer.staff.id}>
        <Shell officeName={data.officeName ?? data.viewer.community.name} />
      </LiveProvider>
    </ViewerContext>
  );
}
