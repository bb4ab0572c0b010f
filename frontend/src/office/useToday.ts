import { useCallback } from "react";
import { useOfficeTick } from "./clock";
import { useZone } from "./viewer";
import { dayOf } from "./zone";

/** The community's calendar day by the office's clock, which is known a moment after loading and may be moved. */
export function useToday(): string {
  const zone = useZone();
  return useOfficeTick(useCallback((now: number) => dayOf(now, zone), [zone]));
}
