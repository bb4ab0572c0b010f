import type { Channel, ItemKind } from "@/graphql/gen/graphql";
import type { MaterialFacts } from "./materials";

/** What versions of an item are compared by. */
export interface VersionFacts {
  name: string;
  kind: ItemKind;
  limitDays: number;
  immediate: boolean;
  fee: string;
  channels: readonly Channel[];
  materials: readonly MaterialFacts[];
  steps: readonly string[];
  legalBasis: string;
  maxExtensions: number;
  maxExtensionDays: number;
  post: { id: string; name: string } | null;
  department: { id: string; name: string } | null;
}

export type Change =
  | { what: "name" | "post" | "department" | "fee"; before: string; after: string }
  | { what: "kind"; before: ItemKind; after: ItemKind }
  | { what: "limit"; before: Limit; after: Limit }
  | { what: "extensions"; before: Extensions; after: Extensions }
  | { what: "channels"; added: readonly Channel[]; removed: readonly Channel[] }
  | { what: "materialAdded" | "materialRemoved"; name: string }
  | { what: "materialChanged"; name: string; columns: readonly MaterialChange[] }
  | { what: "materialOrder" | "steps" | "legalBasis" };

export interface Limit {
  kind: ItemKind;
  immediate: boolean;
  limitDays: number;
}
export interface Extensions {
  maxExtensions: number;
  maxExtensionDays: number;
}
export interface MaterialChange {
  column: Exclude<keyof MaterialFacts, "name">;
  before: string | number | boolean;
  after: string | number | boolean;
}

const columns = ["copies", "form", "issuedBy", "why", "sample", "required"] as const;

/** What a version changed against the one before it, in the order in which the sheet shows it. */
export function changesBetween(before: VersionFacts, after: VersionFacts): Change[] {
  const changes: Change[] = [];
  const text = (what: "name" | "post" | "department" | "fee", a: string, b: string) => {
    if (a !== b) changes.push({ what, before: a, after: b });
  };
  text("name", before.name, after.name);
  if (before.kind !== after.kind) changes.push({ what: "kind", before: before.kind, after: after.kind });
  if (before.limitDays !== after.limitDays || before.immediate !== after.immediate)
    changes.push({ what: "limit", before: limitOf(before), after: limitOf(after) });
  text("fee", before.fee, after.fee);
  if (before.post?.id !== after.post?.id) text("post", before.post?.name ?? "", after.post?.name ?? "");
  if (before.department?.id !== after.department?.id)
    text("department", before.department?.name ?? "", after.department?.name ?? "");
  const added = after.channels.filter((channel) => !before.channels.includes(channel));
  const removed = before.channels.filter((channel) => !after.channels.includes(channel));
  if (added.length + removed.length > 0) changes.push({ what: "channels", added, removed });
  if (before.maxExtensions !== after.maxExtensions || before.maxExtensionDays !== after.maxExtensionDays)
    changes.push({ what: "extensions", before: extensionsOf(before), after: extensionsOf(after) });
  changes.push(...materialChanges(before.materials, after.materials));
  if (before.steps.join("\n") !== after.steps.join("\n")) changes.push({ what: "steps" });
  if (before.legalBasis !== after.legalBasis) changes.push({ what: "legalBasis" });
  return changes;
}

const limitOf = ({ kind, immediate, limitDays }: VersionFacts): Limit => ({ kind, immediate, limitDays });
const extensionsOf = ({ maxExtensions, maxExtensionDays }: VersionFacts): Extensions => ({
  maxExtensions,
  maxExtensionDays,
});

function materialChanges(before: readonly MaterialFacts[], after: readonly MaterialFacts[]): Change[] {
  const old = new Map(before.map((material) => [material.name, material]));
  const now = new Map(after.map((material) => [material.name, material]));
  const changes: Change[] = [];
  for (const name of old.keys()) if (!now.has(name)) changes.push({ what: "materialRemoved", name });
  for (const [name, material] of now) {
    const was = old.get(name);
    if (!was) {
      changes.push({ what: "materialAdded", name });
      continue;
    }
    const differ = columns
      .filter((column) => was[column] !== material[column])
      .map((column) => ({ column, before: was[column], after: material[column] }));
    if (differ.length > 0) changes.push({ what: "materialChanged", name, columns: differ });
  }
  const kept = (list: Iterable<string>, other: Map<string, unknown>) =>
    [...list].filter((name) => other.has(name)).join("\n");
  if (kept(old.keys(), now) !== kept(now.keys(), old)) changes.push({ what: "materialOrder" });
  return changes;
}

export type VersionState = "current" | "coming" | "past" | "never";

/** Where a version stands on the day; one that was replaced before it began never held. */
export function versionState(version: { validFrom: string; retiredFrom: string | null }, today: string): VersionState {
  if (version.retiredFrom !== null && version.retiredFrom <= version.validFrom) return "never";
  if (version.retiredFrom !== null && version.retiredFrom <= today) return "past";
  return version.validFrom > today ? "coming" : "current";
}
