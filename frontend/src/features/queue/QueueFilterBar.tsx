import { FilterOutlined, SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Drawer, Input, type InputRef, Segmented, Select } from "antd";
import { type ReactNode, type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { QueueChoicesDocument } from "./documents";
import { channels, countFilters, matters, noFilters, type QueueFilters, standings, statuses } from "./filters";

/** Search and filters of the queue; on a small screen the filters are in a drawer. */
export function QueueFilterBar(props: {
  filters: QueueFilters;
  onChange: (next: Partial<QueueFilters>) => void;
  searchRef: RefObject<HTMLInputElement | null>;
}) {
  const { t } = useTranslation("queue");
  const { filters, onChange } = props;
  const [drawer, setDrawer] = useState(false);
  const [text, setText] = useState(filters.search);
  const choices = useQuery(QueueChoicesDocument, { fetchPolicy: "cache-first" }).data;
  const input = useRef<InputRef>(null);
  useImperativeHandle(props.searchRef, () => input.current?.input as HTMLInputElement);

  // The address changes from outside too: a saved filter, the browser's back.
  useEffect(() => setText(filters.search), [filters.search]);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  useEffect(() => {
    if (text === filters.search) return;
    const timer = setTimeout(() => change.current({ search: text }), 300);
    return () => clearTimeout(timer);
  }, [text, filters.search]);

  const pick = (label: string, control: ReactNode) => (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is passed in
    <label className="xx-filter">
      <span>{label}</span>
      {control}
    </label>
  );
  // All that is chosen in one tag: the field stays one line.
  const chosenOnes = (omitted: { label?: ReactNode }[]) =>
    omitted.map((one) => String(one.label ?? "")).join(t("common:listJoin"));
  const count = countFilters(filters);
  const fields = (
    <>
      {pick(
        t("filter.state"),
        <Select
          value={filters.state}
          onChange={(state) => onChange({ state })}
          aria-label={t("filter.state")}
          options={(["open", "closed", "any"] as const).map((value) => ({ value, label: t(`filter.states.${value}`) }))}
        />,
      )}
      {pick(
        t("filter.matter"),
        <Select
          mode="multiple"
          value={filters.matter}
          onChange={(matter) => onChange({ matter })}
          allowClear
          maxTagCount={0}
          maxTagPlaceholder={chosenOnes}
          placeholder={t("filter.any")}
          aria-label={t("filter.matter")}
          options={matters.map((value) => ({ value, label: t(`enums:Matter.${value}`) }))}
        />,
      )}
      {pick(
        t("filter.standing"),
        <Select
          value={filters.standing}
          onChange={(standing) => onChange({ standing: standing ?? null })}
          allowClear
          placeholder={t("filter.any")}
          aria-label={t("filter.standing")}
          options={standings.map((value) => ({ value, label: t(`enums:Standing.${value}`) }))}
        />,
      )}
      {pick(
        t("filter.status"),
        <Select
          mode="multiple"
          value={filters.status}
          onChange={(status) => onChange({ status })}
          allowClear
          maxTagCount={0}
          maxTagPlaceholder={chosenOnes}
          placeholder={t("filter.any")}
          aria-label={t("filter.status")}
          options={statuses.map((value) => ({ value, label: t(`enums:CaseStatus.${value}`) }))}
        />,
      )}
      {pick(
        t("filter.post"),
        <Select
          value={filters.postId}
          onChange={(postId) => onChange({ postId: postId ?? null })}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("filter.any")}
          aria-label={t("filter.post")}
          options={(choices?.posts ?? []).map((post) => ({ value: post.id, label: post.name }))}
        />,
      )}
      {pick(
        t("filter.item"),
        <Select
          value={filters.itemCode}
          onChange={(itemCode) => onChange({ itemCode: itemCode ?? null })}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          popupMatchSelectWidth={false}
          placeholder={t("filter.any")}
          aria-label={t("filter.item")}
          options={(choices?.items ?? []).map((item) => ({ value: item.code, label: item.name }))}
        />,
      )}
      {pick(
        t("filter.channel"),
        <Select
          value={filters.channel}
          onChange={(channel) => onChange({ channel: channel ?? null })}
          allowClear
          placeholder={t("filter.any")}
          aria-label={t("filter.channel")}
          options={channels.map((value) => ({ value, label: t(`enums:Channel.${value}`) }))}
        />,
      )}
      {pick(
        t("filter.offered"),
        <Select
          value={filters.offered ? "1" : null}
          onChange={(offered) => onChange({ offered: offered === "1" })}
          allowClear
          placeholder={t("filter.any")}
          aria-label={t("filter.offered")}
          options={[{ value: "1", label: t("filter.unanswered") }]}
        />,
      )}
      {pick(
        t("filter.green"),
        <Select
          value={filters.green ? "1" : null}
          onChange={(green) => onChange({ green: green === "1" })}
          allowClear
          placeholder={t("filter.any")}
          aria-label={t("filter.green")}
          options={[{ value: "1", label: t("common:green") }]}
        />,
      )}
      {pick(
        t("filter.order"),
        <Select
          value={filters.order}
          onChange={(order) => onChange({ order })}
          aria-label={t("filter.order")}
          options={(["DUE", "NEWEST"] as const).map((value) => ({ value, label: t(`filter.orders.${value}`) }))}
        />,
      )}
    </>
  );

  return (
    <search className="xx-queue-filters">
      <div className="xx-filters-first">
        <Input
          ref={input}
          type="search"
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t("search")}
          aria-label={t("search")}
          value={text}
          allowClear
          onChange={(event) => setText(event.target.value)}
          onPressEnter={() => onChange({ search: text })}
          onKeyDown={(event) => {
            if (event.key === "Escape") input.current?.blur();
          }}
        />
        <Segmented
          value={filters.mine ? "mine" : "all"}
          onChange={(value) => onChange({ mine: value === "mine" })}
          aria-label={t("filter.who")}
          options={[
            { value: "all", label: t("filter.all") },
            { value: "mine", label: t("filter.mine") },
          ]}
        />
        <Button className="xx-only-small" icon={<FilterOutlined aria-hidden />} onClick={() => setDrawer(true)}>
          {count > 0 ? t("filter.openCount", { count }) : t("filter.open")}
        </Button>
        {count > 0 ? (
          <Button className="xx-only-wide" type="link" onClick={() => onChange(noFilters)}>
            {t("clear")}
          </Button>
        ) : null}
      </div>
      <div className="xx-filters-fields xx-only-wide">{fields}</div>
      <Drawer
        open={drawer}
        onClose={() => setDrawer(false)}
        placement="bottom"
        size="auto"
        title={t("filter.open")}
        extra={
          <Button type="link" onClick={() => onChange(noFilters)}>
            {t("clear")}
          </Button>
        }
      >
        <div className="xx-filters-drawer">{fields}</div>
      </Drawer>
    </search>
  );
}
