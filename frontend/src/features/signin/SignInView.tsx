import { useApolloClient, useQuery } from "@apollo/client/react";
import { Button, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { SignInDocument, ViewerDocument } from "@/app/documents";
import { RefusalNote } from "@/components/RefusalNote";
import type { Refusal } from "@/graphql/refusal";
import { session } from "@/graphql/session";
import { useAct } from "@/graphql/useAct";
import { chooseLanguage, useLanguage } from "@/i18n/language";
import { safeNext } from "./next";
import "./signin.css";

/** Sign-in by name and password. */
export function Component() {
  const { t } = useTranslation("signin");
  const client = useApolloClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const language = useLanguage();
  const next = safeNext(params.get("next"));
  const { data } = useQuery(ViewerDocument, { fetchPolicy: "network-only" });
  const act = useAct(SignInDocument);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [form] = Form.useForm<{ login: string; password: string }>();

  useEffect(() => {
    document.title = t("title");
  }, [t]);

  if (data?.viewer && !act.busy) return <Navigate to={next} replace />;

  const send = async (values: { login: string; password: string }) => {
    setRefusal(null);
    const done = await act.run({ login: values.login.trim(), password: values.password });
    if (done.ok) {
      session.leaving = false;
      await client.clearStore();
      await navigate(next, { replace: true });
      return;
    }
    setRefusal(done.refusal);
    form.setFieldValue("password", "");
    form.focusField("password");
  };

  return (
    <div className="xx-signin">
      <main className="xx-signin-card" id="main">
        <header>
          <span className="xx-seal" aria-hidden="true">
            {t("shell:seal")}
          </span>
          <div>
            <h1>{data?.officeName ?? t("shell:product")}</h1>
            <p>{t("shell:product")}</p>
          </div>
        </header>
        <Form
          form={form}
          layout="vertical"
          size="large"
          onFinish={(values) => void send(values)}
          initialValues={{ login: "", password: "" }}
        >
          {refusal ? <RefusalNote refusal={refusal} /> : null}
          <Form.Item
            name="login"
            label={t("login")}
            rules={[{ required: true, whitespace: true, message: t("loginNeeded") }]}
          >
            <Input autoComplete="username" autoFocus autoCapitalize="none" spellCheck={false} />
          </Form.Item>
          <Form.Item name="password" label={t("password")} rules={[{ required: true, message: t("passwordNeeded") }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={act.busy}>
            {t("submit")}
          </Button>
        </Form>
        <footer>
          <span>{t("motto")}</span>
          <Button
            type="link"
            size="small"
            lang={language === "en" ? "zh-CN" : "en"}
            onClick={() => chooseLanguage(language === "en" ? "zh-CN" : "en")}
          >
            {language === "en" ? t("shell:chinese") : t("shell:english")}
          </Button>
        </footer>
      </main>
    </div>
  );
}
