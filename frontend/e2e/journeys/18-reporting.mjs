// Journey 18: a leader makes a token for the reporting tool; what is documented runs as it stands; it reads aggregates and nothing else;
// a large report is asked for, polled and fetched (R).
import { readFile } from "node:fs/promises";
import jsonata from "jsonata";
import { ask, axe, base, check, openWindow, shoot, signIn } from "../desk.mjs";
import { examples, runExample } from "../examples.mjs";
import { powerQuery } from "../powerquery.mjs";
import { cellsOf } from "../xlsx.mjs";

const [leader, supervisor] = ["liujianguo", "songwenbin"];

/** An operation by the token, outside of any browser. */
async function byToken(secret, query) {
  const answer = await fetch(`${base}/graphql`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return answer.json();
}

export const steps = {
  async "R: a leader makes the reporting tool's token"(world) {
    const { page, faults } = await openWindow(world.browser);
    Object.assign(world, { page, faults });
    await signIn(page, leader);
    const { officeTime } = await ask(page, "{ officeTime { now } }");
    const at = (days) => new Date(Date.parse(officeTime.now) + days * 24 * 3600_000);
    const { createToken } = await ask(
      page,
      "mutation ($input: CreateTokenInput!) { createToken(input: $input) { secret } }",
      {
        input: {
          kind: "REPORTER",
          name: "街道报表",
          scopes: ["READ_AGGREGATES"],
          expiresAt: new Date(Date.now() + 30 * 24 * 3600_000).toISOString(),
          clientMutationId: crypto.randomUUID(),
        },
      },
    );
    Object.assign(world, {
      secret: createToken.secret,
      from: at(-700).toISOString().slice(0, 10),
      until: at(1).toISOString().slice(0, 10),
    });
  },

  async "R: what is documented runs as it stands, and tells what the leader sees"(world) {
    const { page, secret, from, until } = world;
    const book = new URL("../out/18-pull.xlsx", import.meta.url).pathname;
    const environment = { XINXING: base, XINXING_TOKEN: secret, FROM: from, UNTIL: until, KEEP: book };
    const said = {};
    const documented = examples("reporting.md");
    for (const name of Object.keys(documented).filter((one) => !/\.(pq|json)$/.test(one)))
      said[name] = await runExample("reporting.md", name, environment);
    const { metrics } = JSON.parse(said["metrics.sh"]).data;
    check(metrics.find((one) => one.figure === "ON_TIME_RATE")?.nameZh === "按期办结率", said["metrics.sh"]);
    const { report } = await ask(
      page,
      `{ report(figures: [RECEIVED], from: "${from}", until: "${until}") { edges { node { values } } } }`,
    );
    const [received] = report.edges[0].node.values;
    check(received > 400, `${received} received`);
    check(said["report.py"].includes(`received ${received}\n`), said["report.py"].slice(-200));
    check(said["report.py"].split("\n").length > 50, "too few rows");
    check(
      /\tall\t\d+\t\d+/.test(said["residents.py"]) && said["residents.py"].includes("\tUNKNOWN\t"),
      said["residents.py"],
    );
    check(
      !/\t[1-4](\.0)?(\t|\n|$)/.test(said["residents.py"].split("\tall\t").at(-1).split("\n").slice(1).join("\n")),
      said["residents.py"],
    );
    check(said["pull.sh"].startsWith("\uFEFF"), "the CSV has no mark");
    const [head, ...lines] = said["pull.sh"].trim().split("\r\n");
    check(head === "期间起,期间止,事项编码,事项,渠道代码,渠道,接待件数,办结件数", head);
    const summed = lines.reduce((sum, line) => sum + Number(line.split(",").at(-2)), 0);
    check(summed === received, `${summed} received in the file, ${received} in the report`);
    const [, rows, of, sum] = /rows (\d+) of (\d+) received (\d+)/.exec(said["pull.py"]).map(Number);
    check(rows === of && rows > 100 && sum === received, said["pull.py"]);
    const cells = cellsOf(await readFile(book));
    check(
      cells.B3 === "期间起" && cells.D3 === "事项编码" && cells.F3 === "接待件数",
      JSON.stringify(cells).slice(0, 400),
    );
    check(
      said["pull.mjs"].trim() === `rows ${Object.keys(cells).filter((name) => /^B\d+$/.test(name)).length - 1}`,
      said["pull.mjs"],
    );
    check(said["changes.mjs"].includes("cursor true"), said["changes.mjs"]);
    Object.assign(world, { documented, received, lines: said["report.py"].trim().split("\n").slice(0, -1) });
  },

  async "R: the query of Excel Power Query gives the rows of the other clients"(world) {
    const { documented, secret, from, until, received, lines } = world;
    const table = await powerQuery(documented["report.pq"], {
      Address: base,
      Token: secret,
      From: from,
      Until: until,
    });
    check(table.length === lines.length, `${table.length} rows, ${lines.length} from report.py`);
    lines.forEach((line, i) => {
      const [month, , item, count] = line.split("\t");
      const row = table[i];
      check(
        row.Month === month && row.Item === item && row.Received === Number(count),
        `${line}: ${JSON.stringify(row)}`,
      );
    });
    const sum = table.reduce((all, row) => all + row.Received, 0);
    check(sum === received, `${sum} received in the workbook, ${received} in the report`);
  },

  async "R: the query of Grafana's JSON source gives a row a day"({ documented, secret, from, until, received }) {
    const panel = JSON.parse(documented["grafana.json"].replaceAll("https://xinxing.example", base));
    const { method, body_graphql_query: query, body_graphql_variables: variables } = panel.url_options;
    const period = { "${__from:date:YYYY-MM-DD}": from, "${__to:date:YYYY-MM-DD}": until };
    const answer = await fetch(panel.url, {
      method,
      headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
      body: JSON.stringify({
        query,
        variables: JSON.parse(variables.replace(/\$\{[^}]+\}/g, (name) => period[name])),
      }),
    });
    const rows = await jsonata(panel.root_selector).evaluate(await answer.json());
    check(rows.length > 100, `${rows.length} days`);
    for (const row of rows)
      for (const { selector, type } of panel.columns) {
        const value = row[selector];
        const good = type === "number" ? value === null || typeof value === "number" : !Number.isNaN(Date.parse(value));
        check(good, `${selector} is ${value}, no ${type}`);
      }
    const sum = rows.reduce((all, row) => all + row.received, 0);
    check(sum === received, `${sum} received in the panel, ${received} in the report`);
  },

  async "R: it asks which figures of residents changed, and hears nothing twice"({ secret }) {
    const changes = async (after) => {
      const cursor = after ? `(after: "${after}")` : "";
      const { data } = await byToken(
        secret,
        `{ residentFigureChanges${cursor} { changed { communityId clause } cursor } }`,
      );
      return data.residentFigureChanges;
    };
    const first = await changes();
    check(first.changed.map((one) => one.clause).join() === "E7,C4,P6", JSON.stringify(first));
    const next = await changes(first.cursor);
    check(next.changed.length === 0, JSON.stringify(next));
  },

  async "R: it reads no case, no list behind a figure, no person"({ secret, from, until }) {
    for (const [query, field] of [
      ["{ cases { totalCount } }", "Query.cases"],
      [`{ figureCases(figure: RECEIVED, from: "${from}", until: "${until}") { totalCount } }`, "Query.figureCases"],
      [
        `{ figureRecords(figure: REGISTERED, from: "${from}", until: "${until}") { totalCount } }`,
        "Query.figureRecords",
      ],
      [`{ figureOthers(figure: BREACHES, from: "${from}", until: "${until}") { totalCount } }`, "Query.figureOthers"],
      ["{ staff { id } }", "Query.staff"],
      ["{ projects { totalCount } }", "Query.projects"],
    ]) {
      const { errors } = await byToken(secret, query);
      check(
        errors?.[0]?.extensions.code === "FORBIDDEN" && errors[0].extensions.field === field,
        `${query}: ${JSON.stringify(errors)}`,
      );
    }
  },

  async "R: what it asked stands in its log, also what was refused"({ page }) {
    const { tokens } = await ask(page, "{ tokens { id name } }");
    const { id } = tokens.find((one) => one.name === "街道报表");
    const log = [];
    for (let after = null, more = true; more; ) {
      const { node } = await ask(
        page,
        `query ($id: ID!, $after: Cursor) { node(id: $id) { ... on ApiToken { reads(first: 100, after: $after) {
           edges { node { operation fields errors } } pageInfo { hasNextPage endCursor } } } } }`,
        { id, after },
      );
      log.push(...node.reads.edges.map((edge) => edge.node));
      ({ hasNextPage: more, endCursor: after } = node.reads.pageInfo);
    }
    for (const one of [
      "Metrics",
      "MonthlyReport",
      "Residents",
      "Changes",
      "OneDay",
      "AskPull",
      "PollPull",
      "Excel",
      "Grafana",
      "report",
    ])
      check(
        log.some((read) => read.operation === one && read.errors === 0),
        `no ${one} in the log`,
      );
    check(
      log.some((read) => read.fields.includes("query.cases") && read.errors > 0),
      "what was refused is not in the log",
    );
  },

  async "R: who supervises makes a token for a choice of communities, which reads those and nothing else"(world) {
    const over = await openWindow(world.browser);
    world.over = over;
    await signIn(over.page, supervisor);
    const { viewer } = await ask(over.page, "{ viewer { community { name } communities { id name } } }");
    check(viewer.communities.length > 1, "the supervisor has one community");
    const chosen = viewer.communities.find((one) => one.name !== viewer.community.name);
    await over.page.getByRole("navigation").getByRole("link", { name: "令牌" }).first().click();
    await over.page.getByRole("button", { name: "发放令牌" }).click();
    const form = over.page.getByRole("dialog");
    for (const { name } of viewer.communities)
      if (name !== chosen.name) await form.getByRole("checkbox", { name }).uncheck();
    await form.getByLabel("名称").fill("街道汇总");
    await shoot(over.page, "18-communities");
    await form.getByRole("button", { name: "发放", exact: true }).click();
    const secret = await over.page.getByLabel("令牌", { exact: true }).inputValue();
    await over.page.getByRole("button", { name: "我已保存" }).click();
    const { data } = await byToken(
      secret,
      `{ currentToken { communities { name } } report(figures: [RECEIVED], by: [COMMUNITY], from: "${world.from}", until: "${world.until}") { edges { node { keys { key } } } } figureChanges { days { communityId } } }`,
    );
    check(
      data.currentToken.communities.map((one) => one.name).join() === chosen.name,
      JSON.stringify(data.currentToken),
    );
    const seen = [
      ...data.report.edges.map(({ node }) => node.keys[0].key),
      ...data.figureChanges.days.map((day) => day.communityId),
    ];
    check(seen.length > 0 && seen.every((id) => id === chosen.id), `it reads ${[...new Set(seen)].join()}`);
    await over.page.locator('[data-token="街道汇总"] a').first().click();
    await over.page.locator("[data-communities]").filter({ hasText: chosen.name }).waitFor();
    await axe(over.page, "a token of a choice of communities");
    await shoot(over.page, "18-token");
  },

  async "nothing in the browser complained"({ faults, over }) {
    check([...faults, ...over.faults].length === 0, [...faults, ...over.faults].join("\n"));
  },
};
