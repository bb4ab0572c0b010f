import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import type { Figure } from "@/graphql/gen/graphql";
import { makeOffice } from "@/test/office";
import { drawPage } from "@/test/page";
import { Component } from "./DashboardView";
import { parts } from "./figures";

// What is drawn is for the eye, and needs a browser.
vi.mock("@/components/Chart", () => ({ Chart: () => null }));

const rates: readonly Figure[] = ["ON_TIME_RATE", "FIRST_CONTACT_RATE", "HAND_OVERS_IN_TIME_RATE"];
const hours: readonly Figure[] = ["MEDIAN_HOURS", "P90_HOURS"];

interface Asked {
  figures: Figure[];
  by: string[];
  from: string;
  until: string;
}

/** An office that counts three of everything in February, and nothing at any other time. */
function draw(roles: string[], at = "/dashboard") {
  const office = makeOffice();
  office.viewer.roles = roles;
  const asked: Asked[] = [];
  const name = (figure: Figure) => `${figure} zh`;
  Object.assign(office.root, {
    metrics: () =>
      parts
        .flatMap((part) => part.figures)
        .map((figure) => ({
          figure,
          unit: rates.includes(figure) ? "PERCENT" : hours.includes(figure) ? "WORKING_HOURS" : "COUNT",
          clause: "R",
          nameZh: name(figure),
          nameEn: figure,
          definitionZh: `${figure} says`,
          definitionEn: `${figure} says`,
        })),
    report: (args: Asked) => {
      asked.push(args);
      const counted = args.from <= "2026-02-26" && args.until >= "2026-02-01";
      const row = {
        from: args.from,
        until: args.until,
        keys: args.by.map((by) => ({ by, key: "", name: "" })),
        values: args.figures.map((figure) => (hours.includes(figure) ? null : 3)),
      };
      return {
        edges: counted ? [{ cursor: "1", node: row }] : [],
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      };
    },
    programFigures: () => null,
  });
  drawPage(<Component />, { office, at });
  return { asked };
}

const card = async (figure: Figure) => {
  const heading = await screen.findByRole("heading", { name: `${figure} zh`, level: 4 });
  return within(heading.closest("li") as HTMLElement);
};

it("a figure is of this month until today, beside the same stretch of the month before and the year; each opens its list", async () => {
  draw(["DIRECTOR"]);
  const received = await card("RECEIVED");
  const [now, before, year] = await received.findAllByRole("link", { name: /[03]/ });
  expect([now, before, year].map((link) => link?.textContent)).toEqual(["3", "0", "3"]);
  expect([now, before, year].map((link) => link?.getAttribute("href"))).toEqual([
    "/dashboard/cases?figure=RECEIVED&from=2026-02-01&until=2026-02-26",
    "/dashboard/cases?figure=RECEIVED&from=2026-01-01&until=2026-01-26",
    "/dashboard/cases?figure=RECEIVED&from=2026-01-01&until=2026-02-26",
  ]);
  expect(received.getByText(/3/, { selector: ".xx-dash-difference" })).toBeTruthy();
  // A share of none, a time of nobody: no number at all.
  expect((await card("ON_TIME_RATE")).getAllByRole("link").map((link) => link.textContent)).toEqual(["3%", "—", "3%"]);
  expect((await card("MEDIAN_HOURS")).getAllByRole("link").map((link) => link.textContent)).toEqual(["—", "—", "—"]);
});

it("R: a clerk is shown nothing of what is said about colleagues, and does not ask for it", async () => {
  const { asked } = draw(["CLERK"]);
  await card("RECEIVED");
  await screen.findAllByRole("table");
  expect(screen.queryByRole("heading", { name: /BREACHES|RATINGS|EMERGENCIES/ })).toBeNull();
  expect(asked.flatMap(({ figures }) => figures).filter((one) => /BREACHES|RATINGS|EMERGENCIES/.test(one))).toEqual([]);
});

it("the subdistrict's supervisor sees the communities first, everybody else the items", async () => {
  const { asked } = draw(["SUPERVISOR"]);
  await card("RECEIVED");
  await screen.findByText("按社区", { selector: "h2" });
  expect(asked.some(({ by }) => by[0] === "COMMUNITY")).toBe(true);
});

it("the address says by what, and what is of nothing has a name of its own", async () => {
  draw(["LEADER"], "/dashboard?by=POST&period=own&from=2026-02-01&until=2026-02-03");
  const row = within((await screen.findByRole("rowheader", { name: "未对应岗位" })).closest("tr") as HTMLElement);
  expect(row.getAllByRole("link")[0]?.getAttribute("href")).toBe(
    "/dashboard/cases?figure=RECEIVED&from=2026-02-01&until=2026-02-03&post=",
  );
});

it("an administrator, who reads no cases, is shown no noughts", async () => {
  const { asked } = draw(["ADMINISTRATOR"]);
  await screen.findByText(/只对办理或查看办件的人员开放/);
  expect(screen.queryByRole("link")).toBeNull();
  expect(asked).toEqual([]);
});
