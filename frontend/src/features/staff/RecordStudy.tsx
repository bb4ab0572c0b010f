import { useQuery } from "@apollo/client/react";
import { App, DatePicker, Form, Input, Radio, Select } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { DateText } from "@/components/DateText";
import type { StaffPageQuery, StudyKind } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { PostStudiesDocument, RecordStudyDocument } from "./documents";
import { working } from "./posts";

type Post = StaffPageQuery["posts"][number];

interface Values extends Record<string, unknown> {
  staffId: string;
  subject: string;
  kind: StudyKind;
  date: dayjs.Dayjs;
  passed: boolean;
  note?: string;
}

const kinds: readonly StudyKind[] = ["TRAINING", "TEST"];

/** What was learned for a post, and one more training or test of it (B8). */
export function RecordStudy(props: {
  post: Post | null;
  people: StaffPageQuery["staff"];
  me: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation("staff");
  const { message } = App.useApp();
  const act = useAct(RecordStudyDocument);
  const { post } = props;
  const { data } = useQuery(PostStudiesDocument, {
    variables: { id: post?.id ?? "" },
    skip: post === null,
    fetchPolicy: "cache-and-network",
  });
  const known = data?.node && "studies" in data.node ? data.node.studies : [];
  const subjects = post ? [...new Set([...post.aMustMaster, ...post.bMustKnow])] : [];
  const people = working(props.people).filter((one) => one.id !== props.me);
  return (
    <ActModal<Values>
      key={post?.id ?? ""}
      open={post !== null}
      title={t("study.title", { name: post?.name ?? "" })}
      onClose={props.onClose}
      draftKey={`study.${post?.id ?? ""}`}
      initialValues={{ kind: "TRAINING", passed: true }}
      submitText={t("study.submit")}
      onSubmit={async ({ date, ...values }) => {
        const done = await act.run({
          ...values,
          note: values.note ?? "",
          date: dayjs(date).format("YYYY-MM-DD"),
          postId: post?.id ?? "",
        });
        if (done.ok) void message.success(t("study.done"));
        return done;
      }}
      onDone={props.onDone}
    >
      <Form.Item name="staffId" label={t("study.person")} rules={[{ required: true, message: t("post.needed") }]}>
        <Select
          autoFocus
          options={people.map((one) => ({ value: one.id, label: one.name, search: `${one.name} ${one.pinyin}` }))}
          showSearch={{ optionFilterProp: "search" }}
          placeholder={t("post.choose")}
        />
      </Form.Item>
      <Form.Item name="subject" label={t("study.subject")} rules={[{ required: true, message: t("post.needed") }]}>
        <Select options={subjects.map((value) => ({ value, label: value }))} placeholder={t("post.choose")} />
      </Form.Item>
      <Form.Item name="kind" label={t("study.kind")} rules={[{ required: true }]}>
        <Radio.Group options={kinds.map((value) => ({ value, label: t(`enums:StudyKind.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="date"
        label={t("study.date")}
        rules={[{ required: true, message: t("post.needed") }]}
        getValueProps={(value: unknown) => ({ value: value ? dayjs(value as string) : undefined })}
      >
        <DatePicker className="xx-study-date" />
      </Form.Item>
      <Form.Item name="passed" label={t("study.result")} rules={[{ required: true }]}>
        <Radio.Group
          options={[
            { value: true, label: t("study.passed") },
            { value: false, label: t("study.failed") },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label={t("study.note")}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      {known.length > 0 ? (
        <section aria-label={t("study.known")} className="xx-study-known">
          <h3>{t("study.known")}</h3>
          <ul>
            {known.map((one) => (
              <li key={one.id}>
                <DateText date={one.date} short /> {one.staff.name} · {one.subject} · {t(`enums:StudyKind.${one.kind}`)}{" "}
                <span className="xx-tag" data-tone={one.passed ? "calm" : "overdue"}>
                  {t(one.passed ? "study.passed" : "study.failed")}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </ActModal>
  );
}
