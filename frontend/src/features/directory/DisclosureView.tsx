import { DesktopOutlined, ExportOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { App, Button, Form, Input, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { ActForm } from "@/components/ActForm";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { ClauseTag } from "@/components/tags";
import type { SetDisclosureInput } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { useViewer } from "@/office/viewer";
import { DirectoryTabs } from "./DirectoryTabs";
import { DisclosureDocument, SetDisclosureDocument } from "./documents";
import "./directory.css";

type Values = Omit<SetDisclosureInput, "clientMutationId">;

const long = ["organisation", "duties", "procedure", "supervision"] as const;
const short = ["hours", "phone", "address"] as const;
const most = { hours: 200, phone: 60, address: 200 };

/** What the office says of itself on the public board (Q5); everything else there is made from the live records. */
export function Component() {
  const { t } = useTranslation("directory");
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(DisclosureDocument, { fetchPolicy: "cache-and-network" });
  const shown = data?.viewer?.community.disclosure;
  const community = viewer.community.id;
  return (
    <>
      <PageHead
        title={t("disclosure.title")}
        hint={t("disclosure.hint")}
        actions={
          <>
            <Button href={`/public/${community}`} target="_blank" icon={<ExportOutlined aria-hidden />}>
              {t("disclosure.board")}
            </Button>
            <Button href={`/wall/${community}`} target="_blank" icon={<DesktopOutlined aria-hidden />}>
              {t("disclosure.wall")}
            </Button>
          </>
        }
      />
      <DirectoryTabs />
      {!shown && error ? (
        <EmptyHint
          title={t("disclosure.failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={() => void refetch()}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!shown && !error ? <Skeleton active /> : null}
      {shown ? (
        <div className="xx-card xx-card-pad xx-disclosure">
          <p className="xx-disclosure-live">
            {t("disclosure.live")} <ClauseTag clause="Q5" />
          </p>
          {viewer.mayEditItems ? (
            <Edit key={JSON.stringify(shown)} disclosure={shown} />
          ) : (
            [...long, ...short].map((name) => (
              <section key={name}>
                <h2 className="xx-section-title">{t(`disclosure.${name}`)}</h2>
                <p className="xx-disclosure-text">{shown[name] || t("disclosure.nothing")}</p>
              </section>
            ))
          )}
        </div>
      ) : null}
    </>
  );
}

function Edit({ disclosure }: { disclosure: Values }) {
  const { t } = useTranslation("directory");
  const { message } = App.useApp();
  const act = useAct(SetDisclosureDocument);
  const { organisation, duties, procedure, supervision, hours, address, phone } = disclosure;
  const rules = [{ required: true, whitespace: true, message: t("needed") }];
  return (
    <ActForm<Values & Record<string, unknown>>
      draftKey="disclosure"
      initialValues={{ organisation, duties, procedure, supervision, hours, address, phone }}
      submitText={t("disclosure.save")}
      onSubmit={async (values) => {
        const done = await act.run(values);
        if (done.ok) void message.success(t("disclosure.saved"));
        return done;
      }}
    >
      <div className="xx-dir-form">
        {long.map((name) => (
          <Form.Item
            key={name}
            className="xx-dir-wide"
            name={name}
            label={t(`disclosure.${name}`)}
            extra={t(`disclosure.${name}Hint`)}
            rules={rules}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} maxLength={4000} />
          </Form.Item>
        ))}
        {short.map((name) => (
          <Form.Item
            key={name}
            className={name === "hours" ? "xx-dir-wide" : ""}
            name={name}
            label={t(`disclosure.${name}`)}
            rules={rules}
          >
            {name === "hours" ? (
              <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={most[name]} />
            ) : (
              <Input maxLength={most[name]} />
            )}
          </Form.Item>
        ))}
      </div>
    </ActForm>
  );
}
