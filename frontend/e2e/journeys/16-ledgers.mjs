// Journey 16: the office's ledgers. A clerk takes the reception register of this month and finds today's contact in it, masked;
// gifts and breaches are for who leads; the period is the reader's; a download that is cut is said to be none ; one that came
// late is saved by a link; who only looks takes none (R).
import { readFile } from "node:fs/promises";
import { ask, axe, check, inspectPages, openWindows, shoot } from "../desk.mjs";
import { openCase } from "../office.mjs";
import { cellsOf } from "../xlsx.mjs";

const people = { clerk: "wangxiaomei", director: "liujianguo", administrator: "fangming" };
const formula = '=HYPERLINK("http://x")';
const name = "台账居民";
const key = () => crypto.randomUUID();

const offered = (page) => page.locator("[data-ledger]");

/** The file that a page saves now, null where none comes. */
const saved = (page, timeout = 15_000) => page.waitForEvent("download", { timeout }).catch(() => null);

async function read(file, button) {
  check(file, `${button}: no file came`);
  return { name: file.suggestedFilename(), cells: cellsOf(await readFile(await file.path())) };
}

/** Takes a ledger by its button, and it comes by itself; gives the name of the file and its cells. */
async function take(page, button) {
  const coming = saved(page);
  await page.getByRole("button", { name: button, exact: true }).click();
  return read(await coming, button);
}

/**
 * Takes one of many: a browser drops the eleventh file that a page saves within a second, which a machine asks for and no person. That one is saved by
 * the link that the page offers, as a person would.
 */
async function takeOneOfMany(page, button) {
  const coming = saved(page, 3000);
  await page.getByRole("button", { name: button, exact: true }).click();
  let file = await coming;
  const byLink = !file;
  if (byLink) {
    const again = saved(page);
    await page.getByRole("link", { name: button.replace("下载", "保存"), exact: true }).click();
    file = await again;
  }
  return { ...(await read(file, button)), byLink };
}

/** The rows of a ledger below its header, each a map by its headers. */
function rowsOf(cells) {
  const rows = [];
  for (const [at, text] of Object.entries(cells)) {
    const [, letter, row] = /^([A-Z]+)(\d+)$/.exec(at);
    if (Number(row) > 3) {
      rows[Number(row) - 4] ??= new Map();
      rows[Number(row) - 4].set(cells[`${letter}3`], text);
    }
  }
  return rows;
}

export const steps = {
  async "each person has a window, and somebody came today"(world) {
    await openWindows(world, people);
    await ask(
      world.clerk,
      "mutation ($input: RegisterResidentInput!) { registerResident(input: $input) { resident { id } } }",
      { input: { name, phone: "13900007777", address: "新星小区9栋", clientMutationId: key() } },
    );
    world.no = await openCase(world.clerk, { demand: formula, resident: name });
    const { officeTime } = await ask(world.clerk, "{ officeTime { now } }");
    world.today = new Date(Date.parse(officeTime.now) + 8 * 3600_000).toISOString().slice(0, 10);
  },

  async "the menu leads to the ledgers; a clerk is offered ten of the twelve, an administrator none"(world) {
    const { clerk, director, administrator } = world;
    await clerk.getByRole("navigation").getByRole("link", { name: "台账", exact: true }).first().click();
    await clerk.waitForURL(/\/ledgers$/);
    await offered(clerk).first().waitFor();
    check((await offered(clerk).count()) === 10, `a clerk is offered ${await offered(clerk).count()}`);
    check((await clerk.locator("[data-ledger=BREACHES], [data-ledger=GIFTS]").count()) === 0, "a clerk takes breaches");
    await director.goto("/ledgers");
    await offered(director).first().waitFor();
    check((await offered(director).count()) === 12, `the director is offered ${await offered(director).count()}`);
    await administrator.goto("/ledgers");
    await administrator.getByText("您没有可取的台账").waitFor();
    const refused = await clerk.request.get("/ledgers/breaches?from=2026-01-01&until=2026-01-31&lang=zh-CN");
    check(refused.status() === 403, `a clerk gets the breaches: ${refused.status()}`);
  },

  async "the reception register of this month has today's contact, masked, and no formula"({ clerk, no, today }) {
    const { name: file, cells } = await take(clerk, "下载首问接待登记台账");
    check(/^首问接待登记台账 \d{4}-\d{2}-01 \d{4}-\d{2}-\d{2}\.xlsx$/.test(file), file);
    check(/社区首问接待登记台账$/.test(cells.A1), `the title is ${cells.A1}`);
    check(/^期间：.*至.*取出：王晓梅.*周/.test(cells.A2), `the note is ${cells.A2}`);
    check(cells.A3 === "序号" && cells.B3 === "回执编号", JSON.stringify(cells.A3));
    const row = rowsOf(cells).find((one) => one.get("回执编号") === no);
    check(row, `${no} is not in the register`);
    check(row.get("来访来电人") === name && row.get("联系电话") === "139****7777", JSON.stringify([...row]));
    check(row.get("诉求") === `'${formula}`, `a formula: ${row.get("诉求")}`);
    const [year, month, day] = today.split("-").map(Number);
    check(row.get("接待时间").startsWith(`${year}年${month}月${day}日 周`), row.get("接待时间"));
    await clerk.getByText(/^已下载首问接待登记台账/).waitFor();
    const lately = clerk.getByRole("region", { name: "最近取出" });
    await lately.getByText("首问接待登记台账").first().waitFor();
    check((await lately.textContent()).includes("王晓梅"), await lately.textContent());
    await shoot(clerk, "16-taken");
  },

  async "every ledger that is offered comes out with its header, in the reader's own period"({ director }) {
    await director.getByRole("link", { name: "自选日期" }).click();
    await director.getByLabel("从", { exact: true }).fill("2026-01-01");
    await director.getByLabel("到", { exact: true }).fill("2025-12-31");
    await director.getByText("结束日期早于开始日期").waitFor();
    check(await director.getByRole("button", { name: "下载延期台账" }).isDisabled(), "a period that is none");
    await axe(director, "a period that is none");
    await director.getByLabel("到", { exact: true }).fill("2026-06-30");
    await director.waitForURL(/period=own.*until=2026-06-30/);
    let dropped = 0;
    for (const heading of await offered(director).getByRole("heading").allTextContents()) {
      const { name: file, cells, byLink } = await takeOneOfMany(director, `下载${heading}`);
      if (byLink) dropped++;
      check(file === `${heading} 2026-01-01 2026-06-30.xlsx`, file);
      check(cells.A1?.endsWith("台账") && cells.A3 === "序号", `${heading}: ${cells.A1}, ${cells.A3}`);
    }
    check(dropped <= 2, `${dropped} of the ledgers did not come by themselves`);
  },

  async "a download that is cut is said to be none"({ clerk }) {
    await clerk.route("**/ledgers/materials?*", (route) => route.abort("connectionreset"), { times: 1 });
    await clerk.getByRole("button", { name: "下载材料交接台账" }).click();
    await clerk.getByText("没有取到完整的文件，请重新下载。").waitFor();
    const { cells } = await take(clerk, "下载材料交接台账");
    check(/材料交接台账$/.test(cells.A1), cells.A1);
  },

  async "a file that came long after the press is saved by a plain link, and again"({ clerk }) {
    await clerk.evaluate(() =>
      Object.defineProperty(navigator, "userActivation", { value: { isActive: false }, configurable: true }),
    );
    await clerk.getByRole("button", { name: "下载材料交接台账" }).click();
    const link = clerk.getByRole("link", { name: "保存材料交接台账" });
    await clerk.getByText(/^文件已生成，用时 \d+ 秒。/).waitFor();
    await axe(clerk, "a ledger that waits to be saved");
    await shoot(clerk, "16-ready");
    for (const _ of ["once", "again"]) {
      const [file] = await Promise.all([clerk.waitForEvent("download"), link.click()]);
      check(/^材料交接台账 .*\.xlsx$/.test(file.suggestedFilename()), file.suggestedFilename());
      check(/材料交接台账$/.test(cellsOf(await readFile(await file.path())).A1), "another file");
    }
    await clerk.evaluate(() => {
      delete navigator.userActivation;
    });
  },

  async "who only looks takes none"({ clerk }) {
    const path = "/ledgers/materials?from=2026-01-01&until=2026-01-31&lang=zh-CN";
    const taken = async () => (await ask(clerk, "{ ledgersTaken { at } }")).ledgersTaken.map(({ at }) => at).join(" ");
    const before = await taken();
    const head = await clerk.request.head(path);
    check(head.status() === 405 && (await taken()) === before, `a look took a ledger: ${head.status()}`);
  },

  async "axe finds nothing on the page, in both languages and themes, wide and narrow"({ browser }) {
    await inspectPages(browser, {
      name: "16",
      login: people.director,
      pages: [
        { path: "/ledgers", ready: "[data-ledger]", label: "ledgers" },
        {
          path: "/ledgers?period=own&from=2026-01-01&until=2026-03-31",
          ready: "[data-ledger]",
          label: "own",
        },
      ],
    });
  },

  async "nothing in the browser complained"({ faults }) {
    const all = faults.flat();
    check(all.length === 0, all.join("; "));
  },
};
