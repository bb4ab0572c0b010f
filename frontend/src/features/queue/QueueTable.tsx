import { memo, type Ref } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { sayDemand } from "@/components/demand";
import { ConfidentialTag, GreenTag, RemainingTime, StandingTag, StatusTag } from "@/components/tags";
import { type FragmentType, readFragment } from "@/graphql/gen";
import { useViewer } from "@/office/viewer";
import { QueueRowFragment } from "./documents";

interface Edge {
  cursor: string;
  node: { id: string } & FragmentType<typeof QueueRowFragment>;
}

/** The queue as a table; on a small screen each row is a card. */
export function QueueTable({ edges, ref }: { edges: readonly Edge[]; ref: Ref<HTMLTableElement> }) {
  const { t } = useTranslation("queue");
  return (
    <table className="xx-queue-table" ref={ref}>
      <thead>
        <tr>
          <th scope="col">{t("column.due")}</th>
          <th scope="col">{t("column.case")}</th>
          <th scope="col">{t("column.resident")}</th>
          <th scope="col">{t("column.item")}</th>
          <th scope="col">{t("column.responsible")}</th>
          <th scope="col">{t("column.status")}</th>
        </tr>
      </thead>
      <tbody>
        {edges.map((edge) => (
          <QueueRow key={edge.node.id} row={edge.node} />
        ))}
      </tbody>
    </table>
  );
}

const QueueRow = memo(function QueueRow(props: { row: FragmentType<typeof QueueRowFragment> }) {
  const { t } = useTranslation("queue");
  const viewer = useViewer();
  const row = readFragment(QueueRowFragment, props.row);
  const mine = row.responsible.id === viewer.staff.id;
  return (
    <tr data-standing={row.standing} data-mine={mine}>
      <td className="xx-q-due">
        {row.open ? (
          <>
            <div className="xx-q-line">
              <RemainingTime secondsLeft={row.workingSecondsLeft} dueAt={row.dueAt} />
              <StandingTag standing={row.standing} extended={row.extended} quiet />
              {row.green ? <GreenTag /> : null}
            </div>
            <div className="xx-q-sub">
              {t(`enums:ClockKind.${row.clock}`)} <DateTimeText at={row.dueAt} near />
              {row.provisional ? ` ${t("provisional")}` : ""}
            </div>
          </>
        ) : (
          <>
            <div className="xx-q-line">
              <StandingTag standing={row.standing} extended={row.extended} />
            </div>
            {row.closedAt ? (
              <div className="xx-q-sub">
                <DateTimeText at={row.closedAt} near />
              </div>
            ) : null}
          </>
        )}
      </td>
      <td className="xx-q-case">
        <Link data-row to={`/cases/${row.receiptNo}`} className="xx-q-link">
          <span className="xx-q-no">{row.receiptNo}</span>
          <span className="xx-q-demand">{sayDemand(row, t)}</span>
        </Link>
      </td>
      <td className="xx-q-resident">
        <span>{row.resident?.name ?? (row.anonymous ? t("anonymous") : t("unknown"))}</span>
        <span className="xx-q-sub">{t(`enums:Channel.${row.channel}`)}</span>
      </td>
      <td className="xx-q-item">
        {row.matter === "SERVICE" ? (
          <span>{row.item?.name ?? t("noItem")}</span>
        ) : (
          <span>
            {t(`enums:Matter.${row.matter}`)} <ConfidentialTag />
          </span>
        )}
        {row.about ? <span className="xx-q-sub">{t("about", { name: row.about.name })}</span> : null}
        {row.post ? <span className="xx-q-sub">{row.post.name}</span> : null}
      </td>
      <td className="xx-q-who">
        <span>
          {row.responsible.name}
          {mine ? <span className="xx-q-me">{t("common:staff.me")}</span> : null}
        </span>
        {mine && row.responsibleRole === "STAND_IN" ? (
          <span className="xx-tag" data-tone="info">
            {t("standIn.mark")}
          </span>
        ) : (
          <span className="xx-q-sub">{t(`enums:HolderRole.${row.responsibleRole}`)}</span>
        )}
      </td>
      <td className="xx-q-status">
        <StatusTag status={row.status} />
      </td>
    </tr>
  );
});
