import { describe, expect, it } from "vitest";
import { lines, working } from "./posts";

describe("posts", () => {
  it("B8: reads subjects one to a line, each once", () => {
    expect(lines(" 居住登记 \n\n系统操作\n居住登记\n")).toEqual(["居住登记", "系统操作"]);
    expect(lines(undefined)).toEqual([]);
  });

  it("B1: offers only who works on cases", () => {
    const people = [
      { id: "1", roles: ["CLERK"] as const, duty: "AWAY" },
      { id: "2", roles: ["ADMINISTRATOR"] as const, duty: "ON_DUTY" },
      { id: "3", roles: ["CLERK"] as const, duty: "LEFT" },
      { id: "4", roles: ["ADMINISTRATOR", "DIRECTOR"] as const, duty: "ON_DUTY" },
    ];
    expect(working(people).map((one) => one.id)).toEqual(["1", "4"]);
  });
});
