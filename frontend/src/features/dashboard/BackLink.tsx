import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";

/** To the dashboard with the period and the groups that were chosen there. */
export function BackLink() {
  const { t } = useTranslation("dashboard");
  const { state } = useLocation();
  return (
    <Link className="xx-link-button" to={{ pathname: "/dashboard", search: state?.dashboard ?? "" }}>
      {t("cases.back")}
    </Link>
  );
}
