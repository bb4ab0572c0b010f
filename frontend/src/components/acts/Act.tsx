import { App, type FormInstance } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ActForm } from "@/components/ActForm";
import { ClauseTag } from "@/components/tags";
import type { ActTarget_CaseFragment, CaseAct, PieceState } from "@/graphql/gen/graphql";
import type { ActResult } from "@/graphql/useAct";
import "./acts.css";

export type ActTarget = ActTarget_CaseFragment;

/** A paper in custody, as far as its acts need it. */
export interface PieceFacts {
  id: string;
  name: string;
  count: number;
  state: PieceState;
  place: string;
}

export interface ActProps {
  target: ActTarget;
  /** The papers in custody; only the case page has them, and their acts. */
  pieces?: readonly PieceFacts[] | undefined;
  /** The id of what the act is about, where it was opened from there: a piece in custody. */
  subject?: string | undefined;
  /** Who mostly signs for a piece that is handed back: the resident. */
  signer?: string | undefined;
  onDone: () => void;
  /** Reads the case again after a CONFLICT. */
  onReload: () => void;
  onCancel?: (() => void) | undefined;
}

/** The clause behind each act. */
export const actClauses: Record<CaseAct, string> = {
  RESOLVE_ON_SPOT: "F4",
  PROMISE: "F5",
  REPORT_UP: "F6",
  GUIDE: "F7",
  REFUSE: "T2",
  REQUEST_MATERIALS: "Q3",
  RECEIVE_MATERIALS: "Q4",
  OFFER_HAND_OVER: "F10",
  ACCEPT_HAND_OVER: "F10",
  RETURN_HAND_OVER: "F10",
  TAKE_OVER: "F6",
  DIRECT: "F6",
  SEND_BACK: "F6",
  REQUEST_EXTENSION: "T5",
  DECIDE_EXTENSION: "T5",
  TELL_EXTENSION: "T5",
  COMPLETE: "T1",
  REOPEN: "T6",
  ASK_CALL_BACK: "F7",
  RECORD_CALL_BACK: "F7",
  REPORT_BREACH: "F9",
  RECEIVE_SOME: "Q3",
  NOTICE_AGAIN: "Q3",
  WITHDRAW: "Q3",
  TAKE_PIECES: "A5",
  RETURN_PIECE: "A5",
  REPORT_PIECE: "A5",
  CHARGE: "A6",
  ATTACH: "Papers",
  LINK_PROJECT: "P4",
  PRINT: "Papers",
  CHECK: "Q6",
  PUT_RIGHT: "Q6",
  ANSWER: "Q6",
  CALL_BACK: "Q6",
};

export type At = { caseId: string; version: number };
export type Values = Record<string, unknown>;

/** The frame of one act's form: what the act means, its clause, the fields, and word of it when it is done. */
export function Act<V extends Values>(
  props: ActProps & {
    act: CaseAct;
    send: (values: V, at: At) => Promise<ActResult<unknown>>;
    initialValues?: Partial<V>;
    submitText?: string;
    /** What is said when it is done, where the act's name is not enough. */
    doneText?: string;
    danger?: boolean;
    children?: ReactNode | ((form: FormInstance<V>) => ReactNode);
  },
) {
  const { t } = useTranslation("acts");
  const { message } = App.useApp();
  const { target, act } = props;
  return (
    <div className="xx-act" data-act={act}>
      <p className="xx-act-hint">
        {t(`hint.${act}`)} <ClauseTag clause={actClauses[act]} />
      </p>
      <ActForm<V>
        draftKey={`${act}.${target.id}`}
        initialValues={props.initialValues ?? {}}
        onSubmit={(values) => props.send(values, { caseId: target.id, version: target.version })}
        onDone={() => {
          void message.success(
            t("done", { act: props.doneText ?? t(`enums:CaseAct.${act}`), receiptNo: target.receiptNo }),
          );
          props.onDone();
        }}
        onCancel={props.onCancel}
        onReload={props.onReload}
        submitText={props.submitText ?? t(`enums:CaseAct.${act}`)}
        danger={props.danger ?? false}
      >
        {props.children ?? null}
      </ActForm>
    </div>
  );
}
