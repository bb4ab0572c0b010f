import { App, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import type { StaffPageQuery } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { SavePostDocument } from "./documents";
import { lines, working } from "./posts";

type Post = StaffPageQuery["posts"][number];

interface Values extends Record<string, unknown> {
  code: string;
  name: string;
  window?: string;
  duties?: string;
  aId: string;
  bId: string;
  aMustMaster?: string;
  bMustKnow?: string;
}

/** Sets up a post with its A and B, or changes one: duties, and what the two must have learned (B1, B8). */
export function SavePost(props: {
  /** Null for none open, "new" for a new post. */
  post: Post | "new" | null;
  people: StaffPageQuery["staff"];
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation("staff");
  const { notification } = App.useApp();
  const act = useAct(SavePostDocument);
  const one = props.post === "new" ? null : props.post;
  const people = working(props.people).map((person) => ({
    value: person.id,
    label: person.title ? `${person.name} ${person.title}` : person.name,
    search: `${person.name} ${person.pinyin}`,
  }));
  const half = (name: "aId" | "bId", other: "aId" | "bId") => (
    <Form.Item
      name={name}
      label={t(`post.${name}`)}
      dependencies={[other]}
      rules={[
        { required: true, message: t("post.needed") },
        ({ getFieldValue }) => ({
          validator: (_, value: string | undefined) =>
            value && value === getFieldValue(other)
              ? Promise.reject(new Error(t("post.samePerson")))
              : Promise.resolve(),
        }),
      ]}
    >
      <Select options={people} showSearch={{ optionFilterProp: "search" }} placeholder={t("post.choose")} />
    </Form.Item>
  );
  const text = (name: "aMustMaster" | "bMustKnow") => (
    <Form.Item name={name} label={t(`post.${name}`)} extra={t("post.onePerLine")}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
    </Form.Item>
  );
  return (
    <ActModal<Values>
      key={one?.id ?? "new"}
      open={props.post !== null}
      title={one ? t("post.edit", { name: one.name }) : t("post.add")}
      onClose={props.onClose}
      draftKey={`post.${one?.id ?? "new"}`}
      initialValues={
        one
          ? {
              code: one.code,
              name: one.name,
              window: one.window,
              duties: one.duties,
              aId: one.a.id,
              bId: one.b.id,
              aMustMaster: one.aMustMaster.join("\n"),
              bMustKnow: one.bMustKnow.join("\n"),
            }
          : {}
      }
      submitText={t("post.submit")}
      onSubmit={async (values) => {
        const done = await act.run({
          ...values,
          ...(one ? { postId: one.id, version: one.version } : {}),
          code: values.code.trim(),
          window: values.window ?? "",
          duties: values.duties ?? "",
          aMustMaster: lines(values.aMustMaster),
          bMustKnow: lines(values.bMustKnow),
        });
        if (done.ok)
          notification.success({
            title: t("post.done", { name: values.name }),
            description: t("left.moved", { count: done.data.savePost.movedCases }),
            duration: 8,
          });
        return done;
      }}
      onDone={props.onDone}
      onReload={props.onDone}
    >
      <div className="xx-post-form">
        <Form.Item
          name="name"
          label={t("post.name")}
          rules={[{ required: true, whitespace: true, message: t("post.needed") }]}
        >
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item
          name="code"
          label={t("post.code")}
          rules={[{ required: true, whitespace: true, message: t("post.needed") }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        {half("aId", "bId")}
        {half("bId", "aId")}
        <Form.Item name="window" label={t("post.window")}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
      <Form.Item name="duties" label={t("post.duties")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      {text("aMustMaster")}
      {text("bMustKnow")}
    </ActModal>
  );
}
