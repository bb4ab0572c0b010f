// As much of the Power Query language (M) as the documented example is written in: read by the maker's own parser, carried out here.
// What it does not know is an error, so that an example cannot pass unread.
import pq from "@microsoft/powerquery-parser";

const { NodeKind } = pq.Language.Ast;

/** The functions of the language's library that the example calls. */
const library = {
  "Json.Document": (binary) => JSON.parse(binary),
  "Json.FromValue": (value) => JSON.stringify(value),
  // Content makes it a POST.
  "Web.Contents": async (url, { Headers, Content }) => {
    const answer = await fetch(url, { method: "POST", headers: Headers, body: Content });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    return answer.text();
  },
  "List.Generate": async (initial, condition, next) => {
    const all = [];
    for (let one = await initial(); await condition(one); one = await next(one)) all.push(one);
    return all;
  },
  "List.Combine": (lists) => lists.flat(),
  "List.Transform": async (list, change) => {
    const all = [];
    for (const one of list) all.push(await change(one));
    return all;
  },
  "Date.From": (text) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Error(`${text} is no date`);
    return text;
  },
  "Table.FromRecords": (records) => records,
};

const nameOf = (text) => text.replace(/^#"(.*)"$/, "$1");

function field(value, name) {
  if (!(name in value)) throw new Error(`no field ${name} in ${JSON.stringify(value).slice(0, 200)}`);
  return value[name];
}

/** The names that stand before `scope`'s, each worked out when it is first asked for. */
function extend(scope, names) {
  return (name) => (names.has(name) ? names.get(name)() : scope(name));
}

async function run(node, scope) {
  const items = (wrapper) => wrapper.elements.map((one) => one.node);
  const record = async () => {
    const made = {};
    for (const { key, value } of items(node.content)) made[nameOf(key.literal)] = await run(value, scope);
    return made;
  };
  switch (node.kind) {
    case NodeKind.LetExpression: {
      const names = new Map();
      const inner = extend(scope, names);
      for (const { key, value } of items(node.variableList)) {
        let known;
        names.set(nameOf(key.literal), () => {
          known ??= run(value, inner);
          return known;
        });
      }
      return run(node.expression, inner);
    }
    case NodeKind.LiteralExpression:
      if (node.literal === "null") return null;
      if (node.literal.startsWith('"')) return node.literal.slice(1, -1).replaceAll('""', '"');
      return JSON.parse(node.literal);
    case NodeKind.IdentifierExpression:
      return scope(nameOf(node.identifier.literal));
    case NodeKind.RecordExpression:
      return record();
    case NodeKind.FunctionExpression: {
      const parameters = items(node.parameters.content).map((one) => nameOf(one.name.literal));
      return (...given) =>
        run(node.expression, extend(scope, new Map(parameters.map((name, i) => [name, () => given[i]]))));
    }
    case NodeKind.EachExpression:
      return (one) => run(node.paired, extend(scope, new Map([["_", () => one]])));
    case NodeKind.FieldSelector:
      return field(await scope("_"), nameOf(node.content.literal));
    case NodeKind.RecursivePrimaryExpression: {
      let value = await run(node.head, scope);
      for (const step of node.recursiveExpressions.elements) {
        if (step.kind === NodeKind.FieldSelector) value = field(value, nameOf(step.content.literal));
        else if (step.kind === NodeKind.ItemAccessExpression) value = field(value, await run(step.content, scope));
        else if (step.kind === NodeKind.InvokeExpression) {
          const given = [];
          for (const one of items(step.content)) given.push(await run(one, scope));
          value = await value(...given);
        } else throw new Error(`${step.kind} is not known here`);
      }
      return value;
    }
    case NodeKind.IfExpression:
      return run((await run(node.condition, scope)) ? node.trueExpression : node.falseExpression, scope);
    case NodeKind.ArithmeticExpression:
      if (node.operatorConstant.constantKind !== "&") break;
      return (await run(node.left, scope)) + (await run(node.right, scope));
    case NodeKind.EqualityExpression:
      if (node.operatorConstant.constantKind !== "<>") break;
      return (await run(node.left, scope)) !== (await run(node.right, scope));
  }
  throw new Error(`${node.kind} is not known here`);
}

/** Carries out a query of M; `given` stands for the lines of its `let` of the same names, as if a person had changed them. */
export async function powerQuery(text, given) {
  const task = await pq.TaskUtils.tryLexParse(pq.DefaultSettings, text);
  if (!pq.TaskUtils.isParseStageOk(task)) throw task.error;
  const lines = task.ast.variableList.elements.map((one) => one.node);
  for (const [name, value] of Object.entries(given)) {
    const line = lines.find((one) => one.key.literal === name);
    if (!line) throw new Error(`the query has no ${name}`);
    line.value = { kind: NodeKind.LiteralExpression, literal: JSON.stringify(value) };
  }
  return run(task.ast, (name) => {
    if (!(name in library)) throw new Error(`${name} is not known here`);
    return library[name];
  });
}
