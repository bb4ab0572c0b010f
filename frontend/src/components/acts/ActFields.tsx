import { useQuery } from "@apollo/client/react";
import { Form, type FormInstance, Input, Radio, Select } from "antd";
import { type ComponentType, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { ClauseTag } from "@/components/tags";
import type { ActItemFragment as ActItem, BreachKind, CaseAct, TellWay } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { officeNow, useOfficeTick } from "@/office/clock";
import { useZone } from "@/office/viewer";
import { dayOf, fromLocalInput, toLocalInput } from "@/office/zone";
import { Act, type ActProps, type ActTarget, type Values } from "./Act";
import { ChargeForm, ReportPiece, ReturnPiece, TakePieces } from "./CustodyActs";
import {
  AcceptDocument,
  ActStaffDocument,
  AskCallBackDocument,
  CompleteDocument,
  DecideExtensionDocument,
  DirectDocument,
  GuideDocument,
  OfferDocument,
  PromiseDocument,
  RecordCallBackDocument,
  RefuseDocument,
  ReopenDocument,
  ReportBreachDocument,
  ReportDocument,
  RequestExtensionDocument,
  ResolveDocument,
  ReturnDocument,
  SendBackDocument,
  TakeOverDocument,
  TellExtensionDocument,
} from "./documents";
import {
  type ChosenDepartment,
  DaysField,
  DaysPreview,
  DepartmentField,
  InstantField,
  ItemField,
  PostField,
  StaffField,
  startDay,
  TextField,
  ToldWayField,
  tellWays,
  useItemOf,
  wayLike,
} from "./fields";
import { NoticeAgain, ReceiveMaterials, ReceiveSome, RequestMaterials, Withdraw } from "./MaterialActs";
import { Answer, CallBack, Check, PutRight } from "./ReviewActs";

function ResolveOnSpot(props: ActProps) {
  const act = useAct(ResolveDocument);
  return (
    <Act<{ outcome: string }> {...props} act="RESOLVE_ON_SPOT" send={(values, at) => act.run({ ...at, ...values })}>
      <TextField name="outcome" autoFocus />
    </Act>
  );
}

function PromiseCase(props: ActProps) {
  const { target } = props;
  const act = useAct(PromiseDocument);
  const zone = useZone();
  return (
    <Act<{ itemId?: ActItem; workingDays: number; toldWay: TellWay }>
      {...props}
      act="PROMISE"
      initialValues={{
        ...(target.item ? { workingDays: Math.max(1, target.item.limitDays) } : {}),
        toldWay: wayLike(target.channel),
      }}
      send={({ itemId, ...values }, at) => act.run({ ...at, ...values, ...(itemId ? { itemId: itemId.id } : {}) })}
    >
      {(form) => (
        <>
          {target.item ? null : <ItemField />}
          <ItemDays form={form} target={target} autoFocus={target.item !== null} />
          <ToldWayField />
          <ItemPreview form={form} target={target} zone={zone} />
        </>
      )}
    </Act>
  );
}

function ItemDays({ form, target, autoFocus }: { form: FormInstance; target: ActTarget; autoFocus?: boolean }) {
  const item = useItemOf(form, target);
  return <DaysField most={item ? Math.max(1, item.limitDays) : null} autoFocus={autoFocus ?? false} />;
}

function ItemPreview({ form, target, zone }: { form: FormInstance; target: ActTarget; zone: string }) {
  const item = useItemOf(form, target);
  return (
    <DaysPreview
      form={form}
      itemId={item?.id ?? null}
      from={startDay(item?.kind, target.materialsCompleteAt ?? target.contactAt, zone, officeNow())}
    />
  );
}

function ReportUp(props: ActProps) {
  const act = useAct(ReportDocument);
  return (
    <Act<{ reason: string }> {...props} act="REPORT_UP" send={(values, at) => act.run({ ...at, ...values })}>
      <TextField name="reason" label="reportReason" autoFocus />
    </Act>
  );
}

function Guide(props: ActProps) {
  const act = useAct(GuideDocument);
  return (
    <Act<{ departmentId: ChosenDepartment; said: string }>
      {...props}
      act="GUIDE"
      send={({ departmentId, said }, at) => act.run({ ...at, departmentId: departmentId.id, said })}
    >
      <DepartmentField />
      <TextField name="said" />
    </Act>
  );
}

function Refuse(props: ActProps) {
  const act = useAct(RefuseDocument);
  return (
    <Act<{ legalReason: string; toldWay: TellWay }>
      {...props}
      act="REFUSE"
      danger
      initialValues={{ toldWay: wayLike(props.target.channel) }}
      send={(values, at) => act.run({ ...at, ...values })}
    >
      <TextField name="legalReason" autoFocus />
      <ToldWayField />
    </Act>
  );
}

function OfferHandOver(props: ActProps) {
  const { target } = props;
  const { t } = useTranslation("acts");
  const act = useAct(OfferDocument);
  const { post } = target;
  const first: { id: string; why: string }[] = [];
  const add = (one: { id: string } | null | undefined, why: string) => {
    if (one && !first.some((known) => known.id === one.id)) first.push({ id: one.id, why });
  };
  if (post) {
    add(post.onDuty, t("why.onDuty", { post: post.name }));
    add(post.a, t("why.a", { post: post.name }));
    add(post.b, t("why.b", { post: post.name }));
  }
  const suggested = post?.onDuty && post.onDuty.id !== target.responsible.id ? post.onDuty.id : undefined;
  return (
    <Act<{ toStaffId: string; explanation: string }>
      {...props}
      act="OFFER_HAND_OVER"
      initialValues={suggested ? { toStaffId: suggested } : {}}
      send={(values, at) => act.run({ ...at, ...values })}
    >
      <StaffField name="toStaffId" first={first} not={target.responsible.id} />
      <TextField name="explanation" autoFocus={Boolean(suggested)} rows={4} />
    </Act>
  );
}

function AcceptHandOver(props: ActProps) {
  const act = useAct(AcceptDocument);
  return <Act<Values> {...props} act="ACCEPT_HAND_OVER" send={(_, at) => act.run(at)} />;
}

function ReturnHandOver(props: ActProps) {
  const act = useAct(ReturnDocument);
  return (
    <Act<{ reason: string }> {...props} act="RETURN_HAND_OVER" send={(values, at) => act.run({ ...at, ...values })}>
      <TextField name="reason" label="returnReason" autoFocus />
    </Act>
  );
}

function TakeOver(props: ActProps) {
  const act = useAct(TakeOverDocument);
  return (
    <Act<{ note?: string }> {...props} act="TAKE_OVER" send={({ note }, at) => act.run({ ...at, note: note ?? "" })}>
      <TextField name="note" optional rows={2} autoFocus />
    </Act>
  );
}

function Direct(props: ActProps) {
  const act = useAct(DirectDocument);
  return (
    <Act<{ postId: string; instructions: string }>
      {...props}
      act="DIRECT"
      initialValues={props.target.post?.onDuty ? { postId: props.target.post.id } : {}}
      send={(values, at) => act.run({ ...at, ...values })}
    >
      <PostField />
      <TextField name="instructions" />
    </Act>
  );
}

function SendBack(props: ActProps) {
  const act = useAct(SendBackDocument);
  return (
    <Act<{ instructions: string }> {...props} act="SEND_BACK" send={(values, at) => act.run({ ...at, ...values })}>
      <TextField name="instructions" autoFocus />
    </Act>
  );
}

function RequestExtension(props: ActProps) {
  const { target } = props;
  const { t } = useTranslation("acts");
  const act = useAct(RequestExtensionDocument);
  const zone = useZone();
  const most = target.item?.maxExtensionDays ?? null;
  return (
    <Act<{ workingDays: number; reason: string }>
      {...props}
      act="REQUEST_EXTENSION"
      send={(values, at) => act.run({ ...at, ...values })}
    >
      {(form) => (
        <>
          <DaysField
            most={most}
            hint={most === null ? t("field.afterOldDeadline") : t("field.extensionAtMost", { count: most })}
            autoFocus
          />
          <TextField name="reason" label="extensionReason" />
          <DaysPreview form={form} itemId={null} from={dayOf(target.dueAt, zone)} of="extension" />
        </>
      )}
    </Act>
  );
}

function DecideExtension(props: ActProps) {
  const { t } = useTranslation("acts");
  const act = useAct(DecideExtensionDocument);
  return (
    <Act<{ approve: boolean; reason: string }>
      {...props}
      act="DECIDE_EXTENSION"
      submitText={t("decide")}
      send={(values, at) => act.run({ ...at, ...values })}
    >
      <Form.Item name="approve" label={t("field.approve")} rules={[{ required: true, message: t("needed.approve") }]}>
        <Radio.Group
          options={[
            { value: true, label: t("approve") },
            { value: false, label: t("reject") },
          ]}
        />
      </Form.Item>
      <TextField name="reason" label="decisionReason" rows={2} />
    </Act>
  );
}

function TellExtension(props: ActProps) {
  const { target } = props;
  const act = useAct(TellExtensionDocument);
  const zone = useZone();
  const since = target.extension?.decidedAt;
  return (
    <Act<{ toldWay: TellWay; toldAt?: string }>
      {...props}
      act="TELL_EXTENSION"
      initialValues={{ toldWay: wayLike(target.channel) }}
      send={({ toldAt, toldWay }, at) => {
        const instant = toldAt ? fromLocalInput(toldAt, zone) : null;
        return act.run({ ...at, toldWay, ...(instant ? { toldAt: instant } : {}) });
      }}
    >
      <ToldWayField label="toldExtension" />
      <InstantField name="toldAt" {...(since ? { min: since } : {})} />
    </Act>
  );
}

/**
 * A missed promise is completed with the apology and what was done about it, in one form (A2). Whether it was missed is by the office's clock: until
 * that is known there is no form, since this machine's own clock may say anything.
 */
function Complete(props: ActProps) {
  return useOfficeTick(useCallback((_now, clock) => clock.known, [])) ? <CompleteForm {...props} /> : null;
}

function CompleteForm(props: ActProps) {
  const { target } = props;
  const { t } = useTranslation("acts");
  const act = useAct(CompleteDocument);
  const zone = useZone();
  const late = useOfficeTick(useCallback((now) => now >= Date.parse(target.dueAt), [target.dueAt]));
  return (
    <Act<{ outcome: string; apology?: { way: TellWay; at?: string; byId: string; text: string; remedy: string } }>
      {...props}
      act="COMPLETE"
      initialValues={late ? { apology: { way: wayLike(target.channel), byId: target.responsible.id } as never } : {}}
      send={({ outcome, apology }, at) => {
        const instant = apology?.at ? fromLocalInput(apology.at, zone) : null;
        return act.run({
          ...at,
          outcome,
          ...(late && apology
            ? {
                apology: {
                  way: apology.way,
                  byId: apology.byId,
                  text: apology.text,
                  remedy: apology.remedy,
                  ...(instant ? { at: instant } : {}),
                },
              }
            : {}),
        });
      }}
    >
      <TextField name="outcome" autoFocus />
      {late ? (
        <fieldset className="xx-apology">
          <legend>
            {t("apology.title")} <ClauseTag clause="A2" />
          </legend>
          <p className="xx-act-hint">{t("apology.hint")}</p>
          <ApologyFields contactAt={target.contactAt} />
        </fieldset>
      ) : null}
    </Act>
  );
}

function ApologyFields({ contactAt }: { contactAt: string }) {
  const { t } = useTranslation("acts");
  const zone = useZone();
  const { data, loading } = useQuery(ActStaffDocument, { fetchPolicy: "cache-and-network" });
  const text = (name: string) => (
    <Form.Item
      name={["apology", name]}
      label={t(`apology.${name}`)}
      rules={[{ required: true, whitespace: true, message: t("needed.text") }]}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
    </Form.Item>
  );
  return (
    <>
      <Form.Item name={["apology", "way"]} label={t("apology.way")} rules={[{ required: true }]}>
        <Select options={tellWays.map((value) => ({ value, label: t(`enums:TellWay.${value}`) }))} />
      </Form.Item>
      <Form.Item name={["apology", "byId"]} label={t("apology.byId")} rules={[{ required: true }]}>
        <Select
          loading={loading && !data}
          options={(data?.staff ?? [])
            .filter((one) => one.duty !== "LEFT")
            .map((one) => ({ value: one.id, label: [one.name, one.title].filter(Boolean).join(" · ") }))}
        />
      </Form.Item>
      <Form.Item name={["apology", "at"]} label={t("apology.at")} extra={t("field.nowIfEmpty")}>
        <Input type="datetime-local" max={toLocalInput(officeNow(), zone)} min={toLocalInput(contactAt, zone)} />
      </Form.Item>
      {text("text")}
      {text("remedy")}
    </>
  );
}

function Reopen(props: ActProps) {
  const { target } = props;
  const act = useAct(ReopenDocument);
  return (
    <Act<{ reason: string; workingDays: number; toldWay: TellWay }>
      {...props}
      act="REOPEN"
      initialValues={{
        ...(target.item ? { workingDays: Math.max(1, target.item.limitDays) } : {}),
        toldWay: wayLike(target.channel),
      }}
      send={(values, at) => act.run({ ...at, ...values })}
    >
      {(form) => (
        <>
          <TextField name="reason" label="reopenReason" autoFocus />
          <DaysField most={target.item ? Math.max(1, target.item.limitDays) : null} />
          <ToldWayField />
          <DaysPreview form={form} itemId={target.item?.id ?? null} />
        </>
      )}
    </Act>
  );
}

function AskCallBack(props: ActProps) {
  const act = useAct(AskCallBackDocument);
  return <Act<Values> {...props} act="ASK_CALL_BACK" send={(_, at) => act.run(at)} />;
}

function RecordCallBack(props: ActProps) {
  const { t } = useTranslation("acts");
  const act = useAct(RecordCallBackDocument);
  return (
    <Act<{ arrived: boolean; note: string }>
      {...props}
      act="RECORD_CALL_BACK"
      send={(values, at) => act.run({ ...at, ...values })}
    >
      <Form.Item name="arrived" label={t("field.arrived")} rules={[{ required: true, message: t("needed.arrived") }]}>
        <Radio.Group
          options={[
            { value: true, label: t("arrived") },
            { value: false, label: t("notArrived") },
          ]}
        />
      </Form.Item>
      <TextField name="note" label="callBackNote" />
    </Act>
  );
}

/** What people may report (F9); the rest the system finds by itself. */
const reportable: readonly BreachKind[] = ["AVOIDANCE", "WITHHOLDING", "HANDOVER_UNCLEAR", "OVERCHARGE"];

function ReportBreach(props: ActProps) {
  const { t } = useTranslation("acts");
  const act = useAct(ReportBreachDocument);
  return (
    <Act<{ kind: BreachKind; facts: string }>
      {...props}
      act="REPORT_BREACH"
      danger
      send={(values, at) => act.run({ caseId: at.caseId, ...values })}
    >
      <Form.Item name="kind" label={t("field.kind")} rules={[{ required: true, message: t("needed.kind") }]}>
        <Select options={reportable.map((value) => ({ value, label: t(`enums:BreachKind.${value}`) }))} />
      </Form.Item>
      <TextField name="facts" />
    </Act>
  );
}

/** Files are dropped on their card, papers chosen from a menu, projects on their card: no form of an act. */
export type FormAct = Exclude<CaseAct, "ATTACH" | "PRINT" | "LINK_PROJECT">;

export const hasForm = (act: CaseAct): act is FormAct => act !== "ATTACH" && act !== "PRINT" && act !== "LINK_PROJECT";

const forms: Record<FormAct, ComponentType<ActProps>> = {
  RESOLVE_ON_SPOT: ResolveOnSpot,
  PROMISE: PromiseCase,
  REPORT_UP: ReportUp,
  GUIDE: Guide,
  REFUSE: Refuse,
  REQUEST_MATERIALS: RequestMaterials,
  RECEIVE_MATERIALS: ReceiveMaterials,
  OFFER_HAND_OVER: OfferHandOver,
  ACCEPT_HAND_OVER: AcceptHandOver,
  RETURN_HAND_OVER: ReturnHandOver,
  TAKE_OVER: TakeOver,
  DIRECT: Direct,
  SEND_BACK: SendBack,
  REQUEST_EXTENSION: RequestExtension,
  DECIDE_EXTENSION: DecideExtension,
  TELL_EXTENSION: TellExtension,
  COMPLETE: Complete,
  REOPEN: Reopen,
  ASK_CALL_BACK: AskCallBack,
  RECORD_CALL_BACK: RecordCallBack,
  REPORT_BREACH: ReportBreach,
  RECEIVE_SOME: ReceiveSome,
  NOTICE_AGAIN: NoticeAgain,
  WITHDRAW: Withdraw,
  TAKE_PIECES: TakePieces,
  RETURN_PIECE: ReturnPiece,
  REPORT_PIECE: ReportPiece,
  CHARGE: ChargeForm,
  CHECK: Check,
  PUT_RIGHT: PutRight,
  ANSWER: Answer,
  CALL_BACK: CallBack,
};

/** The form of one act on a case. Whether it may be done is not asked here: `allowedActs` said so, the server decides. */
export function ActFields({ act, ...props }: ActProps & { act: FormAct }) {
  const FormOfAct = forms[act];
  return <FormOfAct key={`${act}.${props.target.id}.${props.subject ?? ""}`} {...props} />;
}
