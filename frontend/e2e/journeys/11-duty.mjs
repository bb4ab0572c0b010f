// Journey 11: a planned absence is asked for, handed over, accepted and approved; the stand-in has the cases while it lasts and
// only then; an emergency is told live; A and B are never away together; where both fall out the superior stands in (B2–B8).
import { ask, axe, base, check, fits, inspectPages, narrow, openWindow, shoot, signIn } from "../desk.mjs";
import { act, dialog, notReloaded, openPromised, sheet, stamp } from "../office.mjs";

const [a, b, director, administrator] = ["zhangwei", "shanxiaoyan", "liujianguo", "fangming"];
const leader = "sunlihua";
const [nameA, nameB, post] = ["张伟", "单晓燕", "民政救助"];
const key = () => `e2e-${Date.now()}-${Math.random().toString(36).slice(2)}`;

async function moveClock(page, to) {
  await ask(page, "mutation ($input: MoveClockInput!) { moveClock(input: $input) { now } }", {
    input: { to, clientMutationId: key() },
  });
}

/** Sends a mutation on an absence, or whatever input is given, as the window's person; its refusal or null. */
async function send(page, name, type, input) {
  return page.evaluate(
    async ([query, variables]) => {
      const answer = await fetch("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      return (await answer.json()).errors?.[0]?.extensions ?? null;
    },
    [
      `mutation ($input: ${type}!) { ${name}(input: $input) { clientMutationId } }`,
      { input: { ...input, clientMutationId: key() } },
    ],
  );
}

/** Suspends somebody until an instant by a gift that was taken, heard and decided (A1, A4); gives the breach. */
async function suspend(page, personId, until) {
  const { registerGift } = await ask(
    page,
    "mutation ($input: RegisterGiftInput!) { registerGift(input: $input) { gift { breach { id version } } } }",
    { input: { personId, kind: "TAKEN", what: "购物卡", giver: "某商户", value: "200", clientMutationId: key() } },
  );
  const { id, version } = registerGift.gift.breach;
  const heard = { breachId: id, version, waived: true };
  check((await send(page, "hearBreach", "HearBreachInput", heard)) === null, "nobody was heard");
  const decided = {
    breachId: id,
    version: version + 1,
    measure: "SUSPENSION",
    reason: "情节严重，按规定待岗",
    suspendUntil: new Date(until).toISOString(),
  };
  check((await send(page, "decideBreach", "DecideBreachInput", decided)) === null, "A was not suspended");
  return id;
}

async function absence(page, id) {
  const { node } = await ask(
    page,
    `query ($id: ID!) { node(id: $id) { ... on Absence { id version state from until noteDueAt
       lists { id to { id name } lines { receiptNo } writtenAt acceptedAt done { receiptNo kind } } events { kind } } } }`,
    { id },
  );
  return node;
}

/** Waits until what is asked for is so. */
async function until(look, message) {
  for (const end = Date.now() + 20_000; ; ) {
    if (await look()) return;
    check(Date.now() < end, message);
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** The notice that came live with the words. */
const notice = (page, text) => page.locator(".ant-notification-notice", { hasText: text }).first();

/** Prints a hand-over list from the menu; its row as the API tells it, newest first. */
async function print(page, id, about) {
  const known = (await printings(page, id)).length;
  await page.getByRole("button", { name: "打印交接单" }).click();
  const entry = page.getByRole("menuitem", { name: new RegExp(`离岗交接单.*${about}`, "s") });
  await entry.waitFor();
  await axe(page, "the lists to print");
  const tab = page.context().waitForEvent("page");
  await entry.press("Enter");
  await until(async () => (await printings(page, id)).length === known + 1, "the list was not printed");
  await (await tab).close();
  return (await printings(page, id))[0];
}

async function printings(page, id) {
  const { node } = await ask(
    page,
    "query ($id: ID!) { node(id: $id) { ... on Absence { printed { kind number draft path printedBy { name } } } } }",
    { id },
  );
  return node.printed;
}

/** What a printed paper says, as a page. */
async function paperOf(page, { path }) {
  return (await page.request.get(`${path}?as=html`)).text();
}

/** The post on the public board, as anybody reads it. */
async function onBoard(page, community) {
  const html = await (await page.request.get(`${base}/public/${community}`)).text();
  const at = html.indexOf('id="posts"');
  const from = html.indexOf(post, at);
  return { html, card: html.slice(from, html.indexOf("</ul>", from)) };
}

export const steps = {
  async "four people at their desks, in the morning of a working day"(world) {
    const windows = {};
    for (const [name, login] of Object.entries({ a, b, director, administrator })) {
      windows[name] = await openWindow(world.browser);
      await signIn(windows[name].page, login);
    }
    Object.assign(world, {
      a: windows.a.page,
      b: windows.b.page,
      director: windows.director.page,
      administrator: windows.administrator.page,
      page: windows.a.page,
      faults: Object.values(windows).map((one) => one.faults),
    });
    const { officeTime, viewer } = await ask(world.a, "{ officeTime { now } viewer { community { id } } }");
    world.community = viewer.community.id;
    const tomorrow = new Date(Date.parse(officeTime.now) + 32 * 3600_000).toISOString().slice(0, 10);
    const { officePeriods } = await ask(
      world.a,
      "query ($from: Date!) { officePeriods(from: $from, days: 40) { start end } }",
      { from: tomorrow },
    );
    // The first instants of the coming working days, as the office's own zone writes them.
    const local = (at) => new Date(Date.parse(at) + 8 * 3600_000).toISOString().slice(0, 16);
    world.days = [...new Set(officePeriods.map((one) => local(one.start).slice(0, 10)))];
    world.at = (day, time) => `${world.days[day]}T${time}:00+08:00`;
    await moveClock(world.administrator, world.at(0, "08:40"));
    for (const page of [world.a, world.b, world.director]) await page.reload();
    const { posts } = await ask(world.a, "{ posts { name a { name } b { name } onDuty { name } } }");
    const mine = posts.find((one) => one.name === post);
    check(mine.a.name === nameA && mine.b.name === nameB, `the post is ${JSON.stringify(mine)}`);
    check(mine.onDuty.name === nameA, "A is not on duty");
    world.no = await openPromised(world.a, { code: "MZ-01", demand: "离岗期间到期的救助申请", workingDays: 3 });
  },

  async "B8: the director sees that a stand-in to come has not learned the post"({ director: page }) {
    await page.goto("/coverage");
    const row = page.locator(".xx-cover tbody tr", { hasText: "卫生健康" });
    await row.getByText("B 岗代岗：赵磊（未学完岗位应知）").first().waitFor();
    await page.locator(".xx-cover-attention li", { hasText: "卫生健康" }).first().waitFor();
    await page.goto("/staff");
    const card = page.locator(".xx-post", { hasText: "卫生健康" }).first();
    await card.getByText("儿童预防接种入册查验（未学）").waitFor();
    await shoot(page, "11-learned");
  },

  async "B4: the same day is too late, and says until when it could be asked for"({ a: page, days }) {
    await page.goto("/absences");
    await page.getByRole("button", { name: "请假" }).click();
    await dialog(page).locator("input[type=date]").first().fill(days[0]);
    await dialog(page).locator("input[type=date]").nth(1).fill(days[0]);
    await dialog(page).getByText("共 2 个半天").waitFor();
    await dialog(page).locator("textarea[id]").fill("体检");
    await page.keyboard.press("Control+Enter");
    await dialog(page).getByText("开始时间已过", { exact: false }).waitFor();
    await dialog(page).locator(".ant-radio-button-wrapper", { hasText: "下午" }).first().click();
    await dialog(page).getByText("共 1 个半天").waitFor();
    await dialog(page).locator("textarea[id]").focus();
    await axe(page, "ask for an absence");
    await shoot(page, "11-ask");
    await page.keyboard.press("Control+Enter");
    await dialog(page)
      .getByText(/最迟 .*17:00 提出/)
      .first()
      .waitFor();
    await dialog(page).getByText("AB岗 B4").waitFor();
    const { absences } = await ask(
      page,
      "{ absences(states: [ASKED, RUNNING], first: 50) { edges { node { reason } } } }",
    );
    check(!absences.edges.some(({ node }) => node.reason === "体检"), "the absence was kept");
  },

  async "asked a working day ahead it waits for the list, and the director hears of it"(world) {
    const { a: page, days } = world;
    const dates = dialog(page).locator("input[type=date]");
    await dates.first().fill(days[2]);
    await dates.nth(1).fill(days[2]);
    await dialog(page).locator(".ant-radio-button-wrapper", { hasText: "上午" }).first().click();
    await dialog(page).getByText("共 2 个半天").waitFor();
    await dialog(page).locator("textarea[id]").focus();
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/\/absences\/abs_/);
    world.id = page.url().split("/").pop();
    await page.getByText(`等待：${nameA} 写交接单`).waitFor();
    const found = await absence(page, world.id);
    check(
      found.from.startsWith(new Date(`${days[2]}T08:30:00+08:00`).toISOString().slice(0, 16)) ||
        Date.parse(found.from) === Date.parse(`${days[2]}T08:30:00+08:00`),
      `from ${found.from}`,
    );
    check(Date.parse(found.until) === Date.parse(`${days[2]}T17:00:00+08:00`), `until ${found.until}`);
    check(
      found.lists.some((list) => list.to.name === nameB && list.lines.some((line) => line.receiptNo === world.no)),
      "the case is not on B's list",
    );
    // Nobody approves what has not been handed over.
    const refused = await send(world.director, "decideAbsence", "DecideAbsenceInput", {
      absenceId: world.id,
      version: found.version,
      approve: true,
    });
    check(refused?.code === "NEEDS_HAND_OVER" && refused.clause === "B4", JSON.stringify(refused));
  },

  async "B6: the other half is refused the same day, with post, person and dates"({ b: page, days }) {
    await page.goto("/absences?ask=1");
    const dates = dialog(page).locator("input[type=date]");
    await dates.first().fill(days[1]);
    await dates.nth(1).fill(days[3]);
    await dialog(page).locator("textarea[id]").fill("回老家");
    await page.keyboard.press("Control+Enter");
    const said = dialog(page)
      .getByText(new RegExp(`${nameA}.*已请假.*不能同时离岗`))
      .first();
    await said.waitFor();
    check(/「.+」/.test(await said.textContent()), "the post is not named");
    await axe(page, "refused overlap");
    await shoot(page, "11-refused");
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "hidden" });
  },

  async "B4: every case that is due meanwhile needs its note, beside which that is said"(world) {
    const { a: page } = world;
    await page.goto(`/absences/${world.id}`);
    await page.getByRole("button", { name: "写交接单" }).first().waitFor();
    let needed = false;
    for (let index = 0; (await page.getByRole("button", { name: "写交接单" }).count()) > 0; index++) {
      check(index < 6, "the list stays unwritten");
      await page.getByRole("button", { name: "写交接单" }).first().click();
      const form = page.locator(".xx-list form");
      await form.waitFor();
      if (!needed && (await form.getByText("返岗前到期", { exact: true }).count()) > 0) {
        needed = true;
        await form.locator("button[type=submit]").click();
        await form.getByText("返岗前到期，须写交代事项").first().waitFor();
        await shoot(page, "11-write");
      }
      // The seal goes with each list: which of them has a case that is due meanwhile is the demo's.
      await form.getByRole("button", { name: "添一样" }).click();
      await form.getByRole("textbox", { name: "名称" }).fill("救助专用章");
      await axe(page, "write a list");
      const notes = form.locator("textarea[id]");
      for (let at = 0; at < (await notes.count()); at++)
        await notes.nth(at).fill(`交代 ${at + 1}：材料已齐，等银行回执。`);
      await notes.first().press("Control+Enter");
      await form.waitFor({ state: "detached" });
    }
    check(needed, "no case is due during the absence");
    await page.getByText(/接收交接单，之后领导批准/).waitFor();
    const found = await absence(page, world.id);
    check(
      found.lists.every((list) => list.writtenAt && !list.acceptedAt),
      "a list is not written, or accepted by itself",
    );
  },

  async "Papers: before B accepted it is printed as a draft, and who printed it when stands on the page"(world) {
    const { a: page } = world;
    const printed = await print(page, world.id, post);
    check(
      printed.kind === "HAND_OVER_LIST" && printed.draft && printed.printedBy.name === nameA,
      JSON.stringify(printed),
    );
    const html = await paperOf(page, printed);
    for (const wanted of [
      "离岗交接单",
      "草稿",
      printed.number,
      world.no,
      "救助专用章",
      "尚未接收",
      "尚未批准",
      "批准人",
    ])
      check(html.includes(wanted), `the draft leaves out ${wanted}`);
    check(!html.includes("体检"), "the paper tells why");
    const list = page.getByRole("region", { name: /打印记录/ });
    await list.getByText(printed.number).first().waitFor();
    await list.getByText("草稿", { exact: true }).waitFor();
    await page.locator(".xx-timeline-item", { hasText: `打印离岗交接单草稿（${printed.number}）` }).waitFor();
  },

  async "B is told without reload, finds it in the inbox and accepts"(world) {
    const { b: page } = world;
    await notice(page, `${nameA} 的离岗交接单等您接收`).waitFor();
    await page.goto("/inbox");
    const card = page.locator(`[data-absence="${world.id}"]`);
    await card.getByText(`${nameA} 的交接单等您接收`).waitFor();
    await axe(page, "inbox with an absence");
    await card.getByRole("link", { name: "去办理" }).click();
    await page.getByText("交代 1：材料已齐", { exact: false }).first().waitFor();
    await page.getByText("救助专用章").first().waitFor();
    await shoot(page, "11-list");
    while ((await page.getByRole("button", { name: "接收", exact: true }).count()) > 0) {
      const before = await page.getByRole("button", { name: "接收", exact: true }).count();
      await page.getByRole("button", { name: "接收", exact: true }).first().click();
      await dialog(page).locator("button[type=submit]").click();
      await dialog(page).waitFor({ state: "hidden" });
      await until(
        async () => (await page.getByRole("button", { name: "接收", exact: true }).count()) < before,
        "the list stays to be accepted",
      );
    }
    // Lists of cases that belong to no post of both go to others.
    const { staff } = await ask(world.director, "{ staff { id login } }");
    for (const list of (await absence(page, world.id)).lists.filter((one) => !one.acceptedAt)) {
      const other = await openWindow(world.browser);
      await signIn(other.page, staff.find((one) => one.id === list.to.id).login);
      const refused = await send(other.page, "acceptHandOverList", "AcceptHandOverListInput", {
        absenceId: world.id,
        version: (await absence(page, world.id)).version,
        listId: list.id,
      });
      check(refused === null, JSON.stringify(refused));
      await other.context.close();
    }
  },

  async "the director approves, and A is told without reload"(world) {
    const { director: page } = world;
    await page.goto("/inbox");
    const card = page.locator(`[data-absence="${world.id}"]`);
    await card.getByText(`${nameA} 请假等您批准`).waitFor();
    await card.getByRole("link", { name: "去办理" }).click();
    await page.getByText("体检").first().waitFor();
    await page.getByRole("button", { name: "批准", exact: true }).click();
    await dialog(page).locator("textarea:focus").waitFor();
    await axe(page, "approve");
    await page.keyboard.press("Control+Enter");
    await dialog(page).waitFor({ state: "hidden" });
    await page.getByText("已批准").first().waitFor();
    await notice(world.a, `${nameA} 请假已批准`).waitFor();
    // Approved is not begun: the case stays A's.
    check((await sheet(world.a, world.no)).responsible.name === nameA, "the case moved before the absence began");
  },

  async "Papers: accepted and approved it is no draft; its code leads to the page that wants a sign-in"(world) {
    const { director: page } = world;
    const printed = await print(page, world.id, post);
    check(!printed.draft, "it is still a draft");
    const html = await paperOf(page, printed);
    check(!html.includes("草稿") && !html.includes("尚未"), "it is marked as unfinished");
    check(html.includes("工作人员登录后查看"), "the code does not say for whom it is");
    const pdf = await (await page.request.get(printed.path)).body();
    check(pdf.subarray(0, 5).toString() === "%PDF-", "not a PDF");
    check(pdf.toString("latin1").includes("/MediaBox[0 0 595.28 841.89]"), "it is not on A4");
    const paper = await page.context().newPage();
    await paper.goto(`${printed.path}?as=html`);
    await shoot(paper, "11-paper");
    await paper.close();
    await shoot(page, "11-printed");
    // Nobody else reads it, and who scans the code without being of the office sees the sign-in and nothing more.
    check((await world.administrator.request.get(printed.path)).status() === 404, "an administrator opened it");
    const stranger = await openWindow(world.browser);
    check((await stranger.page.request.get(printed.path)).status() === 401, "a stranger opened it");
    await stranger.page.goto(`/absences/${world.id}`);
    await stranger.page.waitForURL(/\/signin/);
    check(!(await stranger.page.content()).includes(nameA), "the sign-in tells who is away");
    await stranger.context.close();
  },

  async "an administrator sees who is away, and that the lists are for others"(world) {
    const page = world.administrator;
    await page.goto("/absences");
    await page.locator(".xx-absences tbody tr", { hasText: nameA }).first().waitFor();
    await axe(page, "absences of an administrator");
    await page.goto(`/absences/${world.id}`);
    await page.getByText("交接单只有办理办件的人看得到。").waitFor();
    check((await page.getByRole("button", { name: "打印交接单" }).count()) === 0, "an administrator may print");
    check((await page.getByText("体检").count()) === 0, "an administrator learns why");
    await axe(page, "an absence for an administrator");
    await shoot(page, "11-administrator");
  },

  async "the coverage shows B on that day, with A before and after"({ b: page, days }) {
    await page.goto("/coverage");
    const row = page.locator(".xx-cover tbody tr", { hasText: post });
    await row.waitFor();
    check((await row.getByText(`B 岗代岗：${nameB}`).count()) === 2, "the two halves of the day are not B's");
    check((await row.getByText(`A 岗在岗：${nameA}`).count()) > 20, "A is not there on the other days");
    check((await page.getByText(days[2]).count()) === 0, "dates are written for machines");
    await axe(page, "coverage");
    await shoot(page, "11-coverage");
  },

  async "B7: when it begins B has A's cases, under a banner, and acts as stand-in"(world) {
    const { b: page } = world;
    await page.goto("/queue?mine=1");
    await page.locator("h1").waitFor();
    await stamp(page);
    await moveClock(world.administrator, world.at(2, "08:35"));
    const banner = page.locator(`[data-stand-in="${world.id}"]`);
    await banner.getByText(`代岗：${nameA}`).waitFor();
    await banner.getByText(/交接 \d+ 件/).waitFor();
    await page.locator("tbody tr", { hasText: world.no }).getByText("代岗", { exact: true }).waitFor();
    check(await notReloaded(page), "the page was loaded anew");
    await axe(page, "queue of the stand-in");
    await shoot(page, "11-banner");
    const found = await sheet(page, world.no);
    check(
      found.responsible.name === nameB && found.responsibleRole === "STAND_IN" && found.holder.name === nameA,
      JSON.stringify(found),
    );
    const { html, card } = await onBoard(page, world.community);
    check(card.includes(`class="here"`) && /here"[^/]*<span class="half">B岗/.test(card), "the board does not show B");
    check(!html.includes("体检") && !html.includes("请假"), "the board tells why");
    await act(page, "completeCase", "CompleteCaseInput", world.no, { outcome: "代岗办结，救助金已发放。" });
  },

  async "B7: when it ends the cases are A's again, who sees what was done"(world) {
    const { a: page } = world;
    await page.goto("/queue");
    await page.locator("h1").waitFor();
    await stamp(page);
    await moveClock(world.administrator, world.at(2, "17:01"));
    const banner = page.locator(`[data-back="${world.id}"]`);
    await banner.getByText(/代岗人办了 \d+ 项/).waitFor();
    check(await notReloaded(page), "the page was loaded anew");
    await banner.getByRole("link").click();
    const done = page.getByRole("region", { name: "代岗期间办了什么" });
    await done.getByRole("link", { name: world.no }).first().waitFor();
    await done.getByText("代岗办结，救助金已发放。").waitFor();
    await axe(page, "an absence that is over");
    await shoot(page, "11-done");
    const html = await paperOf(page, await print(page, world.id, post));
    for (const wanted of ["代岗期间办理情况", "办结", "代岗办结，救助金已发放。"])
      check(html.includes(wanted), `the paper leaves out ${wanted}`);
    check((await world.b.locator(`[data-stand-in="${world.id}"]`).count()) === 0, "B's banner stays");
    const { card } = await onBoard(page, world.community);
    check(/here"[^/]*<span class="half">A岗/.test(card), "the board does not show A");
  },

  async "B5: an emergency begins at once and B is told live what is open; the note follows"(world) {
    const { a: page, b: other } = world;
    await moveClock(world.administrator, world.at(3, "09:00"));
    const no = await openPromised(page, { code: "MZ-01", demand: "紧急离岗时在办的件", workingDays: 3 });
    await other.goto("/queue?mine=1");
    await other.locator("h1").waitFor();
    await stamp(other);
    await page.goto("/absences?ask=1");
    await dialog(page).getByRole("radio", { name: "紧急离岗" }).check();
    await dialog(page).locator("textarea[id]").fill("孩子急病");
    await axe(page, "ask for an emergency");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/\/absences\/abs_/);
    world.emergency = page.url().split("/").pop();
    await notice(other, `${nameA} 紧急离岗，由您代岗`)
      .getByText(/有 \d+ 件在办办件/)
      .waitFor();
    await other.locator("tbody tr", { hasText: no }).waitFor();
    check(await notReloaded(other), "B's page was loaded anew");
    check((await sheet(other, no)).responsible.name === nameB, "B does not answer for it");
    await shoot(other, "11-emergency");
    await other.goto(`/absences/${world.emergency}`);
    const html = await paperOf(other, await print(other, world.emergency, post));
    for (const wanted of ["紧急离岗", "返岗后第一个工作日下班前", no])
      check(html.includes(wanted), `the paper of the emergency leaves out ${wanted}`);
    await page.getByRole("button", { name: "返岗" }).click();
    await dialog(page).locator("button[type=submit]").click();
    await dialog(page).waitFor({ state: "hidden" });
    await page.getByText("已返岗").first().waitFor();
    check((await sheet(page, no)).responsible.name === nameA, "the case did not return");
    check((await absence(page, world.emergency)).noteDueAt, "the missing note is not asked for");
    await page.goto("/inbox");
    await page.locator(`[data-absence="${world.emergency}"]`).getByRole("link", { name: "去办理" }).click();
    await page.getByRole("button", { name: "写交接单" }).first().click();
    const form = page.locator(".xx-list form");
    await form.locator("button[type=submit]").click();
    await form.getByText("请补写交代").waitFor();
    await form.getByRole("textbox", { name: "总的交代" }).fill("当时都已口头说明，补记在此。");
    await form.getByRole("textbox", { name: "总的交代" }).press("Control+Enter");
    await form.waitFor({ state: "detached" });
    const found = await absence(page, world.emergency);
    check(
      found.lists.some((list) => list.writtenAt),
      "the note was not kept",
    );
  },

  async "B7: colleagues to whom it is not addressed see it come and go live, and never why"(world) {
    const asker = await openWindow(world.browser);
    await signIn(asker.page, "gaoyang");
    const colleague = await openWindow(world.browser);
    const heard = [];
    colleague.page.on("websocket", (socket) =>
      socket.on("framereceived", (frame) => heard.push(String(frame.payload))),
    );
    await signIn(colleague.page, "zengliping");
    world.faults.push(asker.faults, colleague.faults);
    await colleague.page.goto("/coverage");
    // Who reads no case hears of it too.
    await world.administrator.goto("/absences");
    const row = colleague.page.locator(".xx-cover tbody tr", { hasText: "党群服务" });
    const listed = world.administrator.locator(".xx-absences tbody tr", { hasText: "高洋" });
    const standsIn = row.getByText("B 岗代岗：翟永强");
    await row.waitFor();
    await world.administrator.locator("h1").waitFor();
    for (const page of [colleague.page, world.administrator]) {
      await page.waitForLoadState("networkidle");
      await stamp(page);
    }
    const [halves, rows] = [await standsIn.count(), await listed.count()];
    const why = "带老人去医院复查";
    const coming = { kind: "PLANNED", from: world.at(9, "08:30"), until: world.at(9, "17:00"), reason: why };
    check((await send(asker.page, "askAbsence", "AskAbsenceInput", coming)) === null, "the absence was refused");
    await until(async () => (await standsIn.count()) === halves + 2, "the coverage does not show the stand-in");
    await until(async () => (await listed.count()) === rows + 1, "the list does not show the absence");
    await shoot(colleague.page, "11-colleague");
    await shoot(world.administrator, "11-listed");
    const { viewer } = await ask(asker.page, "{ viewer { staff { id } } }");
    const { absences } = await ask(
      colleague.page,
      "query ($id: ID) { absences(staffId: $id, states: [ASKED], first: 50) { edges { node { id version from reason events { kind } } } } }",
      { id: viewer.staff.id },
    );
    const found = absences.edges
      .map(({ node }) => node)
      .find((one) => Date.parse(one.from) === Date.parse(coming.from));
    check(found && found.reason === null && found.events.length === 0, `a colleague reads ${JSON.stringify(found)}`);
    const gone = { absenceId: found.id, version: found.version };
    check((await send(asker.page, "withdrawAbsence", "WithdrawAbsenceInput", gone)) === null, "it was not withdrawn");
    await until(async () => (await standsIn.count()) === halves, "the coverage shows what was withdrawn");
    await world.administrator
      .locator(".xx-absences tbody tr", { hasText: "高洋" })
      .getByText("已撤回")
      .first()
      .waitFor();
    for (const page of [colleague.page, world.administrator]) {
      check(await notReloaded(page), "a page was loaded anew");
      check(!(await page.content()).includes(why), "a page tells why");
      check((await notice(page, "高洋").count()) === 0, "somebody was told to whom it was not addressed");
    }
    const events = heard.filter((frame) => frame.includes(found.id));
    check(events.length >= 2, `the colleague heard ${events.length} events`);
    check(!heard.some((frame) => frame.includes(why)), "the stream tells why");
    check(!events.some((frame) => frame.includes(viewer.staff.id)), "the stream tells who acted");
    await asker.context.close();
    await colleague.context.close();
  },

  async "B4, A3: the director's own absence is the subdistrict's to decide, and never the director's"(world) {
    const { director: page } = world;
    const over = await openWindow(world.browser);
    const supervisor = over.page;
    await signIn(supervisor, "songwenbin");
    world.faults.push(over.faults);
    const no = await openPromised(page, { code: "MZ-01", demand: "主任首问的救助申请", workingDays: 7 });
    await page.goto("/absences?ask=1");
    const dates = dialog(page).locator("input[type=date]");
    await dates.first().fill(world.days[10]);
    await dates.nth(1).fill(world.days[10]);
    await dialog(page).getByText("共 2 个半天").waitFor();
    await dialog(page).locator("textarea[id]").fill("赴市里参加培训");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/\/absences\/abs_/);
    const id = page.url().split("/").pop();
    world.own = id;
    await notice(supervisor, "刘建国 提出请假").waitFor();
    // What the director has of open cases is handed over first, as anybody's.
    const { staff } = await ask(page, "{ staff { id login } }");
    const { lists } = await absence(page, id);
    check(
      lists.some((list) => list.lines.some((line) => line.receiptNo === no)),
      "the director's case is on no list",
    );
    for (const list of lists) {
      const { node } = await ask(
        page,
        "query ($id: ID!) { node(id: $id) { ... on Absence { version lists { id linesNow { caseId } } } } }",
        { id },
      );
      const notes = node.lists.find((one) => one.id === list.id).linesNow;
      const written = {
        absenceId: id,
        version: node.version,
        listId: list.id,
        note: "已口头交代",
        notes: notes.map((line) => ({ caseId: line.caseId, note: "按期办理" })),
      };
      check((await send(page, "writeHandOverList", "WriteHandOverListInput", written)) === null, "no list was written");
      const login = staff.find((one) => one.id === list.to.id)?.login ?? "songwenbin";
      const other = login === "songwenbin" ? over : await openWindow(world.browser);
      if (other !== over) await signIn(other.page, login);
      const accepted = { absenceId: id, version: (await absence(page, id)).version, listId: list.id };
      const refused = await send(other.page, "acceptHandOverList", "AcceptHandOverListInput", accepted);
      check(refused === null, JSON.stringify(refused));
      if (other !== over) await other.context.close();
    }
    const { version } = await absence(page, id);
    const own = await send(page, "decideAbsence", "DecideAbsenceInput", { absenceId: id, version, approve: true });
    check(own?.code === "OWN_CASE" && own.clause === "A3", JSON.stringify(own));
    check((await page.getByRole("button", { name: "批准", exact: true }).count()) === 0, "the director may decide");
    const below = await openWindow(world.browser);
    await signIn(below.page, "zhouxiulan");
    const theirs = await send(below.page, "decideAbsence", "DecideAbsenceInput", {
      absenceId: id,
      version,
      approve: true,
    });
    check(theirs?.code === "FORBIDDEN", `a leader below: ${JSON.stringify(theirs)}`);
    await below.page.goto("/inbox");
    await below.page.locator("h1").waitFor();
    await below.page.waitForLoadState("networkidle");
    check((await below.page.locator(`[data-absence="${id}"]`).count()) === 0, "it waits for a leader below");
    await below.context.close();
    await supervisor.goto("/inbox");
    const card = supervisor.locator(`[data-absence="${id}"]`);
    await card.getByText("刘建国 请假等您批准").waitFor();
    await axe(supervisor, "the supervisor's inbox");
    await shoot(supervisor, "11-supervisor");
    await card.getByRole("link", { name: "去办理" }).click();
    await supervisor.getByText("赴市里参加培训").first().waitFor();
    await supervisor.getByRole("button", { name: "批准", exact: true }).click();
    await dialog(supervisor).locator("textarea:focus").waitFor();
    await axe(supervisor, "the supervisor decides");
    await shoot(supervisor, "11-supervisor-decides");
    await supervisor.keyboard.press("Control+Enter");
    await dialog(supervisor).waitFor({ state: "hidden" });
    await supervisor.getByText("已批准").first().waitFor();
    await notice(page, "刘建国 请假已批准").waitFor();
    await page.getByText("已批准").first().waitFor();
    await over.context.close();
  },

  async "axe finds nothing on what the supervisor reads of it, in both languages and themes, wide and narrow"(world) {
    await inspectPages(world.browser, {
      name: "11-over",
      login: "songwenbin",
      pages: [
        { path: `/absences/${world.own}`, ready: ".xx-list", label: "director" },
        { path: "/absences", ready: ".xx-absences tbody tr", label: "absences" },
        { path: "/inbox", ready: "h1", label: "inbox" },
      ],
    });
  },

  async "B2: where A is suspended and B falls out the superior stands in; coverage and board say so, without a reason"(
    world,
  ) {
    const { director: page, b: other } = world;
    const { staff } = await ask(page, "{ staff { id name } }");
    const idOf = (name) => staff.find((one) => one.name === name).id;
    const { page: superior } = await openWindow(world.browser);
    await signIn(superior, leader);
    const { officeTime } = await ask(page, "{ officeTime { now } }");
    const breach = await suspend(superior, idOf(nameA), Date.parse(officeTime.now) + 5 * 24 * 3600_000);
    await page.goto("/coverage");
    const row = page.locator(".xx-cover tbody tr", { hasText: post });
    await row.getByText(`B 岗代岗：${nameB}`).first().waitFor();
    check(
      (await send(other, "askAbsence", "AskAbsenceInput", { kind: "EMERGENCY", reason: "急病就医" })) === null,
      "B's emergency was refused",
    );
    await row
      .getByText(/上级代岗：/)
      .first()
      .waitFor();
    const days = page.locator(".xx-cover-attention li", { hasText: post });
    await days.first().waitFor();
    // Of five days only the half-day in which it begins and that in which it ends differ from those between.
    const told = await days.allTextContents();
    check(told.length <= 3, `what lasts is told half-day by half-day: ${told.join(" | ")}`);
    await axe(page, "coverage with a gap");
    await shoot(page, "11-gap");
    const { html, card } = await onBoard(page, world.community);
    check(card.includes("由上级代岗"), `the board shows ${card}`);
    check(!html.includes("待岗") && !html.includes("急病"), "the board tells why");
    const wall = await (await page.request.get(`${base}/wall/${world.community}`)).text();
    check(wall.includes("由上级代岗"), "the wall does not show the superior");
    // A appeals and is heard; B says that they are back.
    const step = async (who, name, type, input) => {
      const { node } = await ask(who, "query ($id: ID!) { node(id: $id) { ... on Breach { version } } }", {
        id: breach,
      });
      check((await send(who, name, type, { breachId: breach, version: node.version, ...input })) === null, name);
    };
    await step(world.a, "appealBreach", "AppealBreachInput", { reason: "事实不清" });
    await step(page, "decideAppeal", "DecideAppealInput", { outcome: "OVERTURNED", reason: "查无实据" });
    const { absences } = await ask(
      other,
      "query ($staffId: ID) { absences(staffId: $staffId, states: [RUNNING], first: 1) { edges { node { id version } } } }",
      { staffId: idOf(nameB) },
    );
    const { id: absenceId, version } = absences.edges[0].node;
    check(
      (await send(other, "returnToDuty", "ReturnToDutyInput", { absenceId, version })) === null,
      "B did not return",
    );
    await superior.context().close();
    await row
      .getByText(/上级代岗：/)
      .first()
      .waitFor({ state: "detached" });
  },

  async "B1, B8: the director says what A and B must have learned, and records a test"(world) {
    const page = world.director;
    await page.goto("/staff");
    const card = page.locator(".xx-post", { hasText: post }).first();
    await card.getByRole("button", { name: `变更岗位：${post}` }).click();
    await dialog(page).getByLabel("A 岗须熟练掌握").fill("低保政策\n系统操作");
    await dialog(page).getByLabel("B 岗须了解").fill("低保政策");
    await axe(page, "a post being changed");
    await shoot(page, "11-post");
    await page.keyboard.press("Control+Enter");
    await dialog(page).waitFor({ state: "detached" });
    await card.getByText("低保政策（未学）").nth(1).waitFor();
    const learn = async (who, subject) => {
      await card.getByRole("button", { name: `${post}的业务学习` }).click();
      await dialog(page).getByRole("combobox").first().fill(who);
      await page.keyboard.press("Enter");
      await dialog(page).getByRole("combobox").nth(1).click();
      await page.locator(".ant-select-dropdown:visible .ant-select-item", { hasText: subject }).first().click();
      await dialog(page).getByText("考核", { exact: true }).click();
      await dialog(page).getByLabel("日期").fill(world.days[0]);
      await shoot(page, "11-study");
      await page.keyboard.press("Enter"); // takes the day, and sends the form
      await dialog(page).waitFor({ state: "detached" });
    };
    // B8: seen before it happens, and gone once it was learned.
    const coming = { kind: "PLANNED", from: world.at(12, "08:30"), until: world.at(12, "17:00"), reason: "年休假" };
    check((await send(world.a, "askAbsence", "AskAbsenceInput", coming)) === null, "A could not ask for a day off");
    const row = page.locator(".xx-cover tbody tr", { hasText: post });
    const marked = row.getByText(`B 岗代岗：${nameB}（未学完岗位应知）`);
    await page.goto("/coverage");
    await marked.first().waitFor();
    await page.locator(".xx-cover-attention li", { hasText: post }).first().waitFor();
    await shoot(page, "11-unqualified");
    await page.goto("/staff");
    await learn(nameB, "低保政策");
    await until(
      async () => (await card.getByText("低保政策（未学）").count()) === 1,
      "B is not qualified after the test",
    );
    const { posts } = await ask(page, "{ posts { name lacking { a b } studies { subject passed staff { name } } } }");
    const mine = posts.find((one) => one.name === post);
    mine.studies = mine.studies.filter((one) => one.subject === "低保政策");
    check(
      JSON.stringify(mine) ===
        JSON.stringify({
          name: post,
          lacking: { a: ["低保政策", "系统操作"], b: [] },
          studies: [{ subject: "低保政策", passed: true, staff: { name: nameB } }],
        }),
      `learned is ${JSON.stringify(mine)}`,
    );
    await page.goto("/coverage");
    await row.waitFor();
    await row.getByText(`B 岗代岗：${nameB}`).first().waitFor();
    check((await marked.count()) === 0, "B is marked after the test");
    check(
      (await send(world.a, "savePost", "SavePostInput", { code: "X", name: "X", aId: "x", bId: "y" })).code ===
        "FORBIDDEN",
      "a clerk set up a post",
    );
  },

  async "on a phone one post at a time, and nothing sticks out"(world) {
    const phone = await openWindow(world.browser, { size: narrow });
    await signIn(phone.page, b);
    for (const path of ["/coverage", "/absences", `/absences/${world.id}`, "/absences?ask=1"]) {
      await phone.page.goto(path);
      await phone.page.locator("h1").waitFor();
      await phone.page.waitForLoadState("networkidle");
      await fits(phone.page, `${path} on a phone`);
      await axe(phone.page, `${path} on a phone`);
    }
    await phone.context.close();
  },

  async "axe finds nothing on absences and coverage, in both languages and themes, wide and narrow"({ browser, id }) {
    await inspectPages(browser, {
      name: "11",
      login: director,
      pages: [
        { path: "/absences", ready: ".xx-absences tbody tr", label: "absences" },
        { path: `/absences/${id}`, ready: ".xx-list", label: "absence" },
        { path: "/coverage", ready: ".xx-cover-mark:visible", label: "coverage" },
        { path: "/staff", ready: ".xx-post-study", label: "posts" },
      ],
    });
  },

  async "nothing in the browsers complained"({ faults }) {
    check(faults.flat().length === 0, faults.flat().join("; "));
  },
};
