import { Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import type { TellWay } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { Act, type ActProps } from "./Act";
import { AnswerDocument, CallBackDocument, CheckDocument, PutRightDocument } from "./documents";
import { TextField, ToldWayField } from "./fields";

function YesNo({ name, yes, no }: { name: string; yes: string; no: string }) {
  const { t } = useTranslation("acts");
  return (
    <Form.Item name={name} label={t(`field.${name}`)} rules={[{ required: true, message: t(`needed.${name}`) }]}>
      <Radio.Group
        options={[
          { value: true, label: yes },
          { value: false, label: no },
        ]}
      />
    </Form.Item>
  );
}

/** What was found out, and whether it is so (Q6). */
export function Check(props: ActProps) {
  const { t } = useTranslation("acts");
  const act = useAct(CheckDocument);
  return (
    <Act<{ findings: string; upheld: boolean }>
      {...props}
      act="CHECK"
      send={(values, at) => act.run({ ...at, ...values })}
    >
      <TextField name="findings" autoFocus rows={4} />
      <YesNo name="upheld" yes={t("upheld")} no={t("notUpheld")} />
    </Act>
  );
}

export function PutRight(props: ActProps) {
  const act = useAct(PutRightDocument);
  return (
    <Act<{ done: string }> {...props} act="PUT_RIGHT" send={(values, at) => act.run({ ...at, ...values })}>
      <TextField name="done" autoFocus rows={4} />
    </Act>
  );
}

export function Answer(props: ActProps) {
  const act = useAct(AnswerDocument);
  return (
    <Act<{ answer: string; toldWay: TellWay }>
      {...props}
      act="ANSWER"
      initialValues={{ toldWay: "BY_PHONE" }}
      send={(values, at) => act.run({ ...at, ...values })}
    >
      <TextField name="answer" autoFocus rows={4} />
      <ToldWayField />
    </Act>
  );
}

export function CallBack(props: ActProps) {
  const { t } = useTranslation("acts");
  const act = useAct(CallBackDocument);
  return (
    <Act<{ satisfied: boolean; note: string }>
      {...props}
      act="CALL_BACK"
      send={(values, at) => act.run({ ...at, ...values })}
    >
      <YesNo name="satisfied" yes={t("satisfied")} no={t("notSatisfied")} />
      <TextField name="note" label="callBackNote" autoFocus />
    </Act>
  );
}
