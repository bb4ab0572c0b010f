import { Button, Form, Input, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { DateText } from "@/components/DateText";
import { useAct } from "@/graphql/useAct";
import { useToday } from "@/office/useToday";
import { Block, type Sheet } from "./Block";
import { RecordParticipationDocument } from "./documents";

/** How many residents took part, never who (P6). */
export function Participations({ sheet, onReload }: { sheet: Sheet; onReload: () => void }) {
  const { t } = useTranslation("projects");
  const today = useToday();
  const [open, setOpen] = useState(false);
  const act = useAct(RecordParticipationDocument);
  const counts = sheet.stage !== "PROPOSED" && sheet.stage !== "DROPPED";
  return (
    <Block id="people" title={t("participation")} clause="P6">
      <p>{t("tookPart", { count: sheet.residents })}</p>
      <ul className="xx-lines">
        {sheet.participations.map((one) => (
          <li key={one.id}>
            <DateText date={one.date} short /> · {t("tookPart", { count: one.residents })} ·{" "}
            {t("minutes", { count: one.minutes })} {one.note}
          </li>
        ))}
      </ul>
      {counts ? (
        <Button onClick={() => setOpen(true)}>{t("record")}</Button>
      ) : (
        <p className="xx-soft">{t("recordLater")}</p>
      )}
      <ActModal<{ date: string; residents: number; minutes: number; note?: string }>
        open={open}
        title={t("record")}
        onClose={() => setOpen(false)}
        onDone={onReload}
        draftKey={`participation.${sheet.id}`}
        initialValues={{ date: today, minutes: 0 }}
        submitText={t("record")}
        onSubmit={(values) => act.run({ projectId: sheet.id, ...values })}
      >
        <p className="xx-act-hint">{t("recordHint")}</p>
        <div className="xx-two">
          <Form.Item name="date" label={t("date")} rules={[{ required: true, message: t("needed") }]}>
            <Input type="date" max={today} />
          </Form.Item>
          <Form.Item name="residents" label={t("residentsTook")} rules={[{ required: true, message: t("needed") }]}>
            <InputNumber min={1} max={10_000} precision={0} changeOnWheel={false} style={{ width: "100%" }} />
          </Form.Item>
          <Form.Item name="minutes" label={t("minutesTogether")}>
            <InputNumber min={0} max={1_000_000} precision={0} changeOnWheel={false} style={{ width: "100%" }} />
          </Form.Item>
        </div>
        <Form.Item name="note" label={t("note")}>
          <Input maxLength={200} />
        </Form.Item>
      </ActModal>
    </Block>
  );
}
