import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { AutoComplete, Button, Form, type FormInstance, Input, InputNumber, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { piecesToTake } from "@/components/materials";
import type { MaterialForm, PieceInput, PieceState } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { Act, type ActProps, type PieceFacts } from "./Act";
import { ChargeDocument, ReportPieceDocument, ReturnPieceDocument, TakePiecesDocument } from "./documents";
import { TextField } from "./fields";

const forms: readonly MaterialForm[] = ["ORIGINAL", "ORIGINAL_AND_COPY", "COPY"];

type Row = Required<Pick<PieceInput, "name" | "form" | "count" | "condition" | "place">>;

/** Originals are taken in, several at once (A5): those of the item's list stand ready, more are added. */
export function TakePieces(props: ActProps) {
  const { target, pieces = [] } = props;
  const act = useAct(TakePiecesDocument);
  const lines = target.item?.materials ?? [];
  const place = pieces.at(-1)?.place ?? "";
  const blank: Row = { name: "", form: "ORIGINAL", count: 1, condition: "", place };
  const ready = piecesToTake(lines, pieces).map((row) => ({ ...row, place }));
  return (
    <Act<{ pieces: Row[] }>
      {...props}
      act="TAKE_PIECES"
      initialValues={{ pieces: ready.length > 0 ? ready : [blank] }}
      send={({ pieces: rows }, at) =>
        act.run({ ...at, pieces: rows.map((row) => ({ ...row, condition: row.condition ?? "" })) })
      }
    >
      {(form) => <PieceRows form={form} names={lines.map((line) => line.name)} blank={blank} />}
    </Act>
  );
}

function PieceRows({ form, names, blank }: { form: FormInstance; names: readonly string[]; blank: Row }) {
  const { t } = useTranslation("acts");
  return (
    <Form.List name="pieces">
      {(rows, { add, remove }) => (
        <div className="xx-piece-rows">
          {rows.map((row, index) => (
            <fieldset key={row.key} className="xx-piece-row">
              <legend>
                {t("piece", { number: index + 1 })}
                {rows.length > 1 ? (
                  <Button
                    size="small"
                    type="text"
                    icon={<DeleteOutlined aria-hidden />}
                    onClick={() => remove(row.name)}
                    aria-label={t("pieceRemove", { number: index + 1 })}
                  />
                ) : null}
              </legend>
              <Form.Item
                name={[row.name, "name"]}
                label={t("field.pieceName")}
                className="xx-piece-wide"
                rules={[{ required: true, whitespace: true, message: t("needed.pieceName") }]}
              >
                <AutoComplete
                  options={names.map((value) => ({ value }))}
                  showSearch={{ filterOption: (typed, option) => String(option?.value ?? "").includes(typed) }}
                  maxLength={100}
                />
              </Form.Item>
              <Form.Item name={[row.name, "form"]} label={t("field.pieceForm")}>
                <Select options={forms.map((value) => ({ value, label: t(`enums:MaterialForm.${value}`) }))} />
              </Form.Item>
              <Form.Item
                name={[row.name, "count"]}
                label={t("field.pieceCount")}
                rules={[{ required: true, message: t("needed.pieceCount") }]}
              >
                <InputNumber min={1} max={999} precision={0} changeOnWheel={false} style={{ width: "100%" }} />
              </Form.Item>
              <Form.Item
                name={[row.name, "place"]}
                label={t("field.piecePlace")}
                rules={[{ required: true, whitespace: true, message: t("needed.piecePlace") }]}
              >
                <Input maxLength={100} placeholder={t("placeholder.piecePlace")} />
              </Form.Item>
              <Form.Item name={[row.name, "condition"]} label={t("field.pieceCondition")}>
                <Input maxLength={100} placeholder={t("placeholder.pieceCondition")} />
              </Form.Item>
            </fieldset>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            onClick={() => {
              // What is taken in together is mostly kept together.
              const before = (form.getFieldValue("pieces") as Row[] | undefined)?.at(-1);
              add({ ...blank, place: before?.place || blank.place });
            }}
          >
            {t("pieceAdd")}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

function PieceField({ pieces }: { pieces: readonly PieceFacts[] }) {
  const { t } = useTranslation("acts");
  return (
    <Form.Item name="pieceId" label={t("field.pieceId")} rules={[{ required: true, message: t("needed.pieceId") }]}>
      <Select
        options={pieces.map((piece) => ({
          value: piece.id,
          label: [
            piece.name,
            t("common:material.copies", { count: piece.count }),
            t(`enums:PieceState.${piece.state}`),
            piece.place,
          ]
            .filter(Boolean)
            .join(" · "),
        }))}
      />
    </Form.Item>
  );
}

/** The piece that the form was opened from, else the only one there is. */
const chosen = (pieces: readonly PieceFacts[], subject: string | undefined): string | undefined =>
  pieces.some((piece) => piece.id === subject) ? subject : pieces.length === 1 ? pieces[0]?.id : undefined;

/** A piece is handed back against a signature (A5); one that was lost may have been found again. */
export function ReturnPiece(props: ActProps) {
  const { t } = useTranslation("acts");
  const act = useAct(ReturnPieceDocument);
  const kept = (props.pieces ?? []).filter((piece) => piece.state !== "RETURNED");
  const pieceId = chosen(kept, props.subject);
  return (
    <Act<{ pieceId: string; signedBy: string }>
      {...props}
      act="RETURN_PIECE"
      initialValues={{ ...(pieceId ? { pieceId } : {}), ...(props.signer ? { signedBy: props.signer } : {}) }}
      send={(values, at) => act.run({ ...at, ...values })}
    >
      <PieceField pieces={kept} />
      <Form.Item
        name="signedBy"
        label={t("field.signedBy")}
        extra={t("field.signedByHint")}
        rules={[{ required: true, whitespace: true, message: t("needed.signedBy") }]}
      >
        <Input maxLength={100} data-first={pieceId ? "true" : undefined} />
      </Form.Item>
    </Act>
  );
}

/** Loss or damage is reported on the piece itself and opens a breach (A5). */
export function ReportPiece(props: ActProps) {
  const { t } = useTranslation("acts");
  const act = useAct(ReportPieceDocument);
  const held = (props.pieces ?? []).filter((piece) => piece.state === "HELD");
  const pieceId = chosen(held, props.subject);
  return (
    <Act<{ pieceId: string; as: PieceState; facts: string }>
      {...props}
      act="REPORT_PIECE"
      danger
      initialValues={pieceId ? { pieceId } : {}}
      send={(values, at) => act.run({ ...at, ...values })}
    >
      <p className="xx-banner" data-tone="bad">
        {t("reportPieceWarning")}
      </p>
      <PieceField pieces={held} />
      <Form.Item name="as" label={t("field.as")} rules={[{ required: true, message: t("needed.as") }]}>
        <Radio.Group
          options={(["LOST", "DAMAGED"] as const).map((value) => ({ value, label: t(`enums:PieceState.${value}`) }))}
        />
      </Form.Item>
      <TextField name="facts" label="pieceFacts" />
    </Act>
  );
}

/** What a resident pays, never more altogether than the item's standard (A6). */
export function ChargeForm(props: ActProps) {
  const { t } = useTranslation("acts");
  const act = useAct(ChargeDocument);
  const { target } = props;
  const fee = target.item?.fee ?? "0.00";
  const left = (Math.round(Number(fee) * 100) - Math.round(Number(target.charged) * 100)) / 100;
  return (
    <Act<{ amount: string; billNo?: string }>
      {...props}
      act="CHARGE"
      initialValues={left > 0 ? { amount: left.toFixed(2) } : {}}
      send={({ amount, billNo }, at) => act.run({ ...at, amount: String(amount), billNo: billNo ?? "" })}
    >
      <Form.Item
        name="amount"
        label={t("field.amount")}
        extra={t("field.amountHint", { standard: fee, charged: target.charged, left: left.toFixed(2) })}
        rules={[{ required: true, message: t("needed.amount") }]}
      >
        <InputNumber
          stringMode
          min="0.01"
          precision={2}
          controls={false}
          changeOnWheel={false}
          suffix={t("yuan")}
          style={{ width: "100%" }}
        />
      </Form.Item>
      <Form.Item name="billNo" label={t("field.billNo")}>
        <Input maxLength={60} />
      </Form.Item>
    </Act>
  );
}
