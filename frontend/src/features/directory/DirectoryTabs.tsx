import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";

/** The two sheets of the directory, each with an address of its own. */
export function DirectoryTabs() {
  const { t } = useTranslation("directory");
  return (
    <nav className="xx-subnav xx-no-print" aria-label={t("tabs")}>
      <NavLink to="/directory" end>
        {t("departments")}
      </NavLink>
      <NavLink to="/directory/disclosure">{t("disclosure.title")}</NavLink>
    </nav>
  );
}
