import { useQuery } from "@apollo/client/react";
import { App, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { PartnerPick } from "@/components/PartnerPick";
import { ClauseTag } from "@/components/tags";
import type { ResourceKind } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { useZone } from "@/office/viewer";
import { fromLocalInput } from "@/office/zone";
import { BookedForDocument, BookResourceDocument, RemoveResourceDocument, SaveResourceDocument } from "./documents";
import type { Resource } from "./ResourcesView";

interface FormProps {
  onClose: () => void;
  onDone: () => void;
}
const kinds: readonly ResourceKind[] = ["VENUE", "VEHICLE", "EQUIPMENT", "LABOUR", "MONEY", "EXPERTISE"];

/** Takes a resource in, or changes what is said of it (P2). Whose it is stays. */
export function ResourceForm({ known, onClose, onDone }: FormProps & { known?: Resource }) {
  const { t } = useTranslation("resources");
  const act = useAct(SaveResourceDocument);
  return (
    <ActModal<{
      partnerId?: string;
      kind: ResourceKind;
      name: string;
      about?: string;
      place?: string;
      quantity: number;
      unit?: string;
    }>
      open
      title={t(known ? "edit" : "add")}
      onClose={onClose}
      onDone={onDone}
      onReload={onDone}
      draftKey={known ? `resource.${known.id}` : "resource"}
      initialValues={
        known
          ? {
              kind: known.kind,
              name: known.name,
              about: known.about,
              place: known.place,
              quantity: known.quantity,
              unit: known.unit,
            }
          : { kind: "VENUE", quantity: 1 }
      }
      submitText={t("save")}
      onSubmit={({ partnerId, ...values }) =>
        act.run({
          ...values,
          ...(partnerId ? { partnerId } : {}),
          ...(known ? { resourceId: known.id, version: known.version } : {}),
        })
      }
    >
      <Form.Item name="name" label={t("name")} rules={[{ required: true, whitespace: true, message: t("needed") }]}>
        <Input maxLength={100} />
      </Form.Item>
      {known ? null : (
        <Form.Item name="partnerId" label={t("owner")}>
          <PartnerPick allowClear placeholder={t("ours")} />
        </Form.Item>
      )}
      <div className="xx-two">
        <Form.Item name="kind" label={t("kind")}>
          <Select options={kinds.map((value) => ({ value, label: t(`enums:ResourceKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="place" label={t("place")}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="quantity" label={t("quantity")} rules={[{ required: true, message: t("needed") }]}>
          <InputNumber min={1} max={1_000_000} precision={0} changeOnWheel={false} style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="unit" label={t("unit")}>
          <Input maxLength={20} />
        </Form.Item>
      </div>
      <Form.Item name="about" label={t("about")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </ActModal>
  );
}

export function RemoveResourceForm({ known, onClose, onDone }: FormProps & { known: Resource }) {
  const { t } = useTranslation("resources");
  const act = useAct(RemoveResourceDocument);
  return (
    <ActModal<{ reason: string }>
      open
      danger
      title={t("removeOf", { name: known.name })}
      onClose={onClose}
      onDone={onDone}
      onReload={onDone}
      draftKey={`resource.remove.${known.id}`}
      submitText={t("remove")}
      onSubmit={(values) => act.run({ resourceId: known.id, version: known.version, ...values })}
    >
      <p className="xx-act-hint">{t("removeHint")}</p>
      <Form.Item name="reason" label={t("reason")} rules={[{ required: true, whitespace: true, message: t("needed") }]}>
        <Input maxLength={200} />
      </Form.Item>
    </ActModal>
  );
}

/** Books a resource; where somebody has it then, the refusal says who and when (P2). */
export function BookForm({ of, day, onClose, onDone }: FormProps & { of: Resource; day: string }) {
  const { t } = useTranslation("resources");
  const { message } = App.useApp();
  const zone = useZone();
  const act = useAct(BookResourceDocument);
  const { data } = useQuery(BookedForDocument, {
    variables: { from: fromLocalInput(`${day}T00:00`, zone) ?? "" },
    fetchPolicy: "cache-and-network",
  });
  const projects = (data?.projects.edges ?? []).map(({ node }) => ({ value: node.id, label: node.title }));
  const programs = (data?.programs.edges ?? []).map(({ node }) => ({ value: node.id, label: node.title }));
  const needed = [{ required: true, whitespace: true, message: t("needed") }];
  return (
    <ActModal<{ from: string; until: string; purpose: string; of?: string }>
      open
      title={t("bookTitle", { name: of.name })}
      onClose={onClose}
      onDone={() => {
        message.success(t("booked", { name: of.name }));
        onDone();
      }}
      draftKey={`book.${of.id}.${day}`}
      initialValues={{ from: `${day}T09:00`, until: `${day}T11:00` }}
      submitText={t("book")}
      onSubmit={({ from, until, purpose, of: forWhat }) =>
        act.run({
          resourceId: of.id,
          from: fromLocalInput(from, zone) ?? "",
          until: fromLocalInput(until, zone) ?? "",
          purpose,
          ...(forWhat ? { [forWhat.startsWith("prj_") ? "projectId" : "programId"]: forWhat } : {}),
        })
      }
    >
      <p className="xx-act-hint">
        {t("bookHint")} <ClauseTag clause="P2" />
      </p>
      <div className="xx-two">
        <Form.Item name="from" label={t("from")} rules={needed}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="until" label={t("until")} rules={needed}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Form.Item name="purpose" label={t("purpose")} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="of" label={t("for")}>
        <Select
          allowClear
          placeholder={t("forNone")}
          showSearch={{ optionFilterProp: "label" }}
          options={[
            { label: t("forProjects"), options: projects },
            { label: t("forPrograms"), options: programs },
          ].filter((group) => group.options.length > 0)}
        />
      </Form.Item>
    </ActModal>
  );
}
