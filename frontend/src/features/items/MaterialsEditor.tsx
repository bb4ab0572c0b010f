import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Form, type FormInstance, Input, InputNumber } from "antd";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  copiesMost,
  emptyRow,
  type MaterialRow,
  materialForms,
  materialsMost,
  namedAbove,
  stepTo,
  textMost,
} from "./materials";

const nameField = "input:not([type=checkbox])";

/**
 * The list of what a resident brings, line by line (Q3). By keyboard: Enter in a name adds a line below, Alt with an
 * arrow moves the line; what happened is said to readers who do not see it. The field of the form is `materials`.
 */
export function MaterialsEditor({ form }: { form: FormInstance }) {
  const { t } = useTranslation("items");
  const around = useRef<HTMLFieldSetElement>(null);
  const [said, setSaid] = useState("");
  const rows = (): MaterialRow[] => form.getFieldValue("materials") ?? [];
  const nameAt = (index: number) => rows()[index]?.name?.trim() || t("material.unnamed");
  /** Puts the focus into a line once it is drawn: on its name, or on the button that moved it. */
  const focus = (index: number, what = nameField) =>
    setTimeout(() => {
      const line = around.current?.querySelectorAll<HTMLElement>(".xx-material-row")[index];
      const wanted =
        line?.querySelector<HTMLElement>(`${what}:not(:disabled)`) ?? line?.querySelector<HTMLElement>(nameField);
      (wanted ?? around.current?.querySelector<HTMLElement>(".xx-material-add"))?.focus();
    });

  return (
    <fieldset className="xx-materials" ref={around}>
      <legend>{t("materials")}</legend>
      <p className="xx-items-sub">{t("material.hint")}</p>
      <Form.List name="materials">
        {(fields, { add, remove, move }) => {
          const addAt = (index: number) => {
            if (fields.length >= materialsMost) return;
            add({ ...emptyRow }, index);
            setSaid(t("material.added", { number: index + 1 }));
            focus(index);
          };
          const removeAt = (index: number) => {
            setSaid(t("material.removed", { name: nameAt(index) }));
            remove(index);
            focus(Math.min(index, fields.length - 2));
          };
          const step = (index: number, by: -1 | 1, what?: string) => {
            const to = stepTo(index, by, fields.length);
            if (to === null) return;
            const name = nameAt(index);
            move(index, to);
            setSaid(t("material.movedTo", { name, number: to + 1 }));
            focus(to, what);
          };
          const onKeyDown = (event: KeyboardEvent, index: number) => {
            if (event.nativeEvent.isComposing || !event.altKey || event.ctrlKey || event.metaKey) return;
            const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
            if (by === null) return;
            event.preventDefault();
            event.stopPropagation();
            step(index, by);
          };
          return (
            <>
              {fields.length === 0 ? <p className="xx-items-sub">{t("materialsNone")}</p> : null}
              <ol>
                {fields.map(({ key, name: index }) => (
                  <li key={key} className="xx-material-row" onKeyDownCapture={(event) => onKeyDown(event, index)}>
                    <fieldset>
                      <legend className="xx-visually-hidden">{t("material.line", { number: index + 1 })}</legend>
                      <div className="xx-material-bar">
                        <span className="xx-material-number" aria-hidden="true">
                          {index + 1}
                        </span>
                        <Form.Item name={[index, "required"]} valuePropName="checked" noStyle>
                          <Checkbox>{t("material.required")}</Checkbox>
                        </Form.Item>
                        <span className="xx-material-acts">
                          <Button
                            size="small"
                            type="text"
                            data-move="up"
                            icon={<ArrowUpOutlined aria-hidden />}
                            aria-label={t("material.up", { number: index + 1 })}
                            disabled={index === 0}
                            onClick={() => step(index, -1, "[data-move=up]")}
                          />
                          <Button
                            size="small"
                            type="text"
                            data-move="down"
                            icon={<ArrowDownOutlined aria-hidden />}
                            aria-label={t("material.down", { number: index + 1 })}
                            disabled={index === fields.length - 1}
                            onClick={() => step(index, 1, "[data-move=down]")}
                          />
                          <Button
                            size="small"
                            type="text"
                            danger
                            icon={<DeleteOutlined aria-hidden />}
                            aria-label={t("material.remove", { number: index + 1 })}
                            onClick={() => removeAt(index)}
                          />
                        </span>
                      </div>
                      <div className="xx-material-fields">
                        <Form.Item
                          name={[index, "name"]}
                          label={t("material.name")}
                          dependencies={fields
                            .filter((other) => other.name < index)
                            .map((other) => ["materials", other.name, "name"])}
                          rules={[
                            { required: true, whitespace: true, message: t("needed") },
                            {
                              validator: () =>
                                namedAbove(rows(), index)
                                  ? Promise.reject(new Error(t("material.twice")))
                                  : Promise.resolve(),
                            },
                          ]}
                        >
                          <Input
                            maxLength={textMost}
                            onPressEnter={(event) => {
                              if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
                              event.preventDefault();
                              addAt(index + 1);
                            }}
                          />
                        </Form.Item>
                        <Form.Item
                          name={[index, "copies"]}
                          label={t("material.copies")}
                          rules={[{ required: true, message: t("needed") }]}
                        >
                          <InputNumber
                            min={1}
                            max={copiesMost}
                            precision={0}
                            changeOnWheel={false}
                            style={{ width: "100%" }}
                          />
                        </Form.Item>
                        <Form.Item name={[index, "form"]} label={t("material.form")}>
                          <select className="xx-material-form">
                            {materialForms.map((value) => (
                              <option key={value} value={value}>
                                {t(`enums:MaterialForm.${value}`)}
                              </option>
                            ))}
                          </select>
                        </Form.Item>
                        <Form.Item name={[index, "issuedBy"]} label={t("material.issuedBy")}>
                          <Input maxLength={textMost} />
                        </Form.Item>
                        <Form.Item name={[index, "why"]} label={t("material.why")}>
                          <Input maxLength={textMost} />
                        </Form.Item>
                        <Form.Item name={[index, "sample"]} label={t("material.sample")}>
                          <Input maxLength={textMost} />
                        </Form.Item>
                      </div>
                    </fieldset>
                  </li>
                ))}
              </ol>
              <Button
                className="xx-material-add"
                type="dashed"
                block
                icon={<PlusOutlined aria-hidden />}
                disabled={fields.length >= materialsMost}
                onClick={() => addAt(fields.length)}
              >
                {t("material.add")}
              </Button>
            </>
          );
        }}
      </Form.List>
      <span className="xx-visually-hidden" role="status">
        {said}
      </span>
    </fieldset>
  );
}
