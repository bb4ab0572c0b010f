import { Button, Form, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { DateText, DateTimeText } from "@/components/DateText";
import { PartnerPick } from "@/components/PartnerPick";
import { YuanText } from "@/components/YuanText";
import type { ResourceKind } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { moneyForm } from "@/office/money";
import { useToday } from "@/office/useToday";
import { Block, type Sheet } from "./Block";
import {
  DecideDeliveryDocument,
  JoinProjectDocument,
  PledgeDocument,
  ReportDeliveryDocument,
  WithdrawPledgeDocument,
} from "./documents";
import { resourceKinds } from "./stages";

type Pledge = Sheet["pledges"][number];
type Delivery = Pledge["deliveries"][number];
type Open =
  | { form: "pledge" | "join" }
  | { form: "withdraw" | "deliver"; pledge: Pledge }
  | { form: "confirm" | "refuse"; delivery: Delivery };

/** What partners pledged and what was really delivered: only what the community confirmed counts (P3). */
export function Pledges({ sheet, onReload }: { sheet: Sheet; onReload: () => void }) {
  const { t } = useTranslation("projects");
  const [open, setOpen] = useState<Open | null>(null);
  const takesPledges = sheet.stage === "PROPOSED" || sheet.stage === "AGREED" || sheet.stage === "UNDER_WAY";
  const takesDeliveries = sheet.stage === "AGREED" || sheet.stage === "UNDER_WAY" || sheet.stage === "ACCEPTED";
  const close = () => setOpen(null);
  return (
    <Block id="pledges" title={t("pledges")} clause="P3">
      {sheet.totals.length > 0 ? (
        <div className="xx-scroll">
          <table className="xx-plain-table">
            <caption className="xx-visually-hidden">{t("totals")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("what")}</th>
                <th scope="col" className="xx-number">
                  {t("pledged")}
                </th>
                <th scope="col" className="xx-number">
                  {t("delivered")}
                </th>
              </tr>
            </thead>
            <tbody>
              {sheet.totals.map((one) => (
                <tr key={`${one.kind}${one.unit}`}>
                  <th scope="row">
                    {t(`enums:ResourceKind.${one.kind}`)}
                    <div className="xx-meter" aria-hidden>
                      <i
                        style={{
                          width: `${one.pledged > 0 ? Math.min(100, (100 * one.delivered) / one.pledged) : 100}%`,
                        }}
                      />
                    </div>
                  </th>
                  <td className="xx-number">
                    {one.pledged} {one.unit}
                    <div className="xx-soft">
                      <YuanText value={one.pledgedWorth} />
                    </div>
                  </td>
                  <td className="xx-number">
                    {one.delivered} {one.unit}
                    <div className="xx-soft">
                      <YuanText value={one.deliveredWorth} />
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p className="xx-soft">{t("noPledges")}</p>
      )}
      <ul>
        {sheet.pledges.map((one) => (
          <li key={one.id} className="xx-pledge" data-pledge={one.what}>
            <strong>{one.partner.name}</strong> {one.what} · {one.quantity} {one.unit}{" "}
            {one.worth === "0.00" ? null : (
              <span className="xx-soft">
                <YuanText value={one.worth} />
              </span>
            )}{" "}
            {one.withdrawnAt ? (
              <span className="xx-tag" data-tone="late">
                {t("withdrawn")}
              </span>
            ) : (
              <span className="xx-tag" data-tone={one.delivered >= one.quantity ? "calm" : "soon"}>
                {t("deliveredOf", { delivered: one.delivered, quantity: one.quantity, unit: one.unit })}
              </span>
            )}
            <p className="xx-soft">
              <DateTimeText at={one.pledgedAt} near /> ·{" "}
              {one.pledgedBy ? t("heardBy", { name: one.pledgedBy.name }) : t("byToken")}
              {one.withdrawnReason ? ` · ${one.withdrawnReason}` : ""}
            </p>
            {one.deliveries.length > 0 ? (
              <ul className="xx-deliveries">
                {one.deliveries.map((x) => (
                  <li key={x.id}>
                    {x.quantity} {one.unit} · <DateText date={x.deliveredOn} short /> · {x.proof} ·{" "}
                    {x.reportedBy ? x.reportedBy.name : t("byToken")}{" "}
                    <span
                      className="xx-tag"
                      data-tone={x.confirmed === null ? "soon" : x.confirmed ? "calm" : "overdue"}
                    >
                      {t(x.confirmed === null ? "toConfirm" : x.confirmed ? "confirmed" : "notTaken")}
                    </span>{" "}
                    {x.decisionReason ? <span className="xx-soft">{x.decisionReason}</span> : null}
                    {x.mayDecide ? (
                      <p className="xx-row-acts">
                        <Button size="small" type="primary" onClick={() => setOpen({ form: "confirm", delivery: x })}>
                          {t("confirm")}
                        </Button>
                        <Button size="small" onClick={() => setOpen({ form: "refuse", delivery: x })}>
                          {t("refuse")}
                        </Button>
                      </p>
                    ) : null}
                  </li>
                ))}
              </ul>
            ) : null}
            {one.withdrawnAt ? null : (
              <p className="xx-row-acts">
                {takesDeliveries ? (
                  <Button size="small" onClick={() => setOpen({ form: "deliver", pledge: one })}>
                    {t("report")}
                  </Button>
                ) : null}
                {takesPledges ? (
                  <Button size="small" onClick={() => setOpen({ form: "withdraw", pledge: one })}>
                    {t("withdraw")}
                  </Button>
                ) : null}
              </p>
            )}
          </li>
        ))}
      </ul>
      {takesPledges ? (
        <p className="xx-row-acts">
          <Button type="primary" onClick={() => setOpen({ form: "pledge" })}>
            {t("addPledge")}
          </Button>
          {sheet.mayEdit ? <Button onClick={() => setOpen({ form: "join" })}>{t("join")}</Button> : null}
        </p>
      ) : null}
      {open?.form === "pledge" ? <PledgeForm sheet={sheet} onClose={close} onDone={onReload} /> : null}
      {open?.form === "join" ? <JoinForm sheet={sheet} onClose={close} onDone={onReload} /> : null}
      {open?.form === "withdraw" ? <WithdrawForm pledge={open.pledge} onClose={close} onDone={onReload} /> : null}
      {open?.form === "deliver" ? <DeliverForm pledge={open.pledge} onClose={close} onDone={onReload} /> : null}
      {open?.form === "confirm" || open?.form === "refuse" ? (
        <DecideForm delivery={open.delivery} confirmed={open.form === "confirm"} onClose={close} onDone={onReload} />
      ) : null}
    </Block>
  );
}

interface FormProps {
  onClose: () => void;
  onDone: () => void;
}

/** Which partner: of those that take part, where others may not. */
function PartnerField({ among }: { among?: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation("projects");
  return (
    <Form.Item name="partnerId" label={t("partner")} rules={[{ required: true, message: t("needed") }]}>
      {among ? <Select options={among.map((one) => ({ value: one.id, label: one.name }))} /> : <PartnerPick />}
    </Form.Item>
  );
}

function Quantity({ unit }: { unit?: string }) {
  const { t } = useTranslation("projects");
  return (
    <Form.Item name="quantity" label={t("quantity")} rules={[{ required: true, message: t("needed") }]}>
      <InputNumber
        min={1}
        max={1_000_000}
        precision={0}
        changeOnWheel={false}
        style={{ width: "100%" }}
        {...(unit ? { suffix: unit } : {})}
      />
    </Form.Item>
  );
}

function Worth() {
  const { t } = useTranslation("projects");
  return (
    <Form.Item name="worth" label={t("worth")} rules={[{ pattern: moneyForm, message: t("yuanForm") }]}>
      <Input inputMode="decimal" maxLength={10} suffix={t("yuanUnit")} />
    </Form.Item>
  );
}

function PledgeForm({ sheet, onClose, onDone }: FormProps & { sheet: Sheet }) {
  const { t } = useTranslation("projects");
  const act = useAct(PledgeDocument);
  return (
    <ActModal<{ partnerId: string; kind: ResourceKind; what: string; quantity: number; unit?: string; worth?: string }>
      open
      title={t("addPledge")}
      onClose={onClose}
      onDone={onDone}
      draftKey={`pledge.${sheet.id}`}
      initialValues={{ kind: "EQUIPMENT", quantity: 1 }}
      submitText={t("addPledge")}
      onSubmit={(values) => act.run({ projectId: sheet.id, ...values })}
    >
      <PartnerField {...(sheet.openToJoin ? {} : { among: sheet.partners })} />
      <Form.Item name="kind" label={t("kind")}>
        <Select options={resourceKinds.map((value) => ({ value, label: t(`enums:ResourceKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="what" label={t("what")} rules={[{ required: true, whitespace: true, message: t("needed") }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue("kind") === "MONEY" ? (
            <Quantity unit={t("yuanUnit")} />
          ) : (
            <div className="xx-two">
              <Quantity />
              <Form.Item
                name="unit"
                label={t("unit")}
                rules={[{ required: true, whitespace: true, message: t("needed") }]}
              >
                <Input maxLength={20} placeholder={t("unitSay")} />
              </Form.Item>
              <Worth />
            </div>
          )
        }
      </Form.Item>
    </ActModal>
  );
}

function JoinForm({ sheet, onClose, onDone }: FormProps & { sheet: Sheet }) {
  const { t } = useTranslation("projects");
  const act = useAct(JoinProjectDocument);
  return (
    <ActModal<{ partnerId: string }>
      open
      title={t("join")}
      onClose={onClose}
      onDone={onDone}
      draftKey={`join.${sheet.id}`}
      submitText={t("join")}
      onSubmit={(values) => act.run({ projectId: sheet.id, ...values })}
    >
      <PartnerField />
    </ActModal>
  );
}

function WithdrawForm({ pledge, onClose, onDone }: FormProps & { pledge: Pledge }) {
  const { t } = useTranslation("projects");
  const act = useAct(WithdrawPledgeDocument);
  return (
    <ActModal<{ reason: string }>
      open
      danger
      title={t("withdraw")}
      onClose={onClose}
      onDone={onDone}
      onReload={onDone}
      draftKey={`withdraw.${pledge.id}`}
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

function DeliverForm({ pledge, onClose, onDone }: FormProps & { pledge: Pledge }) {
  const { t } = useTranslation("projects");
  const today = useToday();
  const act = useAct(ReportDeliveryDocument);
  return (
    <ActModal<{ quantity: number; worth?: string; deliveredOn: string; proof: string }>
      open
      title={t("report")}
      onClose={onClose}
      onDone={onDone}
      draftKey={`deliver.${pledge.id}`}
      initialValues={{
        quantity: Math.max(1, pledge.quantity - pledge.delivered),
        deliveredOn: today,
        ...(pledge.delivered === 0 && pledge.worth !== "0.00" ? { worth: pledge.worth } : {}),
      }}
      submitText={t("report")}
      onSubmit={(values) => act.run({ pledgeId: pledge.id, ...values })}
    >
      <p className="xx-act-hint">{t("reportHint")}</p>
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

function DecideForm({ delivery, confirmed, onClose, onDone }: FormProps & { delivery: Delivery; confirmed: boolean }) {
  const { t } = useTranslation("projects");
  const act = useAct(DecideDeliveryDocument);
  return (
    <ActModal<{ reason?: string }>
      open
      danger={!confirmed}
      title={t(confirmed ? "confirm" : "refuse")}
      onClose={onClose}
      onDone={onDone}
      draftKey={`decide.${delivery.id}`}
      submitText={t(confirmed ? "confirm" : "refuse")}
      onSubmit={(values) => act.run({ deliveryId: delivery.id, confirmed, ...values })}
    >
      <p className="xx-act-hint">{t(confirmed ? "confirmHint" : "refuseHint")}</p>
      <Form.Item
        name="reason"
        label={t(confirmed ? "reasonOptional" : "reason")}
        rules={confirmed ? [] : [{ required: true, whitespace: true, message: t("needed") }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
      </Form.Item>
    </ActModal>
  );
}
