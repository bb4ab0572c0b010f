import { BellOutlined } from "@ant-design/icons";
import { App, Drawer } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { useDeadlineEvents, useWarnings, type Warning } from "@/live/LiveProvider";
import { recordPath } from "@/office/records";

const passed = (warning: Warning) => /_(PASSED|ESCALATED)$/.test(warning.kind);

/** The page that a warning leads to: the case, or the record that a reminder is of. */
const pathOf = (warning: Warning) =>
  warning.caseId ? `/cases/${warning.receiptNo}` : (recordPath(warning.recordId) ?? "/queue");

/** What it warns of: the limit, or what a reminder reminds of. */
const kindOf = (warning: Warning) =>
  warning.about ? `enums:EventKind.${warning.about}` : `enums:AlarmKind.${warning.kind}`;

/** The number of the case and what it is about, where the warning says more than the number. */
function aboutOf(warning: Warning): string {
  if (!warning.caseId) return warning.title;
  return warning.title === warning.receiptNo ? warning.receiptNo : `${warning.receiptNo} ${warning.title}`;
}

/** The viewer's warnings in a drawer, and each new one as a notice when it comes (F8, F10, T7). */
export function WarningsDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("shell");
  const { notification } = App.useApp();
  const navigate = useNavigate();
  const { warnings, unread, markRead } = useWarnings();

  useDeadlineEvents((warning) => {
    notification.open({
      key: warning.eventId,
      type: passed(warning) ? "error" : "warning",
      title: t(kindOf(warning)),
      description: aboutOf(warning),
      duration: passed(warning) ? 0 : 8,
      onClick: () => {
        notification.destroy(warning.eventId);
        void navigate(pathOf(warning));
      },
    });
  });
  useEffect(() => {
    if (open && unread > 0) markRead();
  }, [open, unread, markRead]);

  return (
    <Drawer open={open} onClose={onClose} title={t("warnings.title")} size={400}>
      {warnings.length === 0 ? (
        <EmptyHint icon={<BellOutlined aria-hidden />} title={t("warnings.none")} hint={t("warnings.noneHint")} />
      ) : (
        <ol className="xx-warnings">
          {warnings.map((warning) => (
            <li key={warning.eventId}>
              <Link to={pathOf(warning)} onClick={onClose}>
                <span className="xx-tag" data-tone={passed(warning) ? "overdue" : "soon"}>
                  {t(kindOf(warning))}
                </span>
                <strong>{aboutOf(warning)}</strong>
                <span>
                  {t("warnings.due")} <DateTimeText at={warning.dueAt} /> · {warning.responsible.name}
                </span>
                <span className="xx-timeline-when">
                  {t("warnings.sent")} <DateTimeText at={warning.at} />
                </span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Drawer>
  );
}
