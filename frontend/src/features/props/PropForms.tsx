import { useQuery } from "@apollo/client/react";
import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import type { PropKind, PropPageQuery, PropRowFragment as Row } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { useToday } from "@/office/useToday";
import { LendPropDocument, PropMembersDocument, ReturnPropDocument, SavePropDocument } from "./documents";

export const propKinds: readonly PropKind[] = ["COSTUME", "PROP", "INSTRUMENT", "EQUIPMENT"];

export type Loan = Extract<NonNullable<PropPageQuery["node"]>, { __typename: "Prop" }>["loans"][number];

interface Closing {
  onClose: () => void;
  onDone: () => void;
}

interface Values extends Record<string, unknown> {
  kind: PropKind;
  name: string;
  groupId?: string;
  quantity: number;
  cost?: string;
  invoiceNo?: string;
  boughtOn: string;
  owner: string;
  keptAt: string;
}

/** Writes down what was bought, or changes what is said of it (C3). */
export function PropForm(props: { row?: Row; groups: readonly { id: string; name: string }[] } & Closing) {
  const { t } = useTranslation("props");
  const { row } = props;
  const today = useToday();
  const act = useAct(SavePropDocument);
  const needed = { required: true, message: t("needed") };
  return (
    <ActModal<Values>
      open
      width={640}
      title={t(row ? "edit" : "buy")}
      onClose={props.onClose}
      onDone={props.onDone}
      onReload={props.onDone}
      draftKey={row ? `prop.${row.id}` : "prop"}
      submitText={t("save")}
      initialValues={
        row
          ? {
              kind: row.kind,
              name: row.name,
              quantity: row.quantity,
              cost: row.cost,
              invoiceNo: row.invoiceNo,
              boughtOn: row.boughtOn,
              owner: row.owner,
              keptAt: row.keptAt,
              ...(row.group ? { groupId: row.group.id } : {}),
            }
          : { kind: "COSTUME", quantity: 1, boughtOn: today, owner: t("ownerUsual") }
      }
      onSubmit={({ groupId, cost = "", invoiceNo = "", ...rest }) =>
        act.run({
          ...rest,
          cost,
          invoiceNo,
          ...(groupId ? { groupId } : {}),
          ...(row ? { propId: row.id, version: row.version } : { version: 0 }),
        })
      }
    >
      <Form.Item name="name" label={t("field.name")} rules={[needed]}>
        <Input maxLength={100} />
      </Form.Item>
      <div className="xx-prop-pair">
        <Form.Item name="kind" label={t("field.kind")} rules={[needed]}>
          <Select options={propKinds.map((value) => ({ value, label: t(`enums:PropKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="quantity" label={t("field.quantity")} rules={[needed]}>
          <InputNumber min={1} max={10000} precision={0} />
        </Form.Item>
        <Form.Item name="cost" label={t("field.costYuan")}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="invoiceNo" label={t("field.invoiceNo")}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="boughtOn" label={t("field.boughtOn")} rules={[needed]}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="groupId" label={t("field.group")}>
          <Select allowClear options={props.groups.map((one) => ({ value: one.id, label: one.name }))} />
        </Form.Item>
        <Form.Item name="owner" label={t("field.owner")} rules={[needed]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="keptAt" label={t("field.keptAt")} rules={[needed]}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
    </ActModal>
  );
}

/** Lends things to a member or to somebody by name, until a day (C3). */
export function LendForm({ row, onClose, onDone }: { row: Row } & Closing) {
  const { t } = useTranslation("props");
  const act = useAct(LendPropDocument);
  const members = useQuery(PropMembersDocument, { variables: { id: row.group?.id ?? "" }, skip: !row.group });
  const list = members.data?.node?.__typename === "Group" ? members.data.node.members : [];
  const needed = { required: true, message: t("needed") };
  return (
    <ActModal<{ memberId?: string; toName?: string; quantity: number; dueOn: string; note?: string }>
      open
      title={t("lendTitle", { name: row.name })}
      onClose={onClose}
      onDone={onDone}
      draftKey={`prop.lend.${row.id}`}
      submitText={t("lend")}
      initialValues={{ quantity: 1 }}
      onSubmit={({ memberId, toName = "", quantity, dueOn, note = "" }) =>
        act.run({ propId: row.id, ...(memberId ? { memberId } : {}), toName, quantity, dueOn, note })
      }
    >
      {(form) => (
        <>
          {row.group ? (
            <Form.Item name="memberId" label={t("field.member")}>
              <Select
                allowClear
                showSearch={{ optionFilterProp: "label" }}
                options={list.map((one) => ({ value: one.id, label: one.name }))}
              />
            </Form.Item>
          ) : null}
          <Form.Item shouldUpdate noStyle>
            {() =>
              form.getFieldValue("memberId") ? null : (
                <Form.Item name="toName" label={t("field.toName")} rules={[needed]}>
                  <Input maxLength={60} autoComplete="off" />
                </Form.Item>
              )
            }
          </Form.Item>
          <div className="xx-prop-pair">
            <Form.Item
              name="quantity"
              label={t("field.quantity")}
              extra={t("thereHint", { count: row.there })}
              rules={[needed]}
            >
              <InputNumber min={1} precision={0} />
            </Form.Item>
            <Form.Item name="dueOn" label={t("field.dueOn")} rules={[needed]}>
              <Input type="date" />
            </Form.Item>
          </div>
          <Form.Item name="note" label={t("field.note")}>
            <Input maxLength={200} />
          </Form.Item>
        </>
      )}
    </ActModal>
  );
}

/** Takes things back, some or all, and writes down what is missing (C3). */
export function ReturnForm({ loan, onClose, onDone }: { loan: Loan } & Closing) {
  const { t } = useTranslation("props");
  const act = useAct(ReturnPropDocument);
  const out = loan.quantity - loan.returned - loan.missing;
  return (
    <ActModal<{ returned: number; missing: number }>
      open
      title={t("returnTitle", { name: loan.toName })}
      onClose={onClose}
      onDone={onDone}
      draftKey={`prop.return.${loan.id}`}
      submitText={t("return")}
      initialValues={{ returned: out, missing: 0 }}
      onSubmit={({ returned, missing }) => act.run({ loanId: loan.id, returned: returned ?? 0, missing: missing ?? 0 })}
    >
      <p className="xx-act-hint">{t("outHint", { count: out })}</p>
      <div className="xx-prop-pair">
        <Form.Item name="returned" label={t("field.returned")}>
          <InputNumber min={0} max={out} precision={0} />
        </Form.Item>
        <Form.Item name="missing" label={t("field.missing")}>
          <InputNumber min={0} max={out} precision={0} />
        </Form.Item>
      </div>
    </ActModal>
  );
}
