import { PrinterOutlined, QrcodeOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Form, Input, InputNumber, Modal, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ActModal } from "@/components/ActForm";
import { DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { Pictures } from "@/components/Pictures";
import { RecordTimeline } from "@/components/RecordTimeline";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag } from "@/components/tags";
import { YuanText } from "@/components/YuanText";
import { readFragment } from "@/graphql/gen";
import type { ProgramSheetFragment as Sheet } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { useDeskEvents } from "@/live/desk";
import { officeNow } from "@/office/clock";
import { servesResidents, useViewer, useZone } from "@/office/viewer";
import { formatClock } from "@/office/zone";
import { ActsForm } from "./ActsForm";
import {
  CancelProgramDocument,
  HoldProgramDocument,
  ProgramDocument,
  ProgramSheetFragment,
  PublishProgramDocument,
  RecordVolunteerDocument,
  SessionCodeDocument,
} from "./documents";
import { Enrolments } from "./Enrolments";
import { ProgramForm } from "./ProgramForm";
import { ProgramTag } from "./ProgramsView";
import "./programs.css";

type Dialog = "edit" | "cancel" | "hold" | "acts" | "volunteer" | null;

/** One program: its sessions with their codes, who is enrolled, who waits and who came, its acts and its result (E5, C2). */
export function Component() {
  const { t } = useTranslation("programs");
  const id = useParams().id ?? "";
  const { data, error, refetch } = useQuery(ProgramDocument, { variables: { id }, fetchPolicy: "network-only" });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents(again);
  if (!data && error)
    return (
      <EmptyHint
        title={t("failed")}
        hint={sayRefusal(refusalOf(error), t)}
        action={<Button onClick={again}>{t("common:act.retry")}</Button>}
      />
    );
  if (!data) return <Skeleton active />;
  if (data.node?.__typename !== "Program") return <EmptyHint title={t("gone")} hint={t("goneHint")} />;
  return <Program sheet={readFragment(ProgramSheetFragment, data.node)} onChange={again} />;
}

function Program({ sheet, onChange }: { sheet: Sheet; onChange: () => void }) {
  const { t } = useTranslation("programs");
  const viewer = useViewer();
  const [dialog, setDialog] = useState<Dialog>(null);
  const [session, setSession] = useState<string | null>(null);
  const publish = useAct(PublishProgramDocument);
  const works = servesResidents(viewer);
  const close = () => setDialog(null);
  const at = { programId: sheet.id, version: sheet.version };
  const begun = Date.parse(sheet.from) <= officeNow();
  const open = sheet.state === "OPEN";
  return (
    <>
      <PageHead
        title={sheet.title}
        hint={
          <Link className="xx-no-print" to="/programs">
            {t("back")}
          </Link>
        }
        tags={<ProgramTag state={sheet.state} />}
        actions={
          <>
            <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
              {t("print")}
            </Button>
            {works && (sheet.state === "PLANNED" || open) ? (
              <>
                <Button danger onClick={() => setDialog("cancel")}>
                  {t("cancel")}
                </Button>
                <Button onClick={() => setDialog("edit")}>{t("edit")}</Button>
              </>
            ) : null}
            {works && sheet.state === "PLANNED" ? (
              <Button type="primary" loading={publish.busy} onClick={() => void publish.run(at).then(onChange)}>
                {t("publish")}
              </Button>
            ) : null}
            {works && open && begun ? (
              <Button type="primary" onClick={() => setDialog("hold")}>
                {t("hold")}
              </Button>
            ) : null}
          </>
        }
      />
      {publish.refusal ? <RefusalNote refusal={publish.refusal} onReload={onChange} /> : null}
      <div className="xx-program">
        <div>
          {works ? <Enrolments sheet={sheet} onChange={onChange} /> : null}
          {sheet.kind === "SHOW" || sheet.kind === "CONTEST" || sheet.acts.length > 0 ? (
            <Acts sheet={sheet} onEdit={works && sheet.state !== "CANCELLED" ? () => setDialog("acts") : undefined} />
          ) : null}
          <Pictures
            of={{ programId: sheet.id }}
            title={t("pictures")}
            clause="C2"
            pictures={sheet.pictures}
            onReload={onChange}
          />
          <section className="xx-card xx-card-pad xx-no-print" aria-labelledby="xx-program-journal">
            <h2 className="xx-section-title" id="xx-program-journal">
              {t("journal")}
            </h2>
            <RecordTimeline events={sheet.events} />
          </section>
        </div>
        <div>
          <Facts sheet={sheet} />
          <Sessions sheet={sheet} onCode={works ? setSession : undefined} />
          <section className="xx-card xx-card-pad xx-no-print" aria-labelledby="xx-program-volunteers">
            <h2 className="xx-section-title" id="xx-program-volunteers">
              {t("volunteers.title")} <ClauseTag clause="C4" />
            </h2>
            {sheet.volunteers.length === 0 ? <p className="xx-programs-sub">{t("volunteers.none")}</p> : null}
            <ul className="xx-plain">
              {sheet.volunteers.map((one) => (
                <li key={one.id}>{t("volunteers.one", { name: one.name, minutes: one.minutes })}</li>
              ))}
            </ul>
            {works && begun && (open || sheet.state === "HELD") ? (
              <Button size="small" onClick={() => setDialog("volunteer")}>
                {t("volunteers.add")}
              </Button>
            ) : null}
          </section>
        </div>
      </div>
      {dialog === "edit" ? <ProgramForm open sheet={sheet} onClose={close} onDone={onChange} /> : null}
      {dialog === "acts" ? <ActsForm sheet={sheet} onClose={close} onDone={onChange} /> : null}
      {dialog === "cancel" ? <CancelForm sheet={sheet} onClose={close} onDone={onChange} /> : null}
      {dialog === "hold" ? <HoldForm sheet={sheet} onClose={close} onDone={onChange} /> : null}
      {dialog === "volunteer" ? <VolunteerForm sheet={sheet} onClose={close} onDone={onChange} /> : null}
      {session ? <Code id={session} onClose={() => setSession(null)} /> : null}
    </>
  );
}

function Facts({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("programs");
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-program-facts">
      <h2 className="xx-section-title" id="xx-program-facts">
        {t("facts")} <ClauseTag clause="E5" />
      </h2>
      <dl className="xx-facts">
        <dt>{t("field.kind")}</dt>
        <dd>{t(`enums:ProgramKind.${sheet.kind}`)}</dd>
        <dt>{t("field.places")}</dt>
        <dd>{t("places", { seated: sheet.seated, capacity: sheet.capacity, waiting: sheet.waiting })}</dd>
        <dt>{t("field.place")}</dt>
        <dd>{sheet.place}</dd>
        <dt>{t("field.organiser")}</dt>
        <dd>{sheet.organiser.name}</dd>
        {sheet.group ? (
          <>
            <dt>{t("field.group")}</dt>
            <dd>
              <Link to={`/groups/${sheet.group.id}`}>{sheet.group.name}</Link>
            </dd>
          </>
        ) : null}
        <dt>{t("field.enrolUntil")}</dt>
        <dd>
          <DateTimeText at={sheet.enrolUntil} />
        </dd>
        {sheet.publicPath && sheet.publicEnrol ? (
          <>
            <dt className="xx-no-print">{t("field.public")}</dt>
            <dd className="xx-no-print">
              <a href={sheet.publicPath} target="_blank" rel="noreferrer">
                {t("openPublic")}
              </a>
            </dd>
          </>
        ) : null}
        {sheet.stateReason ? (
          <>
            <dt>{t("field.reason")}</dt>
            <dd>{sheet.stateReason}</dd>
          </>
        ) : null}
        {sheet.result ? (
          <>
            <dt>{t("field.result")}</dt>
            <dd className="xx-said">{sheet.result}</dd>
            <dt>{t("field.cost")}</dt>
            <dd>
              <YuanText value={sheet.cost} />
            </dd>
            <dt>{t("field.reached")}</dt>
            <dd>{t("people", { count: sheet.reached })}</dd>
          </>
        ) : null}
      </dl>
      {sheet.about ? <p className="xx-said">{sheet.about}</p> : null}
    </section>
  );
}

function Sessions({ sheet, onCode }: { sheet: Sheet; onCode?: ((id: string) => void) | undefined }) {
  const { t } = useTranslation("programs");
  const zone = useZone();
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-program-sessions">
      <h2 className="xx-section-title" id="xx-program-sessions">
        {t("field.sessions")}
      </h2>
      <ol className="xx-plain xx-program-times">
        {sheet.sessions.map((one, index) => (
          <li key={one.id}>
            <span>
              {t("session", { number: index + 1 })} <DateTimeText at={one.from} near />–{formatClock(one.until, zone)}
              <span className="xx-programs-sub">
                {one.place} · {t("attended", { count: one.attended })}
              </span>
            </span>
            {onCode && sheet.state === "OPEN" ? (
              <Button
                className="xx-no-print"
                icon={<QrcodeOutlined aria-hidden />}
                aria-label={t("code.show", { number: index + 1 })}
                onClick={() => onCode(one.id)}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The code of a session, large enough to be scanned from a screen or a print at the venue. */
function Code({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation("programs");
  const { data, error } = useQuery(SessionCodeDocument, { variables: { id }, fetchPolicy: "network-only" });
  const session = data?.node?.__typename === "ProgramSession" ? data.node : null;
  const code = session?.code;
  const rows = code?.rows ?? [];
  const path = rows
    .flatMap((row, y) => [...row].map((dark, x) => (dark === "1" ? `M${x + 4} ${y + 4}h1v1h-1z` : "")))
    .join("");
  return (
    <Modal open title={t("code.title")} footer={null} onCancel={onClose} width={520}>
      {error ? <p>{sayRefusal(refusalOf(error), t)}</p> : null}
      {session && code ? (
        <div className="xx-code">
          <p>
            <DateTimeText at={session.from} /> · {session.place}
          </p>
          <svg viewBox={`0 0 ${rows.length + 8} ${rows.length + 8}`} role="img" aria-label={t("code.title")}>
            <rect width="100%" height="100%" fill="#fff" />
            <path d={path} fill="#000" />
          </svg>
          <p className="xx-code-pin">{code.pin}</p>
          <p className="xx-programs-sub">{t("code.hint")}</p>
          <a href={code.link} target="_blank" rel="noreferrer">
            {t("code.open")}
          </a>
        </div>
      ) : null}
    </Modal>
  );
}

function Acts({ sheet, onEdit }: { sheet: Sheet; onEdit?: (() => void) | undefined }) {
  const { t } = useTranslation("programs");
  return (
    <section className="xx-card xx-card-pad xx-no-print" aria-labelledby="xx-program-acts">
      <h2 className="xx-section-title" id="xx-program-acts">
        {t("acts.title")} <ClauseTag clause="C2" />
      </h2>
      {sheet.acts.length === 0 ? <p className="xx-programs-sub">{t("acts.none")}</p> : null}
      <ol className="xx-plain xx-show-acts">
        {sheet.acts.map((one) => (
          <li key={one.id}>
            <span className="xx-show-acts-number">{one.number}</span>
            <span>
              {one.title}
              <span className="xx-programs-sub">
                {one.performers ? `${one.performers} · ` : ""}
                {t("minutes", { count: one.minutes })}
              </span>
            </span>
            {one.award ? (
              <span className="xx-tag" data-tone="info">
                {one.award}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {onEdit ? (
        <Button size="small" onClick={onEdit}>
          {t("acts.edit")}
        </Button>
      ) : null}
    </section>
  );
}

interface FormProps {
  sheet: Sheet;
  onClose: () => void;
  onDone: () => void;
}

function CancelForm({ sheet, onClose, onDone }: FormProps) {
  const { t } = useTranslation("programs");
  const act = useAct(CancelProgramDocument);
  return (
    <ActModal<{ reason: string }>
      open
      danger
      title={t("cancel")}
      onClose={onClose}
      onDone={onDone}
      onReload={onDone}
      draftKey={`program.cancel.${sheet.id}`}
      submitText={t("cancel")}
      onSubmit={({ reason }) => act.run({ programId: sheet.id, version: sheet.version, reason })}
    >
      <p className="xx-act-hint">{t("cancelHint")}</p>
      <Form.Item
        name="reason"
        label={t("field.reason")}
        rules={[{ required: true, whitespace: true, message: t("needed") }]}
      >
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </ActModal>
  );
}

function HoldForm({ sheet, onClose, onDone }: FormProps) {
  const { t } = useTranslation("programs");
  const act = useAct(HoldProgramDocument);
  return (
    <ActModal<{ result: string; cost?: string; reached?: number }>
      open
      title={t("hold")}
      onClose={onClose}
      onDone={onDone}
      onReload={onDone}
      draftKey={`program.hold.${sheet.id}`}
      submitText={t("hold")}
      initialValues={{ reached: 0 }}
      onSubmit={({ result, cost = "", reached }) =>
        act.run({ programId: sheet.id, version: sheet.version, result, cost, reached: reached ?? 0 })
      }
    >
      <p className="xx-act-hint">{t("holdHint")}</p>
      <Form.Item
        name="result"
        label={t("field.result")}
        rules={[{ required: true, whitespace: true, message: t("needed") }]}
      >
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
      <div className="xx-program-pair">
        <Form.Item name="cost" label={t("field.costYuan")}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="reached" label={t("field.reached")} extra={t("field.reachedHint")}>
          <InputNumber min={0} max={100000} precision={0} />
        </Form.Item>
      </div>
    </ActModal>
  );
}

function VolunteerForm({ sheet, onClose, onDone }: FormProps) {
  const { t } = useTranslation("programs");
  const act = useAct(RecordVolunteerDocument);
  return (
    <ActModal<{ name: string; minutes: number }>
      open
      title={t("volunteers.add")}
      onClose={onClose}
      onDone={onDone}
      draftKey={`program.volunteer.${sheet.id}`}
      submitText={t("volunteers.save")}
      initialValues={{ minutes: 120 }}
      onSubmit={(values) => act.run({ programId: sheet.id, ...values })}
    >
      <Form.Item name="name" label={t("field.name")} rules={[{ required: true, message: t("needed") }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="minutes" label={t("field.minutes")} rules={[{ required: true, message: t("needed") }]}>
        <InputNumber min={1} max={1440} precision={0} />
      </Form.Item>
    </ActModal>
  );
}
