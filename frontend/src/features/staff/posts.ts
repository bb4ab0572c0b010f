import type { Role } from "@/graphql/gen/graphql";

const works: readonly Role[] = ["CLERK", "LEADER", "DIRECTOR"];

/** Those who can be A or B of a post: who works on cases (B1). */
export function working<P extends { roles: readonly Role[]; duty: string }>(people: readonly P[]): P[] {
  return people.filter((one) => one.duty !== "LEFT" && one.roles.some((role) => works.includes(role)));
}

/** Subjects written one to a line; empty lines and what stands twice are left out. */
export function lines(text: string | undefined): string[] {
  return [
    ...new Set(
      (text ?? "")
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}
