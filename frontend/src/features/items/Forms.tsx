import { DownloadOutlined, UploadOutlined } from "@ant-design/icons";
import { App, Button, Form, Input, Popconfirm, Progress } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { DateTimeText } from "@/components/DateText";
import { RefusalNote } from "@/components/RefusalNote";
import { accepted, sayBytes, titleOf } from "@/components/upload";
import { useSend } from "@/components/useSend";
import type { ItemSheetFragment as ItemSheet } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { useLanguage } from "@/i18n/language";
import { TakeDownFormDocument } from "./documents";

/** Blank forms of an item that anybody may download, published and taken down by who edits the catalogue (Q5). */
export function Forms(props: {
  item: ItemSheet;
  /** Whether the viewer edits the catalogue, and whether this version takes forms: issued here, not retired. */
  may: boolean;
  open: boolean;
  onChanged: () => void;
}) {
  const { item, may, onChanged } = props;
  const { t } = useTranslation("items");
  const { message } = App.useApp();
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const removing = useAct(TakeDownFormDocument);
  const takeDown = async (fileId: string, title: string) => {
    if (!(await removing.run({ fileId })).ok) return;
    message.success(t("forms.gone", { title }));
    onChanged();
  };
  return (
    <>
      {removing.refusal ? <RefusalNote refusal={removing.refusal} /> : null}
      {item.forms.length === 0 ? (
        <p className="xx-items-sub">{t("forms.none")}</p>
      ) : (
        <ul className="xx-item-forms">
          {item.forms.map((form) => (
            <li key={form.id}>
              <span>
                {form.path ? (
                  <a href={form.path} download={form.name}>
                    <DownloadOutlined aria-hidden /> {form.title}
                  </a>
                ) : (
                  form.title
                )}
                <span className="xx-items-sub">
                  {form.format} · {sayBytes(form.size, language)} · {form.publishedBy.name} ·{" "}
                  <DateTimeText at={form.publishedAt} near />
                  {form.path ? null : <> · {t("forms.unreachable")}</>}
                </span>
              </span>
              {may ? (
                <Popconfirm
                  title={t("forms.sure")}
                  okText={t("forms.remove")}
                  cancelText={t("common:act.cancel")}
                  okButtonProps={{ danger: true }}
                  onConfirm={() => void takeDown(form.id, form.title)}
                >
                  <Button size="small" danger aria-label={t("forms.removeOne", { title: form.title })}>
                    {t("forms.remove")}
                  </Button>
                </Popconfirm>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {may && props.open ? (
        <div className="xx-item-forms-add xx-no-print">
          <input
            ref={input}
            type="file"
            accept={accepted.form}
            hidden
            aria-label={t("forms.add")}
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              event.target.value = "";
            }}
          />
          <Button size="small" icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>
            {t("forms.add")}
          </Button>
          <span className="xx-items-sub">{t("forms.hint")}</span>
        </div>
      ) : null}
      <PublishForm
        item={item}
        file={file}
        onClose={() => setFile(null)}
        onDone={(title) => {
          message.success(t("forms.done", { title }));
          onChanged();
        }}
      />
    </>
  );
}

function PublishForm(props: {
  item: ItemSheet;
  file: File | null;
  onClose: () => void;
  onDone: (title: string) => void;
}) {
  const { t } = useTranslation("items");
  const language = useLanguage();
  const sending = useSend();
  const { file, item } = props;
  const published = useRef("");
  const named = file ? `${item.id}.${file.name}.${file.size}` : "";
  return (
    <ActModal<{ title: string }>
      key={named}
      open={file !== null}
      title={t("forms.new", { name: item.name })}
      onClose={props.onClose}
      draftKey={`form.${named}`}
      initialValues={{ title: file ? titleOf(file.name) : "" }}
      submitText={t("forms.do")}
      onSubmit={async (values) => {
        published.current = values.title;
        if (!file) return { ok: true, data: null };
        return sending.send({ itemId: item.id, title: values.title }, file);
      }}
      onDone={() => props.onDone(published.current)}
    >
      <p className="xx-items-hint">
        {t("forms.file")} <strong>{file?.name}</strong> · {sayBytes(file?.size ?? 0, language)}
      </p>
      <Form.Item
        name="title"
        label={t("forms.name")}
        extra={t("forms.nameHint")}
        rules={[{ required: true, whitespace: true, message: t("needed") }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      {sending.part === null ? null : (
        <Progress percent={Math.round(sending.part * 100)} size="small" aria-label={t("forms.progress")} />
      )}
    </ActModal>
  );
}
