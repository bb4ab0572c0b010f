import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { makeOffice, refuse } from "@/test/office";
import { drawPage } from "@/test/page";
import { Component } from "./RatingsView";
import { ratingLevels } from "./sums";

const sums = (...counts: number[]) => ratingLevels.map((level, at) => ({ level, count: counts[at] ?? 0 }));
const total = (levels: { count: number }[]) => levels.reduce((sum, one) => sum + one.count, 0);

function withRatings(roles: string[]) {
  const office = makeOffice();
  office.viewer.roles = roles;
  const asked: string[] = [];
  const group = (code: string, name: string, ...counts: number[]) => {
    const levels = sums(...counts);
    return { code, name, community: office.community, total: total(levels), levels };
  };
  const rating = (number: number) => ({
    id: `ra_${number}`,
    level: "VERY_DISSATISFIED",
    tags: ["MANY_TRIPS"],
    comment: "来了三趟",
    ratedAt: "2026-02-25T10:00:00+08:00",
    about: office.viewer.staff,
    case: office.cases[0],
    matter: null,
  });
  const all = sums(1000, 200, 30, 3, 1);
  Object.assign(office.root, {
    ratings: ({ first }: { first: number }) => {
      asked.push(`ratings ${first}`);
      return {
        edges: [1, 2].map((number) => ({ cursor: `c${number}`, node: rating(number) })),
        pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: "c1", endCursor: "c2" },
        totalCount: total(all),
      };
    },
    ratingSums: () => {
      asked.push("ratingSums");
      return {
        total: total(all),
        levels: all,
        items: Array.from({ length: 9 }, (_, at) => group(`I-${at}`, `事项${at}`, 9 - at, 0, 0, 1)),
        posts: [group("P01", "民政服务岗", 1000, 200, 30, 0, 0)],
      };
    },
    myRatings: () => {
      asked.push("myRatings");
      return sums(3, 1);
    },
  });
  return { office, asked };
}

const card = (title: string) => {
  const heading = screen.getByRole("heading", { name: title });
  return within(heading.closest("section") as HTMLElement);
};

describe("ratings", () => {
  it("Q6: tell who leads the totals of the server, not those of the page that was read", async () => {
    const { office, asked } = withRatings(["LEADER"]);
    drawPage(<Component />, { at: "/ratings", office });
    expect(await screen.findByText("共 1234 次评价，基本满意及以上占 99%。")).toBeTruthy();
    const all = card("各档合计");
    expect(all.getByText("1000 次")).toBeTruthy();
    expect(screen.getAllByText("来了三趟")).toHaveLength(2);
    const post = all.getByRole("row", { name: /民政服务岗/ });
    expect(
      within(post)
        .getAllByRole("cell")
        .map((cell) => cell.textContent),
    ).toEqual(["1230", "100%"]);
    // One page of ratings and one sum were asked for, and nothing page by page.
    expect([...asked].sort()).toEqual(["myRatings", "ratingSums", "ratings 20"]);
  });

  it("list the items rated most first, and the others when asked", async () => {
    const { office } = withRatings(["DIRECTOR"]);
    drawPage(<Component />, { at: "/ratings", office });
    await screen.findByRole("row", { name: /事项0/ });
    expect(screen.queryByRole("row", { name: /事项6/ })).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "另有 3 项" }));
    expect(within(screen.getByRole("row", { name: /事项8/ })).getByText("50%")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /另有/ })).toBeNull();
  });

  it("Q6: show whoever is rated the own sums alone, and ask for nothing else", async () => {
    const { office, asked } = withRatings(["CLERK"]);
    drawPage(<Component />, { at: "/ratings", office });
    expect(await screen.findByText("近一年共 4 次评价，基本满意及以上占 100%。")).toBeTruthy();
    expect(asked).toEqual(["myRatings"]);
    expect(screen.queryByText("各档合计")).toBeNull();
    expect(screen.queryByText("来了三趟")).toBeNull();
  });

  it("say that the totals could not be read, and read them again", async () => {
    const { office } = withRatings(["DIRECTOR"]);
    const answer = (office.root as unknown as Record<string, unknown>).ratingSums;
    Object.assign(office.root, { ratingSums: () => refuse("INTERNAL") });
    drawPage(<Component />, { at: "/ratings", office });
    const again = await waitFor(() => card("各档合计").getByRole("button", { name: "再试一次" }));
    Object.assign(office.root, { ratingSums: answer });
    fireEvent.click(again);
    expect(await screen.findByText("共 1234 次评价，基本满意及以上占 99%。")).toBeTruthy();
  });
});
