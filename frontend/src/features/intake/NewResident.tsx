import { App, Button, Input } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "@/components/Field";
import { RefusalNote } from "@/components/RefusalNote";
import { readFragment } from "@/graphql/gen";
import { fieldName, sayRefusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { IntakeResidentFragment, RegisterResidentDocument } from "./documents";

/** What was typed into the search, put where it belongs: eighteen characters are an ID number, digits a phone, the rest a name. */
export function guessFields(typed: string): { name: string; phone: string; idNumber: string } {
  const text = typed.trim();
  const bare = text.replace(/[\s-]/g, "");
  if (/^\d{17}[\dXx]$/.test(bare)) return { name: "", phone: "", idNumber: bare.toUpperCase() };
  if (/^\+?\d{5,15}$/.test(bare)) return { name: "", phone: bare, idNumber: "" };
  return { name: text, phone: "", idNumber: "" };
}

/** Opens a resident's file at the window, inside the intake; Enter saves. */
export function NewResident(props: {
  typed: string;
  onMade: (resident: { id: string; name: string }) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation("intake");
  const { message } = App.useApp();
  const act = useAct(RegisterResidentDocument);
  const [values, setValues] = useState(() => ({ ...guessFields(props.typed), address: "" }));
  const [nameMissing, setNameMissing] = useState(false);

  const send = async () => {
    const name = values.name.trim();
    setNameMissing(name === "");
    if (name === "" || act.busy) return;
    const done = await act.run({
      name,
      address: values.address.trim(),
      ...(values.phone.trim() ? { phone: values.phone.trim() } : {}),
      ...(values.idNumber.trim() ? { idNumber: values.idNumber.trim() } : {}),
    });
    if (!done.ok) return;
    const resident = readFragment(IntakeResidentFragment, done.data.registerResident.resident);
    if (done.data.registerResident.existed) void message.info(t("resident.existed", { name: resident.name }));
    props.onMade({ id: resident.id, name: resident.name });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.ctrlKey && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      void send();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      props.onCancel();
    }
  };
  const refused = act.refusal ? fieldName(act.refusal) : undefined;
  const names = ["name", "phone", "idNumber", "address"] as const;
  const beside = names.find((name) => name === refused);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field saves, Escape leaves, as in a form
    <div className="xx-picked" onKeyDown={onKeyDown}>
      <div className="xx-picked-head">
        <strong>{t("resident.newTitle")}</strong>
      </div>
      {act.refusal && !beside ? <RefusalNote refusal={act.refusal} /> : null}
      <div className="xx-new-resident">
        {names.map((name, index) => (
          <Field
            key={name}
            label={t(`resident.${name}`)}
            required={name === "name"}
            error={
              name === "name" && nameMissing
                ? t("resident.nameNeeded")
                : beside === name && act.refusal
                  ? sayRefusal(act.refusal, t)
                  : undefined
            }
          >
            {(control) => (
              <Input
                {...control}
                autoFocus={index === 0}
                autoComplete="off"
                inputMode={name === "phone" ? "tel" : "text"}
                maxLength={name === "address" ? 200 : 50}
                value={values[name]}
                onChange={(event) => setValues({ ...values, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="xx-form-foot">
        <Button onClick={props.onCancel}>{t("common:act.cancel")}</Button>
        <Button type="primary" loading={act.busy} onClick={() => void send()}>
          {t("resident.save")}
        </Button>
      </div>
    </div>
  );
}
