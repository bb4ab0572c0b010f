import { useQuery } from "@apollo/client/react";
import { App, Button, Form, Input, Popconfirm, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { DateText, DateTimeText } from "@/components/DateText";
import { RefusalNote } from "@/components/RefusalNote";
import { useAct } from "@/graphql/useAct";
import { useToday } from "@/office/useToday";
import { servesResidents } from "@/office/viewer";
import { Block, type Sheet } from "./Block";
import { FinishTaskDocument, ProjectStaffDocument, RemoveTaskDocument, SaveTaskDocument } from "./documents";

type Task = Sheet["tasks"][number];

/** The tasks with their owners and dates (P3). */
export function Tasks({ sheet, onReload }: { sheet: Sheet; onReload: () => void }) {
  const { t } = useTranslation("projects");
  const { message } = App.useApp();
  const today = useToday();
  const [editing, setEditing] = useState<Task | "new" | null>(null);
  const finish = useAct(FinishTaskDocument);
  const remove = useAct(RemoveTaskDocument);
  const refusal = finish.refusal ?? remove.refusal;
  const ended = sheet.stage === "CLOSED" || sheet.stage === "DROPPED";
  return (
    <Block id="tasks" title={t("tasks")} clause="P3">
      {sheet.tasks.length === 0 ? <p className="xx-soft">{t("noTasks")}</p> : null}
      <ul className="xx-lines">
        {sheet.tasks.map((one) => (
          <li key={one.id} className="xx-task" data-done={one.doneAt !== null} data-task={one.title}>
            <span className="xx-task-title">
              {one.number}. {one.title}
            </span>{" "}
            <span className="xx-soft">
              {one.owner?.name ?? one.partner?.name} · {t("due")} <DateText date={one.dueOn} short />
            </span>{" "}
            {one.doneAt ? (
              <span className="xx-tag" data-tone="calm">
                {t("done")} <DateTimeText at={one.doneAt} near />
              </span>
            ) : one.dueOn < today ? (
              <span className="xx-tag" data-tone="overdue">
                {t("late")}
              </span>
            ) : null}
            {one.doneNote ? <p className="xx-soft">{one.doneNote}</p> : null}
            {one.doneAt ? null : (
              <p className="xx-row-acts">
                {one.mayFinish ? (
                  <Button
                    size="small"
                    type="primary"
                    aria-label={t("finishOf", { title: one.title })}
                    onClick={() =>
                      void finish.run({ taskId: one.id }).then((did) => {
                        if (!did.ok) return;
                        message.success(t("finished"));
                        onReload();
                      })
                    }
                  >
                    {t("finish")}
                  </Button>
                ) : null}
                {sheet.mayEdit && !ended ? (
                  <>
                    <Button
                      size="small"
                      aria-label={t("editTaskOf", { title: one.title })}
                      onClick={() => setEditing(one)}
                    >
                      {t("edit")}
                    </Button>
                    <Popconfirm
                      title={t("removeTaskSure")}
                      okText={t("remove")}
                      cancelText={t("common:act.cancel")}
                      onConfirm={() => void remove.run({ taskId: one.id }).then((did) => did.ok && onReload())}
                    >
                      <Button size="small" aria-label={t("removeTaskOf", { title: one.title })}>
                        {t("remove")}
                      </Button>
                    </Popconfirm>
                  </>
                ) : null}
              </p>
            )}
          </li>
        ))}
      </ul>
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      {sheet.mayEdit && !ended ? <Button onClick={() => setEditing("new")}>{t("addTask")}</Button> : null}
      {editing ? (
        <TaskForm
          sheet={sheet}
          task={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
          onDone={onReload}
        />
      ) : null}
    </Block>
  );
}

function TaskForm(props: { sheet: Sheet; task: Task | null; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation("projects");
  const { sheet, task } = props;
  const act = useAct(SaveTaskDocument);
  const { data } = useQuery(ProjectStaffDocument, { fetchPolicy: "cache-first" });
  return (
    <ActModal<{ title: string; who: "STAFF" | "PARTNER"; ownerId?: string; partnerId?: string; dueOn: string }>
      open
      title={t(task ? "editTask" : "addTask")}
      onClose={props.onClose}
      onDone={props.onDone}
      draftKey={`task.${task?.id ?? sheet.id}`}
      initialValues={{
        title: task?.title ?? "",
        who: task?.partner ? "PARTNER" : "STAFF",
        ownerId: task?.owner?.id ?? sheet.lead.id,
        ...(task?.partner ? { partnerId: task.partner.id } : {}),
        dueOn: task?.dueOn ?? sheet.plannedUntil,
      }}
      submitText={t("save")}
      onSubmit={({ title, who, ownerId, partnerId, dueOn }) =>
        act.run({
          projectId: sheet.id,
          title,
          dueOn,
          ...(task ? { taskId: task.id } : {}),
          ...(who === "STAFF" ? { ownerId: ownerId ?? "" } : { partnerId: partnerId ?? "" }),
        })
      }
    >
      <Form.Item
        name="title"
        label={t("taskTitle")}
        rules={[{ required: true, whitespace: true, message: t("needed") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="who" label={t("taskWho")}>
        <Radio.Group
          options={[
            { value: "STAFF", label: t("byStaff") },
            { value: "PARTNER", label: t("byPartner"), disabled: sheet.partners.length === 0 },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue("who") === "PARTNER" ? (
            <Form.Item name="partnerId" label={t("partner")} rules={[{ required: true, message: t("needed") }]}>
              <Select options={sheet.partners.map((one) => ({ value: one.id, label: one.name }))} />
            </Form.Item>
          ) : (
            <Form.Item name="ownerId" label={t("owner")} rules={[{ required: true, message: t("needed") }]}>
              <Select
                showSearch={{ optionFilterProp: "label" }}
                options={(data?.staff ?? [])
                  .filter((one) => one.duty !== "LEFT" && servesResidents(one))
                  .map((one) => ({ value: one.id, label: one.name }))}
              />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="dueOn" label={t("due")} rules={[{ required: true, message: t("needed") }]}>
        <Input type="date" />
      </Form.Item>
    </ActModal>
  );
}
