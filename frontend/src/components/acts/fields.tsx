import { CloseOutlined } from "@ant-design/icons";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { Button, Checkbox, Form, type FormInstance, Input, InputNumber, Select } from "antd";
import { type ReactNode, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { DateTimeText } from "@/components/DateText";
import { Explain } from "@/components/Explain";
import type { FieldControl } from "@/components/Field";
import { MaterialName } from "@/components/MaterialName";
import type { MaterialLine } from "@/components/materials";
import { SearchPick } from "@/components/SearchPick";
import { readFragment } from "@/graphql/gen";
import type {
  ActItemFragment as ActItem,
  ActTarget_CaseFragment as ActTarget,
  Channel,
  TellWay,
} from "@/graphql/gen/graphql";
import { officeNow } from "@/office/clock";
import { servesResidents, useZone } from "@/office/viewer";
import { dayOf, toLocalInput } from "@/office/zone";
import {
  ActDepartmentsDocument,
  ActExplainDocument,
  ActItemFragment,
  ActItemsDocument,
  ActPostsDocument,
  ActPreviewDocument,
  ActStaffDocument,
} from "./documents";

export const tellWays: readonly TellWay[] = ["IN_PERSON", "BY_PHONE", "BY_MESSAGE", "IN_WRITING"];

/** How the resident is told when nothing else is chosen: as the contact came. */
export function wayLike(channel: Channel): TellWay {
  if (channel === "VISIT") return "IN_PERSON";
  if (channel === "PHONE" || channel === "HOTLINE") return "BY_PHONE";
  if (channel === "LETTER" || channel === "FAX") return "IN_WRITING";
  return "BY_MESSAGE";
}

/** What antd's Form.Item hands to the control inside it. */
interface Bound<T> {
  id?: string;
  value?: T | null;
  onChange?: (value: T | null) => void;
  "aria-required"?: boolean | "true" | "false";
  "aria-invalid"?: boolean | "true" | "false";
  "aria-describedby"?: string;
}

function controlOf(bound: Omit<Bound<unknown>, "value" | "onChange">): FieldControl {
  const control: FieldControl = { id: bound.id ?? "" };
  if (bound["aria-invalid"]) control["aria-invalid"] = true;
  if (bound["aria-describedby"]) control["aria-describedby"] = bound["aria-describedby"];
  if (bound["aria-required"]) control["aria-required"] = true;
  return control;
}

/** A text that an act asks for; its label, its hint and what is said when it is empty come from acts:field.<label>. */
export function TextField(props: {
  name: string;
  label?: string;
  optional?: boolean;
  rows?: number;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation("acts");
  const label = props.label ?? props.name;
  return (
    <Form.Item
      name={props.name}
      label={t(`field.${label}`)}
      rules={
        props.optional
          ? []
          : [{ required: true, whitespace: true, message: t(`needed.${label}`, { defaultValue: t("needed.text") }) }]
      }
    >
      <Input.TextArea
        autoSize={{ minRows: props.rows ?? 3, maxRows: 10 }}
        maxLength={2000}
        placeholder={t(`placeholder.${label}`, { defaultValue: "" })}
        autoFocus={props.autoFocus ?? false}
        {...(props.autoFocus ? { "data-first": "true" } : {})}
      />
    </Form.Item>
  );
}

/** A number of working days; `most` is shown and bounds the field, the server has the last word. */
export function DaysField(props: { most: number | null; hint?: string; autoFocus?: boolean }) {
  const { t } = useTranslation("acts");
  return (
    <Form.Item
      name="workingDays"
      label={t("field.workingDays")}
      extra={props.hint ?? (props.most ? t("field.atMost", { count: props.most }) : undefined)}
      rules={[{ required: true, message: t("needed.workingDays") }]}
    >
      <InputNumber
        min={1}
        max={props.most ?? 400}
        precision={0}
        changeOnWheel={false}
        suffix={t("field.days")}
        autoFocus={props.autoFocus ?? false}
        style={{ width: "100%" }}
      />
    </Form.Item>
  );
}

export function ToldWayField({ label = "toldWay" }: { label?: string }) {
  const { t } = useTranslation("acts");
  return (
    <Form.Item name="toldWay" label={t(`field.${label}`)} rules={[{ required: true, message: t("needed.toldWay") }]}>
      <Select options={tellWays.map((value) => ({ value, label: t(`enums:TellWay.${value}`) }))} />
    </Form.Item>
  );
}

/** An instant in the community's zone, never later than now; a text as `<input type="datetime-local">` has it. */
export function InstantField(props: { name: string; min?: string }) {
  const { t } = useTranslation("acts");
  const zone = useZone();
  return (
    <Form.Item name={props.name} label={t(`field.${props.name}`)} extra={t("field.nowIfEmpty")}>
      <Input
        type="datetime-local"
        max={toLocalInput(officeNow(), zone)}
        min={props.min ? toLocalInput(props.min, zone) : undefined}
      />
    </Form.Item>
  );
}

function Chosen(props: { name: ReactNode; note?: ReactNode; change: string; onClear: () => void }) {
  return (
    <div className="xx-chosen">
      <span>
        <strong>{props.name}</strong>
        {props.note ? <small>{props.note}</small> : null}
      </span>
      <Button size="small" type="text" icon={<CloseOutlined />} onClick={props.onClear}>
        {props.change}
      </Button>
    </div>
  );
}

export interface ChosenDepartment {
  id: string;
  name: string;
  phone: string;
}

/** The department of the directory (F7), found by name, pinyin or initials. */
function DepartmentControl(props: Bound<ChosenDepartment>) {
  const { t } = useTranslation("acts");
  const client = useApolloClient();
  if (props.value)
    return (
      <Chosen
        name={props.value.name}
        note={props.value.phone}
        change={t("change")}
        onClear={() => props.onChange?.(null)}
      />
    );
  return (
    <SearchPick
      control={controlOf(props)}
      placeholder={t("placeholder.departmentId")}
      eager
      search={async (typed) => {
        const { data } = await client.query({
          query: ActDepartmentsDocument,
          variables: { search: typed },
          fetchPolicy: "network-only",
        });
        return (data?.departments ?? []).map((found) => ({
          key: found.id,
          value: { id: found.id, name: found.name, phone: found.phone },
          label: (
            <>
              <span>{found.name}</span>
              <small>{found.phone}</small>
              <small>{found.address}</small>
              <small>{found.duties}</small>
            </>
          ),
        }));
      }}
      onPick={(found) => props.onChange?.(found)}
    />
  );
}

export function DepartmentField() {
  const { t } = useTranslation("acts");
  return (
    <Form.Item
      name="departmentId"
      label={t("field.departmentId")}
      rules={[{ required: true, message: t("needed.departmentId") }]}
    >
      <DepartmentControl />
    </Form.Item>
  );
}

function ItemControl(props: Bound<ActItem>) {
  const { t } = useTranslation("acts");
  const client = useApolloClient();
  if (props.value)
    return (
      <Chosen
        name={props.value.name}
        note={t("itemLimit", { count: props.value.limitDays })}
        change={t("change")}
        onClear={() => props.onChange?.(null)}
      />
    );
  return (
    <SearchPick
      control={controlOf(props)}
      placeholder={t("placeholder.itemId")}
      eager
      search={async (typed) => {
        const { data } = await client.query({
          query: ActItemsDocument,
          variables: { search: typed },
          fetchPolicy: "network-only",
        });
        return (data?.items ?? []).map((masked) => {
          const found = readFragment(ActItemFragment, masked);
          return {
            key: found.id,
            value: found,
            label: (
              <>
                <span>{found.name}</span>
                <small>{found.code}</small>
                <small>{t(`enums:ItemKind.${found.kind}`)}</small>
                <small>{found.post?.name}</small>
              </>
            ),
          };
        });
      }}
      onPick={(found) => props.onChange?.(found)}
    />
  );
}

/** The item of the case, or the one chosen in the form where it has none yet. */
export function useItemOf(form: FormInstance, target: Pick<ActTarget, "item">) {
  const chosen = Form.useWatch("itemId", form) as ActItem | null | undefined;
  return target.item ?? chosen ?? null;
}

/** The item of a case that has none yet. */
export function ItemField() {
  const { t } = useTranslation("acts");
  return (
    <Form.Item name="itemId" label={t("field.itemId")} rules={[{ required: true, message: t("needed.itemId") }]}>
      <ItemControl />
    </Form.Item>
  );
}

/** A colleague on duty; `first` are offered before the others, with why. */
export function StaffField(props: { name: string; first: readonly { id: string; why: string }[]; not: string }) {
  const { t } = useTranslation("acts");
  const { data, loading } = useQuery(ActStaffDocument, { fetchPolicy: "cache-and-network" });
  const rank = new Map(props.first.map((one, index) => [one.id, index]));
  const people = (data?.staff ?? [])
    .filter((one) => one.id !== props.not && one.duty !== "LEFT")
    .filter((one) => servesResidents(one))
    .toSorted((a, b) => (rank.get(a.id) ?? 99) - (rank.get(b.id) ?? 99) || a.pinyin.localeCompare(b.pinyin));
  return (
    <Form.Item
      name={props.name}
      label={t(`field.${props.name}`)}
      rules={[{ required: true, message: t(`needed.${props.name}`) }]}
    >
      <Select
        loading={loading && !data}
        showSearch={{
          filterOption: (typed, option) => {
            const one = people.find((person) => person.id === option?.value);
            const low = typed.toLowerCase().replaceAll(" ", "");
            return one ? matches(one, low) : false;
          },
        }}
        options={people.map((one) => {
          const why = props.first.find((first) => first.id === one.id)?.why;
          const notes = [why, one.title, one.duty === "ON_DUTY" ? "" : t(`enums:DutyState.${one.duty}`)];
          return {
            value: one.id,
            label: [one.name, ...notes.filter(Boolean)].join(" · "),
            disabled: one.duty !== "ON_DUTY",
          };
        })}
      />
    </Form.Item>
  );
}

/** Whether a person is meant by what was typed: a part of the name or title, of the pinyin, or its initials. */
export function matches(one: { name: string; pinyin: string; title: string }, low: string): boolean {
  const pinyin = one.pinyin.toLowerCase();
  const initials = pinyin
    .split(/\s+/)
    .map((syllable) => syllable[0] ?? "")
    .join("");
  return (
    one.name.toLowerCase().includes(low) ||
    one.title.toLowerCase().includes(low) ||
    pinyin.replaceAll(" ", "").includes(low) ||
    initials.startsWith(low)
  );
}

/** A post, with who is on duty there now (B2). */
export function PostField() {
  const { t } = useTranslation("acts");
  const { data, loading } = useQuery(ActPostsDocument, { fetchPolicy: "cache-and-network" });
  return (
    <Form.Item name="postId" label={t("field.postId")} rules={[{ required: true, message: t("needed.postId") }]}>
      <Select
        loading={loading && !data}
        showSearch={{ optionFilterProp: "label" }}
        options={(data?.posts ?? []).map((post) => ({
          value: post.id,
          label: `${post.name} · ${post.window} · ${post.onDuty ? t("onDuty", { name: post.onDuty.name }) : t("nobody")}`,
          disabled: !post.onDuty,
        }))}
      />
    </Form.Item>
  );
}

export interface Missing extends Record<string, unknown> {
  ticked: string[];
  other: string;
}

/** Every missing material, once each, in order: those ticked, then one per line of the free text. */
export function missingList(missing: Missing | null | undefined): string[] {
  const lines = (missing?.other ?? "").split("\n").map((line) => line.trim());
  return [...new Set([...(missing?.ticked ?? []), ...lines])].filter((line) => line !== "");
}

function MissingControl(props: Bound<Missing> & { materials: readonly MaterialLine[] }) {
  const { t } = useTranslation("acts");
  const otherId = useId();
  const value = props.value ?? { ticked: [], other: "" };
  const change = (next: Partial<Missing>) => props.onChange?.({ ...value, ...next } as Missing);
  return (
    <div className="xx-missing-pick">
      {props.materials.length > 0 ? (
        <Checkbox.Group
          value={value.ticked}
          onChange={(ticked) => change({ ticked: ticked as string[] })}
          options={props.materials.map((material) => ({
            value: material.name,
            label: <MaterialName material={material} />,
          }))}
        />
      ) : null}
      <label htmlFor={props.materials.length > 0 ? otherId : (props.id ?? otherId)}>{t("field.otherMissing")}</label>
      <Input.TextArea
        id={props.materials.length > 0 ? otherId : (props.id ?? otherId)}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
        value={value.other}
        onChange={(event) => change({ other: event.target.value })}
      />
    </div>
  );
}

/** All that is missing, said once (Q3): the item's materials as a check list and a line for anything else. */
export function MissingField({ materials }: { materials: readonly MaterialLine[] }) {
  const { t } = useTranslation("acts");
  return (
    <Form.Item
      name="missing"
      label={t("field.missing")}
      extra={t("field.missingHint")}
      rules={[
        {
          validator: (_, value: Missing | null) =>
            missingList(value).length > 0 ? Promise.resolve() : Promise.reject(new Error(t("needed.missing"))),
        },
      ]}
    >
      <MissingControl materials={materials} />
    </Form.Item>
  );
}

/** A value that has rested for a moment. */
function useRested<T>(value: T, ms: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}

/** The date that so many working days would give, explained: from now as a promise of the item, or from a day. */
export function DaysPreview(props: {
  form: FormInstance;
  itemId: string | null;
  from?: string | null;
  /** What the date would be: the promise, unless it is an extension. */
  of?: "promise" | "extension";
}) {
  const { t } = useTranslation("acts");
  const typed = Form.useWatch("workingDays", props.form) as number | null | undefined;
  const days = useRested(typed ?? null, 200);
  const asked = days !== null && days >= 1 && days <= 400;
  const byItem = useQuery(ActPreviewDocument, {
    variables: { itemId: props.itemId, workingDays: asked ? days : 1 },
    skip: !asked || Boolean(props.from) || !props.itemId,
    fetchPolicy: "cache-and-network",
  });
  const byDay = useQuery(ActExplainDocument, {
    variables: { from: props.from ?? "2000-01-01", workingDays: asked ? days : 1 },
    skip: !asked || !props.from,
    fetchPolicy: "cache-and-network",
  });
  const explanation = props.from ? byDay.data?.explainDeadline : byItem.data?.previewPromise;
  if (!asked || !explanation) return null;
  return (
    <div className="xx-act-preview" role="status" aria-label={t("preview")}>
      <p>
        {t(props.of === "extension" ? "extendedTo" : "promisedFor")}{" "}
        <strong>
          <DateTimeText at={explanation.dueAt} />
        </strong>
      </p>
      <Explain explanation={explanation} heading={false} compact />
    </div>
  );
}

/** The day from which a promise of a registration counts, where that is not today (Q4); null means from now. */
export function startDay(
  kind: string | undefined,
  completeAt: string | null | undefined,
  zone: string,
  now: number,
): string | null {
  if (kind !== "REGISTRATION" || !completeAt) return null;
  const day = dayOf(completeAt, zone);
  return day === dayOf(now, zone) ? null : day;
}
