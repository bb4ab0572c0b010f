import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { nudgeDesk } from "@/live/desk";
import { makeOffice } from "@/test/office";
import { drawPage } from "@/test/page";
import { Component } from "./QueueView";

const rows = () => screen.getAllByRole("row").slice(1);

describe("the queue", () => {
  it("T1, T5: says in words what is overdue, near and extended, with the working time left", async () => {
    drawPage(<Component />, { at: "/queue" });
    await screen.findByRole("table");
    const [overdue, near, received, extended] = rows().map((row) => row.textContent ?? "");
    expect(overdue).toMatch(/超期 1 小时 30 分.*已超期/);
    expect(near).toMatch(/剩 \d+ 小时.*临近时限/);
    expect(received).toMatch(/匿名.*赵国强/);
    expect(extended).toMatch(/剩 \d 个工作日.*已延时/);
    expect(extended).not.toMatch(/超期/);
  });

  it("is walked by j and k, and / goes to the search", async () => {
    drawPage(<Component />, { at: "/queue" });
    await screen.findByRole("table");
    const links = screen.getAllByRole("link").filter((link) => link.hasAttribute("data-row"));
    fireEvent.keyDown(document.body, { key: "j" });
    expect(document.activeElement).toBe(links[0]);
    fireEvent.keyDown(links[0] as HTMLElement, { key: "j" });
    fireEvent.keyDown(links[1] as HTMLElement, { key: "j" });
    fireEvent.keyDown(links[2] as HTMLElement, { key: "k" });
    expect(document.activeElement).toBe(links[1]);
    fireEvent.keyDown(links[1] as HTMLElement, { key: "/" });
    expect(document.activeElement).toBe(screen.getByRole("searchbox"));
    // Keys typed into the search are text.
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: "j" });
    expect(document.activeElement).toBe(screen.getByRole("searchbox"));
  });

  it("takes its filters from the address and writes them there", async () => {
    const { router } = drawPage(<Component />, { at: "/queue?q=0003" });
    await waitFor(() => expect(rows()).toHaveLength(1));
    fireEvent.click(screen.getByText("我负责", { selector: ".ant-segmented-item-label" }));
    await waitFor(() => expect(router.state.location.search).toBe("?mine=1&q=0003"));
    expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("0003");
  });

  it("reads again when something happens on the desk, without a reload", async () => {
    const office = makeOffice();
    drawPage(<Component />, { at: "/queue", office });
    await screen.findByRole("table");
    expect(rows()).toHaveLength(4);
    const last = office.cases.pop();
    const first = office.cases[0];
    if (!last || !first) throw new Error("the office has no cases");
    first.demand = "换了说法";
    nudgeDesk();
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(within(rows()[0] as HTMLElement).getByText("换了说法")).toBeTruthy();
  });

  it("says what to do when nothing fits", async () => {
    const { router } = drawPage(<Component />, { at: "/queue?q=nobody&channel=FAX" });
    fireEvent.click(await screen.findByRole("button", { name: "清除筛选" }));
    await waitFor(() => expect(router.state.location.search).toBe(""));
    expect(await screen.findByRole("table")).toBeTruthy();
  });

  it("keeps a named filter as a link", async () => {
    drawPage(<Component />, { at: "/queue?mine=1" });
    fireEvent.click(await screen.findByRole("button", { name: /存为常用/ }));
    fireEvent.change(await screen.findByRole("textbox", { name: "名称" }), { target: { value: "我的" } });
    fireEvent.click(screen.getByRole("button", { name: "保存" }));
    expect((await screen.findByRole<HTMLAnchorElement>("link", { name: "我的" })).getAttribute("href")).toBe(
      "/queue?mine=1",
    );
  });
});
