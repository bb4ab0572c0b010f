import type { CaseStatus } from "@/graphql/gen/graphql";

export const reviewSteps = ["CHECK", "PUT_RIGHT", "ANSWER", "CALL_BACK"] as const;
export type ReviewStep = (typeof reviewSteps)[number];
export type StepState = "DONE" | "CURRENT" | "TO_COME" | "NOT_NEEDED";

const at: Partial<Record<CaseStatus, number>> = { TO_CHECK: 0, TO_PUT_RIGHT: 1, TO_ANSWER: 2, TO_CALL_BACK: 3 };

/** How far a supervision matter is (Q6). What was found not to be so needs nothing put right. */
export function stepsOf(
  status: CaseStatus,
  upheld: boolean | null | undefined,
): { step: ReviewStep; state: StepState }[] {
  const now = at[status] ?? reviewSteps.length;
  return reviewSteps.map((step, index) => ({
    step,
    state:
      step === "PUT_RIGHT" && upheld === false
        ? "NOT_NEEDED"
        : index < now
          ? "DONE"
          : index === now
            ? "CURRENT"
            : "TO_COME",
  }));
}
