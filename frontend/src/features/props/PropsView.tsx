import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Drawer, Segmented, Select, Skeleton } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { DateText, DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { MoreRows } from "@/components/MoreRows";
import { PageHead } from "@/components/PageHead";
import { RecordTimeline } from "@/components/RecordTimeline";
import { ClauseTag } from "@/components/tags";
import { useMore } from "@/components/useMore";
import { YuanText } from "@/components/YuanText";
import { readFragment } from "@/graphql/gen";
import type { PropKind, PropRowFragment as Row } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { servesResidents, useViewer } from "@/office/viewer";
import { PropDocument, PropRowFragment, PropsDocument } from "./documents";
import { LendForm, PropForm, propKinds, ReturnForm } from "./PropForms";
import "./props.css";

/** Costumes, props, instruments and equipment: what was bought, is out, and is missing (C3). */
export function Component() {
  const { t } = useTranslation("props");
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const show = params.get("show") ?? "all";
  const kind = propKinds.find((one) => one === params.get("kind"));
  const { data, error, refetch, fetchMore } = useQuery(PropsDocument, {
    variables: {
      kinds: kind ? [kind] : null,
      out: show === "out" ? true : null,
      missing: show === "missing" ? true : null,
      first: 50,
    },
    fetchPolicy: "cache-and-network",
  });
  const again = () => void refetch().catch(() => {});
  useDeskEvents(again);
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const works = servesResidents(viewer);
  const page = data?.props;
  const next = useMore(() =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        props: { ...fetchMoreResult.props, edges: [...before.props.edges, ...fetchMoreResult.props.edges] },
      }),
    }),
  );
  const groups = data?.groups ?? [];
  const open = params.get("id");
  return (
    <>
      <PageHead
        title={t("title")}
        hint={t("hint")}
        actions={
          works ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => set("buy", "1")}>
              {t("buy")}
            </Button>
          ) : null
        }
      />
      <div className="xx-props-filter">
        <Segmented
          aria-label={t("show.label")}
          value={show}
          onChange={(value) => set("show", value === "all" ? null : String(value))}
          options={["all", "out", "missing"].map((value) => ({ value, label: t(`show.${value}`) }))}
        />
        <Select<PropKind | "">
          aria-label={t("field.kind")}
          value={kind ?? ""}
          onChange={(value) => set("kind", value === "" ? null : value)}
          options={[
            { value: "" as const, label: t("allKinds") },
            ...propKinds.map((value) => ({ value, label: t(`enums:PropKind.${value}`) })),
          ]}
        />
        {page ? <span className="xx-props-sub">{t("count", { count: page.totalCount })}</span> : null}
      </div>
      {!data && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!data && !error ? <Skeleton active /> : null}
      {page?.edges.length === 0 ? <EmptyHint title={t("none")} hint={t("noneHint")} /> : null}
      {page && page.edges.length > 0 ? (
        <div className="xx-card xx-props">
          <table>
            <thead>
              <tr>
                <th scope="col">{t("field.name")}</th>
                <th scope="col">{t("field.quantity")}</th>
                <th scope="col">{t("out")}</th>
                <th scope="col">{t("missing")}</th>
                <th scope="col">{t("field.keptAt")}</th>
                <th scope="col">{t("field.cost")}</th>
              </tr>
            </thead>
            <tbody>
              {page.edges.map((edge) => (
                <PropRow
                  key={edge.node.id}
                  row={readFragment(PropRowFragment, edge.node)}
                  onOpen={(id) => set("id", id)}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <MoreRows next={next} more={!!page?.pageInfo.hasNextPage} />
      {params.get("buy") === "1" ? <PropForm groups={groups} onClose={() => set("buy", null)} onDone={again} /> : null}
      {open ? <Sheet id={open} groups={groups} works={works} onClose={() => set("id", null)} /> : null}
    </>
  );
}

function PropRow({ row, onOpen }: { row: Row; onOpen: (id: string) => void }) {
  const { t } = useTranslation("props");
  return (
    <tr>
      <th scope="row">
        <button type="button" className="xx-text-button" onClick={() => onOpen(row.id)}>
          {row.name}
        </button>
        <span className="xx-props-sub">
          {t(`enums:PropKind.${row.kind}`)}
          {row.group ? ` · ${row.group.name}` : ""}
        </span>
      </th>
      <td data-label={t("field.quantity")}>{row.quantity}</td>
      <td data-label={t("out")}>{row.lent || "–"}</td>
      <td data-label={t("missing")}>
        {row.missing > 0 ? (
          <span className="xx-tag" data-tone="overdue">
            {row.missing}
          </span>
        ) : (
          "–"
        )}
      </td>
      <td data-label={t("field.keptAt")}>{row.keptAt}</td>
      <td data-label={t("field.cost")}>
        <YuanText value={row.cost} />
      </td>
    </tr>
  );
}

/** One lot: where its things are, who has them until when, and its journal. */
function Sheet(props: {
  id: string;
  groups: readonly { id: string; name: string }[];
  works: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation("props");
  const [dialog, setDialog] = useState<ReactNode>(null);
  const { data, error, refetch } = useQuery(PropDocument, {
    variables: { id: props.id },
    fetchPolicy: "network-only",
  });
  const again = () => void refetch().catch(() => {});
  useDeskEvents(again);
  const sheet = data?.node?.__typename === "Prop" ? data.node : null;
  const row = sheet ? readFragment(PropRowFragment, sheet) : null;
  const closing = { onClose: () => setDialog(null), onDone: again };
  return (
    <Drawer open onClose={props.onClose} title={row?.name ?? t("title")} size={560}>
      {error ? <p>{sayRefusal(refusalOf(error), t)}</p> : null}
      {!data && !error ? <Skeleton active /> : null}
      {data && !row ? <EmptyHint title={t("gone")} /> : null}
      {sheet && row ? (
        <div className="xx-prop">
          <dl className="xx-facts">
            <dt>{t("field.quantity")}</dt>
            <dd>
              {t("counts", { quantity: row.quantity, there: row.there, lent: row.lent, missing: row.missing })}{" "}
              <ClauseTag clause="C3" />
            </dd>
            <dt>{t("field.cost")}</dt>
            <dd>
              <YuanText value={row.cost} />
            </dd>
            <dt>{t("field.invoiceNo")}</dt>
            <dd>{row.invoiceNo || "–"}</dd>
            <dt>{t("field.boughtOn")}</dt>
            <dd>
              <DateText date={row.boughtOn} />
            </dd>
            <dt>{t("field.owner")}</dt>
            <dd>{row.owner}</dd>
            <dt>{t("field.keptAt")}</dt>
            <dd>{row.keptAt}</dd>
          </dl>
          {props.works ? (
            <div className="xx-prop-acts">
              <Button onClick={() => setDialog(<PropForm row={row} groups={props.groups} {...closing} />)}>
                {t("edit")}
              </Button>
              <Button
                type="primary"
                disabled={row.there === 0}
                onClick={() => setDialog(<LendForm row={row} {...closing} />)}
              >
                {t("lend")}
              </Button>
            </div>
          ) : null}
          <h3 className="xx-section-title">{t("loans")}</h3>
          {sheet.loans.length === 0 ? <p className="xx-props-sub">{t("loansNone")}</p> : null}
          <ul className="xx-prop-loans">
            {sheet.loans.map((loan) => (
              <li key={loan.id}>
                <span>
                  <strong>{loan.toName}</strong> × {loan.quantity}{" "}
                  {loan.late ? (
                    <span className="xx-tag" data-tone="overdue">
                      {t("late")}
                    </span>
                  ) : null}
                  {loan.closedAt ? (
                    <span className="xx-tag" data-tone="calm">
                      {t("closed")}
                    </span>
                  ) : null}
                  {loan.missing > 0 ? (
                    <span className="xx-tag" data-tone="overdue">
                      {t("missingCount", { count: loan.missing })}
                    </span>
                  ) : null}
                  <span className="xx-props-sub">
                    <DateTimeText at={loan.lentAt} near /> · {loan.lentBy.name} · {t("field.dueOn")}{" "}
                    <DateText date={loan.dueOn} short /> · {t("returnedCount", { count: loan.returned })}
                  </span>
                  {loan.note ? <span className="xx-props-sub">{loan.note}</span> : null}
                </span>
                {props.works && !loan.closedAt ? (
                  <Button size="small" onClick={() => setDialog(<ReturnForm loan={loan} {...closing} />)}>
                    {t("return")}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
          <h3 className="xx-section-title">{t("journal")}</h3>
          <RecordTimeline events={sheet.events} />
        </div>
      ) : null}
      {dialog}
    </Drawer>
  );
}
