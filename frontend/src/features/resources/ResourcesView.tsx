import { LeftOutlined, PlusOutlined, RightOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { App, Button, Popconfirm, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { DateText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag } from "@/components/tags";
import { useMore } from "@/components/useMore";
import type { ResourceKind, ResourcesPageQuery } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { useDeskEvents } from "@/live/desk";
import { useToday } from "@/office/useToday";
import { useZone } from "@/office/viewer";
import { dayOf, formatClock } from "@/office/zone";
import { CancelBookingDocument, ResourcesDocument } from "./documents";
import { BookForm, RemoveResourceForm, ResourceForm } from "./Forms";
import { dayAfter, mondayOf, onDay, weekOf } from "./week";
import "./resources.css";

export type Resource = ResourcesPageQuery["resources"]["edges"][number]["node"];
type Booking = ResourcesPageQuery["bookings"][number];

const pageSize = 50;
const kinds: readonly ResourceKind[] = ["VENUE", "VEHICLE", "EQUIPMENT", "LABOUR", "MONEY", "EXPERTISE"];

/** What is shared, and a week of who has it when (P2). */
export function Component() {
  const { t } = useTranslation("resources");
  const zone = useZone();
  const [params, setParams] = useSearchParams();
  const today = useToday();
  const asked = params.get("week");
  const monday = mondayOf(asked && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : today);
  const kind = kinds.find((one) => one === params.get("kind")) ?? null;
  const week = weekOf(monday, zone);
  const [open, setOpen] = useState<
    { form: "add" } | { form: "edit" | "remove"; of: Resource } | { form: "book"; of: Resource; day: string } | null
  >(null);
  const put = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const { data, previousData, error, refetch, fetchMore } = useQuery(ResourcesDocument, {
    variables: { from: week.from, until: week.until, kind, first: pageSize },
    fetchPolicy: "cache-and-network",
  });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents(again);
  const shown = data ?? previousData;
  const page = shown?.resources;
  const next = useMore(() =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        resources: {
          ...fetchMoreResult.resources,
          edges: [...before.resources.edges, ...fetchMoreResult.resources.edges],
        },
      }),
    }),
  );
  const close = () => setOpen(null);
  return (
    <>
      <PageHead
        title={t("title")}
        hint={
          <>
            {t("hint")} <ClauseTag clause="P2" />
          </>
        }
        actions={
          data?.mayBuild ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen({ form: "add" })}>
              {t("add")}
            </Button>
          ) : null
        }
      />
      <div className="xx-filters">
        <Button
          aria-label={t("weekBefore")}
          icon={<LeftOutlined aria-hidden />}
          onClick={() => put("week", dayAfter(monday, -7))}
        />
        <strong>
          <DateText date={monday} /> — <DateText date={dayAfter(monday, 6)} short />
        </strong>
        <Button
          aria-label={t("weekAfter")}
          icon={<RightOutlined aria-hidden />}
          onClick={() => put("week", dayAfter(monday, 7))}
        />
        <Button onClick={() => put("week", null)}>{t("thisWeek")}</Button>
        <Select<ResourceKind | null>
          aria-label={t("kind")}
          value={kind}
          allowClear
          placeholder={t("anyKind")}
          onChange={(value) => put("kind", value ?? null)}
          options={kinds.map((value) => ({ value, label: t(`enums:ResourceKind.${value}`) }))}
        />
      </div>
      {!page && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!page && !error ? <Skeleton active /> : null}
      {page?.edges.length === 0 ? (
        <div className="xx-card">
          <EmptyHint title={t("empty")} hint={t("emptyHint")} />
        </div>
      ) : null}
      {page && page.edges.length > 0 ? (
        <div className="xx-card xx-scroll xx-week-frame">
          <table className="xx-week">
            <caption className="xx-visually-hidden">{t("calendar")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("resource")}</th>
                {week.days.map((day) => (
                  <th key={day} scope="col" data-today={day === today}>
                    <DateText date={day} short />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.edges.map(({ node }) => (
                <tr key={node.id} data-resource={node.name}>
                  <th scope="row">
                    {node.name}
                    <span className="xx-soft">
                      {t(`enums:ResourceKind.${node.kind}`)} ·{" "}
                      {node.partner ? <Link to={`/partners/${node.partner.id}`}>{node.partner.name}</Link> : t("ours")}
                      {node.place ? ` · ${node.place}` : ""}{" "}
                      {node.quantity > 1 ? `· ${node.quantity} ${node.unit}` : ""}
                    </span>
                    {node.mayEdit ? (
                      <span className="xx-row-acts">
                        <Button
                          size="small"
                          aria-label={t("editOf", { name: node.name })}
                          onClick={() => setOpen({ form: "edit", of: node })}
                        >
                          {t("edit")}
                        </Button>
                        <Button
                          size="small"
                          aria-label={t("removeOf", { name: node.name })}
                          onClick={() => setOpen({ form: "remove", of: node })}
                        >
                          {t("remove")}
                        </Button>
                      </span>
                    ) : null}
                  </th>
                  {week.days.map((day) => (
                    <td key={day} data-day={day}>
                      {onDay(
                        (shown?.bookings ?? []).filter((one) => one.resource.id === node.id),
                        day,
                        zone,
                      ).map((one) => (
                        <Slot key={one.id} booking={one} day={day} onDone={again} />
                      ))}
                      {day >= today ? (
                        <Button
                          size="small"
                          type="dashed"
                          aria-haspopup="dialog"
                          aria-label={t("bookOf", { name: node.name, day })}
                          onClick={() => setOpen({ form: "book", of: node, day })}
                        >
                          {t("book")}
                        </Button>
                      ) : null}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {next.refusal ? <RefusalNote refusal={next.refusal} /> : null}
      {page?.pageInfo.hasNextPage ? (
        <Button onClick={next.more} loading={next.busy}>
          {t("common:act.loadMore")}
        </Button>
      ) : null}
      {open?.form === "add" ? <ResourceForm onClose={close} onDone={again} /> : null}
      {open?.form === "edit" ? <ResourceForm known={open.of} onClose={close} onDone={again} /> : null}
      {open?.form === "remove" ? <RemoveResourceForm known={open.of} onClose={close} onDone={again} /> : null}
      {open?.form === "book" ? <BookForm of={open.of} day={open.day} onClose={close} onDone={again} /> : null}
    </>
  );
}

function Slot({ booking, day, onDone }: { booking: Booking; day: string; onDone: () => void }) {
  const { t } = useTranslation("resources");
  const { message } = App.useApp();
  const zone = useZone();
  const cancel = useAct(CancelBookingDocument);
  const from = dayOf(booking.from, zone) < day ? "00:00" : formatClock(booking.from, zone);
  const until =
    dayOf(Date.parse(booking.until) - 1, zone) > day
      ? "24:00"
      : formatClock(booking.until, zone).replace(/^00:00$/, "24:00");
  return (
    <div className="xx-slot">
      <strong>
        {from}–{until}
      </strong>
      <span>{booking.purpose}</span>
      <span className="xx-soft">{booking.bookedBy.name}</span>
      {booking.project ? <Link to={`/projects/${booking.project.id}`}>{booking.project.title}</Link> : null}
      {booking.mayCancel ? (
        <Popconfirm
          title={t("cancelSure")}
          okText={t("cancel")}
          cancelText={t("common:act.cancel")}
          onConfirm={() =>
            void cancel.run({ bookingId: booking.id }).then((done) => {
              if (!done.ok) return;
              message.success(t("cancelled"));
              onDone();
            })
          }
        >
          <Button size="small" type="text" aria-label={t("cancelOf", { purpose: booking.purpose })}>
            {t("cancel")}
          </Button>
        </Popconfirm>
      ) : null}
      {cancel.refusal ? <RefusalNote refusal={cancel.refusal} /> : null}
    </div>
  );
}
