import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { i18n } from "@/i18n/i18n";
import { makeOffice } from "@/test/office";
import { drawPage } from "@/test/page";
import { Component } from "./LedgersView";

const asked: string[] = [];
const saved: string[] = [];
let answer: () => Response | Promise<Response>;

beforeEach(() => {
  asked.length = 0;
  saved.length = 0;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    if (this.download) saved.push(this.download);
  });
  answer = () => new Response("PK");
  URL.createObjectURL = () => "blob:x";
  URL.revokeObjectURL = () => {};
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    return answer();
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
  await i18n.changeLanguage("zh-CN");
});

function draw(kinds: string[], at = "/ledgers") {
  const office = makeOffice();
  const by = { __typename: "Staff", id: "st_li", name: "李晓梅" };
  const taken = {
    kind: "GIFTS",
    from: "2026-01-01",
    until: "2026-01-31",
    rows: 3,
    at: "2026-02-26T09:00:00+08:00",
    by,
  };
  Object.assign(office.root, { ledgers: () => kinds.map((kind) => ({ kind })), ledgersTaken: () => [taken] });
  return drawPage(<Component />, { office, at });
}
const button = (name: string) => screen.findByRole<HTMLButtonElement>("button", { name });

describe("ledgers", () => {
  it("offers those that the viewer may take, and takes one of this month in the reader's language", async () => {
    draw(["RECEPTION", "MATERIALS"]);
    const list = await screen.findByRole("list", { name: "可取的台账" });
    expect(
      within(list)
        .getAllByRole("heading")
        .map((one) => one.textContent),
    ).toEqual(["首问接待登记台账", "材料交接台账"]);
    expect(screen.getByRole("region", { name: "最近取出" }).textContent).toContain(
      "礼品登记台账2026年1月1日 周四 至 2026年1月31日 周六3 行李晓梅 ",
    );
    fireEvent.click(await button("下载首问接待登记台账"));
    await screen.findByText(/^已下载首问接待登记台账/);
    expect(saved).toEqual(["首问接待登记台账 2026-02-01 2026-02-28.xlsx"]);
    // Should the browser have blocked it, the file is there to be saved by a press.
    const link = screen.getByRole<HTMLAnchorElement>("link", { name: "保存首问接待登记台账" });
    expect([link.href, link.download]).toEqual(["blob:x", "首问接待登记台账 2026-02-01 2026-02-28.xlsx"]);
    expect(asked).toEqual(["/ledgers/reception?from=2026-02-01&until=2026-02-28&lang=zh-CN"]);
  });

  it("takes the reader's own dates, and no period that is none", async () => {
    await i18n.changeLanguage("en");
    draw(["GIFTS"], "/ledgers?period=own&from=2026-01-01&until=2026-01-15");
    const take = await button("Download: Register of gifts");
    fireEvent.click(take);
    await screen.findByText(/^Downloaded: Register of gifts/);
    expect(asked).toEqual(["/ledgers/gifts?from=2026-01-01&until=2026-01-15&lang=en"]);
    fireEvent.change(screen.getByLabelText("To"), { target: { value: "2025-12-31" } });
    expect((await screen.findByRole("alert")).textContent).toContain("before the first");
    expect(take.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText("To"), { target: { value: "2027-02-01" } });
    expect((await screen.findByRole("alert")).textContent).toContain("366");
  });

  it("tells how long it takes, and leaves what came late to be saved by a press", async () => {
    let come: (file: Response) => void = () => {};
    answer = () =>
      new Promise((resolve) => {
        come = resolve;
      });
    draw(["RECEPTION"]);
    const take = await button("下载首问接待登记台账");
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
    fireEvent.click(take);
    act(() => {
      vi.advanceTimersByTime(12_000);
    });
    expect(screen.getByText(/已用 12 秒/)).toBeTruthy();
    await act(async () => come(new Response("PK")));
    vi.useRealTimers();
    await screen.findByText(/^文件已生成，用时 12 秒。/);
    expect(saved).toEqual([]);
    expect(screen.queryByText(/已用/)).toBeNull();
    screen.getByRole("link", { name: "保存首问接待登记台账" }).click();
    expect(saved).toEqual(["首问接待登记台账 2026-02-01 2026-02-28.xlsx"]);
  });

  it("R: says when to ask again where too many are being made", async () => {
    let own = true;
    answer = () =>
      Response.json(
        { errors: [{ message: "", extensions: { code: "TOO_MANY", clause: "R", field: "", own, retryAfter: 10 } }] },
        { status: 429 },
      );
    draw(["RECEPTION"]);
    fireEvent.click(await button("下载首问接待登记台账"));
    expect((await screen.findByRole("alert")).textContent).toContain("您已有一份台账正在生成，请等它完成，10 秒后再试");
    own = false;
    fireEvent.click(await button("下载首问接待登记台账"));
    await screen.findByText("现在取台账的人多，请 10 秒后再试。");
    expect(saved).toEqual([]);
  });

  it("tells why a ledger was refused, and that there is none", async () => {
    answer = () =>
      Response.json(
        { errors: [{ message: "", extensions: { code: "FORBIDDEN", clause: "A4", field: "" } }] },
        { status: 403 },
      );
    const { unmount } = draw(["BREACHES"]);
    fireEvent.click(await button("下载失责台账"));
    expect((await screen.findByRole("alert")).textContent).toContain("A4");
    answer = () => {
      throw new TypeError("cut");
    };
    fireEvent.click(await button("下载失责台账"));
    await screen.findByText("没有取到完整的文件，请重新下载。");
    unmount();
    draw([]);
    await screen.findByText("您没有可取的台账");
  });
});
