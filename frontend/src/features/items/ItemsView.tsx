import { PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Checkbox, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { useSearchBox } from "@/components/useSearchBox";
import { readFragment } from "@/graphql/gen";
import type { ItemKind } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useViewer } from "@/office/viewer";
import { ItemRowFragment, ItemsDocument } from "./documents";
import { ItemDrawer } from "./ItemDrawer";
import { PublishItem } from "./PublishItem";
import { itemKinds } from "./publish";
import { useItemWords } from "./useItemWords";
import "./items.css";

/** The public catalogue: what the office does, by when, for how much, at which post; and what it may not issue. */
export function Component() {
  const { t } = useTranslation("items");
  const viewer = useViewer();
  const words = useItemWords();
  const [params, setParams] = useSearchParams();
  const { search, typed, setTyped } = useSearchBox();
  const kind = itemKinds.find((known) => known === params.get("kind")) ?? null;
  const retired = params.get("retired") === "1";
  const [publishing, setPublishing] = useState(false);
  const change = (next: Record<string, string | null>) =>
    setParams(
      (before) => {
        const out = new URLSearchParams(before);
        for (const [name, value] of Object.entries(next)) {
          if (value) out.set(name, value);
          else out.delete(name);
        }
        return out;
      },
      { replace: true },
    );

  const { data, previousData, error, refetch } = useQuery(ItemsDocument, {
    variables: { search, kind, includeRetired: retired },
    fetchPolicy: "cache-and-network",
  });
  const shown = data ?? previousData;
  const rows = shown ? readFragment(ItemRowFragment, shown.items) : [];

  return (
    <>
      <PageHead
        title={t("title")}
        hint={t("hint")}
        actions={
          viewer.mayEditItems ? (
            <Button icon={<PlusOutlined />} onClick={() => setPublishing(true)}>
              {t("publish.new")}
            </Button>
          ) : null
        }
      />
      <div className="xx-items-find">
        <Input
          allowClear
          prefix={<SearchOutlined />}
          aria-label={t("search")}
          placeholder={t("search")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select
          allowClear
          aria-label={t("kind")}
          placeholder={t("kind")}
          value={kind}
          onChange={(value: ItemKind | undefined) => change({ kind: value ?? null })}
          options={itemKinds.map((value) => ({ value, label: t(`enums:ItemKind.${value}`) }))}
        />
        <Checkbox checked={retired} onChange={(event) => change({ retired: event.target.checked ? "1" : null })}>
          {t("withRetired")}
        </Checkbox>
        {shown ? (
          <span className="xx-items-count" role="status">
            {t("count", { count: rows.length })}
          </span>
        ) : null}
      </div>
      {!shown && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={() => void refetch()}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!shown && !error ? <Skeleton active /> : null}
      {shown && rows.length === 0 ? (
        <div className="xx-card">
          <EmptyHint
            title={t("empty")}
            hint={t("emptyHint")}
            action={
              search || kind ? (
                <Button
                  onClick={() => {
                    setTyped("");
                    change({ q: null, kind: null });
                  }}
                >
                  {t("clear")}
                </Button>
              ) : null
            }
          />
        </div>
      ) : null}
      {rows.length > 0 ? (
        <div className="xx-card xx-items">
          <table className="xx-items-table">
            <thead>
              <tr>
                <th scope="col">{t("column.name")}</th>
                <th scope="col">{t("column.kind")}</th>
                <th scope="col">{t("column.limit")}</th>
                <th scope="col">{t("column.fee")}</th>
                <th scope="col">{t("column.post")}</th>
                <th scope="col">{t("column.channels")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((item) => (
                <tr key={item.id} data-kind={item.kind}>
                  <td className="xx-items-name">
                    <button type="button" onClick={() => change({ item: item.id })} aria-haspopup="dialog">
                      {item.name}
                    </button>
                    <span className="xx-items-sub">
                      {item.code} · {t("version", { version: item.version })}
                      {item.retiredFrom ? ` · ${t("retiredFrom", { day: item.retiredFrom })}` : ""}
                    </span>
                  </td>
                  <td className="xx-items-kind">
                    <span className="xx-tag" data-tone={item.kind === "NOT_ISSUED" ? "late" : "primary"}>
                      {t(`enums:ItemKind.${item.kind}`)}
                    </span>
                  </td>
                  <td className="xx-items-limit">{words.limit(item)}</td>
                  <td className="xx-items-fee">{item.kind === "NOT_ISSUED" ? "" : words.fee(item)}</td>
                  <td className="xx-items-post">
                    {item.kind === "NOT_ISSUED" ? (
                      item.department ? (
                        <>
                          {t("goTo", { name: item.department.name })}
                          <span className="xx-items-sub">{item.department.phone}</span>
                        </>
                      ) : null
                    ) : item.post ? (
                      <>
                        {item.post.name}
                        <span className="xx-items-sub">{item.post.window}</span>
                      </>
                    ) : null}
                  </td>
                  <td className="xx-items-channels">
                    {item.channels.map((channel) => t(`enums:Channel.${channel}`)).join(t("join"))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <ItemDrawer
        id={params.get("item")}
        onClose={() => change({ item: null })}
        onOpen={(id) => change({ item: id })}
        onChanged={() => void refetch()}
      />
      <PublishItem
        open={publishing}
        item={null}
        onClose={() => setPublishing(false)}
        onDone={(id) => {
          void refetch();
          change({ item: id });
        }}
      />
    </>
  );
}
