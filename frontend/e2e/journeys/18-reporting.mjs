// Journey 18: a leader makes a token for the reporting tool; what is documented runs as it stands; it reads aggregates and nothing else (R).
import { ask, base, check, openWindow, signIn } from "../desk.mjs";
import { examples, runExample } from "../examples.mjs";

const leader = "liujianguo";

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
    const environment = { XINXING: base, XINXING_TOKEN: secret, FROM: from, UNTIL: until };
    const said = {};
    for (const name of Object.keys(examples("reporting.md")))
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
      !/\t[1-4]\.?0?(\t|\n|$)/.test(said["residents.py"].split("\tall\t").at(-1).split("\n").slice(1).join("\n")),
      said["residents.py"],
    );
    check(said["changes.mjs"].includes("cursor true"), said["changes.mjs"]);
  },

  async "R: it reads no case, no list behind a figure, no person"({ secret, from, until }) {
    for (const [query, field] of [
      ["{ cases { totalCount } }", "Query.cases"],
      [`{ figureCases(figure: RECEIVED, from: "${from}", until: "${until}") { totalCount } }`, "Query.figureCases"],
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
    for (const one of ["Metrics", "MonthlyReport", "Residents", "Changes", "OneDay"])
      check(
        log.some((read) => read.operation === one && read.errors === 0),
        `no ${one} in the log`,
      );
    check(
      log.some((read) => read.fields.includes("query.cases") && read.errors > 0),
      "what was refused is not in the log",
    );
  },

  async "nothing in the browser complained"({ faults }) {
    check(faults.length === 0, faults.join("\n"));
  },
};
