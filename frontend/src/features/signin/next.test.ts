import { expect, it } from "vitest";
import { safeNext } from "./next";

it.each([
  ["/cases/20260226-0001?tab=1", "/cases/20260226-0001?tab=1"],
  [null, "/queue"],
  ["https://elsewhere.example", "/queue"],
  ["//elsewhere.example", "/queue"],
  ["/\\elsewhere.example", "/queue"],
  ["/signin?next=/signin", "/queue"],
])("goes on to %s only inside the desk", (next, path) => {
  expect(safeNext(next)).toBe(path);
});
