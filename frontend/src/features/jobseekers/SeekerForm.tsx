import { useApolloClient, useQuery } from "@apollo/client/react";
import { Button, Checkbox, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ActModal } from "@/components/ActForm";
import { Field } from "@/components/Field";
import { SearchPick } from "@/components/SearchPick";
import { ClauseTag } from "@/components/tags";
import type { JobSeekerQuery, Obstacle, ResidenceKind, Sector, Situation, WorkHours } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { obstacles, payForm, residences, sectors, situations, workHours } from "@/office/employment";
import { servesResidents, useViewer } from "@/office/viewer";
import {
  CounsellorsDocument,
  EditJobSeekerDocument,
  FindSeekerResidentsDocument,
  RegisterJobSeekerDocument,
} from "./documents";

export type Seeker = NonNullable<JobSeekerQuery["jobSeeker"]>;

interface Values extends Record<string, unknown> {
  counsellorId?: string;
  situations: Situation[];
  residence: ResidenceKind;
  skills: string[];
  wishes: { titles: string[]; sectors: Sector[]; places: string[]; hours: WorkHours[]; pay?: string };
  obstacles: Obstacle[];
  benefits: string[];
  consent: boolean;
  note: string;
}

/** What the form holds as the input of the act has it: an empty amount is none. */
function inputOf(values: Values) {
  const { pay, ...wishes } = values.wishes;
  return { ...values, wishes: { ...wishes, ...(pay ? { pay } : {}) } };
}

const empty: Partial<Values> = {
  situations: [],
  residence: "LOCAL",
  skills: [],
  wishes: { titles: [], sectors: [], places: [], hours: [] },
  obstacles: [],
  benefits: [],
  consent: true,
  note: "",
};

/** The people who may be counsellors: those of the office who work on cases and have not left. */
export function useCounsellors(open: boolean) {
  const { data, loading } = useQuery(CounsellorsDocument, { fetchPolicy: "cache-first", skip: !open });
  const options = (data?.staff ?? [])
    .filter((one) => one.duty !== "LEFT" && servesResidents(one))
    .map((one) => ({ value: one.id, label: [one.name, one.title].filter(Boolean).join(" · ") }));
  return { options, loading };
}

function Words({ name, label, hint }: { name: string | string[]; label: string; hint: string }) {
  return (
    <Form.Item name={name} label={label} extra={hint}>
      <Select mode="tags" tokenSeparators={[",", "\uFF0C", "\u3001"]} maxCount={20} open={false} suffixIcon={null} />
    </Form.Item>
  );
}

function SeekerFields() {
  const { t } = useTranslation("jobseekers");
  return (
    <>
      <Form.Item name="situations" label={t("field.situations")} rules={[{ required: true, message: t("needed") }]}>
        <Select
          mode="multiple"
          options={situations.map((value) => ({ value, label: t(`enums:Situation.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="residence" label={t("field.residence")} extra={t("anyResidence")}>
        <Select options={residences.map((value) => ({ value, label: t(`enums:ResidenceKind.${value}`) }))} />
      </Form.Item>
      <Words name="skills" label={t("field.skills")} hint={t("wordsHint")} />
      <Words name={["wishes", "titles"]} label={t("field.titles")} hint={t("wordsHint")} />
      <Form.Item name={["wishes", "sectors"]} label={t("field.sectors")}>
        <Select mode="multiple" options={sectors.map((value) => ({ value, label: t(`enums:Sector.${value}`) }))} />
      </Form.Item>
      <Words name={["wishes", "places"]} label={t("field.places")} hint={t("wordsHint")} />
      <Form.Item name={["wishes", "hours"]} label={t("field.hours")}>
        <Select mode="multiple" options={workHours.map((value) => ({ value, label: t(`enums:WorkHours.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name={["wishes", "pay"]}
        label={t("field.pay")}
        rules={[{ pattern: payForm, message: t("moneyForm") }]}
      >
        <Input inputMode="decimal" maxLength={9} />
      </Form.Item>
      <Form.Item name="obstacles" label={t("field.obstacles")} extra={t("obstaclesHint")}>
        <Select mode="multiple" options={obstacles.map((value) => ({ value, label: t(`enums:Obstacle.${value}`) }))} />
      </Form.Item>
      <Words name="benefits" label={t("field.benefits")} hint={t("wordsHint")} />
      <Form.Item name="note" label={t("field.note")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="consent" valuePropName="checked" extra={t("consentHint")}>
        <Checkbox>
          {t("field.consent")} <ClauseTag clause="E1" />
        </Checkbox>
      </Form.Item>
    </>
  );
}

/** Registers a resident as a job-seeker: first who, then what they bring (E1). */
export function RegisterSeeker(props: { open: boolean; onClose: () => void; onMade: (id: string) => void }) {
  const { t } = useTranslation("jobseekers");
  const client = useApolloClient();
  const viewer = useViewer();
  const act = useAct(RegisterJobSeekerDocument);
  const counsellors = useCounsellors(props.open);
  const [resident, setResident] = useState<{ id: string; name: string } | null>(null);
  const [known, setKnown] = useState<{ id: string; name: string } | null>(null);
  return (
    <ActModal<Values>
      open={props.open}
      title={t("register")}
      width={640}
      onClose={props.onClose}
      draftKey="jobseeker.register"
      initialValues={{ ...empty, counsellorId: viewer.staff.id }}
      submitText={t("register")}
      onSubmit={async (values) => {
        const done = await act.run({ ...inputOf(values), residentId: resident?.id ?? "" });
        if (done.ok) {
          setResident(null);
          props.onMade(done.data.registerJobSeeker.jobSeeker.id);
        }
        return done;
      }}
    >
      {resident ? (
        <p className="xx-seekers-head">
          <strong>{resident.name}</strong>
          <Button size="small" onClick={() => setResident(null)}>
            {t("otherResident")}
          </Button>
        </p>
      ) : (
        <Field label={t("field.resident")} hint={t("residentHint")} required>
          {(control) => (
            <SearchPick
              control={control}
              placeholder={t("residentSearch")}
              search={async (typed) => {
                const { data } = await client.query({
                  query: FindSeekerResidentsDocument,
                  variables: { search: typed },
                  fetchPolicy: "network-only",
                });
                return (data?.residents ?? []).map((one) => ({
                  key: one.id,
                  value: one,
                  label: (
                    <>
                      <span>{one.name}</span>
                      <small>{one.phoneMasked}</small>
                      <small>{one.address}</small>
                      {one.jobSeeker ? <small>{t("registeredAlready")}</small> : null}
                    </>
                  ),
                }));
              }}
              onPick={(one) => {
                setKnown(one.jobSeeker ? { id: one.jobSeeker.id, name: one.name } : null);
                setResident(one.jobSeeker ? null : { id: one.id, name: one.name });
              }}
            />
          )}
        </Field>
      )}
      {known ? (
        <p>
          <Link to={`/jobseekers/${known.id}`}>{t("seeFile", { name: known.name })}</Link>
        </p>
      ) : null}
      <Form.Item name="counsellorId" label={t("field.counsellor")}>
        <Select loading={counsellors.loading} options={counsellors.options} />
      </Form.Item>
      <SeekerFields />
    </ActModal>
  );
}

/** Changes what stands on a file (E1). */
export function EditSeeker(props: { seeker: Seeker; open: boolean; onClose: () => void; onReload: () => void }) {
  const { t } = useTranslation("jobseekers");
  const act = useAct(EditJobSeekerDocument);
  const { seeker } = props;
  return (
    <ActModal<Values>
      open={props.open}
      title={t("edit")}
      width={640}
      onClose={props.onClose}
      onReload={props.onReload}
      draftKey={`jobseeker.edit.${seeker.id}.${seeker.version}`}
      initialValues={{
        situations: [...seeker.situations],
        residence: seeker.residence,
        skills: [...seeker.skills],
        wishes: {
          titles: [...seeker.wishes.titles],
          sectors: [...seeker.wishes.sectors],
          places: [...seeker.wishes.places],
          hours: [...seeker.wishes.hours],
          ...(seeker.wishes.pay ? { pay: seeker.wishes.pay } : {}),
        },
        obstacles: [...seeker.obstacles],
        benefits: [...seeker.benefits],
        consent: seeker.consentedAt !== null,
        note: seeker.note,
      }}
      submitText={t("common:act.save")}
      onSubmit={(values) => act.run({ jobSeekerId: seeker.id, version: seeker.version, ...inputOf(values) })}
    >
      <SeekerFields />
    </ActModal>
  );
}
