import { Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { ClauseTag } from "@/components/tags";
import type { JobSeekerState, ReferralState, TalkWay } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { officeNow } from "@/office/clock";
import { seekerStates, talkWays } from "@/office/employment";
import { useToday } from "@/office/useToday";
import { useZone } from "@/office/viewer";
import { fromLocalInput, toLocalInput } from "@/office/zone";
import {
  FinishTalkDocument,
  RecordFollowUpDocument,
  RecordTalkDocument,
  SetCounsellorDocument,
  SetJobSeekerStateDocument,
  StepReferralDocument,
} from "./documents";
import { type Seeker, useCounsellors } from "./SeekerForm";

/** The act that is open on a file; null for none. */
export type Open =
  | { act: "edit" | "talk" | "state" | "counsellor" }
  | { act: "finish" | "step" | "follow"; id: string }
  | null;

interface Props {
  seeker: Seeker;
  onClose: () => void;
  onReload: () => void;
}

const ref = (seeker: Seeker) => ({ jobSeekerId: seeker.id, version: seeker.version });

function Text({ name, label, rows = 3 }: { name: string; label: string; rows?: number }) {
  const { t } = useTranslation("jobseekers");
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, whitespace: true, message: t("needed") }]}>
      <Input.TextArea autoSize={{ minRows: rows, maxRows: 10 }} maxLength={2000} />
    </Form.Item>
  );
}

/** A talk: what was advised, the next step and the day on which it comes back (E2). */
export function TalkForm({ seeker, onClose, onReload }: Props) {
  const { t } = useTranslation("jobseekers");
  const act = useAct(RecordTalkDocument);
  const today = useToday();
  return (
    <ActModal<{ way: TalkWay; advised: string; nextStep?: string; nextOn?: string }>
      open
      title={t("talk.record")}
      onClose={onClose}
      onReload={onReload}
      draftKey={`jobseeker.talk.${seeker.id}`}
      initialValues={{ way: "VISIT" }}
      submitText={t("talk.record")}
      onSubmit={({ nextOn, nextStep, ...values }) =>
        act.run({ ...ref(seeker), ...values, nextStep: nextStep ?? "", ...(nextOn ? { nextOn } : {}) })
      }
    >
      <Form.Item name="way" label={t("talk.way")}>
        <Radio.Group options={talkWays.map((value) => ({ value, label: t(`enums:TalkWay.${value}`) }))} />
      </Form.Item>
      <Text name="advised" label={t("talk.advised")} rows={4} />
      <Form.Item name="nextStep" label={t("talk.nextStep")}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="nextOn"
        label={
          <>
            {t("talk.nextOn")} <ClauseTag clause="E2" />
          </>
        }
        extra={t("talk.nextOnHint")}
      >
        <Input type="date" min={today} />
      </Form.Item>
    </ActModal>
  );
}

/** What came of the next step of a talk (E2). */
export function FinishForm({ seeker, onClose, onReload, id }: Props & { id: string }) {
  const { t } = useTranslation("jobseekers");
  const act = useAct(FinishTalkDocument);
  const talk = seeker.talks.find((one) => one.id === id);
  return (
    <ActModal<{ result: string }>
      open
      title={t("talk.finish")}
      onClose={onClose}
      onReload={onReload}
      draftKey={`jobseeker.finish.${id}`}
      submitText={t("talk.finish")}
      onSubmit={(values) => act.run({ ...ref(seeker), talkId: id, ...values })}
    >
      <p className="xx-act-hint">{talk?.nextStep}</p>
      <Text name="result" label={t("talk.result")} />
    </ActModal>
  );
}

/** The next step of a referral: interview, hired, not hired or declined (E4). */
export function StepForm({ seeker, onClose, onReload, id }: Props & { id: string }) {
  const { t } = useTranslation("jobseekers");
  const act = useAct(StepReferralDocument);
  const zone = useZone();
  const today = useToday();
  const referral = seeker.referrals.find((one) => one.id === id);
  return (
    <ActModal<{ state: ReferralState; interviewAt?: string; reason?: string; startedOn?: string }>
      open
      title={referral ? t("referral.stepOf", { title: referral.opening.title }) : t("referral.step")}
      onClose={onClose}
      onReload={onReload}
      draftKey={`jobseeker.step.${id}`}
      initialValues={{ startedOn: today }}
      submitText={t("common:act.save")}
      onSubmit={({ state, interviewAt, reason, startedOn }) => {
        const at = interviewAt ? fromLocalInput(interviewAt, zone) : null;
        return act.run({
          ...ref(seeker),
          referralId: id,
          state,
          reason: reason ?? "",
          ...(state === "INTERVIEW" && at ? { interviewAt: at } : {}),
          ...(state === "HIRED" && startedOn ? { startedOn } : {}),
        });
      }}
    >
      {(form) => (
        <>
          <Form.Item
            name="state"
            label={
              <>
                {t("referral.to")} <ClauseTag clause="E4" />
              </>
            }
            rules={[{ required: true, message: t("needed") }]}
          >
            <Radio.Group
              options={(referral?.next ?? []).map((value) => ({ value, label: t(`enums:ReferralState.${value}`) }))}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(a, b) => a.state !== b.state}>
            {() => {
              switch (form.getFieldValue("state")) {
                case "INTERVIEW":
                  return (
                    <Form.Item
                      name="interviewAt"
                      label={t("referral.interviewAt")}
                      rules={[{ required: true, message: t("needed") }]}
                    >
                      <Input type="datetime-local" min={toLocalInput(officeNow(), zone)} />
                    </Form.Item>
                  );
                case "HIRED":
                  return (
                    <Form.Item name="startedOn" label={t("referral.startedOn")} extra={t("referral.startedHint")}>
                      <Input type="date" />
                    </Form.Item>
                  );
                case "NOT_HIRED":
                case "DECLINED":
                  return <Text name="reason" label={t("referral.reason")} rows={2} />;
                default:
                  return null;
              }
            }}
          </Form.Item>
        </>
      )}
    </ActModal>
  );
}

/** Whether the person still has the work (E4, E7). */
export function FollowForm({ seeker, onClose, onReload, id }: Props & { id: string }) {
  const { t } = useTranslation("jobseekers");
  const act = useAct(RecordFollowUpDocument);
  return (
    <ActModal<{ employed: boolean; note?: string }>
      open
      title={t("follow.record")}
      onClose={onClose}
      onReload={onReload}
      draftKey={`jobseeker.follow.${id}`}
      submitText={t("follow.record")}
      onSubmit={({ employed, note }) => act.run({ ...ref(seeker), followUpId: id, employed, note: note ?? "" })}
    >
      <Form.Item name="employed" label={t("follow.employed")} rules={[{ required: true, message: t("needed") }]}>
        <Radio.Group
          options={[
            { value: true, label: t("follow.yes") },
            { value: false, label: t("follow.no") },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label={t("field.note")} extra={t("follow.noHint")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </ActModal>
  );
}

/** Whether the person is on the register, and why not (E1). */
export function StateForm({ seeker, onClose, onReload }: Props) {
  const { t } = useTranslation("jobseekers");
  const act = useAct(SetJobSeekerStateDocument);
  return (
    <ActModal<{ state: JobSeekerState; reason?: string }>
      open
      title={t("state.set")}
      onClose={onClose}
      onReload={onReload}
      draftKey={`jobseeker.state.${seeker.id}`}
      submitText={t("common:act.save")}
      onSubmit={({ state, reason }) => act.run({ ...ref(seeker), state, reason: reason ?? "" })}
    >
      <Form.Item name="state" label={t("state.to")} rules={[{ required: true, message: t("needed") }]}>
        <Radio.Group
          options={seekerStates
            .filter((value) => value !== seeker.state)
            .map((value) => ({ value, label: t(`enums:JobSeekerState.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={t("state.reason")} extra={t("state.reasonHint")}>
        <Input maxLength={200} />
      </Form.Item>
    </ActModal>
  );
}

/** Another counsellor; what waits goes along (E1). */
export function CounsellorForm({ seeker, onClose, onReload }: Props) {
  const { t } = useTranslation("jobseekers");
  const act = useAct(SetCounsellorDocument);
  const counsellors = useCounsellors(true);
  return (
    <ActModal<{ counsellorId: string }>
      open
      title={t("counsellor.set")}
      onClose={onClose}
      onReload={onReload}
      draftKey={`jobseeker.counsellor.${seeker.id}`}
      submitText={t("common:act.save")}
      onSubmit={(values) => act.run({ ...ref(seeker), ...values })}
    >
      <Form.Item
        name="counsellorId"
        label={t("field.counsellor")}
        extra={t("counsellor.hint")}
        rules={[{ required: true, message: t("needed") }]}
      >
        <Select
          loading={counsellors.loading}
          options={counsellors.options.filter((one) => one.value !== seeker.counsellor.id)}
        />
      </Form.Item>
    </ActModal>
  );
}
