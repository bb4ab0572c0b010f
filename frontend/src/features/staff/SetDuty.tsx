import { App, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import type { DutyState } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { SetDutyDocument } from "./documents";

const states: readonly DutyState[] = ["ON_DUTY", "AWAY", "SUSPENDED"];

/** Puts a person on duty, away or suspended; the open cases follow by rule, and how many did is told (B2, B7, A7). */
export function SetDuty(props: {
  person: { id: string; name: string; duty: DutyState } | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation("staff");
  const { notification } = App.useApp();
  const act = useAct(SetDutyDocument);
  const { person } = props;
  return (
    <ActModal<{ duty: DutyState; reason: string }>
      key={person?.id ?? ""}
      open={person !== null}
      title={t("duty.title", { name: person?.name ?? "" })}
      onClose={props.onClose}
      draftKey={`duty.${person?.id ?? ""}`}
      initialValues={{ duty: person?.duty === "ON_DUTY" ? "AWAY" : "ON_DUTY" }}
      submitText={t("duty.submit")}
      onSubmit={async (values) => {
        const done = await act.run({ staffId: person?.id ?? "", ...values });
        if (done.ok)
          notification.success({
            title: t("duty.done", { name: person?.name ?? "", duty: t(`enums:DutyState.${values.duty}`) }),
            description: t("duty.moved", { count: done.data.setDuty.movedCases }),
            duration: 8,
          });
        return done;
      }}
      onDone={props.onDone}
    >
      <p className="xx-staff-hint">{t("duty.hint")}</p>
      <Form.Item name="duty" label={t("duty.state")} rules={[{ required: true }]}>
        <Radio.Group options={states.map((value) => ({ value, label: t(`enums:DutyState.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t("duty.reason")}
        rules={[{ required: true, whitespace: true, message: t("duty.needed") }]}
      >
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={200}
          autoFocus
          placeholder={t("duty.placeholder")}
        />
      </Form.Item>
    </ActModal>
  );
}
