import { EditOutlined, MinusCircleOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ActForm, ActModal } from "@/components/ActForm";
import { DateTimeText } from "@/components/DateText";
import type { ThingKind } from "@/graphql/gen/graphql";
import { type ActResult, useAct } from "@/graphql/useAct";
import { useViewer } from "@/office/viewer";
import { AcceptListDocument, WriteListDocument } from "./documents";
import { besideNote, type Sheet } from "./sheet";

type List = Sheet["lists"][number];

/** Whether a planned absence wants a note on a case that is due at the instant (B4). */
const inside = (of: Sheet, dueAt: string) =>
  of.kind === "PLANNED" && of.until != null && Date.parse(dueAt) < Date.parse(of.until);

/** One hand-over list (离岗交接单): what it says, and the forms to write and to accept it (B4, B5). */
export function HandOverList({ of, list, onReload }: { of: Sheet; list: List; onReload: () => void }) {
  const { t } = useTranslation("absences");
  const viewer = useViewer();
  const [writing, setWriting] = useState(false);
  const [accepting, setAccepting] = useState(false);
  const mayWrite = of.allowedActs.includes("WRITE_LIST") && !list.acceptedAt;
  const mayAccept =
    of.allowedActs.includes("ACCEPT_LIST") && list.to.id === viewer.staff.id && list.writtenAt && !list.acceptedAt;
  const lines = list.writtenAt ? list.lines : list.linesNow;
  const titleId = `xx-list-${list.id}`;
  return (
    <article className="xx-card xx-card-pad xx-list" aria-labelledby={titleId}>
      <div className="xx-list-head">
        <h3 id={titleId}>
          {list.post?.name ?? t("sheet.loose")}
          <span className="xx-staff-note">{t("sheet.fromTo", { from: list.from.name, to: list.to.name })}</span>
        </h3>
        <span className="xx-list-state">
          {list.writtenAt ? (
            <span className="xx-tag" data-tone="calm">
              {t("sheet.written")} <DateTimeText at={list.writtenAt} near />
            </span>
          ) : (
            <span className="xx-tag" data-tone="soon">
              {t("sheet.notWritten")}
            </span>
          )}
          {list.acceptedAt ? (
            <span className="xx-tag" data-tone="calm">
              {t("sheet.accepted")} <DateTimeText at={list.acceptedAt} near />
            </span>
          ) : list.writtenAt ? (
            <span className="xx-tag" data-tone="soon">
              {t("sheet.notAccepted")}
            </span>
          ) : null}
        </span>
      </div>
      {writing ? (
        <WriteForm of={of} list={list} onReload={onReload} onClose={() => setWriting(false)} />
      ) : (
        <>
          <h4>{t("sheet.cases")}</h4>
          {lines.length === 0 ? (
            <p className="xx-staff-note">{t("sheet.noCases")}</p>
          ) : (
            <table className="xx-list-lines">
              <thead>
                <tr>
                  <th scope="col">{t("sheet.receipt")}</th>
                  <th scope="col">{t("sheet.due")}</th>
                  <th scope="col">{t("sheet.note")}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.caseId}>
                    <th scope="row">
                      <Link to={`/cases/${line.receiptNo}`}>{line.receiptNo}</Link>
                    </th>
                    <td>
                      <DateTimeText at={line.dueAt} near />{" "}
                      {inside(of, line.dueAt) ? (
                        <span className="xx-tag" data-tone="soon">
                          {t("sheet.dueInside")}
                        </span>
                      ) : null}
                    </td>
                    <td className="xx-line-note">{line.note || t("sheet.noNote")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <h4>{t("sheet.things")}</h4>
          {list.things.length === 0 ? (
            <p className="xx-staff-note">{t("sheet.noThings")}</p>
          ) : (
            <table className="xx-list-lines">
              <thead>
                <tr>
                  <th scope="col">{t("sheet.thing")}</th>
                  <th scope="col">{t("sheet.thingKind")}</th>
                  <th scope="col">{t("sheet.thingNote")}</th>
                </tr>
              </thead>
              <tbody>
                {list.things.map((thing) => (
                  <tr key={`${thing.kind}${thing.name}${thing.note}`}>
                    <th scope="row">{thing.name}</th>
                    <td>{t(`enums:ThingKind.${thing.kind}`)}</td>
                    <td className="xx-line-note">{thing.note || t("sheet.noNote")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {list.note ? (
            <>
              <h4>{t("sheet.general")}</h4>
              <p className="xx-line-note">{list.note}</p>
            </>
          ) : null}
          <div className="xx-list-acts">
            {mayWrite ? (
              <Button
                type={list.writtenAt ? "default" : "primary"}
                icon={<EditOutlined aria-hidden />}
                onClick={() => setWriting(true)}
              >
                {t(list.writtenAt ? "write.again" : "write.title")}
              </Button>
            ) : null}
            {mayAccept ? (
              <Button type="primary" aria-haspopup="dialog" onClick={() => setAccepting(true)}>
                {t("act.accept")}
              </Button>
            ) : null}
          </div>
        </>
      )}
      <AcceptDialog of={of} list={list} open={accepting} onClose={() => setAccepting(false)} onReload={onReload} />
    </article>
  );
}

interface Written extends Record<string, unknown> {
  note?: string;
  notes?: { caseId: string; note?: string }[];
  things?: { kind: ThingKind; name: string; note?: string }[];
}

const kinds: readonly ThingKind[] = ["KEY", "SEAL", "PAPER", "OTHER"];

function WriteForm(props: { of: Sheet; list: List; onReload: () => void; onClose: () => void }) {
  const { t } = useTranslation("absences");
  const { of, list } = props;
  const act = useAct(WriteListDocument);
  const said = new Map(list.lines.map((line) => [line.caseId, line.note]));
  const lines = list.linesNow;
  const send = async (values: Written): Promise<ActResult<unknown>> => {
    const done = await act.run({
      absenceId: of.id,
      version: of.version,
      listId: list.id,
      note: values.note ?? "",
      // By the cases as they stand now, not as they stood when a draft was kept.
      notes: lines
        .map((line, at) => ({ caseId: line.caseId, note: values.notes?.[at]?.note ?? "" }))
        .filter((one) => one.note.trim() !== ""),
      things: (values.things ?? []).map((thing) => ({ ...thing, note: thing.note ?? "" })),
    });
    if (done.ok) return done;
    const refusal = besideNote(done.refusal, lines);
    if (!refusal.field && done.refusal.field) props.onReload();
    return { ok: false, refusal };
  };
  return (
    <ActForm<Written>
      key={lines.map((line) => line.caseId).join()}
      draftKey={`list.${list.id}.${lines.length}`}
      initialValues={{
        note: list.note,
        notes: lines.map((line) => ({ caseId: line.caseId, note: said.get(line.caseId) ?? "" })),
        things: list.things.map(({ kind, name, note }) => ({ kind, name, note })),
      }}
      submitText={t("write.submit", { name: list.to.name })}
      onSubmit={send}
      onDone={() => {
        props.onClose();
        props.onReload();
      }}
      onCancel={props.onClose}
      onReload={props.onReload}
    >
      <h4>{t("sheet.cases")}</h4>
      {lines.length === 0 ? <p className="xx-staff-note">{t("sheet.noCases")}</p> : null}
      {lines.map((line, at) => {
        const needed = inside(of, line.dueAt);
        return (
          <Form.Item
            key={line.caseId}
            name={["notes", at, "note"]}
            label={
              <span>
                {t("write.caseNote", { receiptNo: line.receiptNo })}{" "}
                <span className="xx-staff-note">
                  {t("sheet.due")} <DateTimeText at={line.dueAt} near />
                </span>{" "}
                {needed ? (
                  <span className="xx-tag" data-tone="soon">
                    {t("sheet.dueInside")}
                  </span>
                ) : null}
              </span>
            }
            rules={needed ? [{ required: true, whitespace: true, message: t("write.caseNeeded") }] : []}
          >
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} autoFocus={at === 0} />
          </Form.Item>
        );
      })}
      <h4>{t("write.things")}</h4>
      <Form.List name="things">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, at) => (
              <div className="xx-thing-row" key={field.key}>
                <Form.Item name={[field.name, "kind"]} label={t("write.thingKind")} rules={[{ required: true }]}>
                  <Select options={kinds.map((value) => ({ value, label: t(`enums:ThingKind.${value}`) }))} />
                </Form.Item>
                <Form.Item
                  name={[field.name, "name"]}
                  label={t("write.thingName")}
                  rules={[{ required: true, whitespace: true, message: t("write.thingNeeded") }]}
                >
                  <Input maxLength={300} />
                </Form.Item>
                <Form.Item name={[field.name, "note"]} label={t("write.thingNote")}>
                  <Input maxLength={300} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<MinusCircleOutlined aria-hidden />}
                  aria-label={t("write.remove", { n: at + 1 })}
                  onClick={() => remove(field.name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ kind: "KEY", name: "", note: "" })}>
              {t("write.add")}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item
        className="xx-list-note"
        name="note"
        label={t("write.note")}
        extra={t("write.noteHint")}
        rules={of.kind === "EMERGENCY" ? [{ required: true, whitespace: true, message: t("write.noteNeeded") }] : []}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} autoFocus={lines.length === 0} />
      </Form.Item>
    </ActForm>
  );
}

function AcceptDialog(props: { of: Sheet; list: List; open: boolean; onClose: () => void; onReload: () => void }) {
  const { t } = useTranslation("absences");
  const { of, list } = props;
  const act = useAct(AcceptListDocument);
  return (
    <ActModal<Record<string, never>>
      open={props.open}
      title={t("act.acceptTitle", { name: list.from.name })}
      onClose={props.onClose}
      draftKey={`accept.${list.id}`}
      submitText={t("act.accept")}
      onReload={props.onReload}
      onSubmit={() => act.run({ absenceId: of.id, version: of.version, listId: list.id })}
      onDone={props.onReload}
    >
      <p className="xx-act-hint">{t("act.acceptHint")}</p>
    </ActModal>
  );
}
