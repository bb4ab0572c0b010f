import type { CaseFilter, CaseOrder, CaseStatus, Channel, Matter, Standing } from "@/graphql/gen/graphql";

/** What the queue shows; lives in the address, so that a list can be bookmarked, shared and come back to. */
export interface QueueFilters {
  mine: boolean;
  state: "open" | "closed" | "any";
  standing: Standing | null;
  matter: Matter[];
  status: CaseStatus[];
  postId: string | null;
  itemCode: string | null;
  residentId: string | null;
  channel: Channel | null;
  dueToday: boolean;
  extended: boolean;
  /** Only what is offered to somebody who has not answered yet (F10). */
  offered: boolean;
  /** Only what comes under the green channel (E6). */
  green: boolean;
  search: string;
  order: CaseOrder;
}

export const noFilters: QueueFilters = {
  mine: false,
  state: "open",
  standing: null,
  matter: [],
  status: [],
  postId: null,
  itemCode: null,
  residentId: null,
  channel: null,
  dueToday: false,
  extended: false,
  offered: false,
  green: false,
  search: "",
  order: "DUE",
};

export const standings: readonly Standing[] = ["OVERDUE", "DUE_SOON", "ON_TIME", "CLOSED_IN_TIME", "CLOSED_LATE"];
export const matters: readonly Matter[] = ["SERVICE", "COMPLAINT", "BAD_RATING"];
export const openStatuses: readonly CaseStatus[] = [
  "RECEIVED",
  "REPORTED",
  "AWAITING_MATERIALS",
  "PROMISED",
  "TO_CHECK",
  "TO_PUT_RIGHT",
  "TO_ANSWER",
  "TO_CALL_BACK",
];
export const statuses: readonly CaseStatus[] = [
  ...openStatuses,
  "RESOLVED_ON_SPOT",
  "GUIDED",
  "COMPLETED",
  "REFUSED",
  "WITHDRAWN",
];
export const channels: readonly Channel[] = ["VISIT", "PHONE", "FAX", "LETTER", "WEB", "HOTLINE", "GRID"];

function oneOf<T extends string>(value: string | null, known: readonly T[]): T | null {
  return known.find((one) => one === value) ?? null;
}

/** The filters that an address means; a value that is not known is left out. */
export function readFilters(params: URLSearchParams): QueueFilters {
  return {
    mine: params.get("mine") === "1",
    state: oneOf(params.get("state"), ["open", "closed", "any"] as const) ?? "open",
    standing: oneOf(params.get("standing"), standings),
    matter: matters.filter((matter) => params.getAll("matter").includes(matter)),
    status: statuses.filter((status) => params.getAll("status").includes(status)),
    postId: params.get("post") || null,
    itemCode: params.get("item") || null,
    residentId: params.get("resident") || null,
    channel: oneOf(params.get("channel"), channels),
    dueToday: params.get("due") === "today",
    extended: params.get("extended") === "1",
    offered: params.get("offered") === "1",
    green: params.get("green") === "1",
    search: params.get("q") ?? "",
    order: oneOf(params.get("order"), ["DUE", "NEWEST"] as const) ?? "DUE",
  };
}

/** The address of the filters; what is as usual is not written. */
export function writeFilters(filters: QueueFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.mine) params.set("mine", "1");
  if (filters.state !== "open") params.set("state", filters.state);
  if (filters.standing) params.set("standing", filters.standing);
  for (const matter of filters.matter) params.append("matter", matter);
  for (const status of filters.status) params.append("status", status);
  if (filters.postId) params.set("post", filters.postId);
  if (filters.itemCode) params.set("item", filters.itemCode);
  if (filters.residentId) params.set("resident", filters.residentId);
  if (filters.channel) params.set("channel", filters.channel);
  if (filters.dueToday) params.set("due", "today");
  if (filters.extended) params.set("extended", "1");
  if (filters.offered) params.set("offered", "1");
  if (filters.green) params.set("green", "1");
  if (filters.search) params.set("q", filters.search);
  if (filters.order !== "DUE") params.set("order", filters.order);
  return params;
}

const closedStandings: readonly Standing[] = ["CLOSED_IN_TIME", "CLOSED_LATE"];

/** The filter that the server is asked with. */
export function toCaseFilter(filters: QueueFilters): CaseFilter {
  const filter: CaseFilter = {};
  const closedAsked =
    (filters.standing !== null && closedStandings.includes(filters.standing)) ||
    filters.status.some((status) => !openStatuses.includes(status));
  // A search by number or name, or one for closed work, would find nothing among the open cases alone.
  if (filters.state === "open" && !closedAsked && filters.search.trim() === "") filter.open = true;
  if (filters.state === "closed") filter.open = false;
  if (filters.mine) filter.mine = true;
  if (filters.standing) filter.standing = filters.standing;
  if (filters.matter.length > 0) filter.matter = filters.matter;
  if (filters.status.length > 0) filter.status = filters.status;
  if (filters.postId) filter.postId = filters.postId;
  if (filters.itemCode) filter.itemCode = filters.itemCode;
  if (filters.residentId) filter.residentId = filters.residentId;
  if (filters.channel) filter.channel = filters.channel;
  if (filters.dueToday) filter.dueToday = true;
  if (filters.extended) filter.extended = true;
  if (filters.offered) filter.offered = true;
  if (filters.green) filter.green = true;
  if (filters.search.trim() !== "") filter.search = filters.search.trim();
  return filter;
}

/** How many filters besides the search differ from the usual list. */
export function countFilters(filters: QueueFilters): number {
  return [...new Set(writeFilters({ ...filters, search: "", mine: false, order: "DUE" }).keys())].length;
}
