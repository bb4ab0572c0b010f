// Journey 9: what the office publishes and what residents answer. The director publishes a version of an item with its materials
// (Q3, Q4), keeps the directory (Q2), the public texts,
// photos and blank forms (Q5, B3), takes a table out and in; a resident follows a case without
// signing in (Q7) and rates it; the rating opens a matter that is worked in four steps, and who was rated sees sums only (Q6).
import { readFile } from "node:fs/promises";
import { ask, axe, check, fits, inspectPages, narrow, openWindow, shoot, signIn } from "../desk.mjs";
import { act, dialog, openCase, sheet } from "../office.mjs";
import { cellsOf, mend } from "../xlsx.mjs";

const director = "liujianguo";
const clerk = "wangxiaomei";
/** A registration with three materials. */
const code = "HJ-01";
/** A program, whatever its name says; and a form with nothing on it. */
const program = Buffer.concat([Buffer.from("MZ\x90\0"), Buffer.alloc(2000)]);
const blank = Buffer.from(
  "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n" +
    "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 3/Root 1 0 R>>\nstartxref\n110\n%%EOF\n",
);
const fresh = () => String(Date.now()).slice(-6);

const itemOf = async (page, no) =>
  (await ask(page, "query ($no: String) { case(receiptNo: $no) { item { id version materials { name } } } }", { no }))
    .case.item;
const inForce = async (page) =>
  (
    await ask(
      page,
      `query ($s: String) { items(search: $s, first: 1) { version validFrom
         materials { name copies form issuedBy why sample required } versions { version validFrom retiredFrom } } }`,
      { s: code },
    )
  ).items[0];
const departments = async (page, search) =>
  (
    await ask(page, "query ($s: String) { departments(search: $s, first: 5) { code name phone hours website } }", {
      s: search,
    })
  ).departments;

/** Opens the form of a new version and gives it with the lines of its materials. */
async function newVersion(page) {
  await page.goto(`/items?q=${code}`);
  await page.locator(".xx-items-table tbody tr").first().getByRole("button").click();
  await page.locator(".xx-item-sheet").waitFor();
  await page.getByRole("button", { name: "发布新版本" }).click();
  const form = page.getByRole("dialog", { name: /发布新版本/ });
  await form.locator("input[type=date]").waitFor();
  return { form, lines: form.locator(".xx-material-row") };
}

const dayAfter = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

export const steps = {
  async "Q3, Q4: the director publishes a version with its materials line by line, by keyboard; an older case keeps its own"(
    world,
  ) {
    Object.assign(world, await openWindow(world.browser));
    const { page } = world;
    await signIn(page, director);
    const { viewer, officeTime } = await ask(page, "{ viewer { community { id } } officeTime { now } }");
    world.community = viewer.community.id;
    world.today = officeTime.now.slice(0, 10);
    const clerkWindow = await openWindow(world.browser);
    await signIn(clerkWindow.page, clerk);
    world.clerk = clerkWindow;
    const older = await openCase(clerkWindow.page, { code, demand: "登记居住信息" });
    const before = await itemOf(clerkWindow.page, older);

    const { form, lines } = await newVersion(page);
    const count = await lines.count();
    check(count === before.materials.length, `${count} lines for ${before.materials.length} materials`);
    await lines
      .nth(count - 1)
      .getByRole("textbox", { name: "名称" })
      .focus();
    await page.keyboard.press("Enter");
    await lines.nth(count).locator("input:focus").waitFor();
    await page.keyboard.press("Control+Enter");
    await lines.nth(count).locator(".ant-form-item-explain-error").getByText("请填写").waitFor();
    await page.keyboard.type(before.materials[0].name);
    await lines.nth(count).locator(".ant-form-item-explain-error").getByText("同名材料").waitFor();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("租赁合同");
    await page.keyboard.press("Tab"); // copies
    await page.keyboard.press("Control+A");
    await page.keyboard.type("2");
    await page.keyboard.press("Tab"); // form
    await page.keyboard.press("ArrowDown");
    for (const typed of ["出租人", "核对居住地", "写明地址和期限"]) {
      await page.keyboard.press("Tab");
      await page.keyboard.type(typed);
    }
    await lines.nth(count).getByRole("checkbox").uncheck();
    await page.keyboard.press("Alt+ArrowUp");
    await lines
      .nth(count - 1)
      .locator("input:focus")
      .waitFor();
    await axe(page, "the materials of an item");
    await shoot(page, "9-materials");
    await page.keyboard.press("Control+Enter");
    await form.waitFor({ state: "hidden" });

    const item = await inForce(page);
    check(
      item.version === before.version + 1 && item.validFrom === world.today,
      `in force is ${JSON.stringify([item.version, item.validFrom])}`,
    );
    const added = item.materials[count - 1];
    check(
      JSON.stringify(added) ===
        JSON.stringify({
          name: "租赁合同",
          copies: 2,
          form: "COPY",
          issuedBy: "出租人",
          why: "核对居住地",
          sample: "写明地址和期限",
          required: false,
        }),
      `the material is ${JSON.stringify(added)}`,
    );
    const kept = await itemOf(clerkWindow.page, older);
    check(JSON.stringify(kept) === JSON.stringify(before), "the older case has another version");
    const newer = await openCase(clerkWindow.page, { code, demand: "登记居住信息" });
    check((await itemOf(clerkWindow.page, newer)).version === item.version, "a new case has the older version");
  },

  async "the sheet of the item shows the materials, its versions with their days, and what changed"({ page }) {
    const sheetOf = page.locator(".xx-item-sheet");
    await sheetOf.locator(".xx-material-table tbody tr", { hasText: "租赁合同" }).getByText("视情况提供").waitFor();
    await sheetOf.locator(".xx-item-changes").first().getByText("增加材料：租赁合同").waitFor();
    await sheetOf.locator(".xx-item-versions li", { hasText: "已停用" }).getByText("至").waitFor();
    await sheetOf.getByText("已受理的办件始终按受理时的版本办理").waitFor();
    await axe(page, "the sheet of an item");
    await shoot(page, "9-versions");
  },

  async "a version from tomorrow on does not hold today"({ page, today }) {
    const { form, lines } = await newVersion(page);
    await form.locator("input[type=date]").fill(dayAfter(today));
    const last = (await lines.count()) - 1;
    await lines
      .nth(last)
      .getByRole("button", { name: /删除材料/ })
      .click();
    await lines.nth(last).waitFor({ state: "detached" });
    await lines.nth(0).locator("input").nth(1).press("Control+Enter");
    await form.waitFor({ state: "hidden" });
    const item = await inForce(page);
    const [coming, current] = item.versions;
    check(
      item.version === current.version &&
        coming.validFrom === dayAfter(today) &&
        current.retiredFrom === dayAfter(today),
      JSON.stringify(item.versions),
    );
    await page.locator(".xx-item-sheet").getByText("尚未施行").waitFor();
  },

  async "Q5: residents see the version in force, without signing in"({ browser, page, community }) {
    const link = page.getByRole("link", { name: "居民看到的页面" });
    check((await link.getAttribute("href")) === `/public/${community}/items/${code}`, "another address");
    const open = await openWindow(browser);
    await open.page.goto(`/public/${community}/items/${code}`);
    await open.page.getByText("租赁合同").first().waitFor();
    await axe(open.page, "the public page of an item");
    await open.context.close();
  },

  async "Q2: a department is changed; what cannot stand in a field is said beside it; it is found by its phone"(world) {
    const { page } = world;
    world.phone = `0432-66${fresh()}`;
    await page.goto("/directory");
    await page.getByRole("textbox", { name: /首字母/ }).fill("hydj");
    await page.waitForURL((url) => url.searchParams.get("q") === "hydj");
    const card = page.locator(".xx-dir-card", { hasText: "婚姻登记处" });
    await card.getByRole("button", { name: /修改/ }).click();
    await dialog(page).locator("input:focus").waitFor();
    await dialog(page).getByRole("textbox", { name: "电话" }).fill(world.phone);
    await dialog(page).getByRole("textbox", { name: "网址" }).fill("hunyin");
    await page.keyboard.press("Control+Enter");
    await dialog(page).locator(".ant-form-item-explain-error").getByText("http").waitFor();
    await axe(page, "a department's form");
    await dialog(page).getByRole("textbox", { name: "网址" }).fill("https://hunyin.district.example");
    await page.keyboard.press("Control+Enter");
    await dialog(page).waitFor({ state: "hidden" });
    await card.getByText(world.phone).waitFor();
    await page.getByRole("textbox", { name: /首字母/ }).fill(world.phone.slice(-6));
    await page.waitForURL((url) => url.searchParams.get("q") === world.phone.slice(-6));
    await page.locator(".xx-dir-card", { hasText: "婚姻登记处" }).waitFor();
    check((await page.locator(".xx-dir-card").count()) === 1, "others have that phone too");
  },

  async "Q5: the public texts are changed and stand on the board at once"({ browser, page, community }) {
    const said = `监督电话0432-2000${fresh()}，三个工作日内答复。`;
    await page.goto("/directory/disclosure");
    const field = page.getByRole("textbox", { name: "监督渠道" });
    await field.fill("");
    await page.keyboard.press("Control+Enter");
    await page.locator(".ant-form-item-explain-error").getByText("请填写").waitFor();
    await field.fill(said);
    await page.keyboard.press("Control+Enter");
    await page.getByText("已保存，公开栏即刻更新").waitFor();
    check((await field.inputValue()) === said, "the form shows another text");
    const open = await openWindow(browser);
    await open.page.goto(`/public/${community}`);
    await open.page.getByText(said).waitFor();
    check(
      (await open.context.cookies()).every((one) => !/session/i.test(one.name)),
      "the board needed a session",
    );
    await axe(open.page, "the public board");
    await open.context.close();
  },

  async "Q5, R: the board's figures are the report's, each beside its definition, in both languages, wide and narrow"({
    browser,
    page,
    community,
    today,
  }) {
    const { metrics } = await ask(page, "{ metrics { figure unit nameZh nameEn definitionZh definitionEn } }");
    const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
    const day = (months, days = 0) =>
      new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + months, 1 + days)).toISOString().slice(0, 10);
    for (const { language, theme, size } of [
      { language: "zh-CN", theme: "light" },
      { language: "en", theme: "dark" },
      { language: "zh-CN", theme: "dark", size: narrow },
      { language: "en", theme: "light", size: narrow },
    ]) {
      const { context, page: open } = await openWindow(browser, size ? { size } : {});
      await open.emulateMedia({ colorScheme: theme });
      await open.goto(`/public/${community}?lang=${language}`);
      const figures = await open
        .locator("[data-figure]")
        .evaluateAll((all) => all.map((one) => [one.dataset.figure, one.textContent]));
      check(figures.length > 8, `${figures.length} figures`);
      for (const [figure, text] of figures) {
        const metric = metrics.find((one) => one.figure === figure);
        const [name, says] =
          language === "en" ? [metric.nameEn, metric.definitionEn] : [metric.nameZh, metric.definitionZh];
        check(text.includes(name) && text.includes(says), `${figure} is not defined: ${text}`);
      }
      check(
        !figures.some(([figure]) => /BREACH|EMERGENC|STAND_IN|HAND_OVER/.test(figure)),
        "a figure about the staff is public",
      );
      // The months that are over do not move while this runs.
      for (const ago of [1, 2, 3]) {
        const { report } = await ask(
          page,
          "query ($f: [Figure!]!, $from: Date!, $until: Date!) { report(figures: $f, from: $from, until: $until, first: 1) { edges { node { values } } } }",
          { f: figures.map(([figure]) => figure), from: day(-ago), until: day(1 - ago, -1) },
        );
        for (const [at, [figure]] of figures.entries()) {
          const { unit } = metrics.find((one) => one.figure === figure);
          const value = report.edges[0]?.node.values[at] ?? (unit === "COUNT" ? 0 : null);
          const shown = await open
            .locator(`[data-before="${figure}"] td`)
            .nth(ago - 1)
            .textContent();
          const number = Number.parseFloat(shown.replaceAll(",", ""));
          check(
            value === null ? Number.isNaN(number) : number === value,
            `${figure} ${day(-ago)}: ${shown}, not ${value}`,
          );
        }
      }
      const here = `9-figures-${language}-${theme}-${size ? "narrow" : "wide"}`;
      await axe(open, here);
      await fits(open, here);
      await open.locator("#figures").screenshot({ path: new URL(`../out/${here}.png`, import.meta.url).pathname });
      await open.goto(`/wall/${community}`);
      await open.locator(".panel-figures").waitFor({ state: "attached" });
      await context.close();
    }
  },

  async "B3: a photo stands on the board, the wall and the staff page; what is no picture is refused in words"(world) {
    const { browser, page, community } = world;
    const name = "马超";
    const open = await openWindow(browser);
    world.open = open;
    await open.page.goto(`/public/${community}`);
    const card = open.page.locator("#posts .person", { hasText: name });
    check((await card.locator(".face").textContent()) === "马", "the place of the photo is empty");

    await page.goto("/staff");
    await page.getByRole("button", { name: `${name} 的照片` }).click();
    const sheetOf = page.getByRole("dialog", { name: `${name} 的照片` });
    const file = sheetOf.locator("input[type=file]");
    for (const [bad, buffer] of [
      ["证件照.jpg", Buffer.from("<!doctype html><script>alert(1)</script>")],
      ["证件照.png", program],
    ]) {
      await file.setInputFiles({ name: bad, mimeType: "image/jpeg", buffer });
      await sheetOf.getByRole("alert").getByText("只接收 JPEG、PNG").waitFor();
    }
    await axe(page, "a refused photo");
    await file.setInputFiles({ name: "IMG_0001.png", mimeType: "image/png", buffer: await open.page.screenshot() });
    await page.getByText(`${name} 的照片已公示`).waitFor();
    check((await sheetOf.getByRole("alert").count()) === 0, "a refusal stays");
    const path = await sheetOf.getByRole("img", { name: `${name} 的照片` }).getAttribute("src");
    await axe(page, "a photo");
    await shoot(page, "9-photo");
    await page.keyboard.press("Escape");
    await page.locator(".xx-people tr", { hasText: name }).getByRole("img").waitFor();

    await open.page.reload();
    const shown = card.getByRole("img", { name: `${name}的照片` });
    await shown.scrollIntoViewIfNeeded();
    await shown.evaluate((image) => image.decode());
    const [width, src, square] = await shown.evaluate((image) => [
      image.naturalWidth,
      image.getAttribute("src"),
      image.clientWidth === image.clientHeight,
    ]);
    check(width > 100 && src === path && square, `${width} px, ${src}`);
    await axe(open.page, "the board with a photo");
    check((await (await open.page.request.get(`/wall/${community}`)).text()).includes(path), "not on the wall");
    check((await open.page.request.get(path)).headers()["content-type"] === "image/jpeg", "not drawn anew");

    await page.getByRole("button", { name: `${name} 的照片` }).click();
    await sheetOf.getByRole("button", { name: "撤下照片" }).click();
    await page.locator(".ant-popconfirm").getByRole("button", { name: "撤下照片" }).click();
    await page.getByText(`${name} 的照片已撤下`).waitFor();
    check((await open.page.request.get(path)).status() === 404, "the photo is still there");
    await open.page.reload();
    check((await card.locator(".face").textContent()) === "马", "the board still shows a photo");
  },

  async "Q5: a blank form is downloaded without signing in; what is none is refused in words; taken down it is gone"(
    world,
  ) {
    const { page, community, open } = world;
    await page.goto(`/items?q=${code}`);
    await page.locator(".xx-items-table tbody tr").first().getByRole("button").click();
    const sheetOf = page.locator(".xx-item-sheet");
    const file = sheetOf.locator("input[type=file]");
    const form = page.getByRole("dialog", { name: /公布表格/ });
    for (const [bad, buffer] of [
      ["安装.pdf", program],
      ["网页.pdf", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ]) {
      await file.setInputFiles({ name: bad, mimeType: "application/pdf", buffer });
      await form.locator("input:focus").waitFor();
      await page.keyboard.press("Control+Enter");
      await form.getByRole("alert").getByText("只接收 PDF、DOCX、XLSX").waitFor();
      if (buffer === program) await axe(page, "a refused form");
      await form.getByRole("button", { name: /取\s*消/ }).click();
      await form.waitFor({ state: "hidden" });
    }
    const title = `居住登记申请表 ${fresh()}`;
    await file.setInputFiles({ name: "附件1 (2).pdf", mimeType: "application/pdf", buffer: blank });
    const field = form.getByRole("textbox", { name: "表格名称" });
    check((await field.inputValue()) === "附件1", "the file's name is not offered");
    await field.fill(title);
    await page.keyboard.press("Control+Enter");
    await page.getByText(`已公布：${title}`).waitFor();
    const line = sheetOf.locator(".xx-item-forms li", { hasText: title });
    const path = await line.getByRole("link").getAttribute("href");
    await axe(page, "an item with a form");
    await shoot(page, "9-form");

    await open.page.goto(`/public/${community}/items/${code}`);
    await axe(open.page, "the public page of an item with a form");
    const coming = open.page.waitForEvent("download");
    await open.page.getByRole("link", { name: title }).click();
    const got = await coming;
    check(got.suggestedFilename() === `${title}.pdf`, got.suggestedFilename());
    check(blank.equals(await readFile(await got.path())), "another file came");
    const { etag } = (await open.page.request.get(path)).headers();
    const kept = await open.page.request.get(path, { headers: { "if-none-match": etag } });
    check(kept.status() === 304, `what a browser has is sent again: ${kept.status()}`);
    check(
      (await open.context.cookies()).every((one) => !/session/i.test(one.name)),
      "the form needed a session",
    );

    await line.getByRole("button", { name: `撤下“${title}”` }).click();
    await page.locator(".ant-popconfirm").getByRole("button", { name: "撤下", exact: true }).click();
    await page.getByText(`已撤下：${title}`).waitFor();
    await line.waitFor({ state: "detached" });
    for (const headers of [{}, { "if-none-match": etag }])
      check((await open.page.request.get(path, { headers })).status() === 404, "the form is still there");
    await open.page.reload();
    check((await open.page.getByText(title).count()) === 0, "the item still offers the form");
    await open.context.close();
  },

  async "the directory goes out as a table and in again with nothing to do"({ page }) {
    await page.goto("/exchange?kind=directory");
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "导出职能部门" }).click();
    const file = await coming;
    check(file.suggestedFilename() === "directory.xlsx", file.suggestedFilename());
    const bytes = await readFile(await file.path());
    check(bytes.subarray(0, 2).toString() === "PK", "no XLSX");
    await page.locator("input[type=file]").setInputFiles({ name: "directory.xlsx", mimeType: "", buffer: bytes });
    await page.getByText("内容与现有的一致").waitFor();
    check(await page.getByRole("button", { name: "导入", exact: true }).isDisabled(), "there is something to write");
  },

  async "every fault of a bad row is listed; the bad rows go out, are mended cell by cell, come in again and are written"(
    world,
  ) {
    const { page } = world;
    const made = `E2E-${fresh()}`;
    const table = Buffer.from(
      `\ufeff编码,名称,地址,电话,办公时间,网址,职责\r\n${made}-1,区测试一局,人民路1号,0432-1,周一至周五,,测试\r\n` +
        `${made} 2,区测试二局,人民路2号,,周一至周五,ceshi.example,\r\n${made}-1,区测试三局,,0432-3,周一至周五,,\r\n`,
    );
    const file = page.locator("input[type=file]");
    await file.setInputFiles({ name: "部门.csv", mimeType: "text/csv", buffer: table });
    await page.getByText("2 行有 5 处问题，没有写入").waitFor();
    const rows = page.locator(".xx-problems tbody tr");
    const said = [];
    for (const row of await rows.all())
      said.push([
        ...(await row.locator("td").allTextContents()).slice(0, 2),
        await row.locator("td:last-child > span").first().textContent(),
      ]);
    const places = said.map(([row, column]) => `${row}${column}`).join(" ");
    check(places === "3编码 3电话 3网址 4编码 4地址", `faults at ${places}`);
    check(/必填/.test(said[1][2]) && /http/.test(said[2][2]) && /重复/.test(said[3][2]), JSON.stringify(said));
    const write = page.getByRole("button", { name: "导入", exact: true });
    check(await write.isDisabled(), "a bad table may be written");
    check((await departments(page, made)).length === 0, "a dry run wrote");
    await axe(page, "a table with bad rows");
    await shoot(page, "9-import");

    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载问题行" }).click();
    const bad = await readFile(await (await coming).path());
    const cells = cellsOf(bad);
    check(cells.A1 === "编码" && cells.H1 === "问题" && !cells.A4, `the bad rows are ${JSON.stringify(cells)}`);
    // The last column says what the page says.
    for (const [row, column, why] of said) {
      const reasons = cells[row === "3" ? "H2" : "H3"];
      check(reasons.includes(`第 ${row} 行`) && reasons.includes(`${column}：${why}`), `${reasons} leaves out ${why}`);
    }

    await file.setInputFiles({ name: "部门-问题行.xlsx", mimeType: "", buffer: mend(bad, { A2: `${made}-2` }) });
    await page.getByText("2 行有 3 处问题，没有写入").waitFor();
    check((await rows.first().locator("td").nth(1).textContent()) === "电话", "what is mended is still listed");
    const mended = mend(bad, {
      A2: `${made}-2`,
      D2: "0432-2",
      F2: "https://ceshi.example",
      A3: `${made}-3`,
      C3: "人民路3号",
    });
    await file.setInputFiles({ name: "部门-问题行.xlsx", mimeType: "", buffer: mended });
    await page.getByText("检查通过，可以导入").waitFor();
    check((await departments(page, made)).length === 0, "a dry run wrote");
    await write.click();
    await page.getByText("已导入").waitFor();
    const written = await departments(page, made);
    check(written.map(({ code }) => code).join() === `${made}-2,${made}-3`, JSON.stringify(written));
    check(written[0].phone === "0432-2" && written[0].website === "https://ceshi.example", JSON.stringify(written[0]));
    await axe(page, "an import");
    await file.setInputFiles({ name: "说明.xlsx", mimeType: "", buffer: Buffer.from("PK\x03\x04 no table") });
    await page.getByRole("alert").getByText("损坏").waitFor();
  },

  async "the reasons are in the reader's language"({ browser }) {
    const { context, page } = await openWindow(browser, { language: "en" });
    await signIn(page, director, { at: "/exchange?kind=directory" });
    const table = Buffer.from("\ufeff编码,名称,地址,电话,办公时间\r\nE2E 9,x,y,,z\r\n");
    await page.locator("input[type=file]").setInputFiles({ name: "d.csv", mimeType: "text/csv", buffer: table });
    await page.getByText("2 problems, bad rows: 1. Nothing was written").waitFor();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download bad rows" }).click();
    const cells = cellsOf(await readFile(await (await coming).path()));
    check(cells.F1 === "Problems" && /电话 – must not be empty/.test(cells.F2), JSON.stringify(cells));
    check(!/[\u4e00-\u9fff]/.test(cells.F2.replace(/编码|电话/g, "")), `Chinese among English: ${cells.F2}`);
    await context.close();
  },

  async "an export of residents comes in again with its masks, which are never written"({ page }) {
    await page.goto("/exchange?kind=residents");
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "导出居民" }).click();
    const out = await readFile(await (await coming).path());
    const cells = cellsOf(out);
    check(
      ["档案号", "姓名", "身份证号", "电话", "住址"].every((head, at) => cells[`${"ABCDE"[at]}1`] === head),
      "other columns",
    );
    check(/\*/.test(cells.C2) && /\*/.test(cells.D2), `not masked: ${cells.C2} ${cells.D2}`);
    const address = `新星小区${fresh()}号`;
    const file = page.locator("input[type=file]");
    await file.setInputFiles({ name: "居民.xlsx", mimeType: "", buffer: mend(out, { E2: address }) });
    await page.getByText("检查通过，可以导入").waitFor();
    await page.getByRole("button", { name: "导入", exact: true }).click();
    await page.getByText("已导入").waitFor();
    const { node } = await ask(
      page,
      "query ($id: ID!) { node(id: $id) { ... on Resident { address phoneMasked idNumberMasked } } }",
      { id: cells.A2 },
    );
    check(
      node.address === address && node.phoneMasked === cells.D2 && node.idNumberMasked === cells.C2,
      JSON.stringify(node),
    );
    const { revealResident: revealed } = await ask(
      page,
      "mutation ($input: RevealResidentInput!) { revealResident(input: $input) { value } }",
      { input: { residentId: cells.A2, field: "PHONE", reason: "核对导入", clientMutationId: `e2e-${fresh()}` } },
    );
    check(!revealed.value.includes("*"), `the phone is now ${revealed.value}`);

    const rows = page.locator(".xx-problems tbody tr");
    await file.setInputFiles({
      name: "新居民.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`\ufeff姓名,身份证号,电话,住址\r\n赵新,${cells.C2},${cells.D2},某处\r\n`),
    });
    await page.getByText("1 行有 2 处问题，没有写入").waitFor();
    check(/遮盖/.test(await rows.first().textContent()), "the reason is another");
    await shoot(page, "9-masked");
  },

  async "residents go in and out by who leads; an administrator has items and the directory"({ browser }) {
    const { context, page } = await openWindow(browser);
    await signIn(page, "fangming", { at: "/exchange?kind=residents" });
    await page.getByRole("link", { name: "职能部门", exact: true }).waitFor();
    check((await page.getByRole("link", { name: "居民", exact: true }).count()) === 0, "residents are offered");
    const status = await page.evaluate(async () => (await fetch("/exchange/residents.xlsx")).status);
    check(status === 403, `the server gives residents to an administrator: ${status}`);
    await context.close();
  },

  async "Q7: a resident follows a closed case by its number and four digits, and rates it"(world) {
    const { browser } = world;
    const { page } = world.clerk;
    const phone = `139${String(Date.now()).slice(-8)}`;
    const { registerResident: made } = await ask(
      page,
      "mutation ($input: RegisterResidentInput!) { registerResident(input: $input) { resident { id name } } }",
      {
        input: {
          name: `欧阳评${fresh()}`.slice(0, 3),
          phone,
          address: "新星小区 5 栋",
          clientMutationId: `e2e-${phone}`,
        },
      },
    );
    const { openCase: opened } = await ask(
      page,
      "mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { receiptNo } } }",
      {
        input: {
          channel: "VISIT",
          anonymous: false,
          residentId: made.resident.id,
          itemId: null,
          situation: "来访咨询",
          demand: "问养老保险怎么转",
          clientMutationId: `e2e-case-${phone}`,
        },
      },
    );
    world.no = opened.case.receiptNo;
    await act(page, "resolveOnSpot", "ResolveOnSpotInput", world.no, { outcome: "已告知去区社保中心办理" });
    world.before = (await ask(page, "{ myRatings { level count } }")).myRatings;

    const open = await openWindow(browser, { size: narrow });
    await open.page.goto("/public/follow");
    await open.page.getByLabel("回执编号").fill(world.no);
    await open.page.getByLabel("手机号后四位").fill(phone.slice(-4) === "0000" ? "0001" : "0000");
    await open.page.getByRole("button", { name: "查询" }).click();
    await open.page.locator("[role=alert], .wrong").first().waitFor();
    await open.page.getByLabel("回执编号").fill(world.no);
    await open.page.getByLabel("手机号后四位").fill(phone.slice(-4));
    await open.page.getByRole("button", { name: "查询" }).click();
    await open.page.getByText(world.no).first().waitFor();
    check(!(await open.page.content()).includes(phone), "the page shows the phone");
    await fits(open.page, "the followed case");
    await axe(open.page, "the followed case");
    await open.page.locator('input[value="VERY_DISSATISFIED"]').check({ force: true });
    await open.page.locator('input[value="MANY_TRIPS"]').check({ force: true });
    await open.page.locator("textarea[name=comment]").fill("来了三趟才说不在这里办。");
    await open.page.locator("#rating button[type=submit]").click();
    await open.page
      .getByText(/谢谢|感谢/)
      .first()
      .waitFor();
    await open.context.close();
  },

  async "what is printed of the public pages is their content: no navigation, nothing to press, black on white"({
    browser,
    clerk: { page },
    community,
    no,
  }) {
    const { case: followed } = await ask(page, "query ($no: String) { case(receiptNo: $no) { publicPath } }", { no });
    const { context, page: paper } = await openWindow(browser, { theme: "dark" });
    await paper.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const [path, content] of [
      [`/public/${community}`, "#not-issued tbody tr"],
      [`/public/${community}/items/${code}`, "table tbody tr"],
      ["/public/follow", "#receiptNo"],
      [followed.publicPath, ".steps li"],
      [`/public/${community}/complain`, "#text"],
    ]) {
      await paper.goto(path);
      await paper.locator(content).first().waitFor();
      const controls = await paper
        .locator("nav, button, .button, .skip, [type=search], .crumb, #rating form, .foot-links")
        .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).map((one) => one.className));
      check(controls.length === 0, `${path} prints ${controls.join(", ")}`);
      const look = await paper.evaluate(() => {
        const of = (one) => getComputedStyle(one);
        const row = document.querySelector("tbody tr");
        return {
          ink: of(document.body).color,
          ground: of(document.body).backgroundColor,
          head: of(document.querySelector("h1")).color,
          row: row ? `${of(row).display} ${of(row).breakInside}` : "",
          address: document.querySelector(".foot .address")?.textContent ?? "",
        };
      });
      check(
        look.ink === "rgb(0, 0, 0)" && look.head === look.ink && look.ground === "rgb(255, 255, 255)",
        `${path} prints ${JSON.stringify(look)}`,
      );
      check(look.row === "" || look.row === "table-row avoid", `a row of ${path} is ${look.row}`);
      const own = path === followed.publicPath ? "/public/follow" : path;
      check(look.address.endsWith(own), `${path} prints the address ${look.address}`);
      check(!look.address.includes("/p/"), "the key to a case is printed");
      const pdf = await paper.pdf({ preferCSSPageSize: true });
      // 595 × 842 points are A4.
      check(/MediaBox \[0 0 (594|595|596)[\d.]* (841|842|843)/.test(pdf.toString("latin1")), `${path} is not on A4`);
    }
    await context.close();
  },

  async "Q6: who leads sees the rating and the matter that it opened"(world) {
    const { page, no } = world;
    await page.goto("/ratings");
    const rating = page.locator("section:has(#xx-ratings-list) li", { hasText: no });
    await rating.getByText("非常不满意").waitFor();
    await rating.getByText("跑了多趟").waitFor();
    await rating.getByText("来了三趟才说不在这里办。").waitFor();
    await rating.getByText("王晓梅").waitFor();
    world.matter = /\d{8}-\d+/.exec(await rating.getByRole("link").nth(1).textContent())?.[0];
    const open = page.locator("section:has(#xx-matters) li", { hasText: world.matter });
    await open.getByText("待核实").waitFor();
    await open.locator(".xx-remaining").waitFor();
    const { responsible } = await sheet(page, world.matter);
    const { staff } = await ask(page, "{ staff { id login } }");
    world.overseer = staff.find((one) => one.id === responsible.id).login;
    await axe(page, "ratings");
    await shoot(page, "9-ratings");
  },

  async "Q6: checked, put right, answered, called back"(world) {
    const { context, page, faults } = await openWindow(world.browser);
    await signIn(page, world.overseer, { at: "/ratings" });
    await page.locator("section:has(#xx-matters) li", { hasText: world.matter }).getByRole("link").first().click();
    await page.waitForURL(`**/cases/${world.matter}`);
    const work = async (name, fill) => {
      await page.getByRole("button", { name, exact: true }).click();
      await dialog(page).locator("textarea[id]").waitFor();
      await fill(dialog(page));
      await page.keyboard.press("Control+Enter");
      await dialog(page).waitFor({ state: "hidden" });
    };
    await work("核实", async (form) => {
      await form.getByRole("radio").first().check();
      await form.locator("textarea[id]").fill("调取登记，第一次来访未说清去处。");
    });
    await work("整改", (form) => form.locator("textarea[id]").fill("已约谈，补印养老保险指引单。"));
    await work("反馈", (form) => form.locator("textarea[id]").fill("已致歉并告知办理地点。"));
    await work("回访", async (form) => {
      await form.getByRole("radio").first().check();
      await form.locator("textarea[id]").fill("本人表示已经办好。");
    });
    const { open, status } = await sheet(page, world.matter);
    check(!open, `the matter is still ${status}`);
    check(faults.length === 0, faults.join("; "));
    await context.close();
    await world.page.goto("/ratings");
    await world.page
      .locator("section:has(#xx-ratings-list) li", { hasText: world.matter })
      .getByText("非常不满意")
      .waitFor();
    check(
      (await world.page.locator("section:has(#xx-matters) li", { hasText: world.matter }).count()) === 0,
      "a closed matter stands among the open ones",
    );
  },

  async "Q6: who was rated sees sums only"({ clerk: { page }, before, no, matter }) {
    await page.goto("/ratings");
    await page.getByRole("heading", { name: "我的评价", level: 1 }).waitFor();
    await page.locator(".xx-levels").waitFor();
    const { myRatings } = await ask(page, "{ myRatings { level count } }");
    const at = (list) => list.find((sum) => sum.level === "VERY_DISSATISFIED").count;
    check(at(myRatings) === at(before) + 1, `${at(before)} and then ${at(myRatings)} times`);
    const shown = await page.locator(".xx-levels > div", { hasText: "非常不满意" }).locator("strong").textContent();
    check(Number.parseInt(shown, 10) === at(myRatings), `shown ${shown}`);
    const text = await page.locator("main").textContent();
    check(![no, matter, "来了三趟"].some((secret) => text.includes(secret)), "more than sums is shown");
    const { ratings } = await ask(page, "{ ratings(first: 5) { totalCount edges { node { id } } } }").catch(() => ({
      ratings: { totalCount: 0, edges: [] },
    }));
    check(ratings.totalCount === 0 && ratings.edges.length === 0, "the server gives ratings to who was rated");
    const { case: hidden } = await ask(page, "query ($no: String) { case(receiptNo: $no) { id } }", { no: matter });
    check(hidden === null, "who was rated may open the matter");
    await axe(page, "one's own sums");
    await shoot(page, "9-mine");
  },

  async "axe finds nothing on the pages, in both languages and themes, wide and narrow"({ browser, today }) {
    check(today, "no journey before");
    await inspectPages(browser, {
      name: "9",
      login: director,
      pages: [
        { path: "/directory", ready: ".xx-dir-card", label: "directory" },
        { path: "/staff", ready: ".xx-people .xx-face", label: "staff" },
        { path: "/directory?edit=new", ready: "[role=dialog] form", label: "department" },
        { path: "/directory/disclosure", ready: ".xx-disclosure form", label: "disclosure" },
        { path: "/ratings", ready: ".xx-levels", label: "ratings" },
        { path: "/exchange", ready: ".xx-drop", label: "exchange" },
      ],
    });
  },

  async "nothing in the browser complained"({ faults, clerk: { faults: clerks } }) {
    // A file that is no table is answered with a refusal, which the browser's console repeats.
    const real = [...faults, ...clerks].filter((fault) => !/status of 422/.test(fault));
    check(real.length === 0, real.join("; "));
  },
};
