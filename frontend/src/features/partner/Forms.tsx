import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { DateText } from "@/components/DateText";
import type { ResourceKind } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { moneyForm } from "@/office/money";
import { useToday } from "@/office/useToday";
import { PartnerDeliverDocument, PartnerPledgeDocument, PartnerWithdrawDocument } from "./documents";
import type { Pledge, Project } from "./ProjectPage";
import { kinds } from "./stages";
import { useToken } from "./token";

interface FormProps {
  onClose: () => void;
  onDone: () => void;
}

function Worth() {
  const { t } = useTranslation("partner");
  return (
    <Form.Item name="worth" label={t("worth")} rules={[{ pattern: moneyForm, message: t("money") }]}>
      <Input inputMode="decimal" maxLength={10} suffix={t("yuan")} />
    </Form.Item>
  );
}

function Quantity({ unit }: { unit: string }) {
  const { t } = useTranslation("partner");
  return (
    <Form.Item name="quantity" label={t("quantity")} rules={[{ required: true, message: t("needed") }]}>
      <InputNumber min={1} max={1_000_000} precision={0} suffix={unit} style={{ width: "100%" }} />
    </Form.Item>
  );
}

/** The partner promises something to a project. */
export function PledgeForm({ project, onClose, onDone }: FormProps & { project: Project }) {
  const { t } = useTranslation("partner");
  const token = useToken();
  const act = useAct(PartnerPledgeDocument);
  return (
    <ActModal<{ kind: ResourceKind; what: string; quantity: number; unit?: string; worth?: string }>
      open
      title={t("pledge")}
      onClose={onClose}
      onDone={onDone}
      draftKey={`partner.pledge.${project.id}`}
      initialValues={{ kind: "LABOUR" }}
      submitText={t("pledge")}
      onSubmit={({ unit, worth, ...values }) =>
        act.run({
          projectId: project.id,
          partnerId: token.partner?.id ?? "",
          ...values,
          ...(values.kind === "MONEY" ? {} : { unit: unit ?? "", worth: worth ?? "" }),
        })
      }
    >
      {(form) => (
        <>
          <p className="xx-act-hint">{t("pledgeHint")}</p>
          <Form.Item name="kind" label={t("kind")}>
            <Select options={kinds.map((value) => ({ value, label: t(`enums:ResourceKind.${value}`) }))} />
          </Form.Item>
          <Form.Item name="what" label={t("what")} rules={[{ required: true, whitespace: true, message: t("needed") }]}>
            <Input maxLength={200} placeholder={t("whatSay")} />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(before, after) => before.kind !== after.kind}>
            {() =>
              form.getFieldValue("kind") === "MONEY" ? (
                <Quantity unit={t("yuan")} />
              ) : (
                <div className="xx-two">
                  <Quantity unit="" />
                  <Form.Item
                    name="unit"
                    label={t("unitOf")}
                    rules={[{ required: true, whitespace: true, message: t("needed") }]}
                  >
                    <Input maxLength={20} placeholder={t("unitSay")} />
                  </Form.Item>
                  <Worth />
                </div>
              )
            }
          </Form.Item>
        </>
      )}
    </ActModal>
  );
}

/** The partner takes a pledge back. */
export function WithdrawForm({ pledge, onClose, onDone }: FormProps & { pledge: Pledge }) {
  const { t } = useTranslation("partner");
  const act = useAct(PartnerWithdrawDocument);
  return (
    <ActModal<{ reason: string }>
      open
      danger
      title={t("withdraw")}
      onClose={onClose}
      onDone={onDone}
      onReload={onDone}
      draftKey={`partner.withdraw.${pledge.id}`}
      submitText={t("withdraw")}
      onSubmit={(values) => act.run({ pledgeId: pledge.id, version: pledge.version, ...values })}
    >
      <p className="xx-act-hint">{t("withdrawHint")}</p>
      <Form.Item name="reason" label={t("reason")} rules={[{ required: true, whitespace: true, message: t("needed") }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Form.Item>
    </ActModal>
  );
}

/** The partner reports what it delivered, with proof. */
export function DeliverForm({ pledge, onClose, onDone }: FormProps & { pledge: Pledge }) {
  const { t } = useTranslation("partner");
  const today = useToday();
  const act = useAct(PartnerDeliverDocument);
  return (
    <ActModal<{ quantity: number; worth?: string; deliveredOn: string; proof: string }>
      open
      title={t("deliver")}
      onClose={onClose}
      onDone={onDone}
      draftKey={`partner.deliver.${pledge.id}`}
      initialValues={{ quantity: Math.max(1, pledge.quantity - pledge.delivered), deliveredOn: today }}
      submitText={t("deliver")}
      onSubmit={({ worth, ...values }) => act.run({ pledgeId: pledge.id, ...values, ...(worth ? { worth } : {}) })}
    >
      <p className="xx-act-hint">
        {t("deliverHint")} <DateText date={today} />
      </p>
      <div className="xx-two">
        <Quantity unit={pledge.unit} />
        {pledge.kind === "MONEY" ? null : <Worth />}
        <Form.Item name="deliveredOn" label={t("deliveredOn")} rules={[{ required: true, message: t("needed") }]}>
          <Input type="date" max={today} />
        </Form.Item>
      </div>
      <Form.Item name="proof" label={t("proof")} rules={[{ required: true, whitespace: true, message: t("needed") }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} placeholder={t("proofSay")} />
      </Form.Item>
    </ActModal>
  );
}
