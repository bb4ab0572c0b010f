import type { Channel, ItemKind, ItemSheetFragment as ItemSheet, PublishItemInput } from "@/graphql/gen/graphql";
import { type MaterialRow, materialsInput, rowsOf } from "./materials";

export const itemKinds: readonly ItemKind[] = ["REGISTRATION", "ENQUIRY", "APPEAL", "CERTIFICATE", "NOT_ISSUED"];
export const itemChannels: readonly Channel[] = ["VISIT", "PHONE", "FAX", "LETTER", "WEB", "HOTLINE", "GRID"];

/** The form of a version of an item; steps are written one a line. */
export interface PublishValues extends Record<string, unknown> {
  code: string;
  name: string;
  kind: ItemKind;
  limitDays: number;
  immediate: boolean;
  postId?: string | null;
  departmentId?: string | null;
  fee: string;
  channels: Channel[];
  materials: MaterialRow[];
  steps: string;
  legalBasis: string;
  maxExtensions: number;
  maxExtensionDays: number;
  validFrom: string;
}

export function linesOf(text: string | undefined): string[] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What the form begins with: the version before, or an empty item. */
export function valuesOf(item: ItemSheet | null, today: string): Partial<PublishValues> {
  if (!item)
    return {
      kind: "REGISTRATION",
      limitDays: 5,
      immediate: false,
      fee: "0.00",
      channels: ["VISIT", "PHONE"],
      maxExtensions: 1,
      maxExtensionDays: 5,
      materials: [],
      validFrom: today,
    };
  return {
    code: item.code,
    name: item.name,
    kind: item.kind,
    limitDays: item.limitDays,
    immediate: item.immediate,
    postId: item.post?.id ?? null,
    departmentId: item.department?.id ?? null,
    fee: item.fee,
    channels: [...item.channels],
    materials: rowsOf(item.materials),
    steps: item.steps.join("\n"),
    legalBasis: item.legalBasis,
    maxExtensions: item.maxExtensions,
    maxExtensionDays: item.maxExtensionDays,
    validFrom: item.validFrom > today ? item.validFrom : today,
  };
}

/** What is sent to publish the version; a post belongs to what is issued, a department to what is not. */
export function publishInput(values: PublishValues): Omit<PublishItemInput, "clientMutationId"> {
  const notIssued = values.kind === "NOT_ISSUED";
  return {
    code: values.code.trim(),
    name: values.name.trim(),
    kind: values.kind,
    limitDays: notIssued ? 0 : (values.limitDays ?? 0),
    immediate: notIssued ? false : Boolean(values.immediate),
    postId: notIssued ? null : (values.postId ?? null),
    departmentId: notIssued ? (values.departmentId ?? null) : null,
    fee: String(values.fee ?? "0"),
    channels: values.channels ?? [],
    materials: materialsInput(values.materials ?? []),
    steps: linesOf(values.steps),
    legalBasis: values.legalBasis ?? "",
    maxExtensions: notIssued ? 0 : (values.maxExtensions ?? 0),
    maxExtensionDays: notIssued ? 0 : (values.maxExtensionDays ?? 0),
    validFrom: values.validFrom,
  };
}
