import { App, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import type { SaveDepartmentInput } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import type { Department } from "./DirectoryView";
import { SaveDepartmentDocument } from "./documents";

type Values = Omit<SaveDepartmentInput, "clientMutationId">;

/** Adds a department (code "new") or changes the one of that code. */
export function SaveDepartment(props: {
  code: string;
  known: readonly Department[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation("directory");
  const { message } = App.useApp();
  const act = useAct(SaveDepartmentDocument);
  const isNew = props.code === "new";
  const one = props.known.find((department) => department.code === props.code);
  if (!isNew && !one) return null;
  return (
    <ActModal<Values & Record<string, unknown>>
      open
      title={isNew ? t("add") : t("editNamed", { name: one?.name })}
      onClose={props.onClose}
      draftKey={`department.${props.code}`}
      initialValues={
        one
          ? {
              code: one.code,
              name: one.name,
              phone: one.phone,
              address: one.address,
              hours: one.hours,
              website: one.website,
              duties: one.duties,
            }
          : { website: "", duties: "" }
      }
      submitText={t("save")}
      onSubmit={async (values) => {
        const done = await act.run({
          ...values,
          code: (values.code ?? "").trim(),
          website: values.website ?? "",
          duties: values.duties ?? "",
        });
        if (done.ok) void message.success(t("saved", { name: done.data.saveDepartment.department.name }));
        return done;
      }}
      onDone={props.onDone}
    >
      <div className="xx-dir-form">
        <Form.Item
          name="name"
          label={t("field.name")}
          rules={[{ required: true, whitespace: true, message: t("needed") }]}
        >
          <Input maxLength={100} data-first={isNew ? undefined : true} />
        </Form.Item>
        <Form.Item
          name="code"
          label={t("field.code")}
          rules={[
            { required: true, message: t("needed") },
            { pattern: /^\s*[A-Za-z0-9][A-Za-z0-9._-]*\s*$/, message: t("codeShape") },
            {
              validator: (_, value: string | undefined) =>
                isNew && props.known.some((other) => other.code === value?.trim())
                  ? Promise.reject(new Error(t("codeTaken")))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input maxLength={40} disabled={!isNew} />
        </Form.Item>
        <Form.Item
          name="phone"
          label={t("field.phone")}
          rules={[{ required: true, whitespace: true, message: t("needed") }]}
        >
          <Input maxLength={60} inputMode="tel" />
        </Form.Item>
        <Form.Item
          name="hours"
          label={t("field.hours")}
          rules={[{ required: true, whitespace: true, message: t("needed") }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          className="xx-dir-wide"
          name="address"
          label={t("field.address")}
          rules={[{ required: true, whitespace: true, message: t("needed") }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          className="xx-dir-wide"
          name="website"
          label={t("field.website")}
          extra={t("websiteHint")}
          rules={[{ pattern: /^\s*https?:\/\/[^\s"<>]+\s*$/, message: t("websiteShape") }]}
        >
          <Input maxLength={200} inputMode="url" />
        </Form.Item>
        <Form.Item className="xx-dir-wide" name="duties" label={t("field.duties")} extra={t("dutiesHint")}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
      </div>
    </ActModal>
  );
}
