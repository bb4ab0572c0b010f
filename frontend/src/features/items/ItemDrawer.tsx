import { useQuery } from "@apollo/client/react";
import { Button, Drawer, Form, Input, Skeleton } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { DateText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { ClauseTag } from "@/components/tags";
import { readFragment } from "@/graphql/gen";
import type { ItemSheetFragment as ItemSheet } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { officeNow } from "@/office/clock";
import { useViewer, useZone } from "@/office/viewer";
import { dayOf } from "@/office/zone";
import { ItemDocument, ItemSheetFragment, RetireItemDocument } from "./documents";
import { Forms } from "./Forms";
import { MaterialsTable } from "./MaterialsTable";
import { PublishItem } from "./PublishItem";
import { useItemWords } from "./useItemWords";
import { Versions } from "./Versions";

/** One version of an item with all that the public may know of it, and every other version. */
export function ItemDrawer(props: {
  id: string | null;
  onClose: () => void;
  onOpen: (id: string) => void;
  onChanged: () => void;
}) {
  const { t } = useTranslation("items");
  const viewer = useViewer();
  const [publishing, setPublishing] = useState(false);
  const [retiring, setRetiring] = useState(false);
  const { data, loading, refetch } = useQuery(ItemDocument, {
    variables: { id: props.id ?? "" },
    skip: props.id === null,
    fetchPolicy: "cache-and-network",
  });
  const node = data?.node;
  const found = node?.__typename === "Item" ? readFragment(ItemSheetFragment, node) : null;
  const item = found?.id === props.id ? found : null;
  const changed = () => {
    props.onChanged();
    void refetch();
  };
  return (
    <Drawer
      open={props.id !== null}
      onClose={props.onClose}
      size={720}
      title={item ? item.name : t("item")}
      extra={
        item && viewer.mayEditItems ? (
          <span className="xx-items-acts">
            <Button size="small" onClick={() => setPublishing(true)}>
              {t("publish.version")}
            </Button>
            {item.retiredFrom ? null : (
              <Button size="small" danger onClick={() => setRetiring(true)}>
                {t("retire.do")}
              </Button>
            )}
          </span>
        ) : null
      }
    >
      {item ? <Sheet item={item} onOpen={props.onOpen} onChanged={changed} /> : null}
      {!item && loading ? <Skeleton active /> : null}
      {!item && !loading && props.id ? <EmptyHint title={t("gone")} /> : null}
      {item ? (
        <>
          <PublishItem
            open={publishing}
            item={item}
            onClose={() => setPublishing(false)}
            onDone={(id) => {
              props.onOpen(id);
              changed();
            }}
          />
          <RetireItem open={retiring} item={item} onClose={() => setRetiring(false)} onDone={changed} />
        </>
      ) : null}
    </Drawer>
  );
}

function Sheet(props: { item: ItemSheet; onOpen: (id: string) => void; onChanged: () => void }) {
  const { item, onOpen } = props;
  const { t } = useTranslation("items");
  const viewer = useViewer();
  const words = useItemWords();
  const today = dayOf(officeNow(), useZone());
  const notIssued = item.kind === "NOT_ISSUED";
  const retired = item.retiredFrom ? item.retiredFrom <= today : false;
  return (
    <div className="xx-item-sheet">
      <p className="xx-item-tags">
        <span className="xx-tag" data-tone={notIssued ? "late" : "primary"}>
          {t(`enums:ItemKind.${item.kind}`)}
        </span>
        <span className="xx-items-sub">
          {item.code} · {t("version", { version: item.version })} · <DateText date={item.validFrom} /> {t("validFrom")}
          {item.retiredFrom ? (
            <>
              {" · "}
              <DateText date={item.retiredFrom} /> {t("retired")}
            </>
          ) : null}
        </span>
        <a href={`/public/${viewer.community.id}/items/${item.code}`} target="_blank" rel="noreferrer">
          {t("publicPage")}
        </a>
      </p>
      {notIssued ? (
        <div className="xx-item-elsewhere">
          <p>
            <strong>{t("notIssued")}</strong> <ClauseTag clause="F7" />
          </p>
          {item.department ? (
            <dl className="xx-facts">
              <dt>{t("department.name")}</dt>
              <dd>
                <strong>{item.department.name}</strong>
              </dd>
              <dt>{t("department.address")}</dt>
              <dd>{item.department.address}</dd>
              <dt>{t("department.phone")}</dt>
              <dd>{item.department.phone}</dd>
              <dt>{t("department.hours")}</dt>
              <dd>{item.department.hours}</dd>
              {item.department.website ? (
                <>
                  <dt>{t("department.website")}</dt>
                  <dd>
                    {/^https?:\/\//.test(item.department.website) ? (
                      <a href={item.department.website} target="_blank" rel="noreferrer">
                        {item.department.website}
                      </a>
                    ) : (
                      item.department.website
                    )}
                  </dd>
                </>
              ) : null}
            </dl>
          ) : null}
        </div>
      ) : (
        <dl className="xx-facts">
          <dt>{t("column.limit")}</dt>
          <dd>
            <strong>{words.limit(item)}</strong>
          </dd>
          <dt>{t("column.fee")}</dt>
          <dd>{words.fee(item)}</dd>
          <dt>{t("column.post")}</dt>
          <dd>
            {item.post
              ? [
                  item.post.name,
                  item.post.window,
                  item.post.onDuty ? t("onDuty", { name: item.post.onDuty.name }) : t("nobody"),
                ].join(" · ")
              : ""}
          </dd>
          <dt>{t("column.channels")}</dt>
          <dd>{item.channels.map((channel) => t(`enums:Channel.${channel}`)).join(t("join"))}</dd>
          <dt>{t("extensions")}</dt>
          <dd>{words.extensions(item)}</dd>
        </dl>
      )}
      {notIssued && item.materials.length === 0 ? null : (
        <Block title={t("materials")}>
          {item.materials.length === 0 ? (
            <p className="xx-items-sub">{t("materialsNone")}</p>
          ) : (
            <MaterialsTable materials={item.materials} />
          )}
        </Block>
      )}
      {notIssued && item.forms.length === 0 ? null : (
        <Block title={t("forms.title")}>
          <Forms item={item} may={viewer.mayEditItems} open={!notIssued && !retired} onChanged={props.onChanged} />
        </Block>
      )}
      {item.steps.length > 0 ? (
        <Block title={t("steps")}>
          <ol className="xx-item-list">
            {item.steps.map((step, index) => (
              <li key={index}>{step}</li>
            ))}
          </ol>
        </Block>
      ) : null}
      {item.legalBasis ? (
        <Block title={t("legalBasis")}>
          <p className="xx-item-law">{item.legalBasis}</p>
        </Block>
      ) : null}
      <Block title={t("versions")}>
        <Versions item={item} onOpen={onOpen} />
      </Block>
    </div>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="xx-item-block">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function RetireItem(props: { open: boolean; item: ItemSheet; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation("items");
  const zone = useZone();
  const act = useAct(RetireItemDocument);
  const today = dayOf(officeNow(), zone);
  return (
    <ActModal<{ from: string }>
      open={props.open}
      title={t("retire.title", { name: props.item.name })}
      onClose={props.onClose}
      draftKey={`retire.${props.item.id}`}
      initialValues={{ from: today }}
      submitText={t("retire.do")}
      danger
      onSubmit={(values) => act.run({ itemId: props.item.id, from: values.from })}
      onDone={props.onDone}
    >
      <p className="xx-items-hint">{t("retire.hint")}</p>
      <Form.Item name="from" label={t("retire.from")} rules={[{ required: true, message: t("retire.needed") }]}>
        <Input type="date" min={today} />
      </Form.Item>
    </ActModal>
  );
}
