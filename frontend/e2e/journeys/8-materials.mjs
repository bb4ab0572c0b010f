// Journey 8: a registration and its papers. The clerk names once what is missing and prints the notice, takes what comes in,
// promises with the last of it, keeps originals and hands them back, charges no more than the standard, keeps a photo (Q3, Q4, A5, A6).
import { ask, axe, check, fits, inspectPages, narrow, openWindow, shoot, signIn } from "../desk.mjs";
import { act, dialog, openCase, photo, refusal, sheet } from "../office.mjs";

const clerk = "wangxiaomei";
/** A registration with a fee and two originals that every resident brings. */
const code = "LL-04";

const quality = (page, no) =>
  ask(
    page,
    `query ($no: String) { case(receiptNo: $no) {
       id status dueAt missingMaterials materialsCompleteAt piecesHeld charged
       item { fee limitDays materials { name form required } }
       notices { id number second missing reason } pieces { name state signedBy }
       charges { amount billNo } attachments { name kind path size } printed { kind number draft path }
       promise { workingDays dueAt } breaches { kind clause person { name } } } }`,
    { no },
  ).then((data) => data.case);

/** A resident who never was here before: notices of earlier visits count. Gives the name. */
async function newResident(page) {
  const given = [0, 1].map(() => String.fromCharCode(0x4e00 + Math.floor(Math.random() * 8000))).join("");
  const name = `诸葛${given}`;
  await ask(
    page,
    "mutation ($input: RegisterResidentInput!) { registerResident(input: $input) { clientMutationId } }",
    {
      input: { name, address: "新星小区 3 栋", clientMutationId: crypto.randomUUID() },
    },
  );
  return name;
}

/** Sends the form that is open, by keyboard, once it has taken the focus. */
async function send(page) {
  await dialog(page).locator(":focus").first().waitFor();
  await page.keyboard.press("Control+Enter");
}

export const steps = {
  async "Q3: what is missing is named once, by keyboard, from the item's list"(world) {
    Object.assign(world, await openWindow(world.browser));
    const { page } = world;
    await signIn(page, clerk);
    world.no = await openCase(page, { code, demand: "办理老年助餐卡", resident: await newResident(page) });
    world.item = (await quality(page, world.no)).item;
    const needed = world.item.materials.filter((line) => line.required);
    check(needed.length >= 2, "the item has fewer than two materials that everybody brings");
    world.needed = needed.map((line) => line.name);
    await page.goto(`/cases/${world.no}`);
    await page
      .locator(".xx-checklist li")
      .nth(world.item.materials.length - 1)
      .waitFor();
    await page.getByRole("button", { name: /^一次性告知补件/ }).click();
    const form = dialog(page);
    await send(page);
    await form.getByText("请至少写明一项缺少的材料").waitFor();
    for (const name of world.needed) await form.getByRole("checkbox", { name: new RegExp(`^${name}`) }).press("Space");
    await axe(page, "one-time notice");
    await send(page);
    await form.waitFor({ state: "hidden" });
    for (const name of world.needed)
      await page.locator('.xx-checklist li[data-state="MISSING"]', { hasText: name }).waitFor();
    const found = await quality(page, world.no);
    check(found.status === "AWAITING_MATERIALS", `the case is ${found.status}`);
    check(found.notices.length === 1 && !found.notices[0].second, JSON.stringify(found.notices));
    await page.locator(".xx-notices").getByText("第 1 次").waitFor();
    await shoot(page, "8-notice");
  },

  async "the notice is printed from the menu, and the printing is journalled"({ context, page, no }) {
    await page.keyboard.press("p");
    const entry = page.getByRole("menuitem", { name: /一次性告知单/ });
    await entry.waitFor();
    await axe(page, "the papers to print");
    const tab = context.waitForEvent("page");
    await entry.press("Enter");
    await page.locator(".xx-timeline-item", { hasText: "打印一次性告知单" }).waitFor();
    await (await tab).close();
    const [printed] = (await quality(page, no)).printed;
    check(printed?.kind === "ONE_TIME_NOTICE" && !printed.draft, JSON.stringify(printed));
    const answer = await page.request.get(printed.path);
    check(answer.headers()["content-type"].includes("application/pdf"), answer.headers()["content-type"]);
    check((await answer.body()).subarray(0, 5).toString() === "%PDF-", "not a PDF");
    const html = await (await page.request.get(`${printed.path}?as=html`)).text();
    for (const wanted of ["一次性告知单", no, "居民身份证"])
      check(html.includes(wanted), `the notice leaves out ${wanted}`);
    await page
      .getByRole("region", { name: /打印记录/ })
      .getByText(printed.number)
      .first()
      .waitFor();
  },

  async "Q3: some of it comes in, the rest is still waited for"({ page, no, needed }) {
    await page.getByRole("button", { name: /^收到材料/ }).click();
    const form = dialog(page);
    await form.getByRole("checkbox", { name: new RegExp(`^${needed[0]}`) }).press("Space");
    await form.getByText(`登记后仍待补：${needed.slice(1).join("、")}`, { exact: false }).waitFor();
    check((await form.getByLabel("工作日数").count()) === 0, "a promise is asked for too early");
    await axe(page, "some of the materials");
    await send(page);
    await form.waitFor({ state: "hidden" });
    await page.locator('.xx-checklist li[data-state="RECEIVED"]', { hasText: needed[0] }).waitFor();
    const found = await quality(page, no);
    check(found.status === "AWAITING_MATERIALS" && found.missingMaterials.length === needed.length - 1, found.status);
  },

  async "Q4: the last of it starts the promise, whose date is explained before"({ page, no, item }) {
    await page.getByRole("button", { name: /^收到材料/ }).click();
    const form = dialog(page);
    // One is left: it is ticked already, and the promise is asked for.
    await form.getByText("材料收齐，承诺时限开始计算。").waitFor();
    const preview = form.getByRole("status", { name: "时限预览" });
    await preview.locator(".xx-explain-day").first().waitFor();
    const told = await preview.locator("strong time").first().getAttribute("datetime");
    await axe(page, "the last of the materials");
    await shoot(page, "8-promise");
    await send(page);
    await form.waitFor({ state: "hidden" });
    const found = await quality(page, no);
    check(found.status === "PROMISED" && found.missingMaterials.length === 0, `${found.status}`);
    check(found.promise.workingDays === item.limitDays, "the promise is not the item's limit");
    check(Date.parse(found.promise.dueAt) === Date.parse(told), `told ${told}, promised ${found.promise.dueAt}`);
    check(Date.parse(found.materialsCompleteAt) > 0, "the materials are not complete");
    await page.locator(".xx-promise[data-current=true]").waitFor();
  },

  async "Q3: a second notice says why it is one, asks for the reason, and its breach shows"({ page, no }) {
    await page.getByRole("button", { name: /^再次告知补件/ }).click();
    const form = dialog(page);
    await form.getByText("会记为首次告知人的失责", { exact: false }).waitFor();
    await form.getByRole("textbox", { name: /其他缺少的材料/ }).fill("健康情况说明");
    await form.getByRole("textbox", { name: /其他缺少的材料/ }).press("Control+Enter");
    await form.getByText("请写明再次告知的理由").waitFor();
    await form
      .getByRole("textbox", { name: "再次告知的理由" })
      .fill("食堂本月起要求糖尿病人附说明，首次告知时没有问到。");
    await axe(page, "second notice");
    await send(page);
    await form.waitFor({ state: "hidden" });
    await page.locator(".xx-notices").getByText("再次告知", { exact: true }).waitFor();
    const card = page.locator(".xx-breaches");
    await card.getByText("二次告知补件").waitFor();
    await card.getByText("健康情况说明", { exact: false }).waitFor();
    const found = await quality(page, no);
    check(found.breaches.length === 1 && found.breaches[0].kind === "SECOND_NOTICE", JSON.stringify(found.breaches));
    check(found.promise !== null && found.status === "PROMISED", "the promise does not hold");
  },

  async "Q3: a resident who comes back for a paper that was not named gets a second notice"({ page }) {
    // Another case of the same resident and version of the item, that came to no end: there the server tells that it is one.
    const resident = await newResident(page);
    const first = await openCase(page, { code: "WJ-01", demand: "生育登记", resident });
    await act(page, "requestMaterials", "RequestMaterialsInput", first, {
      missing: ["生育登记表"],
      toldWay: "IN_PERSON",
    });
    const again = await openCase(page, { code: "WJ-01", demand: "又来办生育登记", resident });
    await page.goto(`/cases/${again}?act=REQUEST_MATERIALS`);
    const form = dialog(page);
    await form.getByRole("checkbox", { name: /^户口簿/ }).press("Space");
    await send(page);
    await form.getByText("已经一次性告知过：生育登记表", { exact: false }).waitFor();
    const reason = form.getByRole("textbox", { name: "再次告知的理由" });
    await reason.fill("第一次没有看清户口簿是外地的。");
    await axe(page, "refused second notice");
    await reason.press("Control+Enter");
    await form.waitFor({ state: "hidden" });
    const found = await quality(page, again);
    check(found.notices[0].second && found.breaches[0]?.kind === "SECOND_NOTICE", JSON.stringify(found));
  },

  async "A5: originals are taken in at once, as the item's list has them"({ page, no, item }) {
    await page.goto(`/cases/${no}`);
    await page.getByRole("button", { name: "接收原件" }).click();
    const form = dialog(page);
    const originals = item.materials.filter((line) => line.form === "ORIGINAL" && line.required);
    const rows = form.locator(".xx-piece-row");
    await rows.first().waitFor();
    check((await rows.count()) === originals.length, `${await rows.count()} rows for ${originals.length} originals`);
    await send(page);
    await form.getByText("请填写存放处").first().waitFor();
    for (let i = 0; i < originals.length; i++)
      await rows.nth(i).getByRole("textbox", { name: "存放处" }).fill("2 号档案柜");
    await axe(page, "taking originals in");
    await shoot(page, "8-pieces");
    await send(page);
    await form.waitFor({ state: "hidden" });
    await page
      .locator("#custody tbody tr")
      .nth(originals.length - 1)
      .waitFor();
    await page.locator("#custody").getByText(`还有 ${originals.length} 件原件在保管`, { exact: false }).waitFor();
    const found = await quality(page, no);
    check(found.piecesHeld === originals.length, `${found.piecesHeld} are held`);
    const papers = await ask(page, "query ($no: String) { case(receiptNo: $no) { papers { kind } } }", { no });
    check(
      papers.case.papers.some((one) => one.kind === "MATERIALS_RECEIPT"),
      "no receipt for the materials",
    );
  },

  async "the slips of the window are offered on half a sheet too, and printed on it"({ context, page, no }) {
    await page.keyboard.press("p");
    const half = page.getByRole("menuitem", { name: /^收件凭证\s*A5/ });
    await half.waitFor();
    const offered = await page.getByRole("menuitem", { name: /A5/ }).allInnerTexts();
    check(
      offered.length === 2 && offered.every((text) => /^(首问接待登记表|收件凭证)/.test(text)),
      `on half a sheet: ${offered.join("; ")}`,
    );
    await axe(page, "papers on two sheets");
    await shoot(page, "8-sizes");
    const before = (await quality(page, no)).printed.length;
    const tab = context.waitForEvent("page");
    await half.press("Enter");
    await page.locator(".xx-timeline-item", { hasText: "打印收件凭证" }).waitFor();
    await (await tab).close();
    const { printed } = await quality(page, no);
    check(printed.length === before + 1, `${printed.length} printings`);
    const pdf = await context.request.get(printed[0].path);
    // 419.53 × 595.28 points are A5.
    check((await pdf.body()).toString("latin1").includes("/MediaBox[0 0 419.53 595.28]"), "it is not on A5");
  },

  async "A5: while they are kept the case is not closed"({ page, no }) {
    const refused = await refusal(page, "completeCase", "CompleteCaseInput", no, { outcome: "已办好" });
    check(refused?.code === "CUSTODY_OPEN" && refused.clause === "A5", JSON.stringify(refused));
    check((await page.getByRole("button", { name: /^办结/ }).count()) === 0, "the page offers to complete it");
    await page.locator(".xx-acts").getByText("退还全部原件后方可办结", { exact: false }).waitFor();
    await page.goto(`/cases/${no}?act=COMPLETE`);
    const form = dialog(page);
    await form.locator("textarea[id]").fill("卡已制好。");
    await send(page);
    await form.getByText(/还有 \d+ 件原件在保管，退还后才能结件/).waitFor();
    await axe(page, "refused to complete");
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "hidden" });
  },

  async "A6: more than the standard is refused at the field; the standard is charged"({ page, no, item }) {
    await page.getByRole("button", { name: "收费登记" }).click();
    const form = dialog(page);
    const amount = form.getByRole("spinbutton", { name: "金额" });
    await amount.fill("8");
    await send(page);
    await form
      .locator(".ant-form-item-explain-error", { hasText: `超过收费标准：此事项标准 ${item.fee} 元，已收 0.00 元` })
      .waitFor();
    check((await amount.getAttribute("aria-invalid")) === "true", "the field does not say that it is wrong");
    await axe(page, "overcharge");
    await amount.fill(item.fee);
    await form.getByRole("textbox", { name: /票据号/ }).fill("NO.00217");
    await send(page);
    await form.waitFor({ state: "hidden" });
    await page.getByRole("region", { name: /^收费/ }).getByText("NO.00217", { exact: false }).waitFor();
    const found = await quality(page, no);
    check(found.charged === item.fee && found.charges.length === 1, JSON.stringify(found.charges));
    check((await page.getByRole("button", { name: "收费登记" }).count()) === 0, "more may be charged");
  },

  async "a photo is kept with the case; a page renamed to look like one is refused"({ page, no }) {
    const picture = await photo(page);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "添加附件" }).press("Enter");
    await (await chooser).setFiles([
      { name: "身份证照片.jpg", mimeType: "image/jpeg", buffer: picture },
      {
        name: "不是照片.jpg",
        mimeType: "image/jpeg",
        buffer: Buffer.from("<!doctype html><script>alert(1)</script>"),
      },
    ]);
    const card = page.getByRole("region", { name: /^附件/ });
    await card.getByRole("link", { name: "身份证照片.jpg" }).waitFor();
    await card.locator("[data-failed=true]", { hasText: "不是照片.jpg" }).getByText("只接收 JPEG、PNG、PDF").waitFor();
    await axe(page, "files");
    await shoot(page, "8-files");
    const found = await quality(page, no);
    check(found.attachments.length === 1 && found.attachments[0].kind === "JPEG", JSON.stringify(found.attachments));
    const answer = await page.request.get(found.attachments[0].path);
    check(answer.headers()["content-disposition"].startsWith("attachment"), "the file is not a download");
    check((await answer.body()).length === found.attachments[0].size, "not the whole file");
    await card.getByRole("button", { name: "去掉“不是照片.jpg”" }).press("Enter");
    await page.locator(".xx-timeline-item", { hasText: "附件：身份证照片.jpg" }).waitFor();
  },

  async "a file dropped on the card is kept too"({ page, no }) {
    const base64 = (await photo(page)).toString("base64");
    const transfer = await page.evaluateHandle((data) => {
      const bytes = Uint8Array.from(atob(data), (char) => char.charCodeAt(0));
      const given = new DataTransfer();
      given.items.add(new File([bytes, new Uint8Array(1)], "申请表.jpg", { type: "image/jpeg" }));
      return given;
    }, base64);
    const card = page.locator(".xx-attachments");
    for (const kind of ["dragover", "drop"]) await card.dispatchEvent(kind, { dataTransfer: transfer });
    await card.getByRole("link", { name: "申请表.jpg" }).waitFor();
    check((await quality(page, no)).attachments.length === 2, "the dropped file was not kept");
  },

  async "A5: handed back against a signature the case can be completed"({ page, no }) {
    const kept = (await quality(page, no)).pieces.filter((piece) => piece.state === "HELD");
    for (const piece of kept) {
      await page.getByRole("button", { name: `退还：${piece.name}` }).click();
      const form = dialog(page);
      const signed = form.getByRole("textbox", { name: "签收人" });
      check((await signed.inputValue()) !== "", "the resident is not suggested");
      await axe(page, "handing back");
      await send(page);
      await form.waitFor({ state: "hidden" });
      await page.locator("#custody tr", { hasText: piece.name }).getByText("已退还").waitFor();
    }
    check((await quality(page, no)).piecesHeld === 0, "a piece is still held");
    await page.getByRole("button", { name: /^办结/ }).click();
    await dialog(page).locator("textarea[id]").fill("助餐卡已制好交给本人。");
    await send(page);
    await dialog(page).waitFor({ state: "hidden" });
    const found = await sheet(page, no);
    check(found.status === "COMPLETED", `the case is ${found.status}`);
  },

  async "A5: what was lost is reported on the piece and opens one breach"({ page }) {
    const no = await openCase(page, { code, demand: "办理老年助餐卡（遗失材料）" });
    await act(page, "promiseCase", "PromiseCaseInput", no, { workingDays: 1, toldWay: "IN_PERSON" });
    await act(page, "takePieces", "TakePiecesInput", no, { pieces: [{ name: "居民身份证", place: "前台抽屉" }] });
    await page.goto(`/cases/${no}`);
    await page.getByRole("button", { name: "报告遗失损毁：居民身份证" }).click();
    const form = dialog(page);
    await form.getByText("报告后会立即对保管人记一条失责", { exact: false }).waitFor();
    await form.getByRole("radio", { name: "遗失" }).check();
    await form.locator("textarea[id]").fill("下班清点时没有找到，抽屉和复印机都查过。");
    await axe(page, "reporting a loss");
    await send(page);
    await form.waitFor({ state: "hidden" });
    await page.locator("#custody").getByText("遗失", { exact: true }).waitFor();
    await page.locator(".xx-breaches").getByText("遗失材料").waitFor();
    const found = await quality(page, no);
    check(found.breaches.length === 1 && found.breaches[0].kind === "MATERIAL_LOST", JSON.stringify(found.breaches));
    check(found.pieces[0].state === "LOST" && found.piecesHeld === 0, JSON.stringify(found.pieces));
  },

  async "a phone shows the case with its papers in one column"({ browser, no }) {
    const phone = await openWindow(browser, { size: narrow });
    await signIn(phone.page, clerk);
    await phone.page.goto(`/cases/${no}`);
    await phone.page.locator(".xx-timeline-item").first().waitFor();
    await fits(phone.page, "case");
    await shoot(phone.page, "8-phone");
    await phone.context.close();
  },

  async "axe finds nothing on the case with its papers, in both languages and themes, wide and narrow"({
    browser,
    no,
  }) {
    await inspectPages(browser, {
      name: "8",
      login: clerk,
      pages: [{ path: `/cases/${no}`, ready: ".xx-timeline-item", label: "case" }],
    });
  },

  async "nothing in the browser complained"({ faults }) {
    // Refusals of the file and of the acts are answers, not faults of the page.
    const real = faults.filter((fault) => !/status of 4\d\d/.test(fault));
    check(real.length === 0, real.join("; "));
  },
};
