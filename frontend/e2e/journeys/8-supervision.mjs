// Journey 8b: a bad rating and a complaint reach the superior, who checks, has it put right, answers and calls back; whom it is
// about sees nothing of it (Q6).
import { ask, axe, base, check, inspectPages, openWindow, shoot, signIn } from "../desk.mjs";
import { act, dialog, openPromised, sheet } from "../office.mjs";

const clerk = "wangxiaomei";
/** The superior of the clerk. */
const superior = "sunlihua";

/** Sends the form that is open, by keyboard, once it has taken the focus. */
async function send(page) {
  await dialog(page).locator(":focus").first().waitFor();
  await page.keyboard.press("Control+Enter");
  await dialog(page).waitFor({ state: "hidden" });
}

/** The number of the matter of the kind that is about the case. */
async function matterOf(page, matter, about) {
  const { cases } = await ask(
    page,
    `query ($m: [Matter!]) { cases(filter: { matter: $m, open: true }, order: NEWEST, first: 100) {
       edges { node { receiptNo aboutCase { receiptNo } } } } }`,
    { m: [matter] },
  );
  return cases.edges.find((edge) => edge.node.aboutCase?.receiptNo === about)?.node.receiptNo;
}

export const steps = {
  async "a resident rates a closed case badly, and complains of a fee"(world) {
    const one = await openWindow(world.browser);
    const two = await openWindow(world.browser);
    Object.assign(world, { clerk: one.page, page: two.page, faults: [...one.faults, ...two.faults] });
    await signIn(world.clerk, clerk);
    await signIn(world.page, superior);
    world.about = await openPromised(world.clerk, { code: "ZH-04", demand: "代办手续", workingDays: 1 });
    await act(world.clerk, "completeCase", "CompleteCaseInput", world.about, { outcome: "已代办。" });
    const { case: found, viewer } = await ask(
      world.clerk,
      "query ($no: String) { case(receiptNo: $no) { publicPath } viewer { community { id } } }",
      { no: world.about },
    );
    const origin = { origin: base };
    const rated = await world.clerk.request.post(found.publicPath, {
      form: { level: "VERY_DISSATISFIED", tags: "COLD", comment: "来了三趟，态度不好。" },
      headers: origin,
      maxRedirects: 0,
    });
    check(rated.status() === 303, `the rating was answered ${rated.status()}`);
    const board = `/public/${viewer.community.id}/complain`;
    const asked = await (await world.clerk.request.get(board)).text();
    const sent = await world.clerk.request.post(board, {
      form: {
        topic: "FEE",
        text: "窗口多收了三块钱，说是手续费。",
        about: world.about,
        person: "",
        contact: "13900004321",
        repeat: /name="?repeat"?[^>]*value="?(\w+)/.exec(asked)[1],
      },
      headers: origin,
    });
    check(sent.ok(), `the complaint was answered ${sent.status()}`);
    world.rating = await matterOf(world.page, "BAD_RATING", world.about);
    world.complaint = await matterOf(world.page, "COMPLAINT", world.about);
    check(world.rating && world.complaint, "no matter was opened");
  },

  async "the superior finds both in the queue, by their kind, marked confidential"({ page, rating, complaint }) {
    await page.goto("/queue?matter=COMPLAINT&matter=BAD_RATING");
    const row = page.locator("tbody tr", { hasText: rating });
    await row.getByText("非常不满意、态度生硬：来了三趟，态度不好。").waitFor();
    await row.getByText("保密").waitFor();
    await row.getByText("涉及 王晓梅").waitFor();
    await page.locator("tbody tr", { hasText: complaint }).getByText("待核实").waitFor();
    check((await page.locator("tbody tr").count()) >= 2, "a matter is not in the queue");
    await axe(page, "queue of matters");
    await shoot(page, "8-matters");
  },

  async "whom it is about sees neither"({ clerk: page, rating, complaint }) {
    for (const no of [rating, complaint]) {
      const { case: found } = await ask(page, "query ($no: String) { case(receiptNo: $no) { id } }", { no });
      check(found === null, "the matter is shown to whom it is about");
    }
  },

  async "a bad rating is checked, put right, answered and called back"({ page, rating: no, about }) {
    await page.goto(`/cases/${no}`);
    const card = page.getByRole("region", { name: /^差评/ });
    await card.getByText("非常不满意", { exact: true }).waitFor();
    await card.getByText("态度生硬").waitFor();
    await card.getByRole("link", { name: about }).waitFor();
    const now = page.locator(".xx-steps [aria-current=step]");
    check((await now.textContent()).includes("核实"), "the first step is not the checking");

    await page.getByRole("button", { name: /^核实/ }).click();
    await dialog(page).locator("textarea[id]").fill("看了录像，确有不耐烦。");
    await page.keyboard.press("Control+Enter");
    await dialog(page).getByText("请选择是否属实").waitFor();
    await axe(page, "check");
    await dialog(page).getByRole("radio", { name: "属实", exact: true }).check();
    await send(page);
    await now.getByText("整改").waitFor();
    await card.getByText("属实", { exact: true }).waitFor();

    await page.getByRole("button", { name: /^整改/ }).click();
    await dialog(page).locator("textarea[id]").fill("已谈话，并向来访人致歉。");
    await axe(page, "put right");
    await send(page);
    await now.getByText("反馈").waitFor();

    await page.getByRole("button", { name: /^反馈/ }).click();
    await dialog(page).locator("textarea[id]").fill("已致歉，今后一次说清。");
    await axe(page, "answer");
    await send(page);
    await now.getByText("回访").waitFor();

    await page.getByRole("button", { name: /^回访/ }).click();
    await dialog(page).getByRole("radio", { name: "满意", exact: true }).check();
    await dialog(page).locator("textarea[id]").fill("对处理满意。");
    await axe(page, "call back");
    await send(page);
    await page.locator(".xx-timeline-item", { hasText: "回访：满意，结案。" }).waitFor();
    check((await sheet(page, no)).status === "COMPLETED", "the matter is not closed");
    await shoot(page, "8-rating-closed");
  },

  async "a complaint that is not so needs nothing put right, and is answered"({ page, complaint: no }) {
    await page.goto(`/cases/${no}`);
    const card = page.getByRole("region", { name: /^投诉/ });
    await card.getByText("乱收费").waitFor();
    await card.getByText("窗口多收了三块钱", { exact: false }).waitFor();
    // How to reach who complained is shown for a reason, which the journal keeps without the number.
    await card.getByText("139****4321").waitFor();
    check(!(await page.content()).includes("13900004321"), "the contact is on the page unasked");
    await card.getByRole("button", { name: "显示完整联系办法" }).click();
    await dialog(page).getByRole("textbox").fill("核实收费情况");
    await axe(page, "show a contact");
    await shoot(page, "8-contact");
    await send(page);
    await card.getByText("13900004321").waitFor();
    const entry = page.locator(".xx-timeline-item", { hasText: "查看联系办法" });
    await entry.getByText("核实收费情况").waitFor();
    check(!(await entry.textContent()).includes("13900004321"), "the journal tells the contact");
    await shoot(page, "8-contact-shown");
    await page.getByRole("button", { name: /^核实/ }).click();
    await dialog(page).locator("textarea[id]").fill("查了票据和收费记录，没有收费。");
    await dialog(page).getByRole("radio", { name: "不属实" }).check();
    await send(page);
    await page.locator(".xx-steps [data-state=NOT_NEEDED]", { hasText: "整改" }).waitFor();
    await page.locator(".xx-steps [aria-current=step]", { hasText: "反馈" }).waitFor();
    check((await sheet(page, no)).status === "TO_ANSWER", "the complaint is not to be answered");
  },

  async "axe finds nothing on the matters, in both languages and themes, wide and narrow"({
    browser,
    rating,
    complaint,
  }) {
    await inspectPages(browser, {
      name: "8b",
      login: superior,
      pages: [
        { path: `/cases/${rating}`, ready: ".xx-timeline-item", label: "rating" },
        { path: `/cases/${complaint}`, ready: ".xx-timeline-item", label: "complaint" },
        { path: "/queue?matter=COMPLAINT", ready: "tbody tr", label: "queue" },
      ],
    });
  },

  async "nothing in the browser complained"({ faults }) {
    check(faults.length === 0, faults.join("; "));
  },
};
