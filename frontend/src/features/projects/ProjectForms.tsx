import { useQuery } from "@apollo/client/react";
import { Checkbox, Form, Input, Radio, Select, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { ClauseTag } from "@/components/tags";
import type { ProjectKind, ProjectOrigin, ProjectStage } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { moneyForm } from "@/office/money";
import { servesResidents, useViewer } from "@/office/viewer";
import {
  EditProjectDocument,
  MoveProjectDocument,
  ProjectMovesDocument,
  ProjectStaffDocument,
  ProposeProjectDocument,
} from "./documents";
import { projectKinds } from "./stages";

export interface KnownProject {
  id: string;
  version: number;
  title: string;
  kind: ProjectKind;
  about: string;
  place: string;
  lead: { id: string };
  plannedFrom: string;
  plannedUntil: string;
  budget: string;
  cost: string;
  openToJoin: boolean;
  published: boolean;
}

interface Values extends Record<string, unknown> {
  title: string;
  kind: ProjectKind;
  origin: ProjectOrigin;
  about?: string;
  place: string;
  leadId: string;
  plannedFrom: string;
  plannedUntil: string;
  budget?: string;
  cost?: string;
  openToJoin?: boolean;
  published?: boolean;
}

/** Proposes a project, or changes what is said of one (P3). */
export function ProjectForm(props: { known?: KnownProject; onClose: () => void; onDone: (id: string) => void }) {
  const { t } = useTranslation("projects");
  const { known } = props;
  const viewer = useViewer();
  const propose = useAct(ProposeProjectDocument);
  const edit = useAct(EditProjectDocument);
  const { data, loading } = useQuery(ProjectStaffDocument, { fetchPolicy: "cache-and-network" });
  const needed = [{ required: true, whitespace: true, message: t("needed") }];
  const money = [{ pattern: moneyForm, message: t("yuanForm") }];
  return (
    <ActModal<Values>
      open
      width={640}
      title={t(known ? "edit" : "propose")}
      onClose={props.onClose}
      onReload={() => props.onDone(known?.id ?? "")}
      draftKey={known ? `project.${known.id}` : "project"}
      initialValues={
        known
          ? { ...known, leadId: known.lead.id, budget: known.budget, cost: known.cost }
          : { kind: "ROAD", origin: "CASES", leadId: viewer.staff.id, openToJoin: true, published: false }
      }
      submitText={t(known ? "save" : "propose")}
      onSubmit={async (values) => {
        const said = {
          title: values.title,
          kind: values.kind,
          about: values.about ?? "",
          place: values.place,
          leadId: values.leadId,
          plannedFrom: values.plannedFrom,
          plannedUntil: values.plannedUntil,
          budget: values.budget ?? "",
          openToJoin: values.openToJoin ?? false,
          published: values.published ?? false,
        };
        if (known) {
          const done = await edit.run({
            ...said,
            cost: values.cost ?? "",
            projectId: known.id,
            version: known.version,
          });
          if (done.ok) props.onDone(known.id);
          return done;
        }
        const done = await propose.run({ ...said, origin: values.origin });
        if (done.ok) props.onDone(done.data.proposeProject.project.id);
        return done;
      }}
    >
      <Form.Item name="title" label={t("name")} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <div className="xx-two">
        <Form.Item name="kind" label={t("kind")}>
          <Select options={projectKinds.map((value) => ({ value, label: t(`enums:ProjectKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="leadId" label={t("lead")} rules={[{ required: true, message: t("needed") }]}>
          <Select
            loading={loading}
            showSearch={{ optionFilterProp: "label" }}
            options={(data?.staff ?? [])
              .filter((one) => one.duty !== "LEFT" && servesResidents(one))
              .map((one) => ({ value: one.id, label: [one.name, one.title].filter(Boolean).join(" · ") }))}
          />
        </Form.Item>
      </div>
      {known ? null : (
        <Form.Item name="origin" label={t("origin")}>
          <Radio.Group
            options={(["CASES", "PLAN"] as const).map((value) => ({ value, label: t(`enums:ProjectOrigin.${value}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="place" label={t("place")} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="about" label={t("about")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <div className="xx-two">
        <Form.Item name="plannedFrom" label={t("plannedFrom")} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="plannedUntil" label={t("plannedUntil")} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="budget" label={t("budget")} rules={money}>
          <Input inputMode="decimal" maxLength={10} suffix={t("yuanUnit")} />
        </Form.Item>
        {known ? (
          <Form.Item name="cost" label={t("cost")} rules={money}>
            <Input inputMode="decimal" maxLength={10} suffix={t("yuanUnit")} />
          </Form.Item>
        ) : null}
      </div>
      <Form.Item name="openToJoin" valuePropName="checked">
        <Checkbox>{t("openToJoinSay")}</Checkbox>
      </Form.Item>
      <Form.Item name="published" valuePropName="checked">
        <Checkbox>{t("publishedSay")}</Checkbox>
      </Form.Item>
    </ActModal>
  );
}

/** Takes a project to another stage, with what has to be said for it (P3). `want` is the stage that was asked for by key. */
export function MoveForm(props: { id: string; want?: ProjectStage; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation("projects");
  const act = useAct(MoveProjectDocument);
  const { data, refetch } = useQuery(ProjectMovesDocument, {
    variables: { id: props.id },
    fetchPolicy: "network-only",
  });
  const project = data?.node?.__typename === "Project" ? data.node : null;
  if (!project) return <Skeleton active paragraph={false} />;
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  const first = project.moves.find((move) => move.to === props.want) ?? project.moves[0];
  return (
    <ActModal<{ to: ProjectStage; reason?: string; outcome?: string }>
      open
      title={t("moveOf", { title: project.title })}
      onClose={props.onClose}
      onDone={props.onDone}
      onReload={again}
      draftKey={`project.move.${project.id}.${project.stage}`}
      initialValues={first ? { to: first.to } : {}}
      submitText={t("move")}
      onSubmit={(values) => act.run({ projectId: project.id, version: project.version, ...values })}
    >
      <p className="xx-act-hint">
        {t("moveFrom", { stage: t(`enums:ProjectStage.${project.stage}`) })} <ClauseTag clause="P3" />
      </p>
      <Form.Item name="to" label={t("moveTo")} rules={[{ required: true, message: t("needed") }]}>
        <Radio.Group
          options={project.moves.map((move) => ({ value: move.to, label: t(`enums:ProjectStage.${move.to}`) }))}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => {
          const chosen = project.moves.find((move) => move.to === getFieldValue("to"));
          return (
            <>
              {chosen?.refused ? <p className="xx-move-warning">{t("notConfirmed")}</p> : null}
              <Form.Item
                name="reason"
                label={t(chosen?.needsReason ? "reason" : "reasonOptional")}
                rules={chosen?.needsReason ? [{ required: true, whitespace: true, message: t("needed") }] : []}
              >
                <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
              </Form.Item>
              {chosen?.needsOutcome ? (
                <Form.Item
                  name="outcome"
                  label={t("outcome")}
                  rules={[{ required: true, whitespace: true, message: t("needed") }]}
                >
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
                </Form.Item>
              ) : null}
            </>
          );
        }}
      </Form.Item>
    </ActModal>
  );
}
