import { UserAddOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Checkbox, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { DateTimeText } from "@/components/DateText";
import { MoreRows } from "@/components/MoreRows";
import { RefusalNote } from "@/components/RefusalNote";
import { ResidentFind } from "@/components/ResidentFind";
import { RevealPhone } from "@/components/RevealPhone";
import { useMore } from "@/components/useMore";
import { readFragment } from "@/graphql/gen";
import type { EnrolmentState, EnrolmentRowFragment as Row, ProgramSheetFragment as Sheet } from "@/graphql/gen/graphql";
import type { Refusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { useDeskEvents } from "@/live/desk";
import { officeNow } from "@/office/clock";
import {
  EnrolDocument,
  EnrolmentResultDocument,
  EnrolmentRowFragment,
  EnrolmentsDocument,
  RevealEnrolmentDocument,
  TickAttendanceDocument,
  WithdrawEnrolmentDocument,
} from "./documents";

const pageSize = 100;
const halfAnHour = 30 * 60 * 1000;
const tones: Record<EnrolmentState, string> = { SEATED: "primary", WAITING: "soon", WITHDRAWN: "calm" };

/** Who has a place and who waits, in the order of the tickets; who came to which session; results. Printed it is a sign-in list. */
export function Enrolments({ sheet, onChange }: { sheet: Sheet; onChange: () => void }) {
  const { t } = useTranslation("programs");
  const [withdrawn, setWithdrawn] = useState(false);
  const [adding, setAdding] = useState(false);
  const [result, setResult] = useState<Row | null>(null);
  const [reveal, setReveal] = useState<Row | null>(null);
  const [leaving, setLeaving] = useState<Row | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const tick = useAct(TickAttendanceDocument);
  const { data, loading, refetch, fetchMore } = useQuery(EnrolmentsDocument, {
    variables: { id: sheet.id, withdrawn, first: pageSize, after: 0 },
    fetchPolicy: "cache-and-network",
  });
  const again = () => {
    refetch().catch(() => {});
    onChange();
  };
  useDeskEvents(() => void refetch().catch(() => {}));
  const list = data?.node?.__typename === "Program" ? data.node.enrolments : [];
  const rows = list.map((one) => readFragment(EnrolmentRowFragment, one));
  const expected = sheet.seated + sheet.waiting;
  const next = useMore(() =>
    fetchMore({
      variables: { after: rows.at(-1)?.ticket ?? 0 },
      updateQuery: (before, { fetchMoreResult }) =>
        before.node?.__typename === "Program" && fetchMoreResult.node?.__typename === "Program"
          ? {
              node: {
                ...fetchMoreResult.node,
                enrolments: [...before.node.enrolments, ...fetchMoreResult.node.enrolments],
              },
            }
          : before,
    }),
  );
  const open = sheet.state === "OPEN";
  const now = officeNow();
  const begun = Date.parse(sheet.from) <= now;
  const enrols = open && now < Date.parse(sheet.enrolUntil);

  return (
    <section className="xx-card xx-enrolments" aria-labelledby="xx-enrolments">
      <div className="xx-enrolments-head">
        <h2 className="xx-section-title" id="xx-enrolments">
          {t("enrolments.title")}
        </h2>
        <Checkbox className="xx-no-print" checked={withdrawn} onChange={(event) => setWithdrawn(event.target.checked)}>
          {t("enrolments.withdrawn")}
        </Checkbox>
        {enrols ? (
          <Button
            className="xx-no-print"
            type="primary"
            icon={<UserAddOutlined aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t("enrolments.add")}
          </Button>
        ) : null}
      </div>
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      {rows.length === 0 && !loading ? (
        <p className="xx-enrolments-none xx-programs-sub">{t(open ? "enrolments.none" : "enrolments.noneYet")}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t("enrolments.ticket")}</th>
              <th scope="col">{t("field.name")}</th>
              <th scope="col">{t("enrolments.state")}</th>
              <th scope="col">{t("enrolments.came")}</th>
              <th scope="col" className="xx-print-only">
                {t("enrolments.signature")}
              </th>
              <th scope="col" className="xx-no-print">
                {t("enrolments.acts")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-state={row.state}>
                <td>{row.ticket}</td>
                <th scope="row">
                  {row.name}
                  <span className="xx-programs-sub">
                    {row.phone}
                    {row.phone ? (
                      <button type="button" className="xx-text-button xx-no-print" onClick={() => setReveal(row)}>
                        {t("common:reveal.show")}
                      </button>
                    ) : null}
                  </span>
                </th>
                <td>
                  <span className="xx-tag" data-tone={tones[row.state]}>
                    {t(`enums:EnrolmentState.${row.state}`)}
                  </span>
                  {row.passed !== null ? (
                    <span className="xx-tag" data-tone={row.passed ? "info" : "calm"}>
                      {t(row.passed ? "passed" : "notPassed")}
                    </span>
                  ) : null}
                  {row.award ? (
                    <span className="xx-tag" data-tone="info">
                      {row.award}
                    </span>
                  ) : null}
                  <span className="xx-programs-sub xx-no-print">
                    {t(`enums:EnrolWay.${row.way}`)} · <DateTimeText at={row.enrolledAt} near />
                  </span>
                </td>
                <td>
                  {row.state === "SEATED" ? (
                    <span className="xx-ticks">
                      {sheet.sessions.map((session, index) => (
                        <Checkbox
                          key={session.id}
                          aria-label={t("enrolments.tick", { name: row.name, number: index + 1 })}
                          checked={row.attended.includes(session.id)}
                          disabled={!open || tick.busy || now < Date.parse(session.from) - halfAnHour}
                          onChange={(event) => {
                            void tick
                              .run({ sessionId: session.id, enrolmentId: row.id, present: event.target.checked })
                              .then((done) => {
                                setRefusal(done.ok ? null : done.refusal);
                                again();
                              });
                          }}
                        >
                          {index + 1}
                        </Checkbox>
                      ))}
                    </span>
                  ) : null}
                </td>
                <td className="xx-print-only" />
                <td className="xx-no-print">
                  {row.state !== "WITHDRAWN" && open && row.attended.length === 0 ? (
                    <Button size="small" onClick={() => setLeaving(row)}>
                      {t("withdraw")}
                    </Button>
                  ) : null}
                  {row.state === "SEATED" && begun && sheet.state !== "CANCELLED" ? (
                    <Button size="small" onClick={() => setResult(row)}>
                      {t("result")}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="xx-no-print">
        <MoreRows next={next} more={!withdrawn && rows.length > 0 && rows.length < expected} />
      </div>
      {adding ? <EnrolForm sheet={sheet} onClose={() => setAdding(false)} onDone={again} /> : null}
      {result ? <ResultForm row={result} onClose={() => setResult(null)} onDone={again} /> : null}
      {reveal ? <RevealForm row={reveal} onClose={() => setReveal(null)} onDone={again} /> : null}
      {leaving ? <WithdrawForm row={leaving} onClose={() => setLeaving(null)} onDone={again} /> : null}
    </section>
  );
}

function EnrolForm({ sheet, onClose, onDone }: { sheet: Sheet; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation("programs");
  const act = useAct(EnrolDocument);
  const [resident, setResident] = useState<{ id: string; name: string } | null>(null);
  const needed = { required: true, whitespace: true, message: t("needed") };
  return (
    <ActModal<{ name?: string; phone?: string }>
      open
      title={t("enrolments.add")}
      onClose={onClose}
      onDone={onDone}
      draftKey={`program.enrol.${sheet.id}`}
      submitText={t("enrolments.add")}
      onSubmit={({ name = "", phone = "" }) =>
        act.run({ programId: sheet.id, ...(resident ? { residentId: resident.id } : { name, phone }) })
      }
    >
      <p className="xx-act-hint">
        {t(sheet.seated < sheet.capacity && sheet.waiting === 0 ? "enrolments.seatHint" : "enrolments.waitHint")}
      </p>
      <ResidentFind value={resident} onChange={setResident} />
      {resident ? null : (
        <>
          <Form.Item name="name" label={t("field.name")} rules={[needed]}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label={t("field.phone")} rules={[needed]}>
            <Input maxLength={30} inputMode="tel" autoComplete="off" />
          </Form.Item>
        </>
      )}
    </ActModal>
  );
}

interface RowForm {
  row: Row;
  onClose: () => void;
  onDone: () => void;
}

function WithdrawForm({ row, onClose, onDone }: RowForm) {
  const { t } = useTranslation("programs");
  const act = useAct(WithdrawEnrolmentDocument);
  return (
    <ActModal
      open
      danger
      title={t("withdrawTitle", { name: row.name })}
      onClose={onClose}
      onDone={onDone}
      draftKey={`enrolment.withdraw.${row.id}`}
      submitText={t("withdraw")}
      onSubmit={() => act.run({ enrolmentId: row.id })}
    >
      <p className="xx-act-hint">{t("withdrawHint")}</p>
    </ActModal>
  );
}

function ResultForm({ row, onClose, onDone }: RowForm) {
  const { t } = useTranslation("programs");
  const act = useAct(EnrolmentResultDocument);
  const word = row.passed === null ? "NONE" : row.passed ? "YES" : "NO";
  return (
    <ActModal<{ passed: string; award?: string }>
      open
      title={t("resultOf", { name: row.name })}
      onClose={onClose}
      onDone={onDone}
      draftKey={`enrolment.result.${row.id}`}
      submitText={t("form.save")}
      initialValues={{ passed: word, award: row.award }}
      onSubmit={({ passed, award = "" }) =>
        act.run({ enrolmentId: row.id, award, ...(passed === "NONE" ? {} : { passed: passed === "YES" }) })
      }
    >
      <Form.Item name="passed" label={t("result")}>
        <Radio.Group
          options={[
            { value: "YES", label: t("passed") },
            { value: "NO", label: t("notPassed") },
            { value: "NONE", label: t("noResult") },
          ]}
        />
      </Form.Item>
      <Form.Item name="award" label={t("field.award")}>
        <Input maxLength={60} />
      </Form.Item>
    </ActModal>
  );
}

function RevealForm({ row, onClose, onDone }: RowForm) {
  const act = useAct(RevealEnrolmentDocument);
  return (
    <RevealPhone
      name={row.name}
      draftKey={`enrolment.reveal.${row.id}`}
      onClose={onClose}
      onDone={onDone}
      reveal={async (reason) => {
        const done = await act.run({ enrolmentId: row.id, reason });
        return done.ok ? { ok: true, data: done.data.revealEnrolment.value } : done;
      }}
    />
  );
}
