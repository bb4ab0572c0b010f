import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { PageHead } from "@/components/PageHead";
import { GiftsTab } from "./GiftsTab";
import { RegisterTab } from "./RegisterTab";
import "./breaches.css";

/** The accountability register (A4), and beside it the register of gifts (A1). */
export function Component() {
  const { t } = useTranslation("breaches");
  const [params] = useSearchParams();
  const gifts = params.get("tab") === "gifts";
  return (
    <>
      <PageHead title={t("title")} hint={t(gifts ? "gift.hint" : "hint")} />
      <nav className="xx-register-tabs" aria-label={t("tabs")}>
        <Link to="/breaches" aria-current={gifts ? undefined : "page"}>
          {t("tab.register")}
        </Link>
        <Link to="/breaches?tab=gifts" aria-current={gifts ? "page" : undefined}>
          {t("tab.gifts")}
        </Link>
      </nav>
      {gifts ? <GiftsTab /> : <RegisterTab />}
    </>
  );
}
