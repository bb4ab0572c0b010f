import { CloseOutlined } from "@ant-design/icons";
import { useApolloClient } from "@apollo/client/react";
import { Button } from "antd";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "@/components/Field";
import { MaterialName } from "@/components/MaterialName";
import { SearchPick } from "@/components/SearchPick";
import { readFragment } from "@/graphql/gen";
import type { IntakeItemFragment as ItemData } from "@/graphql/gen/graphql";
import { FindItemsDocument, IntakeItemFragment } from "./documents";

/** The limit of an item in words. */
export function useLimitText() {
  const { t } = useTranslation("intake");
  return (item: Pick<ItemData, "kind" | "immediate" | "limitDays">) =>
    item.kind === "NOT_ISSUED"
      ? t("enums:ItemKind.NOT_ISSUED")
      : item.immediate
        ? t("item.immediate")
        : t("item.limit", { count: item.limitDays });
}

/** The item of the matter, found by name, pinyin, initials or code; may stay empty. */
export function ItemPick(props: {
  item: ItemData | null;
  onChange: (item: ItemData | null) => void;
  onDone: () => void;
  disabled: boolean;
  ref: Ref<HTMLInputElement>;
}) {
  const { t } = useTranslation("intake");
  const client = useApolloClient();
  const limit = useLimitText();
  const { item } = props;
  if (item)
    return (
      <div className="xx-picked">
        <div className="xx-picked-head">
          <strong>{item.name}</strong>
          <span className="xx-tag" data-tone={item.kind === "NOT_ISSUED" ? "late" : "primary"}>
            {limit(item)}
          </span>
          {props.disabled ? null : (
            <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} onClick={() => props.onChange(null)}>
              {t("item.change")}
            </Button>
          )}
        </div>
        <ItemFacts item={item} />
      </div>
    );
  return (
    <Field label={t("item.label")} hint={t("item.hint")}>
      {(control) => (
        <SearchPick
          control={control}
          ref={props.ref}
          disabled={props.disabled}
          placeholder={t("item.search")}
          search={async (typed) => {
            const { data } = await client.query({
              query: FindItemsDocument,
              variables: { search: typed },
              fetchPolicy: "network-only",
            });
            return (data?.items ?? []).map((masked) => {
              const found = readFragment(IntakeItemFragment, masked);
              return {
                key: found.id,
                value: found,
                label: (
                  <>
                    <span>{found.name}</span>
                    <small>{found.code}</small>
                    <small>{limit(found)}</small>
                    <small>{found.post?.name ?? found.department?.name}</small>
                  </>
                ),
              };
            });
          }}
          onPick={(found) => {
            props.onChange(found);
            props.onDone();
          }}
        />
      )}
    </Field>
  );
}

function ItemFacts({ item }: { item: ItemData }) {
  const { t } = useTranslation("intake");
  if (item.kind === "NOT_ISSUED")
    return (
      <>
        <p className="xx-not-issued">{t("item.notIssued")}</p>
        {item.department ? (
          <dl className="xx-facts">
            <dt>{t("item.goTo")}</dt>
            <dd>
              <strong>{item.department.name}</strong>
            </dd>
            <dt>{t("department.address")}</dt>
            <dd>{item.department.address}</dd>
            <dt>{t("department.phone")}</dt>
            <dd>{item.department.phone}</dd>
            <dt>{t("department.hours")}</dt>
            <dd>{item.department.hours}</dd>
          </dl>
        ) : null}
      </>
    );
  return (
    <dl className="xx-facts">
      <dt>{t("item.post")}</dt>
      <dd>
        {[item.post?.name, item.post?.window].filter(Boolean).join(" · ")}
        {item.post
          ? ` · ${item.post.onDuty ? t("item.onDuty", { name: item.post.onDuty.name }) : t("item.nobody")}`
          : ""}
      </dd>
      <dt>{t("item.fee")}</dt>
      <dd>{Number(item.fee) === 0 ? t("item.free") : t("item.yuan", { amount: item.fee })}</dd>
      <dt>{t("item.materials")}</dt>
      <dd>
        {item.materials.length === 0 ? (
          t("item.noMaterials")
        ) : (
          <ol className="xx-item-materials">
            {item.materials.map((material) => (
              <li key={material.name}>
                <MaterialName material={material} />
              </li>
            ))}
          </ol>
        )}
      </dd>
    </dl>
  );
}
