// Journey 3: two clerks. The first responder offers the case with an explanation, the handler returns it, is offered it again
// and accepts; until then it is the giver's, and each sees what the other does without reload (F10).
import { ask, axe, check, fits, inspectPages, narrow, openWindow, shoot, signIn } from "../desk.mjs";
import { dialog, notReloaded, openCase, openPromised, sheet, stamp } from "../office.mjs";

const giver = "wangxiaomei";
const receiver = "zhangwei";

export const steps = {
  async "F5: the giver promises a case that another post handles"(world) {
    const one = await openWindow(world.browser);
    const other = await openWindow(world.browser);
    Object.assign(world, { page: one.page, context: one.context, giver: one.page, receiver: other.page, other });
    world.faults = [...one.faults, ...other.faults];
    await signIn(world.giver, giver);
    await signIn(world.receiver, receiver);
    world.no = await openPromised(world.giver, { code: "MZ-03", demand: "申请临时救助，家里有人住院" });
    const found = await sheet(world.giver, world.no);
    check(found.post.onDuty.name === "张伟", `on duty is ${found.post.onDuty?.name}`);
    check(found.responsible.name === "王晓梅", "the first responder does not answer for it");
  },

  async "F10: nobody hands over without an explanation"({ giver: page, no }) {
    await page.goto(`/cases/${no}`);
    await page.getByRole("button", { name: "移交主办人" }).click();
    const form = dialog(page);
    // The post's person on duty is suggested.
    await form.locator(".ant-select", { hasText: "张伟 · 民政救助在岗" }).waitFor();
    await page.locator("textarea:focus").waitFor();
    await page.keyboard.press("Control+Enter");
    await form.getByText("请把情况交代清楚").waitFor();
    await axe(page, "offer");
    const found = await sheet(page, no);
    const refused = await page.evaluate(
      async ([id, version, to]) => {
        const answer = await fetch("/graphql", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({
            query: "mutation ($input: OfferHandOverInput!) { offerHandOver(input: $input) { clientMutationId } }",
            variables: {
              input: { caseId: id, version, toStaffId: to, explanation: "  ", clientMutationId: crypto.randomUUID() },
            },
          }),
        });
        return (await answer.json()).errors?.[0]?.extensions;
      },
      [found.id, found.version, found.post.onDuty.id],
    );
    check(refused?.code === "NEEDS_EXPLANATION" && refused.clause === "F10", JSON.stringify(refused));
    check((await sheet(page, no)).handOvers.length === 0, "an offer without explanation was kept");
  },

  async "the other's screen shows the offer without reload"({ giver: page, receiver: other, no }) {
    await other.goto("/inbox");
    await other.locator("h1").waitFor();
    await stamp(other);
    await page.locator(".ant-modal textarea[id]").fill("低保边缘户，住院押金两万，缺出院小结；约了周四补。");
    await page.keyboard.press("Control+Enter");
    await dialog(page).waitFor({ state: "hidden" });
    const card = other.locator(`[data-receipt="${no}"]`);
    await card.getByText("缺出院小结", { exact: false }).waitFor();
    await card.getByText("王晓梅移交").waitFor();
    await card.locator(".xx-remaining").first().waitFor();
    check(await notReloaded(other), "the page was loaded anew");
    await other.locator(".xx-nav .xx-count").waitFor();
    await axe(other, "inbox with an offer");
    await shoot(other, "3-offer");
    // Until accepted it is the giver's.
    await page.getByText("已提出移交给 张伟", { exact: false }).waitFor();
    const found = await sheet(page, no);
    check(found.responsible.name === "王晓梅" && found.holder.name === "王晓梅", "the duty moved with the offer");
  },

  async "returned with a reason it is the giver's still, who sees it without reload"({
    giver: page,
    receiver: other,
    no,
  }) {
    await stamp(page);
    const card = other.locator(`[data-receipt="${no}"]`);
    await card.getByRole("button", { name: "退回" }).click();
    await card.locator("textarea[id]").fill("这户上月刚批过，请先核对救助台账。");
    await card.locator("textarea[id]").press("Control+Enter");
    await card.waitFor({ state: "detached" });
    const last = page.locator(".xx-timeline-item").last();
    await last.getByText("请先核对救助台账", { exact: false }).waitFor();
    await last.getByText("退回移交").waitFor();
    check(await notReloaded(page), "the giver's page was loaded anew");
    const found = await sheet(page, no);
    check(found.responsible.name === "王晓梅", "a returned case left its giver");
    check(found.handOvers[0].state === "RETURNED", `the offer is ${found.handOvers[0].state}`);
  },

  async "offered again and accepted it is the handler's, and the giver sees that without reload"({
    giver: page,
    receiver: other,
    no,
  }) {
    await page.getByRole("button", { name: "移交主办人" }).click();
    await page.locator("textarea:focus").waitFor();
    await page.keyboard.type("已核对：上月批的是医疗救助，这次是临时救助，不重复。");
    await page.keyboard.press("Control+Enter");
    await dialog(page).waitFor({ state: "hidden" });
    const card = other.locator(`[data-receipt="${no}"]`);
    await card.getByText("不重复", { exact: false }).waitFor();
    await card.getByRole("button", { name: "接收", exact: true }).click();
    await card.locator("button[type=submit]").click();
    await card.waitFor({ state: "detached" });
    check(await notReloaded(other), "the receiver's page was loaded anew");
    const now = page.locator(".xx-chain-now");
    await now.getByText("张伟").waitFor();
    await now.getByText("主办人").waitFor();
    await page.locator(".xx-chain-list").getByText("王晓梅").waitFor();
    check(await notReloaded(page), "the giver's page was loaded anew");
    // The giver answers no more: only a breach may be reported.
    await page.getByText("此件现由他人负责", { exact: false }).waitFor();
    check((await page.getByRole("button", { name: "办结" }).count()) === 0, "the giver may still complete it");
    const found = await sheet(other, no);
    check(found.responsible.name === "张伟" && found.responsibleRole === "HANDLER", JSON.stringify(found.responsible));
    check(found.firstResponder.name === "王晓梅", "F1: the first responder changed");
    check(found.promises.length === 1, "the promise moved with the hand-over");
  },

  async "a case that changed meanwhile is refused, what was typed stays and can be sent after reading again"({
    receiver: page,
    no,
  }) {
    await page.goto(`/cases/${no}`);
    await page.getByRole("button", { name: "办结" }).click();
    await page.locator("textarea:focus").waitFor();
    await page.keyboard.type("已发放临时救助金并电话告知本人。");
    // The page hears of nothing while the case moves on.
    await page.route("**/graphql", (route) =>
      route.request().postData()?.includes("query CaseSheet") ? route.abort() : route.continue(),
    );
    const found = await sheet(page, no);
    await ask(
      page,
      "mutation ($input: RequestExtensionInput!) { requestExtension(input: $input) { clientMutationId } }",
      {
        input: {
          caseId: found.id,
          version: found.version,
          workingDays: 1,
          reason: "等银行到账",
          clientMutationId: `x${no}`,
        },
      },
    );
    await page.keyboard.press("Control+Enter");
    await dialog(page).getByText("此办件刚刚已有变动").waitFor();
    await axe(page, "conflict");
    check(
      (await page.locator(".ant-modal textarea[id]").inputValue()).includes("已发放临时救助金"),
      "what was typed is gone",
    );
    await page.unroute("**/graphql");
    await dialog(page)
      .getByRole("button", { name: /重新读取/ })
      .click();
    await page.locator(".xx-extensions").getByText("等待审批").waitFor();
    await page.locator(".ant-modal textarea[id]").press("Control+Enter");
    await dialog(page).waitFor({ state: "hidden" });
    await page.getByText("已办结").first().waitFor();
    const after = await sheet(page, no);
    check(after.status === "COMPLETED" && after.outcome.includes("已发放临时救助金"), JSON.stringify(after));
  },

  async "on a phone the receiver answers in one column"({ browser, giver: page }) {
    const no = await openPromised(page, { code: "MZ-03", demand: "手机上接收的办件" });
    const found = await sheet(page, no);
    await ask(page, "mutation ($input: OfferHandOverInput!) { offerHandOver(input: $input) { clientMutationId } }", {
      input: {
        caseId: found.id,
        version: found.version,
        toStaffId: found.post.onDuty.id,
        explanation: "材料齐全，请接着办。",
        clientMutationId: `o${no}`,
      },
    });
    const phone = await openWindow(browser, { size: narrow });
    await signIn(phone.page, receiver);
    await phone.page.goto("/inbox");
    const card = phone.page.locator(`[data-receipt="${no}"]`);
    await card.getByRole("button", { name: "接收", exact: true }).click();
    await fits(phone.page, "inbox on a phone");
    await axe(phone.page, "inbox on a phone");
    await shoot(phone.page, "3-phone");
    await card.locator("button[type=submit]").click();
    await card.waitFor({ state: "detached" });
    check((await sheet(page, no)).responsible.name === "张伟", "the phone's answer was lost");
    await phone.context.close();
  },

  async "axe finds nothing on the inbox and the case, in both languages and themes, wide and narrow"({
    browser,
    giver: page,
  }) {
    const open = await openCase(page, { demand: "看各个按钮的办件" });
    await inspectPages(browser, {
      name: "3",
      login: giver,
      pages: [
        { path: "/inbox", ready: "h1", label: "inbox" },
        { path: `/cases/${open}`, ready: ".xx-timeline-item", label: "case" },
      ],
    });
  },

  async "every act that is offered opens a form in which axe finds nothing"({ giver: page }) {
    const no = await openCase(page, { demand: "每个表单都看一遍" });
    await page.goto(`/cases/${no}`);
    await page.locator(".xx-acts-group button").first().waitFor();
    const count = await page.locator(".xx-acts-group button").count();
    check(count >= 6, `only ${count} acts are offered on a new case`);
    for (let index = 0; index < count; index++) {
      await page.locator(".xx-acts-group button").nth(index).click();
      await dialog(page).locator("button[type=submit]").waitFor();
      await axe(page, `act ${index}`);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "hidden" });
    }
  },

  async "nothing in the browsers complained"({ other, faults }) {
    check([...faults, ...other.faults].length === 0, [...faults, ...other.faults].join("; "));
  },
};
