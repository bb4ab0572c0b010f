import { useQuery } from "@apollo/client/react";
import { Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { DateTimeText } from "@/components/DateText";
import { Explain } from "@/components/Explain";
import { Field } from "@/components/Field";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { ExplainDeadlineDocument } from "./documents";

/** So many working days after a day: the deadline, and each counted and skipped day with its reason. */
export function DeadlineTool(props: {
  from: string;
  days: number | null;
  onChange: (next: { from?: string; days?: number | null }) => void;
}) {
  const { t } = useTranslation("calendar");
  const asked = /^\d{4}-\d{2}-\d{2}$/.test(props.from) && props.days !== null && props.days >= 1 && props.days <= 400;
  const { data, previousData, error } = useQuery(ExplainDeadlineDocument, {
    variables: { from: props.from, workingDays: props.days ?? 1 },
    skip: !asked,
  });
  const explanation = asked ? (data ?? previousData)?.explainDeadline : undefined;
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-tool-title">
      <h2 className="xx-section-title" id="xx-tool-title">
        {t("tool.title")}
      </h2>
      <div className="xx-tool-fields">
        <Field label={t("tool.from")}>
          {(control) => (
            <Input
              {...control}
              type="date"
              min="2000-01-01"
              max="2100-12-31"
              value={props.from}
              onChange={(event) => props.onChange({ from: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("tool.days")} error={error && asked ? sayRefusal(refusalOf(error), t) : undefined}>
          {(control) => (
            <InputNumber
              {...control}
              min={1}
              max={400}
              precision={0}
              changeOnWheel={false}
              value={props.days}
              onChange={(days) => props.onChange({ days })}
              style={{ width: "100%" }}
            />
          )}
        </Field>
      </div>
      {explanation ? (
        <div role="status">
          <p className="xx-tool-due">
            {t("tool.due")}{" "}
            <strong>
              <DateTimeText at={explanation.dueAt} />
            </strong>
          </p>
          <Explain explanation={explanation} heading={false} compact />
        </div>
      ) : null}
    </section>
  );
}
