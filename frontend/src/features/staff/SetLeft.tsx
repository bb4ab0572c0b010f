import { App, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { useAct } from "@/graphql/useAct";
import { SetLeftDocument } from "./documents";

/** Records that a person left the office; the open cases follow by rule, and how many did is told (B2). */
export function SetLeft(props: {
  person: { id: string; name: string } | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation("staff");
  const { notification } = App.useApp();
  const act = useAct(SetLeftDocument);
  const { person } = props;
  return (
    <ActModal<{ reason: string }>
      key={person?.id ?? ""}
      open={person !== null}
      title={t("left.title", { name: person?.name ?? "" })}
      onClose={props.onClose}
      draftKey={`left.${person?.id ?? ""}`}
      submitText={t("left.submit")}
      onSubmit={async (values) => {
        const done = await act.run({ staffId: person?.id ?? "", left: true, ...values });
        if (done.ok)
          notification.success({
            title: t("left.done", { name: person?.name ?? "" }),
            description: t("left.moved", { count: done.data.setLeft.movedCases }),
            duration: 8,
          });
        return done;
      }}
      onDone={props.onDone}
    >
      <p className="xx-staff-hint">{t("left.hint")}</p>
      <Form.Item
        name="reason"
        label={t("left.reason")}
        rules={[{ required: true, whitespace: true, message: t("left.needed") }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={200}
          autoFocus
          placeholder={t("left.placeholder")}
        />
      </Form.Item>
    </ActModal>
  );
}
