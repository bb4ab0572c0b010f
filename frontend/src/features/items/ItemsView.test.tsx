import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { makeOffice } from "@/test/office";
import { drawPage } from "@/test/page";
import { Component } from "./ItemsView";

function withItems(mayEditItems: boolean) {
  const office = makeOffice();
  office.viewer.mayEditItems = mayEditItems;
  const asked: Record<string, unknown>[] = [];
  const sent: Record<string, unknown>[] = [];
  const items = office.root.items;
  for (const one of office.items) one.versions = [one];
  Object.assign(office.root, {
    items: (args: { search?: string; kind?: string; includeRetired?: boolean }) => {
      asked.push({ ...args });
      return items(args).filter((one) => !args.kind || one.kind === args.kind);
    },
    publishItem: ({ input }: { input: Record<string, unknown> }) => {
      sent.push(input);
      const before = office.items.find((one) => one.code === input.code);
      if (!before) throw new Error("no such item");
      const made = { ...before, ...input, id: "it_next", version: 2 };
      office.items.splice(office.items.indexOf(before), 1, Object.assign(made, { versions: [made, before] }));
      return { item: made, clientMutationId: input.clientMutationId };
    },
  });
  return { office, asked, sent };
}
const row = (name: RegExp) => screen.findByRole("row", { name });

describe("the catalogue", () => {
  it("tells of each item by when, for how much, at which post; and where to go for what is not issued (F7)", async () => {
    const { office } = withItems(false);
    drawPage(<Component />, { at: "/items", office });
    const cells = within(await row(/临时救助申请初审/))
      .getAllByRole("cell")
      .map((cell) => cell.textContent);
    expect(cells[0]).toContain("MZ-003 · 第 1 版");
    expect(cells.slice(2)).toEqual(["5 个工作日", "不收费", "民政服务岗1号窗口", "来访、电话"]);
    expect((await row(/高龄津贴登记/)).textContent).toContain("当场办结");
    const elsewhere = await row(/生存证明/);
    expect(elsewhere.textContent).toContain("请到九站派出所户籍室");
    expect(elsewhere.textContent).not.toContain("民政服务岗");
    // A clerk reads.
    expect(screen.queryByRole("button", { name: /新增事项/ })).toBeNull();
  });

  it("takes its filters from the address and asks the server by them", async () => {
    const { office, asked } = withItems(false);
    const { router } = drawPage(<Component />, { at: "/items?kind=NOT_ISSUED&retired=1", office });
    await row(/生存证明/);
    expect(screen.queryByText("临时救助申请初审")).toBeNull();
    expect(asked).toEqual([{ search: "", kind: "NOT_ISSUED", includeRetired: true, first: 100 }]);
    fireEvent.change(screen.getByRole("textbox", { name: "名称、拼音、首字母或编码" }), { target: { value: "没有" } });
    expect(await screen.findByText("没有符合条件的事项")).toBeTruthy();
    expect(asked.map(({ search }) => search)).toEqual(["", "没有"]);
    fireEvent.click(screen.getByRole("button", { name: "清除条件" }));
    await waitFor(() => expect(router.state.location.search).toBe("?retired=1"));
    expect(await row(/临时救助申请初审/)).toBeTruthy();
  });

  it("opens the sheet of an item by its address, with its materials", async () => {
    const { office } = withItems(false);
    const { router } = drawPage(<Component />, { at: "/items", office });
    fireEvent.click(within(await row(/临时救助申请初审/)).getByRole("button"));
    await waitFor(() => expect(router.state.location.search).toBe("?item=it_relief"));
    const sheet = within(await screen.findByRole("dialog"));
    expect(await sheet.findByText("户口簿")).toBeTruthy();
    expect(sheet.getByText("社会救助暂行办法")).toBeTruthy();
    expect(sheet.queryByRole("button", { name: /发布新版本|停用/ })).toBeNull();
  });

  it("Q4: a new version is published once, from what the version before says", async () => {
    const { office, sent } = withItems(true);
    drawPage(<Component />, { at: "/items?item=it_relief", office });
    fireEvent.click(await screen.findByRole("button", { name: "发布新版本" }));
    const days = await screen.findByRole("spinbutton", { name: "时限（工作日）" });
    expect((screen.getByRole("textbox", { name: "编码" }) as HTMLInputElement).disabled).toBe(true);
    fireEvent.change(days, { target: { value: "3" } });
    fireEvent.click(screen.getByRole("button", { name: /^发\s*布$/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      code: "MZ-003",
      kind: "REGISTRATION",
      limitDays: 3,
      postId: "po_civil",
      validFrom: "2026-02-26",
      materials: [{ name: "居民身份证" }, { name: "户口簿" }, { name: "收入证明" }],
    });
    expect(await screen.findByText(/第 2 版/, { selector: ".xx-item-tags .xx-items-sub" })).toBeTruthy();
    expect(sent).toHaveLength(1);
  });
});
