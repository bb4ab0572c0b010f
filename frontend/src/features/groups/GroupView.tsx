import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { DateText, DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { RecordTimeline } from "@/components/RecordTimeline";
import { RefusalNote } from "@/components/RefusalNote";
import { RevealPhone } from "@/components/RevealPhone";
import { ClauseTag } from "@/components/tags";
import { readFragment } from "@/graphql/gen";
import type { GroupSheetFragment as Sheet } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { useDeskEvents } from "@/live/desk";
import { officeNow } from "@/office/clock";
import { servesResidents, useViewer, useZone } from "@/office/viewer";
import { formatClock } from "@/office/zone";
import { CancelRehearsalDocument, GroupDocument, GroupSheetFragment, RevealMemberDocument } from "./documents";
import {
  DissolveForm,
  GroupForm,
  LeaveForm,
  type Member,
  MemberForm,
  NoteForm,
  type Rehearsal,
  RehearsalForm,
} from "./GroupForms";
import "./groups.css";

/** One group: its members, who came to its rehearsals, its programs (C1). */
export function Component() {
  const { t } = useTranslation("groups");
  const id = useParams().id ?? "";
  const { data, error, refetch } = useQuery(GroupDocument, { variables: { id }, fetchPolicy: "network-only" });
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
  if (data.node?.__typename !== "Group") return <EmptyHint title={t("gone")} hint={t("goneHint")} />;
  return <Group sheet={readFragment(GroupSheetFragment, data.node)} onChange={again} />;
}

function Group({ sheet, onChange }: { sheet: Sheet; onChange: () => void }) {
  const { t } = useTranslation("groups");
  const viewer = useViewer();
  const zone = useZone();
  const [dialog, setDialog] = useState<ReactNode>(null);
  const cancel = useAct(CancelRehearsalDocument);
  const reveal = useAct(RevealMemberDocument);
  const now = officeNow();
  const works = !sheet.dissolvedAt && servesResidents(viewer);
  const closing = { onClose: () => setDialog(null), onDone: onChange };
  const names = new Map(sheet.members.map((one) => [one.id, one.name]));
  const show = (member: Member) =>
    setDialog(
      <RevealPhone
        {...closing}
        name={member.name}
        draftKey={`member.reveal.${member.id}`}
        reveal={async (reason) => {
          const done = await reveal.run({ memberId: member.id, reason });
          return done.ok ? { ok: true, data: done.data.revealMember.value } : done;
        }}
      />,
    );
  return (
    <>
      <PageHead
        title={sheet.name}
        hint={
          <Link className="xx-no-print" to="/groups">
            {t("back")}
          </Link>
        }
        tags={
          <span className="xx-tag" data-tone={sheet.dissolvedAt ? "calm" : "info"}>
            {t(sheet.dissolvedAt ? "dissolved" : `enums:GroupKind.${sheet.kind}`)}
          </span>
        }
        actions={
          works ? (
            <>
              <Button danger onClick={() => setDialog(<DissolveForm sheet={sheet} {...closing} />)}>
                {t("dissolve")}
              </Button>
              <Button onClick={() => setDialog(<GroupForm sheet={sheet} {...closing} />)}>{t("edit")}</Button>
            </>
          ) : null
        }
      />
      {cancel.refusal ? <RefusalNote refusal={cancel.refusal} /> : null}
      <div className="xx-group">
        <section className="xx-card xx-card-pad" aria-labelledby="xx-group-members">
          <div className="xx-group-head">
            <h2 className="xx-section-title" id="xx-group-members">
              {t("members")} · {t("size", { count: sheet.size })} <ClauseTag clause="C1" />
            </h2>
            {works ? (
              <Button
                size="small"
                icon={<PlusOutlined aria-hidden />}
                onClick={() => setDialog(<MemberForm sheet={sheet} {...closing} />)}
              >
                {t("member.add")}
              </Button>
            ) : null}
          </div>
          {sheet.members.length === 0 ? <p className="xx-groups-sub">{t("member.none")}</p> : null}
          <ul className="xx-group-list">
            {sheet.members.map((member) => (
              <li key={member.id}>
                <span>
                  <strong>{member.name}</strong>{" "}
                  {member.leads ? (
                    <span className="xx-tag" data-tone="primary">
                      {t("leads")}
                    </span>
                  ) : null}
                  <span className="xx-groups-sub">
                    {member.role ? `${member.role} · ` : ""}
                    {t("field.joinedOn")} <DateText date={member.joinedOn} />
                    {member.phone ? ` · ${member.phone}` : ""}
                    {member.phone && works ? (
                      <button type="button" className="xx-text-button" onClick={() => show(member)}>
                        {t("common:reveal.show")}
                      </button>
                    ) : null}
                  </span>
                </span>
                {works ? (
                  <span className="xx-group-acts">
                    <Button
                      size="small"
                      onClick={() => setDialog(<MemberForm sheet={sheet} member={member} {...closing} />)}
                    >
                      {t("change")}
                    </Button>
                    <Button size="small" onClick={() => setDialog(<LeaveForm member={member} {...closing} />)}>
                      {t("member.leave")}
                    </Button>
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
        <div>
          <section className="xx-card xx-card-pad" aria-labelledby="xx-group-about">
            <h2 className="xx-section-title" id="xx-group-about">
              {t("about")}
            </h2>
            <dl className="xx-facts">
              <dt>{t("field.contact")}</dt>
              <dd>{sheet.contact.name}</dd>
              {sheet.foundedOn ? (
                <>
                  <dt>{t("founded")}</dt>
                  <dd>
                    <DateText date={sheet.foundedOn} />
                  </dd>
                </>
              ) : null}
            </dl>
            {sheet.about ? <p className="xx-said">{sheet.about}</p> : null}
          </section>
          <section className="xx-card xx-card-pad" aria-labelledby="xx-group-rehearsals">
            <div className="xx-group-head">
              <h2 className="xx-section-title" id="xx-group-rehearsals">
                {t("rehearsals")}
              </h2>
              {works ? (
                <Button
                  size="small"
                  icon={<PlusOutlined aria-hidden />}
                  onClick={() => setDialog(<RehearsalForm sheet={sheet} {...closing} />)}
                >
                  {t("rehearsal.add")}
                </Button>
              ) : null}
            </div>
            {sheet.rehearsals.length === 0 ? <p className="xx-groups-sub">{t("rehearsal.none")}</p> : null}
            <ul className="xx-group-list">
              {sheet.rehearsals.map((one: Rehearsal) => (
                <li key={one.id} data-off={one.cancelledAt ? true : undefined}>
                  <span>
                    <DateTimeText at={one.from} near />–{formatClock(one.until, zone)}
                    <span className="xx-groups-sub">
                      {one.place}
                      {one.cancelledAt ? ` · ${t("rehearsal.off")}` : ""}
                      {one.present.length > 0 ? ` · ${t("rehearsal.came", { count: one.present.length })}` : ""}
                    </span>
                    {one.present.length > 0 ? (
                      <span className="xx-groups-sub">
                        {one.present.map((id) => names.get(id) ?? t("member.former")).join(t("common:listJoin"))}
                      </span>
                    ) : null}
                    {one.note ? <span className="xx-groups-sub">{one.note}</span> : null}
                  </span>
                  {works && !one.cancelledAt ? (
                    <span className="xx-group-acts">
                      {Date.parse(one.from) > now ? (
                        <>
                          <Button
                            size="small"
                            onClick={() => setDialog(<RehearsalForm sheet={sheet} rehearsal={one} {...closing} />)}
                          >
                            {t("change")}
                          </Button>
                          <Button
                            size="small"
                            loading={cancel.busy}
                            onClick={() => void cancel.run({ rehearsalId: one.id }).then(onChange)}
                          >
                            {t("rehearsal.cancel")}
                          </Button>
                        </>
                      ) : (
                        <Button
                          size="small"
                          onClick={() => setDialog(<NoteForm sheet={sheet} rehearsal={one} {...closing} />)}
                        >
                          {t("rehearsal.note")}
                        </Button>
                      )}
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
          <section className="xx-card xx-card-pad" aria-labelledby="xx-group-programs">
            <h2 className="xx-section-title" id="xx-group-programs">
              {t("programs")}
            </h2>
            {sheet.programs.length === 0 ? <p className="xx-groups-sub">{t("programsNone")}</p> : null}
            <ul className="xx-group-list">
              {sheet.programs.map((one) => (
                <li key={one.id}>
                  <Link to={`/programs/${one.id}`}>{one.title}</Link>
                  <DateTimeText at={one.from} near />
                </li>
              ))}
            </ul>
          </section>
          <section className="xx-card xx-card-pad" aria-labelledby="xx-group-journal">
            <h2 className="xx-section-title" id="xx-group-journal">
              {t("journal")}
            </h2>
            <RecordTimeline events={sheet.events} />
          </section>
        </div>
      </div>
      {dialog}
    </>
  );
}
