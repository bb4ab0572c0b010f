import { describe, expect, it } from "vitest";
import { countFilters, noFilters, type QueueFilters, readFilters, toCaseFilter, writeFilters } from "./filters";
import { readSaved, withSaved, writeSaved } from "./saved";

const all: QueueFilters = {
  mine: true,
  state: "any",
  standing: "OVERDUE",
  matter: ["COMPLAINT", "BAD_RATING"],
  status: ["RECEIVED", "PROMISED"],
  postId: "po_1",
  itemCode: "MZ-003",
  residentId: "re_1",
  channel: "HOTLINE",
  dueToday: true,
  extended: true,
  offered: true,
  green: true,
  search: "张 & 李",
  order: "NEWEST",
};

describe("filters in the address", () => {
  it("come back as they were written", () => {
    expect(readFilters(new URLSearchParams(writeFilters(all).toString()))).toEqual(all);
    expect(readFilters(writeFilters(noFilters))).toEqual(noFilters);
  });
  it("leave the usual list without a query", () => {
    expect(writeFilters(noFilters).toString()).toBe("");
  });
  it("ignore what they do not know", () => {
    const read = readFilters(
      new URLSearchParams("standing=SOMEHOW&matter=GOSSIP&status=PROMISED&status=X&channel=PIGEON&state=&order=1"),
    );
    expect(read).toEqual({ ...noFilters, status: ["PROMISED"] });
  });
  it("are counted without search, order and mine", () => {
    expect(countFilters(noFilters)).toBe(0);
    expect(countFilters({ ...noFilters, search: "张", mine: true, order: "NEWEST" })).toBe(0);
    expect(countFilters({ ...noFilters, status: ["RECEIVED", "PROMISED"], channel: "WEB" })).toBe(2);
  });
});

describe("the filter the server is asked with", () => {
  it("T1: is the open cases where nothing is chosen", () => {
    expect(toCaseFilter(noFilters)).toEqual({ open: true });
  });
  it("does not hide closed cases from a search or from a closed status", () => {
    expect(toCaseFilter({ ...noFilters, search: " 20260226 " })).toEqual({ search: "20260226" });
    expect(toCaseFilter({ ...noFilters, status: ["COMPLETED"] })).toEqual({ status: ["COMPLETED"] });
    expect(toCaseFilter({ ...noFilters, standing: "CLOSED_LATE" })).toEqual({ standing: "CLOSED_LATE" });
  });
  it("asks for closed ones, for all, and for those due in the rest of today", () => {
    expect(toCaseFilter({ ...noFilters, state: "closed" })).toEqual({ open: false });
    expect(toCaseFilter({ ...noFilters, state: "any" })).toEqual({});
    expect(toCaseFilter({ ...noFilters, dueToday: true })).toEqual({ open: true, dueToday: true });
  });
  it("carries every chosen filter", () => {
    expect(toCaseFilter(all)).toEqual({
      mine: true,
      standing: "OVERDUE",
      matter: ["COMPLAINT", "BAD_RATING"],
      status: ["RECEIVED", "PROMISED"],
      postId: "po_1",
      itemCode: "MZ-003",
      residentId: "re_1",
      channel: "HOTLINE",
      dueToday: true,
      extended: true,
      offered: true,
      green: true,
      search: "张 & 李",
    });
  });
});

describe("saved filters", () => {
  it("are kept per person, replaced by name, and survive a spoilt storage", () => {
    writeSaved("st_1", withSaved(readSaved("st_1"), { name: "我的超期", query: "mine=1" }));
    writeSaved("st_1", withSaved(readSaved("st_1"), { name: "我的超期", query: "mine=1&standing=OVERDUE" }));
    expect(readSaved("st_1")).toEqual([{ name: "我的超期", query: "mine=1&standing=OVERDUE" }]);
    expect(readSaved("st_2")).toEqual([]);
    localStorage.setItem("xinxing.queue.saved.st_1", "{not json");
    expect(readSaved("st_1")).toEqual([]);
  });
});
