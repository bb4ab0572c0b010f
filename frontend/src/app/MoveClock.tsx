import { useApolloClient } from "@apollo/client/react";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { useAct } from "@/graphql/useAct";
import { officeNow } from "@/office/clock";
import { useZone } from "@/office/viewer";
import { fromLocalInput, toLocalInput } from "@/office/zone";
import { MoveClockDocument, OfficeTimeDocument } from "./documents";

/** Moves the rehearsal clock forward, for training; demo databases and administrators only. */
export function MoveClock({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("shell");
  const client = useApolloClient();
  const zone = useZone();
  const act = useAct(MoveClockDocument);
  return (
    <ActModal<{ to: string }>
      open={open}
      title={t("clock.title")}
      onClose={onClose}
      draftKey="clock"
      initialValues={{ to: toLocalInput(officeNow() + 3_600_000, zone) }}
      submitText={t("clock.submit")}
      onSubmit={({ to }) => act.run({ to: fromLocalInput(to, zone) ?? to })}
      onDone={() => void client.refetchQueries({ include: [OfficeTimeDocument] })}
    >
      <p className="xx-field-hint">{t("clock.hint")}</p>
      <Form.Item name="to" label={t("clock.to")} rules={[{ required: true, message: t("clock.needed") }]}>
        <Input type="datetime-local" min={toLocalInput(officeNow(), zone)} />
      </Form.Item>
    </ActModal>
  );
}
