import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { PartnerPick } from "@/components/PartnerPick";
import type { Obstacle, OpeningQuery, Sector, WorkHours } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { obstacles, payForm, sectors, workHours } from "@/office/employment";
import { roundMoney } from "@/office/money";
import { useToday } from "@/office/useToday";
import { SaveOpeningDocument } from "./documents";

export type Opening = NonNullable<OpeningQuery["opening"]>;

interface Values extends Record<string, unknown> {
  title: string;
  partnerId?: string;
  employer: string;
  sector: Sector;
  place: string;
  payMin: string;
  payMax: string;
  headcount: number;
  hours: WorkHours;
  skills: string[];
  demands: Obstacle[];
  about?: string;
  contactName?: string;
  contactPhone?: string;
  expiresOn: string;
}

const startOf = (opening: Opening): Partial<Values> => ({
  title: opening.title,
  employer: opening.employer,
  sector: opening.sector,
  place: opening.place,
  payMin: roundMoney(opening.payMin),
  payMax: roundMoney(opening.payMax),
  headcount: opening.headcount,
  hours: opening.hours,
  skills: [...opening.skills],
  demands: [...opening.demands],
  about: opening.about,
  contactName: opening.contactName,
  contactPhone: opening.contactPhone,
  expiresOn: opening.expiresOn,
});

/** Enters an opening, or changes one (E3). Whose it is stays. */
export function OpeningForm(props: {
  opening?: Opening;
  open: boolean;
  onClose: () => void;
  onReload?: () => void;
  onMade?: (id: string) => void;
}) {
  const { t } = useTranslation("openings");
  const act = useAct(SaveOpeningDocument);
  const today = useToday();
  const { opening } = props;
  const needed = { required: true, message: t("needed") };
  const money = { pattern: payForm, message: t("moneyForm") };
  const line = (name: string, rules: object[] = [], max = 100) => (
    <Form.Item name={name} label={t(`field.${name}`)} rules={rules}>
      <Input maxLength={max} />
    </Form.Item>
  );
  return (
    <ActModal<Values>
      open={props.open}
      title={t(opening ? "edit" : "enter")}
      width={640}
      onClose={props.onClose}
      {...(props.onReload ? { onReload: props.onReload } : {})}
      draftKey={opening ? `opening.${opening.id}.${opening.version}` : "opening.new"}
      initialValues={opening ? startOf(opening) : { headcount: 1, hours: "FULL_TIME", skills: [], demands: [] }}
      submitText={t(opening ? "common:act.save" : "enter")}
      onSubmit={async (values) => {
        const { partnerId, ...said } = values;
        const done = await act.run({
          ...said,
          ...(partnerId ? { partnerId } : {}),
          about: values.about ?? "",
          contactName: values.contactName ?? "",
          contactPhone: values.contactPhone ?? "",
          ...(opening ? { openingId: opening.id, version: opening.version } : {}),
        });
        if (done.ok && !opening) props.onMade?.(done.data.saveOpening.opening.id);
        return done;
      }}
    >
      {(form) => (
        <>
          {line("title", [needed])}
          {opening ? null : (
            <Form.Item name="partnerId" label={t("field.partner")}>
              <PartnerPick
                allowClear
                onName={(name) => {
                  if (!form.getFieldValue("employer")) form.setFieldValue("employer", name);
                }}
              />
            </Form.Item>
          )}
          {line("employer", [needed])}
          <Form.Item name="sector" label={t("field.sector")} rules={[needed]}>
            <Select options={sectors.map((value) => ({ value, label: t(`enums:Sector.${value}`) }))} />
          </Form.Item>
          {line("place", [needed])}
          {line("payMin", [needed, money], 9)}
          {line("payMax", [needed, money], 9)}
          <Form.Item name="headcount" label={t("field.headcount")} rules={[needed]}>
            <InputNumber min={1} max={1000} precision={0} />
          </Form.Item>
          <Form.Item name="hours" label={t("field.hours")} rules={[needed]}>
            <Select options={workHours.map((value) => ({ value, label: t(`enums:WorkHours.${value}`) }))} />
          </Form.Item>
          <Form.Item name="skills" label={t("field.skills")} extra={t("wordsHint")}>
            <Select
              mode="tags"
              tokenSeparators={[",", "\uFF0C", "\u3001"]}
              maxCount={20}
              open={false}
              suffixIcon={null}
            />
          </Form.Item>
          <Form.Item name="demands" label={t("field.demands")} extra={t("demandsHint")}>
            <Select
              mode="multiple"
              options={obstacles.map((value) => ({ value, label: t(`enums:Obstacle.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="expiresOn" label={t("field.expiresOn")} rules={[needed]}>
            <Input type="date" min={today} />
          </Form.Item>
          {line("contactName", [], 60)}
          {line("contactPhone", [], 60)}
          <Form.Item name="about" label={t("field.about")}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
          </Form.Item>
        </>
      )}
    </ActModal>
  );
}
