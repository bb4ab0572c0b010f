import { HttpLink } from "@apollo/client";
import { ApolloProvider, useApolloClient, useQuery } from "@apollo/client/react";
import { Button, Form, Input, Segmented, Spin } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet } from "react-router";
import { DraftOwner, dropAllDrafts } from "@/app/draft";
import { type ThemeChoice, useThemeChoice } from "@/app/theme";
import { EmptyHint } from "@/components/EmptyHint";
import { RefusalNote } from "@/components/RefusalNote";
import { makeClient } from "@/graphql/client";
import { type Refusal, refusalOf, sayRefusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { chooseLanguage, useLanguage } from "@/i18n/language";
import { setOfficeTime } from "@/office/clock";
import { EnterDocument, LeaveDocument, PartnerTokenDocument } from "./documents";
import { TokenContext } from "./token";
import "./partner.css";

/** The partner's page asks at an address of its own, whose cookie is not the staff's. */
const client = makeClient(new HttpLink({ uri: "/partner/graphql", credentials: "same-origin" }));

/** The page of a partner unit, which it enters by its token (P5). Nothing of the staff's pages is here. */
export function Component() {
  return (
    <ApolloProvider client={client}>
      <Page />
    </ApolloProvider>
  );
}

function Page() {
  const { t } = useTranslation("partner");
  const { data, error, loading, refetch } = useQuery(PartnerTokenDocument, { fetchPolicy: "network-only" });
  const now = data?.officeTime.now;
  useEffect(() => {
    if (now) setOfficeTime({ now, periods: [] });
  }, [now]);
  if (data?.currentToken) {
    const { currentToken: token, officeName } = data;
    return (
      <TokenContext value={token}>
        <DraftOwner value={token.id}>
          <Frame officeName={officeName ?? t("shell:product")} who={token.partner?.name ?? token.name} inside>
            {token.kind === "PARTNER" ? <Outlet /> : <EmptyHint title={t("reporter")} hint={t("reporterHint")} />}
          </Frame>
        </DraftOwner>
      </TokenContext>
    );
  }
  if (loading && !error) return <Spin fullscreen description={t("shell:loading")} />;
  const refusal = error ? refusalOf(error) : null;
  const again = () => {
    refetch().catch(() => {
      // What is wrong now is told by the next drawing.
    });
  };
  if (refusal && refusal.code !== "UNAUTHENTICATED")
    return (
      <Frame officeName={t("shell:product")}>
        <EmptyHint
          title={t("shell:unreachable.title")}
          hint={sayRefusal(refusal, t)}
          action={<Button onClick={again}>{t("shell:unreachable.again")}</Button>}
        />
      </Frame>
    );
  return (
    <Frame officeName={t("shell:product")}>
      <Enter onDone={again} />
    </Frame>
  );
}

function Enter({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("partner");
  const act = useAct(EnterDocument);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [form] = Form.useForm<{ token: string }>();
  useEffect(() => {
    document.title = t("title");
  }, [t]);
  return (
    <section className="xx-card xx-partner-enter" aria-labelledby="xx-partner-enter">
      <h1 id="xx-partner-enter">{t("title")}</h1>
      <p className="xx-soft">{t("enterHint")}</p>
      <Form
        form={form}
        layout="vertical"
        size="large"
        initialValues={{ token: "" }}
        onFinish={async ({ token }) => {
          setRefusal(null);
          const done = await act.run({ token: token.trim() });
          if (done.ok) onDone();
          else {
            setRefusal(done.refusal);
            form.setFieldValue("token", "");
            form.focusField("token");
          }
        }}
      >
        {refusal ? (
          refusal.code === "UNAUTHENTICATED" ? (
            <div className="xx-refusal" role="alert">
              {t("wrong")}
            </div>
          ) : (
            <RefusalNote refusal={refusal} />
          )
        ) : null}
        <Form.Item name="token" label={t("token")} rules={[{ required: true, whitespace: true, message: t("needed") }]}>
          <Input.Password autoComplete="off" autoFocus spellCheck={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={act.busy}>
          {t("enter")}
        </Button>
      </Form>
    </section>
  );
}

function Frame(props: { officeName: string; who?: string; inside?: boolean; children: ReactNode }) {
  const { t } = useTranslation("partner");
  const language = useLanguage();
  const theme = useThemeChoice();
  return (
    <div className="xx-partner-page">
      <a className="xx-skip" href="#main">
        {t("shell:skip")}
      </a>
      <header className="xx-head xx-partner-head">
        <Link to="/partner" className="xx-brand" aria-label={props.officeName}>
          <span className="xx-seal" aria-hidden="true">
            {t("shell:seal")}
          </span>
          <span className="xx-brand-name">{props.officeName}</span>
        </Link>
        <span className="xx-partner-who">{props.who}</span>
        <span className="xx-head-space" />
        <Button
          type="text"
          size="small"
          lang={language === "en" ? "zh-CN" : "en"}
          onClick={() => chooseLanguage(language === "en" ? "zh-CN" : "en")}
        >
          {language === "en" ? t("shell:chinese") : t("shell:english")}
        </Button>
        {props.inside ? <Leave /> : null}
      </header>
      <main id="main" className="xx-main xx-partner-main" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="xx-partner-foot">
        <Segmented<ThemeChoice>
          size="small"
          value={theme.choice}
          onChange={theme.choose}
          aria-label={t("shell:theme.label")}
          options={[
            { value: "light", label: t("shell:theme.light") },
            { value: "dark", label: t("shell:theme.dark") },
            { value: "system", label: t("shell:theme.system") },
          ]}
        />
        <span>{t("kept")}</span>
      </footer>
    </div>
  );
}

function Leave() {
  const { t } = useTranslation("partner");
  const act = useAct(LeaveDocument);
  const here = useApolloClient();
  return (
    <Button
      size="small"
      loading={act.busy}
      onClick={async () => {
        if (!(await act.run({})).ok) return;
        dropAllDrafts();
        await here.resetStore().catch(() => {
          // Nobody is let in any more: that is what was wanted, and the page asks for a token.
        });
      }}
    >
      {t("leave")}
    </Button>
  );
}
