import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { i18n } from "@/i18n/i18n";
import { makeOffice, refuse } from "@/test/office";
import { drawPage } from "@/test/page";
import { GiftsTab } from "./GiftsTab";

const t = i18n.getFixedT(null, "breaches");

/** An office with one gift that is open, and a colleague as its viewer; `refused` is what the server says to the next act. */
function withGift() {
  const office = makeOffice();
  const sent: Record<string, unknown>[] = [];
  const answer: { refused: string | null } = { refused: null };
  const gift = {
    __typename: "Gift",
    id: "gift_1",
    version: 3,
    person: office.root.staff()[2],
    kind: "TAKEN",
    what: "茶叶一盒",
    giver: "办事居民",
    value: "100.00",
    returned: "40.00",
    // The office's 25 February, and elsewhere the 24th.
    foundAt: "2026-02-24T16:30:00Z",
    registeredAt: "2026-02-26T09:00:00+08:00",
    registeredBy: office.viewer.staff,
    closedAt: null,
    breach: null,
    mayReturn: true,
    returns: [],
  };
  const act = ({ input }: { input: Record<string, unknown> }) => {
    sent.push(input);
    if (answer.refused) refuse("BAD_INPUT", { clause: "A1", field: answer.refused });
    return { gift, clientMutationId: input.clientMutationId };
  };
  Object.assign(office.root, {
    gifts: () => ({
      edges: [{ cursor: "c1", node: gift }],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: "c1", endCursor: "c1" },
      totalCount: 1,
    }),
    registerGift: act,
    returnGift: act,
  });
  return { office, sent, answer };
}

/** The form behind a button, and how to fill and send it. */
async function open(name: string) {
  fireEvent.click(await screen.findByRole("button", { name: t(name) }));
  const dialog = await screen.findByRole("dialog");
  const fill = (label: string, value: string) =>
    fireEvent.change(within(dialog).getByLabelText(t(label)), { target: { value } });
  const day = (label: string) => within(dialog).getByLabelText<HTMLInputElement>(t(label));
  const send = () => fireEvent.keyDown(day("gift.amount"), { key: "Enter", ctrlKey: true });
  return { dialog, fill, day, send };
}

describe("the days of a gift (A1)", () => {
  beforeEach(() => localStorage.clear());

  it("is found on a day of the office", async () => {
    const { office } = withGift();
    drawPage(<GiftsTab />, { office });
    await screen.findByText("茶叶一盒");
    expect(document.querySelector("time")?.getAttribute("datetime")).toBe("2026-02-25");
  });

  it("went back today, unless another day is said: never one that is still to come", async () => {
    const { office, sent } = withGift();
    drawPage(<GiftsTab />, { office });
    const { dialog, fill, day, send } = await open("gift.return");
    expect(day("gift.returnedOn").value).toBe("2026-02-26");
    fill("gift.amount", "60");
    fill("field.proof", "收条");
    fill("gift.returnedOn", "2026-02-27");
    send();
    await within(dialog).findByText(t("gift.notYet"));
    expect(sent).toHaveLength(0);
    fill("gift.returnedOn", "2026-02-24");
    send();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      giftId: "gift_1",
      version: 3,
      amount: "60",
      returnedAt: "2026-02-23T16:00:00.000Z",
    });
  });

  it("of today the server says when it is", async () => {
    const { office, sent } = withGift();
    drawPage(<GiftsTab />, { office });
    const { fill, send } = await open("gift.return");
    fill("gift.amount", "60");
    fill("field.proof", "收条");
    send();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.returnedAt ?? null).toBeNull();
  });

  it("is refused beside the day that the server names", async () => {
    const { office, sent, answer } = withGift();
    answer.refused = "returnedAt";
    drawPage(<GiftsTab />, { office });
    const { fill, day, send } = await open("gift.return");
    fill("gift.amount", "60");
    fill("field.proof", "收条");
    send();
    await waitFor(() => expect(sent).toHaveLength(1));
    const field = day("gift.returnedOn").closest(".ant-form-item") as HTMLElement;
    await within(field).findByText(i18n.t("errors:BAD_INPUT"));
    // Said once, with its clause.
    within(field).getByText("问责 A1");
    expect(screen.getAllByText(i18n.t("errors:BAD_INPUT"))).toHaveLength(1);
    expect(document.querySelector(".xx-refusal")).toBeNull();
  });

  it("is registered as found today where nothing else is said", async () => {
    const { office } = withGift();
    drawPage(<GiftsTab />, { office });
    const { dialog, fill, day } = await open("gift.register");
    expect(day("gift.found").value).toBe("2026-02-26");
    expect(day("gift.found").max).toBe("2026-02-26");
    fill("gift.found", "2026-03-01");
    await within(dialog).findByText(t("gift.notYet"));
  });
});
