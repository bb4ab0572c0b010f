import { useQuery } from "@apollo/client/react";
import { Checkbox, Input, InputNumber, Select } from "antd";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Explain } from "@/components/Explain";
import { Field } from "@/components/Field";
import { MaterialName } from "@/components/MaterialName";
import type { IntakeItemFragment as ItemData } from "@/graphql/gen/graphql";
import { DepartmentPick } from "./DepartmentPick";
import { PreviewPromiseDocument } from "./documents";
import { type Intake, type IntakeField, tellWays, usualTellWay, type Way, ways } from "./state";

type Errors = Partial<Record<IntakeField, string>>;
type Change = (next: Partial<Intake>) => void;

const clauses: Partial<Record<Way, string>> = {
  ON_SPOT: "F4",
  PROMISE: "F5",
  REPORT: "F6",
  GUIDE: "F7",
  REFUSE: "T2",
  MATERIALS: "Q3",
  LATER: "F8",
};

/** The ways to dispose of the contact; a number key chooses while the group has the focus. */
export function WayChoice(props: { value: Way | null; onChange: (way: Way) => void; error?: string | undefined }) {
  const { t } = useTranslation("intake");
  const name = useId();
  return (
    <fieldset
      className="xx-choice xx-ways"
      aria-describedby={props.error ? `${name}-error` : undefined}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const way = ways[Number(event.key) - 1];
        if (!way) return;
        event.preventDefault();
        props.onChange(way);
        event.currentTarget.querySelector<HTMLInputElement>(`input[value="${way}"]`)?.focus();
      }}
    >
      <legend>{t("way.label")}</legend>
      <div className="xx-way-grid">
        {ways.map((way, index) => (
          <label key={way} data-checked={props.value === way}>
            <input
              type="radio"
              name={name}
              value={way}
              checked={props.value === way}
              onChange={() => props.onChange(way)}
              data-first={index === 0 ? "true" : undefined}
            />
            <span>
              <b>
                <kbd aria-hidden="true">{index + 1}</kbd> {t(`way.${way}.name`)}
              </b>
              <small>
                {t(`way.${way}.hint`)} <span className="xx-way-clause">{clauses[way]}</span>
              </small>
            </span>
          </label>
        ))}
      </div>
      {props.error ? (
        <p className="xx-field-error" id={`${name}-error`} role="alert">
          {props.error}
        </p>
      ) : null}
    </fieldset>
  );
}

/** The fields that the chosen way asks for. */
export function DisposalFields(props: { intake: Intake; item: ItemData | null; onChange: Change; errors: Errors }) {
  const { t } = useTranslation("intake");
  const { intake, item, onChange, errors } = props;
  const area = (field: "outcome" | "reason" | "said" | "legalReason", clause: string) => (
    <Field
      label={t(`field.${field}`)}
      error={errors[field]}
      clause={errors[field] ? clause : undefined}
      hint={t(`field.${field}Hint`)}
      required
    >
      {(control) => (
        <Input.TextArea
          {...control}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          value={intake[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      )}
    </Field>
  );
  const told = <ToldWay intake={intake} onChange={onChange} />;
  switch (intake.way) {
    case "ON_SPOT":
      return area("outcome", "F4");
    case "PROMISE":
      return (
        <>
          <div className="xx-intake-two">
            <WorkingDays intake={intake} item={item} onChange={onChange} error={errors.workingDays} />
            {told}
          </div>
          <PromisePreview itemId={item?.id ?? null} workingDays={intake.workingDays} />
        </>
      );
    case "REPORT":
      return area("reason", "F6");
    case "GUIDE":
      return (
        <>
          <DepartmentPick
            value={intake.department}
            onChange={(department) => onChange({ department })}
            error={errors.department}
          />
          {area("said", "F7")}
        </>
      );
    case "REFUSE":
      return (
        <>
          {area("legalReason", "T2")}
          {told}
        </>
      );
    case "MATERIALS":
      return (
        <>
          <fieldset className="xx-choice">
            <legend>{t("field.missing")}</legend>
            {item && item.materials.length > 0 ? (
              <Checkbox.Group
                className="xx-missing"
                value={intake.missing}
                onChange={(missing) => onChange({ missing: missing as string[] })}
                options={item.materials.map((material) => ({
                  value: material.name,
                  label: <MaterialName material={material} />,
                }))}
              />
            ) : null}
            <Field
              label={t("field.otherMissing")}
              hint={t("field.missingHint")}
              error={errors.missing}
              clause={errors.missing ? "Q3" : undefined}
            >
              {(control) => (
                <Input.TextArea
                  {...control}
                  autoSize={{ minRows: 2, maxRows: 6 }}
                  maxLength={1000}
                  value={intake.otherMissing}
                  onChange={(event) => onChange({ otherMissing: event.target.value })}
                />
              )}
            </Field>
          </fieldset>
          {intake.second ? (
            <>
              <p className="xx-banner xx-second" data-tone="bad">
                {t("field.secondNotice")}
              </p>
              <Field
                label={t("field.secondReason")}
                error={errors.reason}
                clause={errors.reason ? "Q3" : undefined}
                required
              >
                {(control) => (
                  <Input.TextArea
                    {...control}
                    autoSize={{ minRows: 2, maxRows: 6 }}
                    maxLength={2000}
                    value={intake.reason}
                    onChange={(event) => onChange({ reason: event.target.value })}
                  />
                )}
              </Field>
            </>
          ) : null}
          {told}
        </>
      );
    case "LATER":
      return <p className="xx-field-hint">{t("way.LATER.note")}</p>;
    default:
      return null;
  }
}

function WorkingDays(props: { intake: Intake; item: ItemData | null; onChange: Change; error: string | undefined }) {
  const { t } = useTranslation("intake");
  const { item, intake } = props;
  return (
    <Field
      label={t("field.workingDays")}
      error={props.error}
      clause={props.error ? "F5" : undefined}
      hint={item ? t("field.atMost", { count: item.limitDays }) : t("field.workingDaysHint")}
      required
    >
      {(control) => (
        <InputNumber
          {...control}
          min={1}
          max={item ? Math.max(1, item.limitDays) : 400}
          precision={0}
          changeOnWheel={false}
          value={intake.workingDays}
          onChange={(workingDays) => props.onChange({ workingDays })}
          suffix={t("field.days")}
          style={{ width: "100%" }}
        />
      )}
    </Field>
  );
}

function ToldWay({ intake, onChange }: { intake: Intake; onChange: Change }) {
  const { t } = useTranslation("intake");
  return (
    <Field label={t("field.toldWay")}>
      {(control) => (
        <Select
          {...control}
          value={intake.toldWay ?? usualTellWay(intake.channel)}
          onChange={(toldWay) => onChange({ toldWay })}
          options={tellWays.map((value) => ({ value, label: t(`enums:TellWay.${value}`) }))}
          style={{ width: "100%" }}
        />
      )}
    </Field>
  );
}

/** A value that has rested for a moment. */
function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}

/** The date that the promise would have and why, before it is made. */
export function usePromisePreview(itemId: string | null, workingDays: number | null) {
  const days = useRested(workingDays, 200);
  const asked = days !== null && days >= 1 && days <= 400;
  return useQuery(PreviewPromiseDocument, {
    variables: { itemId, workingDays: asked ? days : 1 },
    skip: !asked,
    fetchPolicy: "cache-and-network",
  });
}

function PromisePreview({ itemId, workingDays }: { itemId: string | null; workingDays: number | null }) {
  const { t } = useTranslation("intake");
  const { data } = usePromisePreview(itemId, workingDays);
  if (!data) return null;
  return (
    <div className="xx-preview" role="status" aria-label={t("preview")}>
      <Explain explanation={data.previewPromise} compact />
    </div>
  );
}
