import { act, screen, within } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, it, vi } from "vitest";
import { i18n } from "@/i18n/i18n";
import { setOfficeTime } from "@/office/clock";
import { makeOffice } from "@/test/office";
import { drawPage } from "@/test/page";
import { Component } from "./CaseView";

vi.mock("@/live/socket", () => ({ subscribeFeed: () => () => {}, closeSocket: () => {} }));

// This machine's clock is years past the case's promise, and has no say.
it("A2: asks for an apology by the office's clock alone, and for nothing before that is known", async () => {
  const office = makeOffice();
  const one = office.cases[1];
  if (!one) throw new Error("the office has no case");
  Object.assign(one, {
    status: "PROMISED",
    allowedActs: ["COMPLETE"],
    dueAt: "2026-03-05T17:00:00+08:00",
    events: () => ({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } }),
  });
  vi.setSystemTime(new Date("2031-01-01T09:00:00+08:00"));
  try {
    drawPage(
      <Routes>
        <Route path="/cases/:receiptNo" element={<Component />} />
      </Routes>,
      { office, at: `/cases/${String(one.receiptNo)}?act=COMPLETE`, untimed: true },
    );
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).queryByRole("textbox")).toBeNull();
    act(() => void setOfficeTime(office.root.officeTime()));
    await within(dialog).findByRole("textbox");
    expect(within(dialog).getAllByRole("textbox")).toHaveLength(1);
    expect(within(dialog).queryByLabelText(i18n.t("acts:field.remedy"))).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});
