import { Checkbox, Form, type FormInstance, Input, Radio, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { ClauseTag } from "@/components/tags";
import type { AppealOutcome, BreachAct, Measure, BreachSheetFragment as Sheet } from "@/graphql/gen/graphql";
import { type ActResult, useAct } from "@/graphql/useAct";
import { officeNow } from "@/office/clock";
import { useZone } from "@/office/viewer";
import { fromLocalInput, toLocalInput } from "@/office/zone";
import {
  AppealDocument,
  CarryOutDocument,
  CloseDocument,
  DecideAppealDocument,
  DecideDocument,
  HearDocument,
} from "./documents";
import { clauses, measures, milder } from "./state";

interface Values extends Record<string, unknown> {
  statement?: string;
  waived?: boolean;
  measure?: Measure;
  outcome?: AppealOutcome;
  reason?: string;
  suspendUntil?: string;
  proof?: string;
}

const outcomes: readonly AppealOutcome[] = ["UPHELD", "CHANGED", "OVERTURNED"];

/** The form of the step that is open. */
export function BreachForm(props: { sheet: Sheet; act: BreachAct | null; onClose: () => void; onReload: () => void }) {
  const { t } = useTranslation("breaches");
  const { sheet, act } = props;
  const zone = useZone();
  const hear = useAct(HearDocument);
  const decide = useAct(DecideDocument);
  const carryOut = useAct(CarryOutDocument);
  const close = useAct(CloseDocument);
  const appeal = useAct(AppealDocument);
  const review = useAct(DecideAppealDocument);
  if (!act) return null;
  const at = { breachId: sheet.id, version: sheet.version };
  const send: Record<BreachAct, (values: Values) => Promise<ActResult<unknown>>> = {
    HEAR: ({ statement = "", waived = false }) => hear.run({ ...at, statement, waived }),
    DECIDE: ({ measure, reason = "", suspendUntil }) => {
      const until = measure === "SUSPENSION" && suspendUntil ? fromLocalInput(suspendUntil, zone) : null;
      return decide.run({
        ...at,
        reason,
        ...(measure ? { measure } : {}),
        ...(until ? { suspendUntil: until } : {}),
      });
    },
    DISMISS: ({ reason = "" }) => decide.run({ ...at, reason }),
    CARRY_OUT: ({ proof = "" }) => carryOut.run({ ...at, proof }),
    CLOSE: () => close.run(at),
    APPEAL: ({ reason = "" }) => appeal.run({ ...at, reason }),
    DECIDE_APPEAL: ({ outcome, measure, reason = "" }) =>
      review.run({
        ...at,
        reason,
        outcome: outcome ?? "UPHELD",
        ...(outcome === "CHANGED" && measure ? { measure } : {}),
      }),
  };
  const fields: Record<BreachAct, (form: FormInstance<Values>) => ReactNode> = {
    HEAR: (form) => <Hear form={form} />,
    DECIDE: (form) => <Decide form={form} zone={zone} />,
    DISMISS: () => <Text name="reason" label="dismissReason" />,
    CARRY_OUT: () => <Text name="proof" label="proof" />,
    CLOSE: () => null,
    APPEAL: () => <Text name="reason" label="appealReason" />,
    DECIDE_APPEAL: (form) => <Review form={form} measure={sheet.measure} />,
  };
  return (
    <ActModal<Values>
      key={act}
      open
      title={t(`enums:BreachAct.${act}`)}
      onClose={props.onClose}
      onReload={props.onReload}
      onDone={props.onReload}
      draftKey={`breach.${act}.${sheet.id}`}
      initialValues={act === "DECIDE" && sheet.proposal ? { measure: sheet.proposal.measure } : {}}
      submitText={t(`enums:BreachAct.${act}`)}
      danger={act === "DECIDE"}
      onSubmit={(values) => send[act](values)}
    >
      {(form) => (
        <>
          <p className="xx-act-hint">
            {t(`act.${act}`)} <ClauseTag clause={clauses[act]} />
          </p>
          {fields[act](form)}
        </>
      )}
    </ActModal>
  );
}

function Text({ name, label, optional = false }: { name: string; label: string; optional?: boolean }) {
  const { t } = useTranslation("breaches");
  return (
    <Form.Item
      name={name}
      label={t(`field.${label}`)}
      rules={optional ? [] : [{ required: true, whitespace: true, message: t("needed") }]}
    >
      <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
    </Form.Item>
  );
}

function Hear({ form }: { form: FormInstance<Values> }) {
  const { t } = useTranslation("breaches");
  const waived = Form.useWatch("waived", form) === true;
  return (
    <>
      <Text key={String(waived)} name="statement" label="statement" optional={waived} />
      <Form.Item name="waived" valuePropName="checked">
        <Checkbox>{t("field.waived")}</Checkbox>
      </Form.Item>
    </>
  );
}

function Decide({ form, zone }: { form: FormInstance<Values>; zone: string }) {
  const { t } = useTranslation("breaches");
  const measure = Form.useWatch("measure", form);
  return (
    <>
      <Form.Item name="measure" label={t("field.measure")} rules={[{ required: true, message: t("needed") }]}>
        <Radio.Group
          className="xx-entry-measures"
          options={measures.map((value) => ({ value, label: t(`enums:Measure.${value}`) }))}
        />
      </Form.Item>
      {measure === "SUSPENSION" ? (
        <Form.Item
          name="suspendUntil"
          label={t("field.suspendUntil")}
          extra={t("field.suspendHint")}
          rules={[{ required: true, message: t("needed") }]}
        >
          <Input type="datetime-local" min={toLocalInput(officeNow(), zone)} />
        </Form.Item>
      ) : null}
      <Text name="reason" label="decisionReason" />
    </>
  );
}

function Review({ form, measure }: { form: FormInstance<Values>; measure: Measure | null }) {
  const { t } = useTranslation("breaches");
  const outcome = Form.useWatch("outcome", form);
  const lower = measure ? milder(measure) : [];
  return (
    <>
      <Form.Item name="outcome" label={t("field.outcome")} rules={[{ required: true, message: t("needed") }]}>
        <Radio.Group
          options={outcomes
            .filter((value) => value !== "CHANGED" || lower.length > 0)
            .map((value) => ({ value, label: t(`enums:AppealOutcome.${value}`) }))}
        />
      </Form.Item>
      {outcome === "CHANGED" ? (
        <Form.Item name="measure" label={t("field.milder")} rules={[{ required: true, message: t("needed") }]}>
          <Select options={lower.map((value) => ({ value, label: t(`enums:Measure.${value}`) }))} />
        </Form.Item>
      ) : null}
      <Text name="reason" label="reviewReason" />
    </>
  );
}
