import { CompassOutlined, WarningOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyHint } from "@/components/EmptyHint";

/** Drawn where a page failed; a reload is offered, what was typed is kept as a draft. */
export function Lost() {
  const { t } = useTranslation("shell");
  return (
    <EmptyHint
      icon={<WarningOutlined aria-hidden />}
      title={t("lost.title")}
      hint={t("lost.hint")}
      action={<Button onClick={() => window.location.reload()}>{t("lost.reload")}</Button>}
    />
  );
}

/** Drawn for an address that means nothing. */
export function NotFound() {
  const { t } = useTranslation("shell");
  return (
    <EmptyHint
      icon={<CompassOutlined aria-hidden />}
      title={t("notFound.title")}
      hint={t("notFound.hint")}
      action={<Link to="/queue">{t("notFound.back")}</Link>}
    />
  );
}
