import { FileExcelOutlined, FileOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { NavLink, useSearchParams } from "react-router";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { useViewer } from "@/office/viewer";
import { exportPath, kindsFor } from "./exchange";
import { ImportTable } from "./ImportTable";
import "./exchange.css";

/** Items, the directory and residents as tables, out and in; nothing is written while a row is bad. */
export function Component() {
  const { t } = useTranslation("exchange");
  const kinds = kindsFor(useViewer());
  const [params] = useSearchParams();
  const kind = kinds.find((known) => known === params.get("kind")) ?? kinds[0];
  if (!kind)
    return (
      <>
        <PageHead title={t("title")} />
        <div className="xx-card">
          <EmptyHint title={t("forbidden")} hint={t("forbiddenHint")} />
        </div>
      </>
    );
  return (
    <>
      <PageHead title={t("title")} hint={t("hint")} />
      <nav className="xx-subnav" aria-label={t("kinds")}>
        {kinds.map((one) => (
          <NavLink
            key={one}
            to={`/exchange?kind=${one}`}
            replace
            className="xx-exchange-kind"
            aria-current={one === kind ? "page" : "false"}
          >
            {t(`kind.${one}`)}
          </NavLink>
        ))}
      </nav>
      <div className="xx-exchange">
        <section className="xx-card xx-card-pad" aria-labelledby="xx-exchange-out">
          <h2 className="xx-section-title" id="xx-exchange-out">
            {t("out")}
          </h2>
          <p className="xx-exchange-sub">{t(`outHint.${kind}`)}</p>
          <p className="xx-exchange-links">
            <Button href={exportPath(kind)} download icon={<FileExcelOutlined aria-hidden />}>
              {t("export", { kind: t(`kind.${kind}`) })}
            </Button>
            <Button href={exportPath(kind, true)} download icon={<FileOutlined aria-hidden />}>
              {t("template")}
            </Button>
          </p>
        </section>
        <section className="xx-card xx-card-pad" aria-labelledby="xx-exchange-in">
          <h2 className="xx-section-title" id="xx-exchange-in">
            {t("in")}
          </h2>
          <p className="xx-exchange-sub">{t(`inHint.${kind}`)}</p>
          <ImportTable key={kind} kind={kind} />
        </section>
      </div>
    </>
  );
}
