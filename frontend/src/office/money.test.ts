import { expect, it } from "vitest";
import { moneyForm, roundMoney } from "./money";

it("says round amounts without their places", () => {
  expect(roundMoney("3200.00")).toBe("3200");
  expect(roundMoney("3200.50")).toBe("3200.50");
});

it("takes amounts as people type them, and nothing else", () => {
  for (const good of ["0", "3200", "3200.5", "3200.50"]) expect(moneyForm.test(good)).toBe(true);
  for (const bad of ["", "-1", "3,200", "3200.505", "1e3", "12345678"]) expect(moneyForm.test(bad)).toBe(false);
});
