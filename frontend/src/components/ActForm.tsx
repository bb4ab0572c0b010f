import { Button, Form, type FormInstance, Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDraft } from "@/app/draft";
import { formPath, type Refusal, sayRefusal } from "@/graphql/refusal";
import type { ActResult } from "@/graphql/useAct";
import { RefusalNote } from "./RefusalNote";
import { ClauseTag } from "./tags";
import { useFormFocus } from "./useFormFocus";

export interface ActFormProps<V extends Record<string, unknown>> {
  /** The draft is kept under this key, e.g. `promise.${caseId}`. */
  draftKey: string;
  initialValues?: Partial<V>;
  /** Sends the act: `(values) => act.run({ caseId, version, ...values })`. */
  onSubmit: (values: V) => Promise<ActResult<unknown>>;
  onDone?: () => void;
  onCancel?: (() => void) | undefined;
  /** Reads the case again after a CONFLICT; the form keeps its values and the next try carries the new version. */
  onReload?: () => void;
  submitText: string;
  danger?: boolean;
  children: ReactNode | ((form: FormInstance<V>) => ReactNode);
}

/**
 * The form of one act: keeps a draft until the act succeeded, puts a refusal beside the field that it names or above the
 * form, and sends on Ctrl+Enter. Fields are antd `Form.Item`s named like the fields of the input.
 */
export function ActForm<V extends Record<string, unknown>>(props: ActFormProps<V>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<V>();
  const draft = useDraft<V>(props.draftKey);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  const send = async (values: V) => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      const done = await props.onSubmit(values);
      if (done.ok) {
        draft.clear();
        form.resetFields();
        props.onDone?.();
        return;
      }
      const field = formPath(done.refusal, form.getFieldsValue() as object);
      if (field) {
        const said = sayRefusal(done.refusal, t);
        const { clause } = done.refusal;
        const shown = clause ? (
          <span key="refused">
            {said} <ClauseTag clause={clause} />
          </span>
        ) : (
          said
        );
        // An error is text by its type, and drawn as whatever it is.
        form.setFields([{ name: field as never, errors: [shown as string] }]);
        form.focusField(field as never);
      } else {
        setRefusal(done.refusal);
      }
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<V>
      form={form}
      // Several forms on one page must not share the ids of their fields.
      name={props.draftKey.replace(/\W/g, "_")}
      layout="vertical"
      scrollToFirstError={{ focus: true }}
      initialValues={{ ...props.initialValues, ...draft.kept } as never}
      onValuesChange={(_, values) => draft.save(values)}
      onFinish={(values) => void send(values)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          form.submit();
        }
      }}
    >
      {refusal ? <RefusalNote refusal={refusal} onReload={props.onReload} /> : null}
      {typeof props.children === "function" ? props.children(form) : props.children}
      <div className="xx-form-foot">
        {props.onCancel ? <Button onClick={props.onCancel}>{t("act.cancel")}</Button> : null}
        <Button type="primary" htmlType="submit" loading={busy} danger={props.danger ?? false}>
          {props.submitText}
        </Button>
      </div>
    </Form>
  );
}

/** An ActForm in a dialog. What was typed stays as a draft when it is closed without sending. */
export function ActModal<V extends Record<string, unknown>>(
  props: ActFormProps<V> & { open: boolean; title: ReactNode; onClose: () => void; width?: number },
) {
  const { open, title, onClose, width, ...form } = props;
  const around = useFormFocus(open);
  return (
    <Modal open={open} title={title} onCancel={onClose} footer={null} width={width ?? 560} destroyOnHidden>
      <div ref={around}>
        <ActForm<V>
          {...form}
          onCancel={onClose}
          onDone={() => {
            onClose();
            form.onDone?.();
          }}
        />
      </div>
    </Modal>
  );
}
