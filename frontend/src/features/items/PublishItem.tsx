import { useQuery } from "@apollo/client/react";
import { Checkbox, Form, type FormInstance, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { readFragment } from "@/graphql/gen";
import type { ItemSheetFragment as ItemSheet } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { officeNow } from "@/office/clock";
import { useZone } from "@/office/viewer";
import { dayOf } from "@/office/zone";
import { ItemChoicesDocument, ItemSheetFragment, PublishItemDocument } from "./documents";
import { MaterialsEditor } from "./MaterialsEditor";
import { itemChannels, itemKinds, type PublishValues, publishInput, valuesOf } from "./publish";

/** Publishes a new item, or a new version of one; open cases keep the version they were opened under (Q4). */
export function PublishItem(props: {
  open: boolean;
  item: ItemSheet | null;
  onClose: () => void;
  onDone: (id: string) => void;
}) {
  const { t } = useTranslation("items");
  const zone = useZone();
  const act = useAct(PublishItemDocument);
  const { data } = useQuery(ItemChoicesDocument, { skip: !props.open });
  const today = dayOf(officeNow(), zone);
  return (
    <ActModal<PublishValues>
      open={props.open}
      title={props.item ? t("publish.titleVersion", { name: props.item.name }) : t("publish.new")}
      onClose={props.onClose}
      width={860}
      draftKey={`publish.${props.item ? `${props.item.code}.${props.item.version}` : "new.1"}`}
      initialValues={valuesOf(props.item, today)}
      submitText={t("publish.do")}
      onSubmit={async (values) => {
        const done = await act.run(publishInput(values));
        if (done.ok) props.onDone(readFragment(ItemSheetFragment, done.data.publishItem.item).id);
        return done;
      }}
    >
      {(form) => (
        <>
          <p className="xx-items-hint">{t("publish.hint")}</p>
          <div className="xx-items-form">
            <Form.Item name="code" label={t("field.code")} rules={[{ required: true, message: t("needed") }]}>
              <Input maxLength={40} disabled={props.item !== null} />
            </Form.Item>
            <Form.Item name="validFrom" label={t("field.validFrom")} rules={[{ required: true, message: t("needed") }]}>
              <Input type="date" min={today} />
            </Form.Item>
            <Form.Item
              className="xx-items-wide"
              name="name"
              label={t("column.name")}
              rules={[{ required: true, whitespace: true, message: t("needed") }]}
            >
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item name="kind" label={t("column.kind")} rules={[{ required: true }]}>
              <Select options={itemKinds.map((value) => ({ value, label: t(`enums:ItemKind.${value}`) }))} />
            </Form.Item>
            <Form.Item name="fee" label={t("field.fee")} rules={[{ required: true, message: t("needed") }]}>
              <Input inputMode="decimal" suffix={t("field.yuan")} />
            </Form.Item>
            <KindFields form={form} posts={data?.posts ?? []} departments={data?.departments ?? []} />
            <Form.Item className="xx-items-wide" name="channels" label={t("column.channels")}>
              <Checkbox.Group options={itemChannels.map((value) => ({ value, label: t(`enums:Channel.${value}`) }))} />
            </Form.Item>
            <div className="xx-items-wide">
              <MaterialsEditor form={form} />
            </div>
            <Form.Item className="xx-items-wide" name="steps" label={t("field.steps")}>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
            </Form.Item>
            <Form.Item className="xx-items-wide" name="legalBasis" label={t("legalBasis")}>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
            </Form.Item>
          </div>
        </>
      )}
    </ActModal>
  );
}

function KindFields(props: {
  form: FormInstance;
  posts: readonly { id: string; name: string; window: string }[];
  departments: readonly { id: string; name: string }[];
}) {
  const { t } = useTranslation("items");
  const kind = Form.useWatch("kind", props.form);
  if (kind === "NOT_ISSUED")
    return (
      <Form.Item
        className="xx-items-wide"
        name="departmentId"
        label={t("field.departmentId")}
        rules={[{ required: true, message: t("needed") }]}
      >
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={props.departments.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
    );
  const number = (name: "limitDays" | "maxExtensions" | "maxExtensionDays", hint?: string) => (
    <Form.Item name={name} label={t(`field.${name}`)} extra={hint} rules={[{ required: true, message: t("needed") }]}>
      <InputNumber min={0} max={400} precision={0} changeOnWheel={false} style={{ width: "100%" }} />
    </Form.Item>
  );
  return (
    <>
      {number("limitDays", kind === "REGISTRATION" ? t("field.registrationCap") : undefined)}
      <Form.Item name="postId" label={t("column.post")} rules={[{ required: true, message: t("needed") }]}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={props.posts.map((one) => ({ value: one.id, label: `${one.name} · ${one.window}` }))}
        />
      </Form.Item>
      {number("maxExtensions")}
      {number("maxExtensionDays")}
      <Form.Item className="xx-items-wide" name="immediate" valuePropName="checked">
        <Checkbox>{t("immediate")}</Checkbox>
      </Form.Item>
    </>
  );
}
