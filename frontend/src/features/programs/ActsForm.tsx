import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import type { ProgramSheetFragment as Sheet } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { SetProgramActsDocument } from "./documents";

interface Values extends Record<string, unknown> {
  acts: { title?: string; performers?: string; minutes?: number; award?: string; groupId?: string }[];
}

/** The acts of a show in their order (C2). */
export function ActsForm({ sheet, onClose, onDone }: { sheet: Sheet; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation("programs");
  const act = useAct(SetProgramActsDocument);
  const needed = { required: true, message: t("needed") };
  return (
    <ActModal<Values>
      open
      width={760}
      title={t("acts.edit")}
      onClose={onClose}
      onDone={onDone}
      onReload={onDone}
      draftKey={`program.acts.${sheet.id}`}
      submitText={t("form.save")}
      initialValues={{
        acts: sheet.acts.map(({ title, performers, minutes, award, group }) => ({
          title,
          performers,
          minutes,
          award,
          ...(group ? { groupId: group.id } : {}),
        })),
      }}
      onSubmit={({ acts = [] }) =>
        act.run({
          programId: sheet.id,
          version: sheet.version,
          acts: acts.map(({ title = "", performers = "", minutes = 0, award = "", groupId }) => ({
            title,
            performers,
            minutes,
            award,
            ...(groupId ? { groupId } : {}),
          })),
        })
      }
    >
      <Form.List name="acts">
        {(fields, list) => (
          <fieldset className="xx-program-sessions">
            <legend>{t("acts.title")}</legend>
            {fields.map(({ key, name }) => (
              <div key={key} className="xx-program-act">
                <Form.Item name={[name, "title"]} label={t("acts.name", { number: name + 1 })} rules={[needed]}>
                  <Input maxLength={100} />
                </Form.Item>
                <Form.Item name={[name, "performers"]} label={t("acts.performers")}>
                  <Input maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, "minutes"]} label={t("acts.minutes")} rules={[needed]}>
                  <InputNumber min={1} max={600} precision={0} />
                </Form.Item>
                <Form.Item name={[name, "award"]} label={t("field.award")}>
                  <Input maxLength={60} />
                </Form.Item>
                <span>
                  <Button
                    type="text"
                    disabled={name === 0}
                    icon={<ArrowUpOutlined aria-hidden />}
                    aria-label={t("acts.up", { number: name + 1 })}
                    onClick={() => list.move(name, name - 1)}
                  />
                  <Button
                    type="text"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={t("acts.remove", { number: name + 1 })}
                    onClick={() => list.remove(name)}
                  />
                </span>
              </div>
            ))}
            <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => list.add({ minutes: 5 })}>
              {t("acts.add")}
            </Button>
          </fieldset>
        )}
      </Form.List>
    </ActModal>
  );
}
