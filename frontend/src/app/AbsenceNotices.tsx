import { useApolloClient } from "@apollo/client/react";
import { App } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { i18n } from "@/i18n/i18n";
import { type DeskEvent, useDeskEvents } from "@/live/desk";
import { useViewer, useZone } from "@/office/viewer";
import { formatInstant } from "@/office/zone";
import { noticeOf } from "./absenceNotice";
import { AbsenceNoticeDocument } from "./documents";

/** Tells of absences live: the stand-in what is open, who leads what waits, the person what was decided (B4, B5). */
export function AbsenceNotices() {
  const { t } = useTranslation("shell");
  const { notification } = App.useApp();
  const client = useApolloClient();
  const navigate = useNavigate();
  const viewer = useViewer();
  const zone = useZone();

  const tell = async (event: DeskEvent, id: string) => {
    const { data } = await client.query({
      query: AbsenceNoticeDocument,
      variables: { id },
      fetchPolicy: "network-only",
    });
    const of = data?.node && "lists" in data.node ? data.node : null;
    const notice = of ? noticeOf(event.kind, of, viewer.staff.id) : null;
    if (!of || !notice) return;
    const say = (at: string) => formatInstant(at, zone, i18n.language === "en" ? "en" : "zh-CN");
    const span = of.until
      ? t("errors:UNTIL", { from: say(of.from), until: say(of.until) })
      : t("errors:FROM_ON", { from: say(of.from) });
    const words = {
      name: of.staff.name,
      kind: t(`enums:AbsenceKind.${of.kind}`),
      to: [...new Set(of.lists.map((list) => list.to.name))].join(t("common:listJoin")),
      count: notice.cases,
      span,
    };
    notification.open({
      key: event.eventId,
      type: notice.tone,
      title: t(`absence.${notice.word}`, words),
      description: t(`absence.${notice.word}Hint`, { ...words, defaultValue: "" }),
      duration: notice.word === "BEGAN" ? 0 : 10,
      onClick: () => {
        notification.destroy(event.eventId);
        void navigate(`/absences/${of.id}`);
      },
    });
  };

  useDeskEvents((events) => {
    for (const event of events)
      if (event.recordId && event.forViewer && event.actorId !== viewer.staff.id)
        tell(event, event.recordId).catch(() => {
          // What cannot be read now is in the list of absences.
        });
  });
  return null;
}
