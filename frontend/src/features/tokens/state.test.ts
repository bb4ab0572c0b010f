import { expect, it } from "vitest";
import { stateOf, yearOn } from "./state";

it("tells whether a token is worth anything", () => {
  const now = Date.parse("2026-02-26T09:00:00Z");
  expect(stateOf({ expiresAt: "2026-02-26T09:00:01Z", revokedAt: null }, now)).toBe("valid");
  expect(stateOf({ expiresAt: "2026-02-26T09:00:00Z", revokedAt: null }, now)).toBe("expired");
  expect(stateOf({ expiresAt: "2020-01-01T00:00:00Z", revokedAt: "2019-01-01T00:00:00Z" }, now)).toBe("revoked");
});

it("proposes a year", () => {
  expect(yearOn("2026-02-26")).toBe("2027-02-26");
  expect(yearOn("2028-02-29")).toBe("2029-02-28");
});
