// What the journeys of cases share: cases made through the API as the window's person, and what they look at.
import { ask } from "./desk.mjs";

const key = () => `e2e-${Date.now()}-${Math.random().toString(36).slice(2)}`;

/** A case as the API tells it. */
export async function sheet(page, receiptNo) {
  const { case: one } = await ask(
    page,
    `query ($no: String) {
      case(receiptNo: $no) {
        id version receiptNo status open outcome dueAt standing extended allowedActs responsibleRole
        responsible { id name } holder { id name } firstResponder { id name }
        item { id name } post { id name onDuty { id name } }
        handOvers { state } report { state } extension { state newDueAt } extensions { state }
        promises { number dueAt origin result } breaches { kind }
      }
    }`,
    { no: receiptNo },
  );
  return one;
}

/** Sends one act as the window's person: the name of the mutation, its input type, and the fields beside case and version. */
export async function act(page, name, type, receiptNo, fields) {
  const one = await sheet(page, receiptNo);
  await ask(page, `mutation ($input: ${type}!) { ${name}(input: $input) { clientMutationId } }`, {
    input: { caseId: one.id, version: one.version, ...fields, clientMutationId: key() },
  });
  return sheet(page, receiptNo);
}

/** The refusal of an act: its code, clause and field. */
export async function refusal(page, name, type, receiptNo, fields) {
  const one = await sheet(page, receiptNo);
  return page.evaluate(
    async ([query, input]) => {
      const answer = await fetch("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables: { input } }),
      });
      return (await answer.json()).errors?.[0]?.extensions ?? null;
    },
    [
      `mutation ($input: ${type}!) { ${name}(input: $input) { clientMutationId } }`,
      { caseId: one.id, version: one.version, ...fields, clientMutationId: key() },
    ],
  );
}

/** Opens a case of an anonymous visitor (or of the resident named) and gives its number. */
export async function openCase(page, { code, demand, resident }) {
  let itemId = null;
  if (code) {
    const { items } = await ask(page, "query ($s: String) { items(search: $s, first: 5) { id code } }", { s: code });
    itemId = items.find((one) => one.code === code)?.id;
    if (!itemId) throw new Error(`the demo has no item ${code}`);
  }
  let residentId = null;
  if (resident) {
    const { residents } = await ask(page, "query ($s: String!) { residents(search: $s, first: 1) { id } }", {
      s: resident,
    });
    residentId = residents[0]?.id;
  }
  const { openCase: opened } = await ask(
    page,
    "mutation ($input: OpenCaseInput!) { openCase(input: $input) { case { receiptNo } } }",
    {
      input: {
        channel: "VISIT",
        anonymous: residentId === null,
        residentId,
        itemId,
        situation: "来访人自述情况，已登记",
        demand,
        clientMutationId: key(),
      },
    },
  );
  return opened.case.receiptNo;
}

/** Opens a case and promises it at once. */
export async function openPromised(page, { code, demand, resident, workingDays = 3 }) {
  const no = await openCase(page, { code, demand, resident });
  await act(page, "promiseCase", "PromiseCaseInput", no, { workingDays, toldWay: "IN_PERSON" });
  return no;
}

/** The dialog that is open. */
export const dialog = (page) => page.getByRole("dialog");

/** Marks the page; a page that was loaded anew has no mark. */
export const stamp = (page) => page.evaluate(() => Object.assign(window, { xxStamp: true }));
export const notReloaded = (page) => page.evaluate(() => Boolean(window.xxStamp));

/** A picture as a camera makes it: a JPEG, drawn here. */
export async function photo(page) {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 640;
    canvas.height = 480;
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#b3382c";
    pen.fillRect(0, 0, 640, 480);
    pen.fillStyle = "#fff";
    pen.font = "80px sans-serif";
    pen.fillText("2026", 200, 260);
    return canvas.toDataURL("image/jpeg").split(",")[1];
  });
  return Buffer.from(base64, "base64");
}
