import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { readDraft } from "@/app/draft";
import { retryPauses } from "@/graphql/useAct";
import { makeOffice, type Office, refuse } from "@/test/office";
import { drawPage } from "@/test/page";
import { Component } from "./IntakeView";

beforeEach(() => retryPauses.fill(1));

const type = (element: HTMLElement, value: string) => {
  fireEvent.focus(element);
  fireEvent.change(element, { target: { value } });
};
const press = (element: HTMLElement, key: string, more = {}) => fireEvent.keyDown(element, { key, ...more });
const resident = () => screen.getByRole("combobox", { name: "居民" });
const item = () => screen.getByRole("combobox", { name: "事项" });
const named = (call: string, office: Office) => office.calls.filter((one) => one.name === call).map((one) => one.input);

async function pick(box: HTMLElement, typed: string, option: RegExp) {
  type(box, typed);
  await screen.findByRole("option", { name: option });
  press(box, "Enter");
}
async function fillContact() {
  await pick(resident(), "张", /张桂兰/);
  await pick(await screen.findByRole("combobox", { name: "事项" }), "临时", /临时救助/);
  type(screen.getByRole("textbox", { name: "基本情况" }), "独居老人住院");
  type(screen.getByRole("textbox", { name: "要求" }), "申请临时救助");
}
const submit = () => press(screen.getByRole("textbox", { name: "要求" }), "Enter", { ctrlKey: true });

describe("intake by keyboard", () => {
  it("F5: a number key for the channel, search and Enter, Ctrl+Enter: opened and promised with the item's limit", async () => {
    const { office } = drawPage(<Component />);
    const group = await screen.findByRole("group", { name: "来源" });
    await waitFor(() => expect(document.activeElement).toBe(within(group).getByRole("radio", { name: /电话/ })));
    press(document.activeElement as HTMLElement, "2");
    expect(within(group).getByRole<HTMLInputElement>("radio", { name: /来访/ }).checked).toBe(true);
    expect(document.activeElement).toBe(resident());

    await fillContact();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /承诺办理/ }).checked).toBe(true);
    expect(await screen.findByText("2026年3月5日 周四 17:00")).toBeTruthy();
    submit();

    expect(await screen.findByRole("heading", { name: /受理号 20260226-0101/ })).toBeTruthy();
    expect(named("openCase", office)).toMatchObject([
      {
        channel: "VISIT",
        residentId: "re_zhang",
        itemId: "it_relief",
        situation: "独居老人住院",
        demand: "申请临时救助",
      },
    ]);
    expect(named("promiseCase", office)).toMatchObject([
      { caseId: "ca_101", version: 1, workingDays: 5, toldWay: "IN_PERSON" },
    ]);
    expect(readDraft("st_li", "intake")).toBeNull();
    expect(document.activeElement?.textContent).toBe("接待下一位");
  });

  it("F7: an item that is not issued names the department and is guided", async () => {
    const { office } = drawPage(<Component />);
    await pick(resident(), "张", /张桂兰/);
    await pick(item(), "生存", /生存证明/);
    expect(await screen.findByText("社区不予出具，请指引到下列部门。")).toBeTruthy();
    expect(screen.getByText("0432-63000110")).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /指引/ }).checked).toBe(true);
    type(screen.getByRole("textbox", { name: "基本情况" }), "要开生存证明");
    type(screen.getByRole("textbox", { name: "要求" }), "证明在世");
    submit();
    // Not without what was said.
    expect(await screen.findByText("请写告知内容", { exact: false })).toBeTruthy();
    expect(named("openCase", office)).toEqual([]);
    type(screen.getByRole("textbox", { name: "告知内容" }), "带身份证到户籍室");
    submit();
    await screen.findByRole("heading", { name: /受理号/ });
    expect(named("guideCase", office)).toMatchObject([{ departmentId: "de_police", said: "带身份证到户籍室" }]);
  });

  it("F3: says what is missing and sends nothing", async () => {
    const { office } = drawPage(<Component />);
    submit();
    expect(await screen.findByText("请选居民，或选“匿名”", { exact: false })).toBeTruthy();
    expect(screen.getByText("请记录基本情况", { exact: false })).toBeTruthy();
    expect(screen.getByText("请选一种处置方式")).toBeTruthy();
    expect(office.calls).toEqual([]);
  });

  it("makes a resident on the spot and goes on with them", async () => {
    const { office } = drawPage(<Component />);
    type(resident(), "赵小军");
    await screen.findByRole("option", { name: /新建居民档案：赵小军/ });
    await screen.findByText("没有找到");
    press(resident(), "Enter");
    const name = await screen.findByRole<HTMLInputElement>("textbox", { name: "姓名" });
    expect(name.value).toBe("赵小军");
    type(screen.getByRole("textbox", { name: "电话" }), "13800009999");
    press(name, "Enter");
    expect(await screen.findByText("赵小军")).toBeTruthy();
    expect(named("registerResident", office)).toMatchObject([{ name: "赵小军", phone: "13800009999" }]);
    expect(JSON.stringify({ ...localStorage })).not.toContain("13800009999");
  });
});

describe("nothing is lost", () => {
  it("goes on with the opened case when the disposal is refused, and opens it only once", async () => {
    const office = makeOffice();
    let fail = true;
    office.refusals.promiseCase = () => {
      if (fail) refuse("LIMIT_EXCEEDED", { clause: "F5", field: "workingDays" });
    };
    drawPage(<Component />, { office });
    await fillContact();
    await screen.findByText("2026年3月5日 周四 17:00");
    submit();
    expect(await screen.findByText(/已登记 20260226-0101/)).toBeTruthy();
    expect((await screen.findAllByText("超出了允许的限度。", { exact: false })).length).toBeGreaterThan(0);
    expect(readDraft("st_li", "intake")).toMatchObject({
      opened: { id: "ca_101", version: 1 },
      demand: "申请临时救助",
    });
    fail = false;
    submit();
    await screen.findByRole("heading", { name: /受理号 20260226-0101/ });
    expect(named("openCase", office)).toHaveLength(1);
    expect(named("promiseCase", office)).toHaveLength(2);
  });

  it("keeps what was typed over a reload, and the disposal of a case that was opened before it", async () => {
    const office = makeOffice();
    office.refusals.promiseCase = () => refuse("INTERNAL");
    const first = drawPage(<Component />, { office });
    await fillContact();
    submit();
    await screen.findByText(/已登记 20260226-0101/);
    first.unmount();
    office.refusals.promiseCase = () => {};
    drawPage(<Component />, { office });
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "要求" }).value).toBe("申请临时救助");
    expect(await screen.findByText("临时救助申请初审")).toBeTruthy();
    submit();
    await screen.findByRole("heading", { name: /受理号 20260226-0101/ });
    expect(named("openCase", office)).toHaveLength(1);
  });

  it("offers to read the case again after a conflict, and then disposes with the new version", async () => {
    const office = makeOffice();
    drawPage(<Component />, { office });
    await fillContact();
    office.refusals.promiseCase = () => {
      const made = office.cases.find((one) => one.id === "ca_101");
      if (made) made.version = 7;
      office.refusals.promiseCase = () => {};
    };
    submit();
    fireEvent.click(await screen.findByRole("button", { name: "重新读取（保留已填内容）" }));
    await waitFor(() => expect(screen.queryByText("此办件刚刚已有变动。")).toBeNull());
    submit();
    await screen.findByRole("heading", { name: /受理号 20260226-0101/ });
    expect(named("promiseCase", office).map((input) => input.version)).toEqual([1, 7]);
  });
});
