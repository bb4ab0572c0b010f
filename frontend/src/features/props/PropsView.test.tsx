import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { i18n } from "@/i18n/i18n";
import { makeOffice, refuse } from "@/test/office";
import { drawPage } from "@/test/page";
import { Component } from "./PropsView";

/** An office with two pages of one thing each, whose second is refused as long as `down`. */
function withProps() {
  const office = makeOffice();
  const state = { down: true };
  const prop = (n: number) => ({
    cursor: `c${n}`,
    node: {
      __typename: "Prop",
      id: `prop_${n}`,
      kind: "COSTUME",
      name: `演出服${n}`,
      quantity: 1,
      lent: 0,
      missing: 0,
      there: 1,
      cost: "100.00",
      invoiceNo: "",
      boughtOn: "2026-01-05",
      owner: "社区",
      keptAt: "库房",
      version: 1,
      group: null,
    },
  });
  Object.assign(office.root, {
    groups: () => [],
    props: ({ after }: { after?: string | null }) => {
      if (after && state.down) refuse("LIMIT_EXCEEDED", {});
      const n = after ? 2 : 1;
      return {
        edges: [prop(n)],
        pageInfo: { hasNextPage: n === 1, hasPreviousPage: n > 1, startCursor: `c${n}`, endCursor: `c${n}` },
        totalCount: 2,
      };
    },
  });
  return { office, state };
}

it("tells where the next page is refused, keeps what is there, and gets it when asked again", async () => {
  const { office, state } = withProps();
  drawPage(<Component />, { office });
  await screen.findAllByText("演出服1");
  const more = () => fireEvent.click(screen.getByRole("button", { name: i18n.t("act.loadMore") }));
  more();
  expect((await screen.findByRole("alert")).textContent).not.toBe("");
  expect(screen.getAllByText("演出服1").length).toBeGreaterThan(0);
  expect(screen.queryByText("演出服2")).toBeNull();
  state.down = false;
  more();
  await screen.findAllByText("演出服2");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.queryByRole("button", { name: i18n.t("act.loadMore") })).toBeNull();
});
