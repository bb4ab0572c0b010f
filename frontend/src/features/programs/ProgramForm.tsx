import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Checkbox, Form, Input, InputNumber, Select } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ActModal } from "@/components/ActForm";
import type { ProgramKind, ProgramSheetFragment as Sheet } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { useZone } from "@/office/viewer";
import { fromLocalInput, toLocalInput } from "@/office/zone";
import { EditProgramDocument, PlanProgramDocument, ProgramGroupsDocument } from "./documents";

export const programKinds: readonly ProgramKind[] = [
  "TRAINING",
  "POLICY_TALK",
  "ROLE_MODEL",
  "CONTEST",
  "SHOW",
  "LECTURE",
  "VOLUNTEER",
  "OTHER",
];

interface Session {
  sessionId?: string;
  from?: string;
  until?: string;
  place?: string;
}

interface Values extends Record<string, unknown> {
  kind: ProgramKind;
  title: string;
  about?: string;
  place: string;
  groupId?: string;
  capacity: number;
  publicEnrol: boolean;
  enrolUntil?: string;
  sessions: Session[];
}

/** Plans a program, or changes one that is there (E5, C2). */
export function ProgramForm(props: { open: boolean; sheet?: Sheet; onClose: () => void; onDone?: () => void }) {
  const { t } = useTranslation("programs");
  const { sheet } = props;
  const zone = useZone();
  const navigate = useNavigate();
  const plan = useAct(PlanProgramDocument);
  const edit = useAct(EditProgramDocument);
  const groups = useQuery(ProgramGroupsDocument, { skip: !props.open });
  const made = useRef("");
  const needed = { required: true, message: t("needed") };

  const send = async (values: Values) => {
    const { groupId, enrolUntil, ...rest } = values;
    const closes = enrolUntil ? fromLocalInput(enrolUntil, zone) : null;
    const program = {
      ...rest,
      about: values.about ?? "",
      ...(groupId ? { groupId } : {}),
      ...(closes ? { enrolUntil: closes } : {}),
      sessions: values.sessions.map(({ sessionId, from = "", until = "", place = "" }) => ({
        ...(sessionId ? { sessionId } : {}),
        from: fromLocalInput(from, zone) ?? "",
        until: fromLocalInput(until, zone) ?? "",
        place,
      })),
    };
    if (sheet) return edit.run({ programId: sheet.id, version: sheet.version, program });
    const done = await plan.run({ program });
    if (done.ok) made.current = done.data.planProgram.program.id;
    return done;
  };

  const initial: Partial<Values> = sheet
    ? {
        kind: sheet.kind,
        title: sheet.title,
        about: sheet.about,
        place: sheet.place,
        capacity: sheet.capacity,
        publicEnrol: sheet.publicEnrol,
        enrolUntil: toLocalInput(sheet.enrolUntil, zone),
        ...(sheet.group ? { groupId: sheet.group.id } : {}),
        sessions: sheet.sessions.map((one) => ({
          sessionId: one.id,
          from: toLocalInput(one.from, zone),
          until: toLocalInput(one.until, zone),
          place: one.place,
        })),
      }
    : { kind: "TRAINING", capacity: 30, publicEnrol: true, sessions: [{}] };

  return (
    <ActModal<Values>
      open={props.open}
      width={720}
      title={t(sheet ? "form.edit" : "form.plan")}
      onClose={props.onClose}
      draftKey={sheet ? `program.${sheet.id}` : "program"}
      initialValues={initial}
      submitText={t(sheet ? "form.save" : "form.plan")}
      onSubmit={send}
      onDone={() => {
        props.onDone?.();
        // After the dialog has closed, which also changes the address.
        if (made.current) void navigate(`/programs/${made.current}`);
      }}
      {...(props.onDone ? { onReload: props.onDone } : {})}
    >
      <div className="xx-program-pair">
        <Form.Item name="kind" label={t("field.kind")} rules={[needed]}>
          <Select options={programKinds.map((value) => ({ value, label: t(`enums:ProgramKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="capacity" label={t("field.capacity")} rules={[needed]}>
          <InputNumber min={1} max={2000} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="title" label={t("field.title")} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <div className="xx-program-pair">
        <Form.Item name="place" label={t("field.place")} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="groupId" label={t("field.group")}>
          <Select allowClear options={(groups.data?.groups ?? []).map((one) => ({ value: one.id, label: one.name }))} />
        </Form.Item>
      </div>
      <Form.List name="sessions">
        {(fields, list) => (
          <fieldset className="xx-program-sessions">
            <legend>{t("field.sessions")}</legend>
            {fields.map(({ key, name }) => (
              <div key={key} className="xx-program-session">
                <Form.Item name={[name, "from"]} label={t("field.from")} rules={[needed]}>
                  <Input type="datetime-local" />
                </Form.Item>
                <Form.Item name={[name, "until"]} label={t("field.until")} rules={[needed]}>
                  <Input type="datetime-local" />
                </Form.Item>
                <Form.Item name={[name, "place"]} label={t("field.sessionPlace")}>
                  <Input maxLength={100} />
                </Form.Item>
                {fields.length > 1 ? (
                  <Button
                    type="text"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={t("form.removeSession", { number: name + 1 })}
                    onClick={() => list.remove(name)}
                  />
                ) : null}
              </div>
            ))}
            <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => list.add({})}>
              {t("form.addSession")}
            </Button>
          </fieldset>
        )}
      </Form.List>
      <Form.Item name="enrolUntil" label={t("field.enrolUntil")} extra={t("field.enrolUntilHint")}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="publicEnrol" valuePropName="checked">
        <Checkbox>{t("field.publicEnrol")}</Checkbox>
      </Form.Item>
      <Form.Item name="about" label={t("field.about")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </ActModal>
  );
}
