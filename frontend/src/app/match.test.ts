import { match } from "pinyin-pro";
import { expect, it } from "vitest";
import { matchText } from "./match";

it.each([
  ["工作日历", "rili", true],
  ["工作日历", "gzrl", true],
  ["办件队列", "队列", true],
  ["Staff and posts", "sap", true],
  ["Staff and posts", "posts", true],
  ["工作日历", "xyz", false],
  ["Staff and posts", "rili", false],
  ["Queue", "", true],
])("finds %s by %s: %s", (label, typed, found) => {
  expect(matchText(label, typed, match)).toBe(found);
});
