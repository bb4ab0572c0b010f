import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { describe, expect, it, vi } from "vitest";
import { actClauses } from "@/components/acts/Act";
import type { CaseAct } from "@/graphql/gen/graphql";
import { i18n } from "@/i18n/i18n";
import { makeOffice, type Office, refuse } from "@/test/office";
import { drawPage } from "@/test/page";
import { elsewhere, shownActs } from "./ActsPanel";
import { Component } from "./CaseView";

vi.mock("@/live/socket", () => ({ subscribeFeed: () => () => {}, closeSocket: () => {} }));

const t = i18n.t;
const page = (
  <Routes>
    <Route path="/cases/:receiptNo" element={<Component />} />
  </Routes>
);

/** An office whose first promised case is ready to be opened: with a journal, extensions and the acts to complete it. */
function withCase(): { office: Office; no: string } {
  const office = makeOffice();
  const one = office.cases[1];
  if (!one) throw new Error("the office has no case");
  const entry = (number: number, kind: string, reason: string) => ({
    __typename: "CaseEvent",
    id: `evt_${number}`,
    cursor: `c${number}`,
    number,
    kind,
    at: "2026-02-25T09:10:00+08:00",
    actor: one.firstResponder,
    reason,
    facts: {},
    responsible: one.responsible,
    hash: `hash${number}`,
  });
  Object.assign(one, {
    events: () => ({
      edges: [entry(1, "CASE_OPENED", ""), entry(2, "HAND_OVER_RETURNED", "not complete")].map((node) => ({
        cursor: node.cursor,
        node,
      })),
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: "c2" },
      totalCount: 2,
    }),
  });
  return { office, no: String(one.receiptNo) };
}

const answers = (office: Office) => Object.assign(office.root, { staff: () => [] });

describe("the case page", () => {
  it("draws only the acts that the server allows", async () => {
    const { office, no } = withCase();
    answers(office);
    drawPage(page, { office, at: `/cases/${no}` });
    await screen.findByRole("button", { name: t("enums:CaseAct.COMPLETE") });
    expect(screen.getByRole("button", { name: t("enums:CaseAct.REQUEST_EXTENSION") })).toBeTruthy();
    for (const act of ["PROMISE", "OFFER_HAND_OVER", "DECIDE_EXTENSION", "REOPEN"])
      expect(screen.queryByRole("button", { name: t(`enums:CaseAct.${act}`) })).toBeNull();
  });

  it("tells the journal in order, with what was written", async () => {
    const { office, no } = withCase();
    answers(office);
    drawPage(page, { office, at: `/cases/${no}` });
    await screen.findByText("not complete");
    const items = document.querySelectorAll(".xx-timeline-item");
    expect(items).toHaveLength(2);
    expect(items[0]?.textContent).toContain(t("enums:EventKind.CASE_OPENED"));
  });

  it("keeps what was typed on a CONFLICT, and sends it with the new version after reading again", async () => {
    const { office, no } = withCase();
    answers(office);
    const one = office.cases[1];
    const sent: unknown[] = [];
    Object.assign(office.root, {
      completeCase: ({ input }: { input: Record<string, unknown> }) => {
        sent.push(input);
        if (input.version !== one?.version) refuse("CONFLICT");
        return { case: one, clientMutationId: input.clientMutationId };
      },
    });
    drawPage(page, { office, at: `/cases/${no}?act=COMPLETE` });
    const dialog = await screen.findByRole("dialog");
    const field = within(dialog).getByRole("textbox");
    fireEvent.change(field, { target: { value: "all done" } });
    if (one) one.version = Number(one.version) + 1;
    fireEvent.click(within(dialog).getByRole("button", { name: t("enums:CaseAct.COMPLETE") }));
    fireEvent.click(await within(dialog).findByRole("button", { name: t("common:act.reload") }));
    expect((field as HTMLTextAreaElement).value).toBe("all done");
    await waitFor(() => {
      fireEvent.click(within(dialog).getByRole("button", { name: t("enums:CaseAct.COMPLETE") }));
      expect(sent.at(-1)).toMatchObject({ outcome: "all done", version: one?.version });
    });
  });

  it("helps on where there is no such case", async () => {
    const { office } = withCase();
    answers(office);
    drawPage(page, { office, at: "/cases/20991231-00001" });
    await screen.findByText(t("case:notFound.title", { receiptNo: "20991231-00001" }));
    expect(screen.getByRole("button", { name: t("case:notFound.sameDay", { day: "20991231" }) })).toBeTruthy();
  });
});

/** The first promised case, waiting for two papers. */
function waiting() {
  const { office, no } = withCase();
  answers(office);
  const one = office.cases[1];
  Object.assign(one ?? {}, {
    status: "AWAITING_MATERIALS",
    missingMaterials: ["居民身份证", "户口簿"],
    allowedActs: ["RECEIVE_MATERIALS", "RECEIVE_SOME", "NOTICE_AGAIN", "CHARGE", "TAKE_PIECES"],
  });
  const sent: { name: string; input: Record<string, unknown> }[] = [];
  for (const name of ["receiveSome", "receiveMaterials", "charge"])
    Object.assign(office.root, {
      [name]: ({ input }: { input: Record<string, unknown> }) => {
        sent.push({ name, input });
        if (name === "charge")
          refuse("OVER_STANDARD", { clause: "A6", field: "amount", standard: "5.00", charged: "0.00" });
        return { case: one, clientMutationId: input.clientMutationId };
      },
    });
  Object.assign(office.root, { explainDeadline: () => office.explain(1) });
  return { office, no, sent };
}

describe("what comes in", () => {
  it("Q3: is noted while more is missing, without a promise", async () => {
    const { office, no, sent } = waiting();
    drawPage(page, { office, at: `/cases/${no}?act=RECEIVE_MATERIALS` });
    const dialog = await screen.findByRole("dialog");
    fireEvent.click(within(dialog).getByRole("checkbox", { name: /^户口簿/ }));
    expect(within(dialog).queryByLabelText(t("acts:field.workingDays"))).toBeNull();
    fireEvent.click(within(dialog).getByRole("button", { name: t("acts:receiveSome") }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ name: "receiveSome", input: { received: ["户口簿"] } });
  });

  it("Q4: starts the promise when it is the last of it", async () => {
    const { office, no, sent } = waiting();
    drawPage(page, { office, at: `/cases/${no}?act=RECEIVE_MATERIALS` });
    const dialog = await screen.findByRole("dialog");
    fireEvent.click(within(dialog).getByRole("button", { name: t("acts:tickAll") }));
    await within(dialog).findByLabelText(t("acts:field.workingDays"));
    fireEvent.click(within(dialog).getByRole("button", { name: t("acts:receiveAll") }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ name: "receiveMaterials", input: { workingDays: 5, toldWay: "BY_PHONE" } });
    expect(sent[0]?.input).not.toHaveProperty("received");
  });

  it("Q3: all of what was named during a promise comes in without another promise", async () => {
    const { office, no, sent } = waiting();
    Object.assign(office.cases[1] ?? {}, { status: "PROMISED", allowedActs: ["COMPLETE", "RECEIVE_SOME"] });
    drawPage(page, { office, at: `/cases/${no}?act=RECEIVE_SOME` });
    const dialog = await screen.findByRole("dialog");
    fireEvent.click(within(dialog).getByRole("button", { name: t("acts:tickAll") }));
    expect(within(dialog).queryByLabelText(t("acts:field.workingDays"))).toBeNull();
    fireEvent.click(within(dialog).getByRole("button", { name: t("acts:receiveSome") }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ name: "receiveSome", input: { received: ["居民身份证", "户口簿"] } });
  });

  it("A6: a charge above the standard is refused at its field", async () => {
    const { office, no } = waiting();
    drawPage(page, { office, at: `/cases/${no}?act=CHARGE` });
    const dialog = await screen.findByRole("dialog");
    const amount = within(dialog).getByRole("spinbutton");
    fireEvent.change(amount, { target: { value: "8" } });
    fireEvent.blur(amount);
    fireEvent.click(within(dialog).getByRole("button", { name: t("enums:CaseAct.CHARGE") }));
    await waitFor(() => expect(amount.getAttribute("aria-invalid")).toBe("true"));
    await within(dialog).findByText(/标准 5\.00 元，已收 0\.00 元/);
  });
});

describe("how to reach who complained (Q6)", () => {
  const complaint = (more: object) => {
    const { office, no } = withCase();
    answers(office);
    Object.assign(office.cases[1] ?? {}, {
      matter: "COMPLAINT",
      topic: "CONDUCT",
      status: "TO_CHECK",
      resident: null,
      contactWayMasked: "139****4321",
      allowedActs: ["CHECK"],
      ...more,
    });
    return { office, no };
  };

  it("is shown for a reason, to whom the server allows it", async () => {
    const { office, no } = complaint({ contactRevealable: true });
    const sent: Record<string, unknown>[] = [];
    Object.assign(office.root, {
      revealContact: ({ input }: { input: Record<string, unknown> }) => {
        sent.push(input);
        return { value: "13900004321", clientMutationId: input.clientMutationId };
      },
    });
    drawPage(page, { office, at: `/cases/${no}` });
    fireEvent.click(await screen.findByRole("button", { name: t("case:reveal.CONTACT") }));
    const dialog = await screen.findByRole("dialog");
    fireEvent.click(within(dialog).getByRole("button", { name: t("case:reveal.submit") }));
    await within(dialog).findByText(t("case:reveal.needed"));
    expect(sent).toHaveLength(0);
    fireEvent.change(within(dialog).getByRole("textbox"), { target: { value: "核实情况" } });
    fireEvent.click(within(dialog).getByRole("button", { name: t("case:reveal.submit") }));
    await screen.findByText("13900004321");
    expect(sent[0]).toMatchObject({ reason: "核实情况", caseId: office.cases[1]?.id });
  });

  it("stays masked for everybody else", async () => {
    const { office, no } = complaint({ contactRevealable: false });
    drawPage(page, { office, at: `/cases/${no}` });
    await screen.findByText("139****4321");
    expect(screen.queryByRole("button", { name: t("case:reveal.CONTACT") })).toBeNull();
  });
});

describe("the acts that are shown", () => {
  it("drop none that the server allows", () => {
    const all = Object.keys(actClauses) as CaseAct[];
    const shown = [...shownActs(all).flatMap((group) => group.acts), ...elsewhere];
    expect([...shown, "RECEIVE_SOME"].sort()).toEqual([...all].sort()); // which comes by the form of all of them
    expect(shownActs(["RECEIVE_SOME"]).flatMap((group) => group.acts)).toEqual(["RECEIVE_SOME"]);
  });

  it("add none that the server does not", () => {
    expect(shownActs(["REPORT_BREACH"]).flatMap((group) => group.acts)).toEqual(["REPORT_BREACH"]);
  });
});
