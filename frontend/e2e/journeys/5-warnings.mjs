// Journey 5: the rehearsal clock runs through the life of a promise. Everybody concerned gets the warnings of F8 and T7 live, in
// their order, each exactly once, and after a lost connection and a restarted server those that were missed, none twice.
import { ask, axe, check, openWindow, shoot, signIn } from "../desk.mjs";
import { openCase, openPromised, sheet } from "../office.mjs";

const clerk = "zhangwei";
const superior = "zhouxiulan";
const administrator = "fangming";

/** The line of a window: every warning that came through its websockets, in order, and a way to cut it. */
async function listen(page) {
  const line = { came: [], open: new Map(), cut: false };
  await page.routeWebSocket("**/graphql", (socket) => {
    if (line.cut) {
      void socket.close({ code: 1012, reason: "cut" });
      return;
    }
    const server = socket.connectToServer();
    line.open.set(socket, server);
    server.onMessage((message) => {
      if (!line.open.has(socket)) return;
      const event = JSON.parse(String(message)).payload?.data?.deadlineEvents;
      if (event) line.came.push(event);
      socket.send(message);
    });
  });
  return line;
}

/** Cuts the line of a window, or mends it. */
async function cutLine(line, context, cut) {
  line.cut = cut;
  await context.setOffline(cut);
  if (!cut) return;
  const open = [...line.open];
  line.open.clear();
  for (const [socket, server] of open) {
    await server.close();
    await socket.close({ code: 1012, reason: "cut" });
  }
}

/** The kinds of warnings of a case, as they came. */
const kindsOf = (came, no) => came.filter((one) => one.receiptNo === no).map((one) => one.kind);

/** Waits until the warning came, and fails where another of the case came beside. */
async function until(came, no, wanted) {
  const end = Date.now() + 45_000;
  while (kindsOf(came, no).length < wanted.length && Date.now() < end)
    await new Promise((done) => setTimeout(done, 100));
  const kinds = kindsOf(came, no);
  check(
    JSON.stringify(kinds) === JSON.stringify(wanted),
    `came ${kinds.join(", ") || "nothing"}, not ${wanted.join(", ")}`,
  );
}

async function moveClock(page, to) {
  await ask(page, "mutation ($input: MoveClockInput!) { moveClock(input: $input) { now } }", {
    input: { to, clientMutationId: `clock-${to}-${Math.random()}` },
  });
}

/** Waits until the journal of the case holds the warning. */
async function fallen(page, no, kind) {
  for (const end = Date.now() + 30_000; ; ) {
    const { case: one } = await ask(
      page,
      "query ($no: String) { case(receiptNo: $no) { events { edges { node { facts } } } } }",
      {
        no,
      },
    );
    if (one.events.edges.some(({ node }) => node.facts.alarm === kind)) return;
    check(Date.now() < end, `${kind} did not fall`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** The warnings of a case in the drawer of the window, newest first. */
async function drawer(page, no) {
  await page.getByRole("button", { name: /时限提醒/ }).click();
  const list = page.locator(".xx-warnings > li");
  await list.first().waitFor();
  const texts = await list.filter({ hasText: no }).locator(".xx-tag").allInnerTexts();
  await page.keyboard.press("Escape");
  await page.locator(".ant-drawer-open").waitFor({ state: "detached" });
  return texts;
}

export const steps = {
  async "a promise of three working days and a case that nobody disposes of"(world) {
    const windows = {};
    for (const [name, login] of Object.entries({ clerk, superior, administrator })) {
      windows[name] = await openWindow(world.browser);
      windows[name].line = await listen(windows[name].page);
      windows[name].came = windows[name].line.came;
      await signIn(windows[name].page, login);
    }
    Object.assign(world, windows, { page: windows.clerk.page, context: windows.clerk.context });
    const { page } = world;
    world.no = await openPromised(page, { code: "MZ-03", demand: "看提醒是否按时", workingDays: 3 });
    world.left = await openCase(page, { code: "MZ-03", demand: "没有人处置的接待" });
    const { case: found } = await ask(
      page,
      "query ($no: String) { case(receiptNo: $no) { promise { explanation { steps { date counted } } } } }",
      { no: world.no },
    );
    world.days = found.promise.explanation.steps.filter((step) => step.counted).map((step) => step.date);
    check(world.days.length === 3, `counted ${world.days}`);
    await page.goto(`/cases/${world.no}`);
    await page.locator(".xx-timeline-item").first().waitFor();
    await page.evaluate(() => Object.assign(window, { xxStamp: true }));
    check(kindsOf(world.clerk.came, world.no).length === 0, "a warning came at once");
  },

  async "F8: the first-contact limit warns the first responder, passed it tells the superior too, once each"(world) {
    await moveClock(world.administrator.page, `${world.days[1]}T08:31:00+08:00`);
    await until(world.clerk.came, world.left, ["FIRST_CONTACT_NEAR", "FIRST_CONTACT_PASSED"]);
    await until(world.superior.came, world.left, ["FIRST_CONTACT_PASSED"]);
    const found = await sheet(world.page, world.left);
    check(
      JSON.stringify(found.breaches.map((one) => one.kind)) === '["FIRST_CONTACT_MISSED"]',
      JSON.stringify(found.breaches),
    );
  },

  async "T7: two working days before, the responsible person is warned live and the superior is not"(world) {
    await until(world.clerk.came, world.no, ["PROMISE_TWO_DAYS"]);
    check(kindsOf(world.superior.came, world.no).length === 0, "the superior was told already");
    const entry = world.page.locator(".xx-timeline-item").last();
    await entry.getByText("承诺到期前两个工作日").waitFor();
    check(await world.page.evaluate(() => Boolean(window.xxStamp)), "the page was loaded anew");
    await world.page.locator(".ant-notification-notice").first().waitFor();
    await axe(world.page, "case with a warning");
    await shoot(world.page, "5-warning");
  },

  async "T7: what falls while the line is cut comes after it, once"(world) {
    const { context, page } = world;
    await cutLine(world.clerk.line, context, true);
    await page.getByText("实时连接已中断").waitFor({ timeout: 45_000 });
    await moveClock(world.administrator.page, `${world.days[2]}T08:31:00+08:00`);
    await fallen(world.superior.page, world.no, "PROMISE_ONE_DAY");
    check(kindsOf(world.superior.came, world.no).length === 0, "the superior was told already");
    check(kindsOf(world.clerk.came, world.no).length === 1, "a warning came through a cut line");
    await cutLine(world.clerk.line, context, false);
    await until(world.clerk.came, world.no, ["PROMISE_TWO_DAYS", "PROMISE_ONE_DAY"]);
    await page.getByText("实时连接已中断").waitFor({ state: "detached", timeout: 45_000 });
    await page.locator(".xx-timeline-item").last().getByText("承诺到期前一个工作日").waitFor();
  },

  async "T7: what falls while the server is down comes when it runs again, once"(world) {
    if (world.server) {
      await world.server.stop();
      await world.page.getByText("实时连接已中断").waitFor({ timeout: 45_000 });
      await world.server.start(`${world.days[2]}T15:01:00+08:00`);
    } else {
      // A desk that is not ours to stop goes on without the restart.
      await moveClock(world.administrator.page, `${world.days[2]}T15:01:00+08:00`);
    }
    await until(world.clerk.came, world.no, ["PROMISE_TWO_DAYS", "PROMISE_ONE_DAY", "PROMISE_TWO_HOURS"]);
    // From the last warning on, the superior is told.
    await until(world.superior.came, world.no, ["PROMISE_TWO_HOURS"]);
    await world.page.getByText("实时连接已中断").waitFor({ state: "detached", timeout: 45_000 });
  },

  async "T7: passed, both are told and the breach stands on the case and in the register"(world) {
    const { page } = world;
    await moveClock(world.administrator.page, `${world.days[2]}T17:01:00+08:00`);
    await until(world.clerk.came, world.no, [
      "PROMISE_TWO_DAYS",
      "PROMISE_ONE_DAY",
      "PROMISE_TWO_HOURS",
      "PROMISE_PASSED",
    ]);
    await until(world.superior.came, world.no, ["PROMISE_TWO_HOURS", "PROMISE_PASSED"]);
    await page.locator(".xx-breaches").getByText("逾期未办结").waitFor();
    await page.locator(".xx-case-tags").getByText("已超期").waitFor();
    check(await page.evaluate(() => Boolean(window.xxStamp)), "the page was loaded anew");
    const found = await sheet(page, world.no);
    check(
      JSON.stringify(found.breaches.map((one) => one.kind)) === '["PROMISE_MISSED"]',
      JSON.stringify(found.breaches),
    );
    check(!found.allowedActs.includes("REQUEST_EXTENSION"), "T5: an extension may be asked for after the deadline");
    await page.goto("/breaches");
    await page.locator("tr", { hasText: world.no }).getByText("逾期未办结").waitFor();
  },

  async "each warning stands once in the drawer, in order, and none came twice to anybody"(world) {
    const wanted = ["承诺时限已过", "承诺到期前两个工作小时", "承诺到期前一个工作日", "承诺到期前两个工作日"];
    for (const reload of [false, true]) {
      if (reload) {
        await world.page.reload();
        await world.page.locator("h1").waitFor();
      }
      const shown = await drawer(world.page, world.no);
      check(
        JSON.stringify(shown) === JSON.stringify(wanted),
        `the drawer shows ${shown}${reload ? " after a reload" : ""}`,
      );
    }
    for (const [name, { came }] of Object.entries({ clerk: world.clerk, superior: world.superior })) {
      const ids = came.map((one) => one.eventId);
      check(new Set(ids).size === ids.length, `a warning came twice to the ${name}`);
      const order = ids.map((id) => Number(id.replace(/\D/g, "")));
      check(
        order.every((id, i) => i === 0 || id > order[i - 1]),
        `the warnings of the ${name} came out of order`,
      );
    }
    check(world.administrator.came.length === 0, "the administrator, who sees no case, got a warning");
  },

  async "nothing in the browsers complained"(world) {
    const faults = [world.clerk, world.superior, world.administrator].flatMap((one) => one.faults);
    check(faults.length === 0, faults.join("; "));
  },
};
