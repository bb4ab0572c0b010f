import { useApolloClient, useQuery } from "@apollo/client/react";
import { App, Form, type FormInstance, Input, Radio, Select } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { AbsenceSpan } from "@/components/AbsenceSpan";
import { ActModal } from "@/components/ActForm";
import type { Refusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { officeNow } from "@/office/clock";
import { useViewer, useZone } from "@/office/viewer";
import { dayOf, fromLocalInput } from "@/office/zone";
import { AskAbsenceDocument, AwayPeopleDocument, OfficePeriodsDocument } from "./documents";
import { daysBetween, halfDaysOf, spanOf } from "./halfDays";

interface Values extends Record<string, unknown> {
  staffId: string;
  kind: "PLANNED" | "EMERGENCY";
  by: "DAYS" | "HOURS";
  fromDate?: string;
  fromHalf: "MORNING" | "AFTERNOON";
  untilDate?: string;
  untilHalf: "MORNING" | "AFTERNOON";
  from?: string;
  until?: string;
  untilOpen?: string;
  reason: string;
}

const choiceOf = (values: Values) => ({
  fromDate: values.fromDate ?? "",
  fromMorning: values.fromHalf === "MORNING",
  untilDate: values.untilDate ?? "",
  untilMorning: values.untilHalf === "MORNING",
});

/** What is wrong with a choice before it is sent: beside which field, in which words. */
const wrong = (field: string, word: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: { code: "LOCAL", clause: undefined, field, message: word, facts: {} },
});

/** Asks for an absence (B4), or begins an emergency at once (B5). */
export function AskAbsence({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("absences");
  const { notification } = App.useApp();
  const client = useApolloClient();
  const navigate = useNavigate();
  const viewer = useViewer();
  const zone = useZone();
  const act = useAct(AskAbsenceDocument);
  const mayName = viewer.mayEditStaff || viewer.roles.some((role) => role !== "CLERK");
  const today = dayOf(officeNow(), zone);
  const made = useRef("");

  const send = async (values: Values) => {
    const input: { from?: string; until?: string } = {};
    if (values.kind === "EMERGENCY") {
      const until = values.untilOpen ? fromLocalInput(values.untilOpen, zone) : null;
      if (until) input.until = until;
    } else if (values.by === "HOURS") {
      const [from, until] = [fromLocalInput(values.from ?? "", zone), fromLocalInput(values.until ?? "", zone)];
      if (!from || !until || from >= until) return wrong("until", t("form.notBefore"));
      if (Date.parse(from) < officeNow()) return wrong("from", t("form.passed"));
      Object.assign(input, { from, until });
    } else {
      const choice = choiceOf(values);
      const days = daysBetween(choice.fromDate, choice.untilDate);
      if (days === 0) return wrong("untilDate", t("form.notBefore"));
      const { data } = await client.query({
        query: OfficePeriodsDocument,
        variables: { from: choice.fromDate, days },
      });
      const span = spanOf(halfDaysOf(data?.officePeriods ?? [], zone), choice);
      if (!span) return wrong("untilDate", t("form.noOffice"));
      if (Date.parse(span.from) < officeNow()) return wrong("fromDate", t("form.passed"));
      Object.assign(input, { from: span.from, until: span.until });
    }
    const done = await act.run({
      ...(values.staffId === viewer.staff.id ? {} : { staffId: values.staffId }),
      kind: values.kind,
      reason: values.reason,
      ...input,
    });
    if (!done.ok) return { ok: false as const, refusal: beside(done.refusal, values) };
    notification.success({ title: t(values.kind === "EMERGENCY" ? "form.doneEmergency" : "form.done") });
    made.current = done.data.askAbsence.absence.id;
    return done;
  };

  return (
    <ActModal<Values>
      open={open}
      title={t("form.title")}
      onClose={onClose}
      width={620}
      draftKey="absence"
      initialValues={{
        staffId: viewer.staff.id,
        kind: "PLANNED",
        by: "DAYS",
        fromHalf: "MORNING",
        untilHalf: "AFTERNOON",
      }}
      submitText={t("form.submit")}
      onSubmit={send}
      // After the dialog has closed, which also changes the address.
      onDone={() => void navigate(`/absences/${made.current}`)}
    >
      {(form) => <Fields form={form} mayName={mayName} today={today} />}
    </ActModal>
  );
}

/** The server speaks of from and until; the form has other fields for them. */
function beside(refusal: Refusal, values: Values): Refusal {
  const field = refusal.field?.split(".").pop();
  if (values.kind === "EMERGENCY") return field === "until" ? { ...refusal, field: "untilOpen" } : refusal;
  if (values.by === "DAYS" && (field === "from" || field === "until")) return { ...refusal, field: `${field}Date` };
  return refusal;
}

function Fields({ form, mayName, today }: { form: FormInstance<Values>; mayName: boolean; today: string }) {
  const { t } = useTranslation("absences");
  const kind = Form.useWatch("kind", form) ?? "PLANNED";
  const by = Form.useWatch("by", form) ?? "DAYS";
  const people = useQuery(AwayPeopleDocument, { skip: !mayName });
  const half = ["MORNING", "AFTERNOON"].map((value) => ({
    value,
    label: t(value === "MORNING" ? "form.morning" : "form.afternoon"),
  }));
  const needed = { required: true, message: t("form.dateNeeded") };
  return (
    <>
      {mayName ? (
        <Form.Item name="staffId" label={t("form.staff")} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={(people.data?.staff ?? [])
              .filter((one) => one.roles.some((role) => role !== "SUPERVISOR"))
              .map((one) => ({ value: one.id, label: `${one.name} · ${one.title}` }))}
          />
        </Form.Item>
      ) : (
        <Form.Item name="staffId" hidden>
          <Input />
        </Form.Item>
      )}
      <Form.Item
        name="kind"
        label={t("form.kind")}
        extra={t(kind === "PLANNED" ? "form.plannedHint" : "form.emergencyHint")}
        rules={[{ required: true }]}
      >
        <Radio.Group
          options={(["PLANNED", "EMERGENCY"] as const).map((value) => ({
            value,
            label: t(`enums:AbsenceKind.${value}`),
          }))}
        />
      </Form.Item>
      {kind === "EMERGENCY" ? (
        <Form.Item name="untilOpen" label={t("form.untilOpen")}>
          <Input type="datetime-local" />
        </Form.Item>
      ) : (
        <>
          <Form.Item name="by" label={t("form.by")}>
            <Radio.Group
              options={(["DAYS", "HOURS"] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
            />
          </Form.Item>
          {by === "DAYS" ? (
            <>
              <div className="xx-half-row">
                <Form.Item name="fromDate" label={t("form.from")} rules={[needed]}>
                  <Input type="date" min={today} />
                </Form.Item>
                <Form.Item name="fromHalf" label={t("form.fromHalf")}>
                  <Radio.Group options={half} optionType="button" />
                </Form.Item>
              </div>
              <div className="xx-half-row">
                <Form.Item name="untilDate" label={t("form.until")} rules={[needed]}>
                  <Input type="date" min={today} />
                </Form.Item>
                <Form.Item name="untilHalf" label={t("form.untilHalf")}>
                  <Radio.Group options={half} optionType="button" />
                </Form.Item>
              </div>
              <Preview form={form} />
            </>
          ) : (
            <div className="xx-half-row">
              <Form.Item name="from" label={t("form.from")} rules={[needed]}>
                <Input type="datetime-local" />
              </Form.Item>
              <Form.Item name="until" label={t("form.until")} rules={[{ ...needed, message: t("form.untilNeeded") }]}>
                <Input type="datetime-local" />
              </Form.Item>
            </div>
          )}
        </>
      )}
      <Form.Item
        name="reason"
        label={t("form.reason")}
        extra={t("form.reasonHint")}
        rules={[{ required: true, whitespace: true, message: t("form.reasonNeeded") }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
      </Form.Item>
    </>
  );
}

/** What the half-days mean by the office's hours. */
function Preview({ form }: { form: FormInstance<Values> }) {
  const { t } = useTranslation("absences");
  const zone = useZone();
  const values = Form.useWatch([], form) as Values | undefined;
  const choice = choiceOf(values ?? ({} as Values));
  const days = daysBetween(choice.fromDate, choice.untilDate);
  const { data, previousData } = useQuery(OfficePeriodsDocument, {
    variables: { from: choice.fromDate, days },
    skip: days === 0,
  });
  if (days === 0) return null;
  const periods = (data ?? previousData)?.officePeriods;
  const span = periods ? spanOf(halfDaysOf(periods, zone), choice) : null;
  return (
    <p className="xx-half-preview" aria-live="polite">
      {!periods ? t("form.reading") : null}
      {periods && !span ? t("form.noOffice") : null}
      {span ? (
        <>
          {t("form.preview")} <AbsenceSpan from={span.from} until={span.until} />{" "}
          <span className="xx-tag">{t("form.halves", { count: span.count })}</span>
        </>
      ) : null}
    </p>
  );
}
