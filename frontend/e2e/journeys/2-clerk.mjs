// Journey 2: a clerk signs in, sees what is due first with the time left ticking, takes contacts by keyboard and disposes of them.
import { pinyin } from "pinyin-pro";
import {
  ask,
  axe,
  check,
  inspectPages,
  openWindow,
  password,
  pickByKeyboard,
  shoot,
  signIn,
  takeContact,
} from "../desk.mjs";

const login = "wangxiaomei";

export const steps = {
  async "signs in; a wrong password and an unknown name are refused alike"(world) {
    Object.assign(world, await openWindow(world.browser));
    const { page } = world;
    const said = [];
    for (const [name, secret] of [
      [login, "not the password"],
      ["nobody.here", password],
    ]) {
      await page.goto("/signin");
      await page.locator("input[autocomplete=username]:focus").waitFor();
      await page.keyboard.type(name);
      await page.keyboard.press("Tab");
      await page.keyboard.type(secret);
      await page.keyboard.press("Enter");
      said.push(await page.locator("[role=alert]").textContent());
    }
    check(said[0] === said[1], `the refusals differ: ${said}`);
    // The page that was asked for is opened after the sign-in.
    await page.goto("/queue?mine=1");
    await page.waitForURL("**/signin?next=*");
    await signIn(page, login, { at: page.url() });
    check(new URL(page.url()).search === "?mine=1", "the sign-in lost where the clerk was going");
  },

  async "T1: the queue is ordered by what is due first, and says so in words"({ page }) {
    await page.goto("/queue");
    await page.locator("tbody tr").first().waitFor();
    // Of one due day the green channel comes first (E6): its place is the start of the day.
    const due = await page.locator("td.xx-q-due").evaluateAll((cells) =>
      cells.map((cell) => {
        const at = Date.parse(cell.querySelector("time").dateTime);
        const day = 24 * 3600_000;
        const green = cell.querySelector(".xx-tag[title*='E6']") !== null;
        return green ? Math.floor((at + 8 * 3600_000) / day) * day - 8 * 3600_000 : at;
      }),
    );
    check(due.length > 10, "the demo's queue is short");
    check(
      due.every((at, i) => i === 0 || at >= due[i - 1]),
      "the queue is not ordered by its deadlines",
    );
    const words = await page.locator("td.xx-q-due .xx-remaining").allInnerTexts();
    check(
      words.every((text) => /剩|超期/.test(text)),
      "a deadline is told without words",
    );
    await shoot(page, "2-queue");
  },

  async "the time left ticks with the office's clock, not with the browser's zone"({ browser }) {
    const { context, page } = await openWindow(browser);
    await page.clock.install();
    await signIn(page, login);
    await page.locator("tbody tr").first().waitFor();
    const { officeTime } = await ask(page, "{ officeTime { now open } }");
    const day = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", day: "numeric" }).format(
      new Date(officeTime.now),
    );
    const header = page.locator(".xx-clock time").first();
    check((await header.textContent()).includes(`月${day}`), "the header does not show the office's day");
    // The server would set the fast-forwarded clock right again: from here on the page counts by itself.
    await page.route("**/graphql", (route) =>
      route.request().postData()?.includes("query OfficeTime") ? route.abort() : route.continue(),
    );
    const before = await page.locator(".xx-remaining").allInnerTexts();
    const clockBefore = await header.textContent();
    await page.clock.fastForward(130_000);
    await page.waitForFunction((text) => document.querySelector(".xx-clock time")?.textContent !== text, clockBefore);
    if (officeTime.open) {
      const after = await page.locator(".xx-remaining").allInnerTexts();
      check(
        after.some((text, i) => text !== before[i]),
        "no time left has moved in two office minutes",
      );
    }
    await context.close();
  },

  async "F5: a phone call is taken by keyboard in under a minute and promised"(world) {
    const { page } = world;
    const { residents, items } = await ask(
      page,
      '{ residents(search: "zhang", first: 10) { name pinyin phoneMasked } items(kind: REGISTRATION) { name pinyin immediate limitDays } }',
    );
    world.resident = residents.find((one) => one.phoneMasked);
    world.item = items.find((one) => !one.immediate);
    await page.goto("/queue");
    await page.locator("tbody tr").first().waitFor();
    const start = performance.now();
    world.promised = await takeContact(page, {
      channel: 1,
      resident: { typed: world.resident.name, text: world.resident.name },
      item: { typed: world.item.name.slice(0, 4), text: world.item.name },
      situation: "来电人自述近期住院，家中无人照料",
      demand: "请社区协助办理",
      way: 2,
    });
    const seconds = (performance.now() - start) / 1000;
    check(seconds < 60, `the call took ${seconds} s`);
    await shoot(page, "2-promised");
    const found = await ask(
      page,
      "query ($no: String) { case(receiptNo: $no) { status channel dueAt firstResponder { id } promise { workingDays explanation { dueAt } } } viewer { staff { id } } }",
      { no: world.promised },
    );
    check(found.case.status === "PROMISED", `the case is ${found.case.status}`);
    check(found.case.channel === "PHONE", "the channel was not kept");
    check(found.case.promise.workingDays === world.item.limitDays, "the promise is not the item's limit");
    check(found.case.firstResponder.id === found.viewer.staff.id, "F1: the clerk is not the first responder");
  },

  async "residents are found by pinyin, by initials and by the last four digits"(world) {
    const { page, resident } = world;
    await page.goto("/intake");
    const box = page.locator("input[role=combobox]").first();
    const initials = pinyin(resident.name, { pattern: "first", toneType: "none", type: "array" }).join("");
    for (const typed of [resident.pinyin, initials, resident.phoneMasked.slice(-4), resident.name.slice(0, 2)]) {
      await box.fill(typed);
      const { residents } = await ask(
        page,
        "query ($s: String!) { residents(search: $s, first: 50) { phoneMasked } }",
        {
          s: typed,
        },
      );
      check(
        residents.some((one) => one.phoneMasked === resident.phoneMasked),
        `${typed} does not find ${resident.name}`,
      );
      await page.locator(".xx-pick-option:not(.xx-pick-extra)").first().waitFor();
    }
  },

  async "F4: an anonymous visit is resolved on the spot"({ page }) {
    await page.goto("/queue");
    await page.locator("tbody tr").first().waitFor();
    const no = await takeContact(page, {
      channel: 2,
      resident: "anonymous",
      situation: "路过询问",
      demand: "问老年食堂几点开饭",
      way: 1,
      fields: ["已告知：十一点开饭，七十岁以上八折"],
    });
    const found = await ask(page, "query ($no: String) { case(receiptNo: $no) { status anonymous resident { id } } }", {
      no,
    });
    check(
      found.case.status === "RESOLVED_ON_SPOT" && found.case.anonymous && !found.case.resident,
      JSON.stringify(found),
    );
  },

  async "F6: what cannot be solved is reported up"({ page, resident }) {
    await page.goto("/queue");
    await page.locator("tbody tr").first().waitFor();
    const no = await takeContact(page, {
      channel: 1,
      resident: { typed: resident.pinyin, text: resident.phoneMasked },
      situation: "楼上漏水多次调解无果",
      demand: "请领导出面协调",
      way: 3,
      fields: ["涉及两家物业，需上级协调"],
    });
    const found = await ask(page, "query ($no: String) { case(receiptNo: $no) { status report { state } } }", { no });
    check(found.case.status === "REPORTED" && found.case.report.state === "WAITING", JSON.stringify(found));
  },

  async "F7: what the office does not issue is guided to a named department"({ page, resident }) {
    const { items } = await ask(page, "{ items(kind: NOT_ISSUED, first: 1) { name department { name } } }");
    await page.goto("/queue");
    await page.locator("tbody tr").first().waitFor();
    const no = await takeContact(page, {
      channel: 1,
      resident: { typed: resident.pinyin, text: resident.phoneMasked },
      item: { typed: items[0].name, text: items[0].name },
      situation: "单位要求开证明",
      demand: `开${items[0].name}`,
      way: 4,
      // The department is chosen already; Tab passes the button that changes it.
      fields: ["", "带身份证和户口簿去窗口，先打电话问清楚"],
    });
    const found = await ask(page, "query ($no: String) { case(receiptNo: $no) { status guidedTo { name } } }", { no });
    check(found.case.status === "GUIDED", JSON.stringify(found));
    check(found.case.guidedTo.name === items[0].department.name, "guided elsewhere");
  },

  async "a resident is made on the spot, without a trace of the number in the browser"({ page }) {
    await page.goto("/intake");
    await page.locator('input[type=radio][value="PHONE"]:focus').waitFor();
    await page.keyboard.press("2");
    const phone = `139${String(Date.now()).slice(-8)}`;
    // A name that no earlier run has made.
    const given = [0, 1].map(() => String.fromCharCode(0x4e00 + Math.floor(Math.random() * 8000))).join("");
    await pickByKeyboard(page, `欧阳${given}`, /新建居民档案/);
    await page.locator(".xx-new-resident input:focus").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type(phone);
    await page.keyboard.press("Enter");
    await page.locator(".xx-picked", { hasText: `139****${phone.slice(-4)}` }).waitFor();
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    check(!kept.includes(phone), "the phone number was kept in the browser");
  },

  async "a lost answer loses nothing; the act is done once"({ page, resident }) {
    await page.goto("/intake");
    await page.getByRole("button", { name: "清空重来" }).click();
    await page.locator('input[type=radio][value="PHONE"]:focus').waitFor();
    await page.keyboard.press("1");
    await page.keyboard.type(resident.pinyin);
    await page.locator("[role=option]", { hasText: resident.phoneMasked }).first().waitFor();
    await page.locator("[role=option]", { hasText: resident.phoneMasked }).first().click();
    const demand = `断线重试 ${Date.now()}`;
    await page.getByRole("textbox", { name: "基本情况" }).fill("断线时填写");
    await page.getByRole("textbox", { name: "要求" }).fill(demand);
    await page.locator("input[value=ON_SPOT]").check();
    await page.getByRole("textbox", { name: "办理结果" }).fill("已答复");
    // The request arrives, its answer is lost: the worst kind of break.
    let sent = 0;
    let broken = true;
    await page.route("**/graphql", async (route) => {
      // A body that the browser does not show may be the act: it is not let through either.
      const body = route.request().postData();
      if (broken && (body === null || body.includes("OpenCase"))) {
        if (++sent === 1) await route.fetch();
        await route.abort("connectionreset");
      } else await route.continue();
    });
    await page.keyboard.press("Control+Enter");
    await page.getByText("网络连不上", { exact: false }).waitFor();
    check(sent === 3, `the act was sent ${sent} times before it was said that the network is gone`);
    broken = false;
    await page.reload();
    await page.waitForFunction(
      (text) => [...document.querySelectorAll("textarea")].some((area) => area.value === text),
      demand,
    );
    await page.getByRole("textbox", { name: "要求" }).press("Control+Enter");
    await page.locator("#xx-done-title").waitFor();
    await page.unroute("**/graphql");
    const { residents } = await ask(
      page,
      "query ($s: String!) { residents(search: $s, first: 50) { phoneMasked recentCases { demand } } }",
      { s: resident.pinyin },
    );
    const mine = residents.find((one) => one.phoneMasked === resident.phoneMasked);
    const same = mine.recentCases.filter((one) => one.demand === demand);
    check(same.length === 1, `the case was opened ${same.length} times`);
  },

  async "a broken websocket is told, tried again, and goes on from the last event"({ browser, page: other }) {
    const { context, page } = await openWindow(browser);
    let open = [];
    let barred = false;
    const subscribed = [];
    await page.routeWebSocket("**/graphql", (socket) => {
      if (barred) {
        void socket.close({ code: 1012, reason: "restarting" });
        return;
      }
      const server = socket.connectToServer();
      open.push(socket);
      socket.onMessage((message) => {
        const sent = JSON.parse(String(message));
        if (sent.type === "subscribe" && sent.payload.query.includes("deskEvents"))
          subscribed.push(sent.payload.variables.after ?? null);
        server.send(message);
      });
    });
    await signIn(page, login);
    await page.locator("tbody tr").first().waitFor();
    // Something happens on the desk: the page has a cursor from then on.
    const happen = (demand) =>
      ask(other, "mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { receiptNo } } }", {
        input: {
          channel: "VISIT",
          anonymous: true,
          situation: "断线测试",
          demand,
          clientMutationId: crypto.randomUUID(),
        },
      }).then((data) => data.openCase.case.receiptNo);
    const first = await happen(`断线前 ${Date.now()}`);
    await page.goto("/queue?order=NEWEST");
    await page.locator("tbody tr", { hasText: first }).waitFor();
    const cursor = () =>
      page.evaluate(() => Object.entries(sessionStorage).find(([key]) => key.endsWith(".desk"))?.[1] ?? null);
    // The feed may begin a moment after the page is drawn; what happens from then on comes through it.
    let last = await cursor();
    for (let tries = 0; tries < 10 && !last; tries++) {
      const shown = await happen(`连线中 ${Date.now()}`);
      await page.locator("tbody tr", { hasText: shown }).waitFor();
      last = await cursor();
    }
    check(last, "no event of the desk came to the page");
    barred = true;
    for (const socket of open) await socket.close({ code: 1012, reason: "restarting" });
    open = [];
    await page.getByText("实时连接已中断").waitFor();
    const missed = await happen(`断线后 ${Date.now()}`);
    barred = false;
    // What happened meanwhile is shown without a reload, and the feed was asked for from the last event on.
    await page.locator("tbody tr", { hasText: missed }).waitFor({ timeout: 30_000 });
    await page.getByText("实时连接已中断").waitFor({ state: "detached" });
    check(subscribed.at(-1) === last, `the feed went on from ${JSON.stringify(subscribed)}, not from ${last}`);
    await context.close();
  },

  async "Ctrl+K finds pages by pinyin initials, cases by number, and starts an intake"({ page, promised }) {
    await page.goto("/queue");
    await page.locator("tbody tr").first().waitFor();
    await page.keyboard.press("Control+k");
    await page.locator("input[role=combobox]:focus").waitFor();
    await page.keyboard.type("gzrl");
    await page.locator("[role=option][aria-selected=true]", { hasText: "工作日历" }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/calendar");
    await page.keyboard.press("Control+k");
    await page.locator("input[role=combobox]:focus").waitFor();
    await page.keyboard.type(promised);
    await page.locator("[role=option]", { hasText: promised }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/cases/${promised}`);
    await page.keyboard.press("Control+k");
    await page.locator("input[role=combobox]:focus").waitFor();
    await page.keyboard.type("xjd");
    await page.locator("[role=option][aria-selected=true]", { hasText: "新接待" }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/intake");
  },

  async "filters live in the address and can be kept by name"({ page }) {
    await page.goto("/queue?standing=OVERDUE");
    await page.locator("tbody tr, .xx-empty").first().waitFor();
    const standings = await page
      .locator("tbody tr")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-standing")));
    check(
      standings.every((one) => one === "OVERDUE"),
      `other standings are shown: ${standings}`,
    );
    await page.keyboard.press("/");
    await page.locator("input[type=search]:focus").waitFor();
    await page.getByRole("button", { name: "存为常用" }).click();
    await page.getByRole("textbox", { name: "名称" }).fill("超期的");
    await page.keyboard.press("Enter");
    await page.reload();
    await page.getByRole("link", { name: "超期的", exact: true }).waitFor();
  },

  async "axe finds nothing on sign-in, queue and intake, in both languages and themes, wide and narrow"({ browser }) {
    await inspectPages(browser, {
      name: "2",
      pages: [{ path: "/signin", ready: "input[autocomplete=username]", label: "signin" }],
    });
    await inspectPages(browser, {
      name: "2",
      login,
      pages: [
        { path: "/queue", ready: "tbody tr", label: "queue" },
        { path: "/intake", ready: "input[type=radio]", label: "intake" },
      ],
    });
  },

  async "axe finds nothing in the palette, the warnings, a filled intake and its result"({ page }) {
    await page.goto("/queue");
    await page.locator("tbody tr").first().waitFor();
    await page.keyboard.press("Control+k");
    await page.locator("[role=option]").first().waitFor();
    await axe(page, "palette");
    await page.keyboard.press("Escape");
    await page.locator(".xx-palette").waitFor({ state: "hidden" });
    await page.getByRole("button", { name: /时限提醒/ }).click();
    await page.getByRole("dialog").waitFor();
    await axe(page, "warnings");
    await page.keyboard.press("Escape");
    await page.goto("/intake");
    for (const way of ["PROMISE", "REPORT", "GUIDE", "REFUSE", "MATERIALS", "LATER", "ON_SPOT"]) {
      await page.locator(`input[value=${way}]`).check();
      await page.keyboard.press("Control+Enter");
      await page.locator("[role=alert]").first().waitFor();
      await axe(page, `intake ${way}`);
    }
  },

  async "nothing in the browser complained, and signing out leaves no draft"({ page, faults }) {
    await page.goto("/intake");
    await page.getByRole("textbox", { name: "要求" }).fill("未完的草稿");
    await page.getByRole("button", { name: /的菜单/ }).click();
    await page.getByRole("menuitem", { name: "退出登录" }).click();
    await page.waitForURL("**/signin");
    const drafts = await page.evaluate(() =>
      Object.keys(localStorage).filter((key) => key.startsWith("xinxing.draft.")),
    );
    check(drafts.length === 0, `drafts stayed: ${drafts}`);
    await page.goto("/queue");
    await page.waitForURL("**/signin");
    check(faults.length === 0, `the browser complained: ${faults.join("; ")}`);
  },
};
