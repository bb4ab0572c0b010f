import { Form, Input, Modal } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActResult } from "@/graphql/useAct";
import { ActModal } from "./ActForm";

/** Shows a masked number for a reason, which is in the journal before the number is shown. */
export function RevealPhone(props: {
  name: string;
  draftKey: string;
  reveal: (reason: string) => Promise<ActResult<string>>;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const [value, setValue] = useState<string | null>(null);
  const shown = useRef(false);
  if (value !== null)
    return (
      <Modal open title={props.name} footer={null} onCancel={props.onClose}>
        <p className="xx-reveal">{value}</p>
      </Modal>
    );
  return (
    <ActModal<{ reason: string }>
      open
      title={t("reveal.title", { name: props.name })}
      onClose={() => {
        // The dialog closes itself when the act succeeded; then the number takes its place.
        if (!shown.current) props.onClose();
      }}
      onDone={props.onDone}
      draftKey={props.draftKey}
      submitText={t("reveal.show")}
      onSubmit={async ({ reason }) => {
        const done = await props.reveal(reason);
        if (done.ok) {
          shown.current = true;
          setValue(done.data);
        }
        return done;
      }}
    >
      <p className="xx-act-hint">{t("reveal.hint")}</p>
      <Form.Item
        name="reason"
        label={t("reveal.reason")}
        rules={[{ required: true, whitespace: true, message: t("reveal.needed") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </ActModal>
  );
}
