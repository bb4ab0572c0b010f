import { Checkbox, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { ResidentFind } from "@/components/ResidentFind";
import type { GroupKind, GroupSheetFragment as Sheet } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { useZone } from "@/office/viewer";
import { fromLocalInput, toLocalInput } from "@/office/zone";
import {
  DissolveGroupDocument,
  LeaveGroupDocument,
  NoteRehearsalDocument,
  SaveGroupDocument,
  SaveMemberDocument,
  SetRehearsalDocument,
} from "./documents";

const kinds: readonly GroupKind[] = [
  "TROUPE",
  "DANCE",
  "CHOIR",
  "MUSIC",
  "OPERA",
  "SPORTS",
  "CALLIGRAPHY",
  "VOLUNTEERS",
  "OTHERS",
];

export type Member = Sheet["members"][number];
export type Rehearsal = Sheet["rehearsals"][number];

interface Closing {
  onClose: () => void;
  onDone: () => void;
}

/** Founds a group, or changes what is said of one. */
export function GroupForm({ sheet, onClose, onDone }: { sheet?: Sheet } & Closing) {
  const { t } = useTranslation("groups");
  const act = useAct(SaveGroupDocument);
  return (
    <ActModal<{ name: string; kind: GroupKind; about?: string; foundedOn?: string }>
      open
      title={t(sheet ? "edit" : "found")}
      onClose={onClose}
      onDone={onDone}
      onReload={onDone}
      draftKey={sheet ? `group.${sheet.id}` : "group"}
      submitText={t(sheet ? "save" : "found")}
      initialValues={
        sheet
          ? { name: sheet.name, kind: sheet.kind, about: sheet.about, foundedOn: sheet.foundedOn ?? "" }
          : { kind: "TROUPE" }
      }
      onSubmit={({ name, kind, about = "", foundedOn }) =>
        act.run({
          ...(sheet ? { groupId: sheet.id, version: sheet.version } : { version: 0 }),
          name,
          kind,
          about,
          ...(foundedOn ? { foundedOn } : {}),
        })
      }
    >
      <Form.Item name="name" label={t("field.name")} rules={[{ required: true, message: t("needed") }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={t("field.kind")} rules={[{ required: true }]}>
        <Select options={kinds.map((value) => ({ value, label: t(`enums:GroupKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="foundedOn" label={t("founded")}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="about" label={t("field.about")}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </ActModal>
  );
}

export function DissolveForm({ sheet, onClose, onDone }: { sheet: Sheet } & Closing) {
  const { t } = useTranslation("groups");
  const act = useAct(DissolveGroupDocument);
  return (
    <ActModal<{ reason: string }>
      open
      danger
      title={t("dissolve")}
      onClose={onClose}
      onDone={onDone}
      onReload={onDone}
      draftKey={`group.dissolve.${sheet.id}`}
      submitText={t("dissolve")}
      onSubmit={({ reason }) => act.run({ groupId: sheet.id, version: sheet.version, reason })}
    >
      <Form.Item name="reason" label={t("field.reason")} rules={[{ required: true, message: t("needed") }]}>
        <Input maxLength={200} />
      </Form.Item>
    </ActModal>
  );
}

/** Takes somebody in, or changes a member's role and number. */
export function MemberForm({ sheet, member, onClose, onDone }: { sheet: Sheet; member?: Member } & Closing) {
  const { t } = useTranslation("groups");
  const act = useAct(SaveMemberDocument);
  const [resident, setResident] = useState<{ id: string; name: string } | null>(null);
  return (
    <ActModal<{ name?: string; role?: string; phone?: string; leads: boolean; joinedOn?: string }>
      open
      title={t(member ? "member.edit" : "member.add")}
      onClose={onClose}
      onDone={onDone}
      draftKey={`member.${member?.id ?? sheet.id}`}
      submitText={t("save")}
      initialValues={
        member
          ? { name: member.name, role: member.role, leads: member.leads, joinedOn: member.joinedOn }
          : { leads: false }
      }
      onSubmit={({ name = "", role = "", phone, leads, joinedOn }) =>
        act.run({
          groupId: sheet.id,
          ...(member ? { memberId: member.id } : {}),
          ...(resident ? { residentId: resident.id } : {}),
          name,
          role,
          leads,
          ...(phone ? { phone } : {}),
          ...(joinedOn ? { joinedOn } : {}),
        })
      }
    >
      {member ? null : <ResidentFind value={resident} onChange={setResident} />}
      {resident ? null : (
        <Form.Item name="name" label={t("field.person")} rules={[{ required: true, message: t("needed") }]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="role" label={t("field.role")}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t("field.phone")}
        {...(member?.phone ? { extra: t("field.phoneKept", { phone: member.phone }) } : {})}
      >
        <Input maxLength={30} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="joinedOn" label={t("field.joinedOn")}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="leads" valuePropName="checked">
        <Checkbox>{t("field.leads")}</Checkbox>
      </Form.Item>
    </ActModal>
  );
}

export function LeaveForm({ member, onClose, onDone }: { member: Member } & Closing) {
  const { t } = useTranslation("groups");
  const act = useAct(LeaveGroupDocument);
  return (
    <ActModal<{ leftOn?: string }>
      open
      danger
      title={t("member.leaveTitle", { name: member.name })}
      onClose={onClose}
      onDone={onDone}
      draftKey={`member.leave.${member.id}`}
      submitText={t("member.leave")}
      onSubmit={({ leftOn }) => act.run({ memberId: member.id, ...(leftOn ? { leftOn } : {}) })}
    >
      <Form.Item name="leftOn" label={t("field.leftOn")} extra={t("field.todayHint")}>
        <Input type="date" />
      </Form.Item>
    </ActModal>
  );
}

export function RehearsalForm({
  sheet,
  rehearsal,
  onClose,
  onDone,
}: { sheet: Sheet; rehearsal?: Rehearsal } & Closing) {
  const { t } = useTranslation("groups");
  const zone = useZone();
  const act = useAct(SetRehearsalDocument);
  const needed = { required: true, message: t("needed") };
  return (
    <ActModal<{ from: string; until: string; place: string }>
      open
      title={t(rehearsal ? "rehearsal.move" : "rehearsal.add")}
      onClose={onClose}
      onDone={onDone}
      draftKey={`rehearsal.${rehearsal?.id ?? sheet.id}`}
      submitText={t("save")}
      initialValues={
        rehearsal
          ? {
              from: toLocalInput(rehearsal.from, zone),
              until: toLocalInput(rehearsal.until, zone),
              place: rehearsal.place,
            }
          : {}
      }
      onSubmit={({ from, until, place }) =>
        act.run({
          groupId: sheet.id,
          ...(rehearsal ? { rehearsalId: rehearsal.id } : {}),
          from: fromLocalInput(from, zone) ?? "",
          until: fromLocalInput(until, zone) ?? "",
          place,
        })
      }
    >
      <Form.Item name="from" label={t("field.from")} rules={[needed]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="until" label={t("field.until")} rules={[needed]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="place" label={t("field.place")} rules={[needed]}>
        <Input maxLength={100} />
      </Form.Item>
    </ActModal>
  );
}

/** Who came to a rehearsal, and what was done. */
export function NoteForm({ sheet, rehearsal, onClose, onDone }: { sheet: Sheet; rehearsal: Rehearsal } & Closing) {
  const { t } = useTranslation("groups");
  const act = useAct(NoteRehearsalDocument);
  return (
    <ActModal<{ present?: string[]; note?: string }>
      open
      title={t("rehearsal.note")}
      onClose={onClose}
      onDone={onDone}
      draftKey={`rehearsal.note.${rehearsal.id}`}
      submitText={t("save")}
      initialValues={{ present: rehearsal.present, note: rehearsal.note }}
      onSubmit={({ present = [], note = "" }) => act.run({ rehearsalId: rehearsal.id, present, note })}
    >
      <Form.Item name="present" label={t("rehearsal.present")}>
        <Checkbox.Group
          className="xx-present"
          options={sheet.members.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t("field.note")}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </ActModal>
  );
}
