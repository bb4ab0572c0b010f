import { Button, Checkbox, Form, type FormInstance } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { MaterialName } from "@/components/MaterialName";
import { receiveBy } from "@/components/materials";
import type { ActItemFragment as ActItem, TellWay } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { officeNow } from "@/office/clock";
import { useZone } from "@/office/viewer";
import { fromLocalInput } from "@/office/zone";
import { Act, type ActProps, type ActTarget } from "./Act";
import {
  NoticeAgainDocument,
  ReceiveMaterialsDocument,
  ReceiveSomeDocument,
  RequestMaterialsDocument,
  WithdrawDocument,
} from "./documents";
import {
  DaysField,
  DaysPreview,
  InstantField,
  ItemField,
  type Missing,
  MissingField,
  missingList,
  startDay,
  TextField,
  ToldWayField,
  useItemOf,
  wayLike,
} from "./fields";

/** The one-time notice (Q3). Where it would be a second one, the server says so, and the reason is asked for. */
export function RequestMaterials(props: ActProps) {
  const { target } = props;
  const { t } = useTranslation("acts");
  const act = useAct(RequestMaterialsDocument);
  const [second, setSecond] = useState(false);
  return (
    <Act<{ itemId?: ActItem; missing: Missing; reason?: string; toldWay: TellWay }>
      {...props}
      act="REQUEST_MATERIALS"
      initialValues={{ toldWay: wayLike(target.channel) }}
      send={async ({ itemId, missing, reason, toldWay }, at) => {
        const done = await act.run({
          ...at,
          missing: missingList(missing),
          toldWay,
          ...(itemId ? { itemId: itemId.id } : {}),
          ...(reason ? { reason } : {}),
        });
        if (!done.ok && done.refusal.code === "SECOND_NOTICE") setSecond(true);
        return done;
      }}
    >
      {(form) => (
        <>
          {target.item ? null : <ItemField />}
          <ItemMissing form={form} target={target} />
          {second ? (
            <>
              <p className="xx-banner" data-tone="bad">
                {t("secondNotice")}
              </p>
              <TextField name="reason" label="secondReason" rows={2} autoFocus />
            </>
          ) : null}
          <ToldWayField />
        </>
      )}
    </Act>
  );
}

function ItemMissing({ form, target }: { form: FormInstance; target: ActTarget }) {
  const item = useItemOf(form, target);
  return <MissingField materials={item?.materials ?? []} />;
}

/** A further notice on the same case: the reason is asked for at once, and that it counts as a breach is said first. */
export function NoticeAgain(props: ActProps) {
  const { target } = props;
  const { t } = useTranslation("acts");
  const act = useAct(NoticeAgainDocument);
  const waited = new Set(target.missingMaterials);
  return (
    <Act<{ missing: Missing; reason: string; toldWay: TellWay }>
      {...props}
      act="NOTICE_AGAIN"
      danger
      initialValues={{ toldWay: wayLike(target.channel) }}
      send={({ missing, ...values }, at) => act.run({ ...at, ...values, missing: missingList(missing) })}
    >
      <p className="xx-banner" data-tone="bad">
        {t("secondNotice")}
      </p>
      <MissingField materials={(target.item?.materials ?? []).filter((line) => !waited.has(line.name))} />
      <TextField name="reason" label="secondReason" rows={2} />
      <ToldWayField />
    </Act>
  );
}

/** What came in, ticked: the last of what was missing starts the promise (Q4), less is noted and the rest waited for. */
export function ReceiveMaterials(props: ActProps) {
  const { target } = props;
  const { t } = useTranslation("acts");
  const some = useAct(ReceiveSomeDocument);
  const all = useAct(ReceiveMaterialsDocument);
  const zone = useZone();
  const missing = target.missingMaterials;
  const [by, setBy] = useState<"NONE" | "SOME" | "ALL">(() => receiveBy(missing, missing.length === 1 ? missing : []));
  return (
    <Act<{ received: string[]; receivedAt?: string; workingDays: number; toldWay: TellWay }>
      {...props}
      act="RECEIVE_MATERIALS"
      initialValues={{
        received: missing.length === 1 ? [...missing] : [],
        ...(target.item ? { workingDays: Math.max(1, target.item.limitDays) } : {}),
        toldWay: wayLike(target.channel),
      }}
      submitText={t(by === "ALL" ? "receiveAll" : "receiveSome")}
      doneText={t(by === "ALL" ? "receiveAllDone" : "receiveSomeDone")}
      send={({ received, receivedAt, workingDays, toldWay }, at) => {
        const come = missing.filter((name) => received.includes(name));
        if (receiveBy(missing, received) !== "ALL") return some.run({ ...at, received: come });
        const instant = receivedAt ? fromLocalInput(receivedAt, zone) : null;
        return all.run({ ...at, workingDays, toldWay, ...(instant ? { receivedAt: instant } : {}) });
      }}
    >
      {(form) => (
        <>
          {missing.length > 0 ? <ReceivedField form={form} target={target} /> : null}
          <Rest form={form} target={target} zone={zone} onChange={setBy} />
        </>
      )}
    </Act>
  );
}

/** What a further notice named comes in while the promise runs (Q3); the promise stays as it is. */
export function ReceiveSome(props: ActProps) {
  const { target } = props;
  const { t } = useTranslation("acts");
  const act = useAct(ReceiveSomeDocument);
  const missing = target.missingMaterials;
  return (
    <Act<{ received: string[] }>
      {...props}
      act="RECEIVE_SOME"
      initialValues={{ received: missing.length === 1 ? [...missing] : [] }}
      submitText={t("receiveSome")}
      send={({ received }, at) => act.run({ ...at, received: missing.filter((name) => received.includes(name)) })}
    >
      {(form) => <ReceivedField form={form} target={target} />}
    </Act>
  );
}

function ReceivedField({ form, target }: { form: FormInstance; target: ActTarget }) {
  const { t } = useTranslation("acts");
  const lines = target.item?.materials ?? [];
  const ticked = (Form.useWatch("received", form) as string[] | undefined) ?? [];
  const whole = receiveBy(target.missingMaterials, ticked) === "ALL";
  return (
    <>
      <Form.Item
        name="received"
        label={t("field.received")}
        rules={[
          {
            validator: (_, value: string[] | undefined) =>
              receiveBy(target.missingMaterials, value ?? []) === "NONE"
                ? Promise.reject(new Error(t("needed.received")))
                : Promise.resolve(),
          },
        ]}
      >
        <Checkbox.Group
          className="xx-tick-list"
          options={target.missingMaterials.map((name) => {
            const line = lines.find((one) => one.name === name);
            return { value: name, label: line ? <MaterialName material={line} /> : name };
          })}
        />
      </Form.Item>
      {target.missingMaterials.length > 1 ? (
        <Button
          size="small"
          className="xx-tick-all"
          onClick={() => {
            form.setFieldValue("received", whole ? [] : [...target.missingMaterials]);
            void form.validateFields(["received"]).catch(() => {});
          }}
        >
          {t(whole ? "tickNone" : "tickAll")}
        </Button>
      ) : null}
    </>
  );
}

/** What follows from the ticks: the promise that starts, or what is still waited for. */
function Rest(props: {
  form: FormInstance;
  target: ActTarget;
  zone: string;
  onChange: (by: "NONE" | "SOME" | "ALL") => void;
}) {
  const { t } = useTranslation("acts");
  const { form, target, zone, onChange } = props;
  const ticked = (Form.useWatch("received", form) as string[] | undefined) ?? [];
  const receivedAt = Form.useWatch("receivedAt", form) as string | undefined;
  const by = receiveBy(target.missingMaterials, ticked);
  useEffect(() => onChange(by), [by, onChange]);
  if (by !== "ALL") {
    const left = target.missingMaterials.filter((name) => !ticked.includes(name));
    return (
      <p className="xx-act-note" role="status">
        {by === "NONE" ? t("receiveHint") : t("stillWaiting", { names: left.join(t("common:listJoin")) })}
      </p>
    );
  }
  const instant = receivedAt ? fromLocalInput(receivedAt, zone) : null;
  return (
    <>
      <p className="xx-act-note" role="status">
        <strong>{t("promiseStarts")}</strong>
      </p>
      <InstantField name="receivedAt" min={target.contactAt} />
      <DaysField most={target.item ? Math.max(1, target.item.limitDays) : null} />
      <ToldWayField />
      <DaysPreview
        form={form}
        itemId={target.item?.id ?? null}
        from={startDay(target.item?.kind, instant, zone, officeNow())}
      />
    </>
  );
}

/** What was missing will not come. */
export function Withdraw(props: ActProps) {
  const act = useAct(WithdrawDocument);
  return (
    <Act<{ reason: string }> {...props} act="WITHDRAW" danger send={(values, at) => act.run({ ...at, ...values })}>
      <TextField name="reason" label="withdrawReason" autoFocus />
    </Act>
  );
}
