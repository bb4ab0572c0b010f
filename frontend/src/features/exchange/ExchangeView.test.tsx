import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { i18n } from "@/i18n/i18n";
import { makeOffice } from "@/test/office";
import { drawPage } from "@/test/page";
import { Component } from "./ExchangeView";

interface Sent {
  path: string;
  fields: Record<string, string>;
  file: string;
}
const sent: Sent[] = [];
let answers: (() => Response)[] = [];

beforeEach(() => {
  sent.length = 0;
  answers = [];
  vi.stubGlobal("fetch", async (path: string, init: { body: FormData }) => {
    const fields: Record<string, string> = {};
    let file = "";
    for (const [name, value] of init.body.entries()) {
      if (typeof value === "string") fields[name] = value;
      else file = value.name;
    }
    sent.push({ path, fields, file });
    const answer = answers.shift();
    if (!answer) throw new TypeError("offline");
    return answer();
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await i18n.changeLanguage("zh-CN");
});

const done =
  (more: Record<string, unknown> = {}) =>
  () =>
    Response.json({
      rows: 3,
      created: 2,
      changed: 1,
      unchanged: 0,
      written: false,
      problems: [],
      problemsTotal: 0,
      badRows: 0,
      ...more,
    });
const bad = done({
  created: 1,
  problemsTotal: 3,
  badRows: 2,
  problems: [
    { row: 3, column: "电话", code: "REQUIRED", args: { clause: "F7" } },
    { row: 3, column: "网址", code: "BAD_INPUT", args: { clause: "F7", reason: "web_page" } },
    { row: 5, column: "编码", code: "DUPLICATE", args: {} },
  ],
});

function draw(more: { roles?: string[]; mayEditItems?: boolean } = {}, at = "/exchange?kind=directory") {
  const office = makeOffice();
  Object.assign(office.viewer, { roles: ["DIRECTOR"], mayEditItems: true, ...more });
  const drawn = drawPage(<Component />, { at, office });
  const choose = (name = "部门.csv") =>
    fireEvent.change(drawn.container.querySelector("input[type=file]") as HTMLElement, {
      target: { files: [new File(["编码,名称\n"], name, { type: "text/csv" })] },
    });
  return { ...drawn, choose };
}
const writeButton = () => screen.getByRole<HTMLButtonElement>("button", { name: /^导\s*入$/ });

describe("import and export", () => {
  it("looks first: every fault of a row with its column and reason, and nothing can be written", async () => {
    answers = [bad];
    draw().choose();
    await screen.findByText("2 行有 3 处问题，没有写入");
    const rows = within(screen.getByRole("table")).getAllByRole("row").slice(1);
    expect(rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent?.trim()))).toEqual([
      ["3", "电话", expect.stringMatching(/^必填，不能空着/)],
      ["3", "网址", expect.stringMatching(/^网址要以 http/)],
      ["5", "编码", "与前面的行重复"],
    ]);
    expect(writeButton().disabled).toBe(true);
    expect(sent).toEqual([{ path: "/exchange/directory", fields: { dry: "1" }, file: "部门.csv" }]);
  });

  it("says the reasons in the reader's language, and asks for the bad rows in it", async () => {
    await i18n.changeLanguage("en");
    URL.createObjectURL = () => "blob:x";
    URL.revokeObjectURL = () => {};
    answers = [bad, () => new Response(new Blob(["PK"]))];
    const { choose } = draw();
    choose();
    await screen.findByText("3 problems, bad rows: 2. Nothing was written");
    expect(screen.getByText(/must not be empty/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: /Download bad rows/ }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.fields).toEqual({ as: "failures", lang: "en" });
  });

  it("writes what was mended, once: a lost answer is asked for again under the same id", async () => {
    answers = [bad, done()];
    const { choose } = draw();
    choose();
    await screen.findByText(/没有写入/);
    choose("部门-问题行.xlsx");
    await screen.findByText("检查通过，可以导入");
    expect(screen.queryByText(/没有写入/)).toBeNull();
    fireEvent.click(writeButton());
    await screen.findByRole("alert");
    answers = [done({ written: true })];
    await waitFor(() => expect(writeButton()).toHaveProperty("disabled", false));
    fireEvent.click(writeButton());
    await screen.findByText("已导入");
    const ids = sent.slice(2).map(({ fields }) => fields.clientMutationId);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBeTruthy();
    expect(ids[1]).toBe(ids[0]);
    expect(sent.slice(2).every(({ file }) => file === "部门-问题行.xlsx")).toBe(true);
  });

  it("tells why a whole file is refused", async () => {
    answers = [
      () =>
        Response.json(
          { errors: [{ message: "", extensions: { code: "BAD_FILE", field: "file", reason: "BROKEN" } }] },
          { status: 422 },
        ),
    ];
    draw().choose();
    expect((await screen.findByRole("alert")).textContent).toContain("损坏");
  });

  it("keeps residents for who leads, and the whole page from clerks", () => {
    const { unmount } = draw({ roles: ["ADMINISTRATOR"] }, "/exchange?kind=residents");
    expect(screen.queryByRole("link", { name: "居民" })).toBeNull();
    expect(screen.getByRole("link", { name: /导出事项/ }).getAttribute("href")).toBe("/exchange/items.xlsx");
    unmount();
    draw({ roles: ["CLERK"], mayEditItems: false });
    expect(screen.getByText("您不办理导入导出")).toBeTruthy();
    expect(document.querySelector("input[type=file]")).toBeNull();
    expect(sent).toEqual([]);
  });
});
