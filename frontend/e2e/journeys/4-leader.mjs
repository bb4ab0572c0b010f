// Journey 4: a leader decides what was reported up in each of the three ways (F6), and extensions (T5): the promise moves only
// when the telling of the resident is recorded, and nobody decides about their own request.
import { ask, axe, check, inspectPages, openWindow, shoot, signIn } from "../desk.mjs";
import { act, dialog, notReloaded, openCase, openPromised, refusal, sheet, stamp } from "../office.mjs";

const leader = "zhouxiulan";
const clerk = "zhangwei";
const chief = "liujianguo";
const extensionInput = "RequestExtensionInput";

/** The card of a case in the inbox that is shown. */
const card = (page, no) => page.locator(`[data-receipt="${no}"]`);

export const steps = {
  async "F6: a clerk reports up, and the leader's inbox shows it without reload"(world) {
    const one = await openWindow(world.browser);
    const other = await openWindow(world.browser);
    Object.assign(world, { page: one.page, leader: one.page, clerk: other.page, faults: [one.faults, other.faults] });
    await signIn(world.leader, leader);
    await signIn(world.clerk, clerk);
    await world.leader.goto("/inbox");
    await world.leader.locator("h1").waitFor();
    await stamp(world.leader);
    const { clerk: page } = world;
    world.take = await openCase(page, { code: "MZ-03", demand: "两家争一处车棚，要求今天解决" });
    await page.goto(`/cases/${world.take}`);
    await page.getByRole("button", { name: "上报" }).click();
    await page.locator(".ant-modal textarea[id]:focus").waitFor();
    await page.keyboard.press("Control+Enter");
    await dialog(page).getByText("请写明上报原因").waitFor();
    await page.keyboard.type("两家物业意见不一，需领导出面协调。");
    await page.keyboard.press("Control+Enter");
    await dialog(page).waitFor({ state: "hidden" });
    await card(world.leader, world.take).getByText("需领导出面协调", { exact: false }).waitFor();
    check(await notReloaded(world.leader), "the inbox was loaded anew");
    // Until the superior decides, the reporter answers for it.
    const found = await sheet(page, world.take);
    check(found.responsible.name === "张伟", `${found.responsible.name} answers for it`);
    for (const [name, demand] of [
      ["direct", "楼顶漏水，找了三次没人管"],
      ["back", "想改低保档次，材料不全"],
    ]) {
      world[name] = await openCase(page, { code: "MZ-03", demand });
      await act(page, "reportCase", "ReportCaseInput", world[name], { reason: `请领导决定：${demand}` });
      await card(world.leader, world[name]).waitFor();
    }
    check(await notReloaded(world.leader), "the inbox was loaded anew");
  },

  async "F6: taken over, the leader answers for it"({ leader: page, take }) {
    const one = card(page, take);
    await one.getByRole("button", { name: "接管" }).click();
    await one.locator("textarea[id]:focus").waitFor();
    await page.keyboard.type("我来约两家物业。");
    await page.keyboard.press("Control+Enter");
    await one.waitFor({ state: "detached" });
    const found = await sheet(page, take);
    check(
      found.responsible.name === "周秀兰" && found.responsibleRole === "SUPERIOR",
      JSON.stringify(found.responsible),
    );
    check(found.report === null, "the report waits still");
  },

  async "F6: directed to a post, its person on duty is offered it and the reporter answers until then"({
    leader: page,
    direct,
  }) {
    const one = card(page, direct);
    await one.getByRole("button", { name: "指派岗位" }).click();
    const select = one.getByRole("combobox", { name: "指派到哪个岗位" });
    await select.click();
    await page.keyboard.type("物业");
    await page.locator(".ant-select-item-option", { hasText: "物业与环境" }).waitFor();
    await page.keyboard.press("Enter");
    await one.locator("textarea[id]").fill("请今天上楼看一次，报维修资金。");
    await axe(page, "inbox with a decision");
    await shoot(page, "4-direct");
    await one.locator("textarea[id]").press("Control+Enter");
    await one.waitFor({ state: "detached" });
    const found = await sheet(page, direct);
    check(found.responsible.name === "张伟", `${found.responsible.name} answers for it before anybody accepted`);
    check(found.post.name === "物业与环境" && found.handOvers[0].state === "OFFERED", JSON.stringify(found));
  },

  async "F6: sent back with instructions, the reporter has it again and sees them without reload"({
    leader: page,
    clerk: other,
    back,
  }) {
    await other.goto(`/cases/${back}`);
    await other.locator(".xx-timeline-item").first().waitFor();
    await stamp(other);
    const one = card(page, back);
    await one.getByRole("button", { name: "退回并指示" }).click();
    await one.locator("textarea[id]:focus").waitFor();
    await page.keyboard.press("Control+Enter");
    await one.getByText("请写明办理指示").waitFor();
    await page.keyboard.type("先发一次性告知单，把缺的材料说全。");
    await page.keyboard.press("Control+Enter");
    await one.waitFor({ state: "detached" });
    await other.locator(".xx-timeline-item").getByText("把缺的材料说全", { exact: false }).waitFor();
    await other.getByRole("button", { name: "承诺办理" }).waitFor();
    check(await notReloaded(other), "the reporter's page was loaded anew");
    const found = await sheet(page, back);
    check(found.responsible.name === "张伟" && found.status === "RECEIVED", JSON.stringify(found));
    check(await notReloaded(page), "the inbox was loaded anew");
  },

  async "T5: the clerk asks for an extension and sees what date it would give"(world) {
    const { clerk: page } = world;
    world.no = await openPromised(page, { code: "MZ-03", demand: "临时救助，等核对结果" });
    world.before = (await sheet(page, world.no)).dueAt;
    await page.goto(`/cases/${world.no}`);
    await page.getByRole("button", { name: "申请延时" }).click();
    await dialog(page).getByRole("spinbutton", { name: "工作日数" }).fill("2");
    await dialog(page).getByRole("status", { name: "时限预览" }).waitFor();
    await page.locator(".ant-modal textarea[id]").fill("核对平台回函未到，预计还要两天。");
    await axe(page, "asking for an extension");
    await shoot(page, "4-ask");
    await page.keyboard.press("Control+Enter");
    await dialog(page).waitFor({ state: "hidden" });
    await page.locator(".xx-extensions").getByText("等待审批").waitFor();
    check((await sheet(page, world.no)).dueAt === world.before, "the promise moved by asking");
  },

  async "T5: approved by the leader the promise has not moved"({ leader: page, clerk: other, no, before }) {
    await stamp(other);
    const one = card(page, no);
    await one.getByText("核对平台回函未到", { exact: false }).waitFor();
    await one.getByRole("radio", { name: "批准", exact: true }).check();
    await one.locator("textarea[id]").fill("情况属实，同意，先告知居民。");
    await one.locator("textarea[id]").press("Control+Enter");
    await one.waitFor({ state: "detached" });
    const found = await sheet(page, no);
    check(found.extension.state === "APPROVED", found.extension.state);
    check(
      found.dueAt === before && !found.extended && found.promises.length === 1,
      "the promise moved by the approval",
    );
    await other.getByText("还未告知，时限未变").waitFor();
    check(await notReloaded(other), "the clerk's page was loaded anew");
  },

  async "T5: told, the promise has moved; the first one stays and is called extended, not overdue"({
    clerk: page,
    no,
    before,
  }) {
    await page.goto("/inbox");
    const one = card(page, no);
    await one.getByText("核对平台回函未到", { exact: false }).waitFor();
    await axe(page, "inbox with an extension to tell");
    await one.getByRole("button", { name: "告知延时" }).click();
    await one.waitFor({ state: "detached" });
    const found = await sheet(page, no);
    check(Date.parse(found.dueAt) > Date.parse(before), "the promise has not moved");
    check(found.extended && found.standing !== "OVERDUE", JSON.stringify(found));
    check(
      found.promises.length === 2 && found.promises[0].result === "EXTENDED" && found.promises[0].dueAt === before,
      JSON.stringify(found.promises),
    );
    await page.goto(`/cases/${no}`);
    await page.locator(".xx-case-tags").getByText("已延时").waitFor();
    check((await page.locator(".xx-promise").count()) === 2, "not every promise is shown");
    check((await page.getByText("已超期").count()) === 0, "extended is called overdue");
    await shoot(page, "4-told");
  },

  async "T5: rejected, nothing moves"({ leader: page, clerk: other }) {
    const no = await openPromised(other, { code: "MZ-03", demand: "不会批准的延时" });
    const { dueAt } = await sheet(other, no);
    await act(other, "requestExtension", extensionInput, no, { workingDays: 1, reason: "想缓一缓" });
    const one = card(page, no);
    await one.getByRole("radio", { name: "不批准" }).check();
    await one.locator("textarea[id]").fill("理由不足，请按期办结。");
    await one.locator("textarea[id]").press("Control+Enter");
    await one.waitFor({ state: "detached" });
    const found = await sheet(other, no);
    check(found.dueAt === dueAt && found.extensions[0].state === "REJECTED", JSON.stringify(found));
  },

  async "T5: nobody decides about their own request"({ browser, leader: page, take }) {
    const no = await openPromised(page, { code: "MZ-03", demand: "领导自己的办件" });
    const mine = await act(page, "requestExtension", extensionInput, no, { workingDays: 1, reason: "等街道批复" });
    check(!mine.allowedActs.includes("DECIDE_EXTENSION"), "the asker is offered the decision");
    const refused = await refusal(page, "decideExtension", "DecideExtensionInput", no, {
      approve: true,
      reason: "同意",
    });
    check(refused?.code === "OWN_CASE" && refused.clause === "T5", JSON.stringify(refused));
    await page.reload();
    await page.locator("h1").waitFor();
    await page.getByText("读取", { exact: false }).waitFor({ state: "hidden" });
    check((await card(page, no).count()) === 0, "the own request waits in the own inbox");
    // Somebody else decides it.
    const other = await openWindow(browser);
    await signIn(other.page, chief);
    await other.page.goto("/inbox");
    await card(other.page, no).waitFor();
    check((await card(other.page, take).count()) === 0, "a decided report waits still");
    await other.context.close();
  },

  async "T5: more than the item allows is refused at the field"({ clerk: page }) {
    const no = await openPromised(page, { code: "MZ-03", demand: "要延太久" });
    const refused = await refusal(page, "requestExtension", extensionInput, no, { workingDays: 300, reason: "很久" });
    check(refused?.code === "LIMIT_EXCEEDED" && refused.field === "workingDays", JSON.stringify(refused));
    const { viewer } = await ask(page, "{ viewer { mayDecide } }");
    check(viewer.mayDecide === false, "a clerk may decide");
  },

  async "axe finds nothing on the leader's pages, in both languages and themes, wide and narrow"({ browser, no }) {
    await inspectPages(browser, {
      name: "4",
      login: leader,
      pages: [
        { path: "/inbox", ready: ".xx-inbox-card", label: "inbox" },
        { path: `/cases/${no}`, ready: ".xx-timeline-item", label: "case" },
      ],
    });
  },

  async "nothing in the browsers complained"({ faults }) {
    check(faults.flat().length === 0, faults.flat().join("; "));
  },
};
