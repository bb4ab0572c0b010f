import { useQuery } from "@apollo/client/react";
import { App, Button, Form, Input, Popconfirm, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ActModal } from "@/components/ActForm";
import { DateText, DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { RecordJournal } from "@/components/RecordJournal";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag } from "@/components/tags";
import type { PartnerSheetQuery } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { useDeskEvents } from "@/live/desk";
import {
  AddContactDocument,
  EndPartnerDocument,
  PartnerDocument,
  RemoveContactDocument,
  RevealPhoneDocument,
} from "./documents";
import { SavePartner } from "./SavePartner";
import "./partners.css";

type Sheet = Extract<NonNullable<PartnerSheetQuery["node"]>, { __typename: "Partner" }>;

/** One partner: what it can offer, whom to reach, its agreement and its projects (P1). */
export function Component() {
  const { t } = useTranslation("partners");
  const id = useParams().id ?? "";
  const { data, error, refetch } = useQuery(PartnerDocument, { variables: { id }, fetchPolicy: "cache-and-network" });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents(again);
  if (!data && error)
    return (
      <EmptyHint
        title={t("failed")}
        hint={sayRefusal(refusalOf(error), t)}
        action={<Button onClick={again}>{t("common:act.retry")}</Button>}
      />
    );
  if (!data) return <Skeleton active />;
  if (data.node?.__typename !== "Partner")
    return <EmptyHint title={t("gone")} action={<Link to="/partners">{t("back")}</Link>} />;
  return <Page sheet={data.node} onReload={again} />;
}

function Page({ sheet, onReload }: { sheet: Sheet; onReload: () => void }) {
  const { t } = useTranslation("partners");
  const [open, setOpen] = useState<"edit" | "end" | null>(null);
  const end = useAct(EndPartnerDocument);
  return (
    <>
      <PageHead
        title={sheet.name}
        hint={<Link to="/partners">{t("back")}</Link>}
        tags={
          <span className="xx-tag" data-tone={sheet.leftAt ? "late" : "primary"}>
            {sheet.leftAt ? t("ended") : t(`enums:PartnerKind.${sheet.kind}`)}
          </span>
        }
        actions={
          sheet.mayEdit ? (
            <>
              <Button onClick={() => setOpen("edit")}>{t("edit")}</Button>
              {sheet.leftAt ? null : <Button onClick={() => setOpen("end")}>{t("end")}</Button>}
            </>
          ) : null
        }
      />
      <div className="xx-halves">
        <section className="xx-card xx-card-pad" aria-labelledby="xx-partner-facts">
          <h2 className="xx-section-title" id="xx-partner-facts">
            {t("facts")} <ClauseTag clause="P1" />
          </h2>
          <dl className="xx-facts">
            <dt>{t("offers")}</dt>
            <dd className="xx-tags">
              {sheet.offers.length === 0 ? t("noOffers") : null}
              {sheet.offers.map((offer) => (
                <span key={offer} className="xx-tag">
                  {t(`enums:ResourceKind.${offer}`)}
                </span>
              ))}
            </dd>
            <dt>{t("address")}</dt>
            <dd>{sheet.address || "—"}</dd>
            <dt>{t("about")}</dt>
            <dd className="xx-said">{sheet.about || "—"}</dd>
            <dt>{t("agreement")}</dt>
            <dd className="xx-said">
              {[sheet.agreementNo, sheet.agreement].filter(Boolean).join(" ") || "—"}
              {sheet.agreedOn ? (
                <p className="xx-soft">
                  <DateText date={sheet.agreedOn} /> —{" "}
                  {sheet.agreedUntil ? <DateText date={sheet.agreedUntil} /> : t("noEnd")}
                </p>
              ) : null}
            </dd>
            {sheet.leftAt ? (
              <>
                <dt>{t("ended")}</dt>
                <dd>
                  <DateTimeText at={sheet.leftAt} />
                </dd>
              </>
            ) : null}
          </dl>
        </section>
        <Contacts sheet={sheet} onReload={onReload} />
      </div>
      <section className="xx-card xx-card-pad" aria-labelledby="xx-partner-projects">
        <h2 className="xx-section-title" id="xx-partner-projects">
          {t("projects")}
        </h2>
        {sheet.projects.length === 0 ? <p className="xx-soft">{t("noProjects")}</p> : null}
        <ul className="xx-lines">
          {sheet.projects.map((one) => (
            <li key={one.id}>
              <Link to={`/projects/${one.id}`}>{one.title}</Link>{" "}
              <span className="xx-tag">{t(`enums:ProjectStage.${one.stage}`)}</span>{" "}
              <span className="xx-soft">{one.number}</span>
            </li>
          ))}
        </ul>
      </section>
      <RecordJournal events={sheet.events} />
      {open === "edit" ? <SavePartner known={sheet} onClose={() => setOpen(null)} onDone={onReload} /> : null}
      {open === "end" ? (
        <ActModal<{ reason: string }>
          open
          danger
          title={t("end")}
          onClose={() => setOpen(null)}
          onDone={onReload}
          onReload={onReload}
          draftKey={`partner.end.${sheet.id}`}
          submitText={t("end")}
          onSubmit={(values) => end.run({ partnerId: sheet.id, version: sheet.version, ...values })}
        >
          <p className="xx-act-hint">{t("endHint")}</p>
          <Form.Item
            name="reason"
            label={t("reason")}
            rules={[{ required: true, whitespace: true, message: t("needed") }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={200} />
          </Form.Item>
        </ActModal>
      ) : null}
    </>
  );
}

function Contacts({ sheet, onReload }: { sheet: Sheet; onReload: () => void }) {
  const { t } = useTranslation("partners");
  const { message } = App.useApp();
  const [adding, setAdding] = useState(false);
  const [asking, setAsking] = useState<string | null>(null);
  const [shown, setShown] = useState<ReadonlyMap<string, string>>(new Map());
  const add = useAct(AddContactDocument);
  const remove = useAct(RemoveContactDocument);
  const reveal = useAct(RevealPhoneDocument);
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-partner-contacts">
      <h2 className="xx-section-title" id="xx-partner-contacts">
        {t("contacts")}
      </h2>
      {sheet.contacts.length === 0 ? <p className="xx-soft">{t("noContacts")}</p> : null}
      <ul className="xx-lines">
        {sheet.contacts.map((one) => (
          <li key={one.id} data-contact={one.name}>
            <strong>{one.name}</strong> <span className="xx-soft">{one.title}</span>{" "}
            {one.phone ? (
              <>
                <span className="xx-phone">{shown.get(one.id) ?? one.phone}</span>{" "}
                {shown.has(one.id) ? null : (
                  <Button size="small" onClick={() => setAsking(one.id)}>
                    {t("reveal")}
                  </Button>
                )}
              </>
            ) : (
              t("noPhone")
            )}{" "}
            {sheet.mayEdit ? (
              <Popconfirm
                title={t("removeSure", { name: one.name })}
                okText={t("remove")}
                cancelText={t("common:act.cancel")}
                onConfirm={() => void remove.run({ contactId: one.id }).then((done) => done.ok && onReload())}
              >
                <Button size="small">{t("remove")}</Button>
              </Popconfirm>
            ) : null}
          </li>
        ))}
      </ul>
      {remove.refusal ? <RefusalNote refusal={remove.refusal} /> : null}
      {sheet.mayEdit ? <Button onClick={() => setAdding(true)}>{t("addContact")}</Button> : null}
      <ActModal<{ name: string; title?: string; phone?: string }>
        open={adding}
        title={t("addContact")}
        onClose={() => setAdding(false)}
        onDone={onReload}
        draftKey={`partner.contact.${sheet.id}`}
        submitText={t("save")}
        onSubmit={(values) => add.run({ partnerId: sheet.id, ...values })}
      >
        <Form.Item
          name="name"
          label={t("contactName")}
          rules={[{ required: true, whitespace: true, message: t("needed") }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="title" label={t("contactTitle")}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="phone" label={t("phone")} extra={t("phoneHint")}>
          <Input inputMode="tel" maxLength={20} />
        </Form.Item>
      </ActModal>
      <ActModal<{ reason: string }>
        open={asking !== null}
        title={t("reveal")}
        onClose={() => setAsking(null)}
        draftKey={`partner.phone.${asking ?? ""}`}
        submitText={t("reveal")}
        onSubmit={async (values) => {
          const done = await reveal.run({ contactId: asking ?? "", ...values });
          if (done.ok) {
            setShown((before) => new Map(before).set(asking ?? "", done.data.revealPartnerPhone.value));
            message.success(t("revealed"));
          }
          return done;
        }}
      >
        <p className="xx-act-hint">{t("revealHint")}</p>
        <Form.Item
          name="reason"
          label={t("reason")}
          rules={[{ required: true, whitespace: true, message: t("needed") }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </ActModal>
    </section>
  );
}
