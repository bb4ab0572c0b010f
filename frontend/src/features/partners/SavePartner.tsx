import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import type { PartnerKind, ResourceKind } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { SavePartnerDocument } from "./documents";
import { partnerKinds, resourceKinds } from "./words";

export interface KnownPartner {
  id: string;
  version: number;
  name: string;
  kind: PartnerKind;
  address: string;
  about: string;
  offers: readonly ResourceKind[];
  agreementNo: string;
  agreedOn?: string | null;
  agreedUntil?: string | null;
  agreement: string;
}

interface Values extends Record<string, unknown> {
  name: string;
  kind: PartnerKind;
  address?: string;
  about?: string;
  offers?: ResourceKind[];
  agreementNo?: string;
  agreedOn?: string;
  agreedUntil?: string;
  agreement?: string;
}

/** Takes a partner in, or changes what is said of it (P1). */
export function SavePartner(props: { known?: KnownPartner; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation("partners");
  const act = useAct(SavePartnerDocument);
  const { known } = props;
  return (
    <ActModal<Values>
      open
      title={t(known ? "edit" : "add")}
      onClose={props.onClose}
      onDone={props.onDone}
      onReload={props.onDone}
      draftKey={known ? `partner.${known.id}` : "partner"}
      initialValues={
        known
          ? {
              name: known.name,
              kind: known.kind,
              address: known.address,
              about: known.about,
              offers: [...known.offers],
              agreementNo: known.agreementNo,
              agreedOn: known.agreedOn ?? "",
              agreedUntil: known.agreedUntil ?? "",
              agreement: known.agreement,
            }
          : { kind: "COMMUNITY_ENTERPRISE", offers: [] }
      }
      submitText={t("save")}
      onSubmit={({ agreedOn, agreedUntil, ...values }) =>
        act.run({
          ...values,
          ...(agreedOn ? { agreedOn } : {}),
          ...(agreedUntil ? { agreedUntil } : {}),
          ...(known ? { partnerId: known.id, version: known.version } : {}),
        })
      }
    >
      <Form.Item name="name" label={t("name")} rules={[{ required: true, whitespace: true, message: t("needed") }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label={t("kind")}>
        <Select options={partnerKinds.map((value) => ({ value, label: t(`enums:PartnerKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="offers" label={t("offers")}>
        <Select
          mode="multiple"
          options={resourceKinds.map((value) => ({ value, label: t(`enums:ResourceKind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="address" label={t("address")}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="about" label={t("about")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="agreementNo" label={t("agreementNo")}>
        <Input maxLength={60} />
      </Form.Item>
      <div className="xx-two">
        <Form.Item name="agreedOn" label={t("agreedOn")}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="agreedUntil" label={t("agreedUntil")}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="agreement" label={t("agreement")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </ActModal>
  );
}
