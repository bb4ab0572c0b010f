import { type FragmentType, readFragment } from "@/graphql/gen";
import type { IntakeCaseFragment as CaseData } from "@/graphql/gen/graphql";
import type { Refusal } from "@/graphql/refusal";
import { type ActResult, useAct } from "@/graphql/useAct";
import {
  IntakeCaseFragment,
  IntakeGuideDocument,
  IntakeMaterialsDocument,
  IntakePromiseDocument,
  IntakeRefuseDocument,
  IntakeReportDocument,
  IntakeResolveDocument,
} from "./documents";
import type { Disposal } from "./state";

export type Disposed = { ok: true; case: CaseData } | { ok: false; refusal: Refusal };

/** Sends the disposal in its way, and gives the case back as it then stands. */
export function useDisposal() {
  const resolve = useAct(IntakeResolveDocument);
  const promise = useAct(IntakePromiseDocument);
  const report = useAct(IntakeReportDocument);
  const guide = useAct(IntakeGuideDocument);
  const refuse = useAct(IntakeRefuseDocument);
  const materials = useAct(IntakeMaterialsDocument);

  const send = async (disposal: Disposal): Promise<Disposed> => {
    const take = <D>(
      result: ActResult<D>,
      pick: (data: D) => { case: FragmentType<typeof IntakeCaseFragment> },
    ): Disposed => (result.ok ? { ok: true, case: readFragment(IntakeCaseFragment, pick(result.data).case) } : result);
    switch (disposal.way) {
      case "ON_SPOT":
        return take(await resolve.run(disposal.input), (data) => data.resolveOnSpot);
      case "PROMISE":
        return take(await promise.run(disposal.input), (data) => data.promiseCase);
      case "REPORT":
        return take(await report.run(disposal.input), (data) => data.reportCase);
      case "GUIDE":
        return take(await guide.run(disposal.input), (data) => data.guideCase);
      case "REFUSE":
        return take(await refuse.run(disposal.input), (data) => data.refuseCase);
      case "MATERIALS":
        return take(await materials.run(disposal.input), (data) => data.requestMaterials);
    }
  };
  return send;
}
