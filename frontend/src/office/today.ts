import { useCallback } from "react";
import { useOfficeTick } from "./clock";
import { useZone } from "./viewer";
import { dayOf } from "./zone";

/** The office's day by its own clock, also right after loading and over midnight. */
export function useToday(): string {
  const zone = useZone();
  return useOfficeTick(useCallback((now) => dayOf(now, zone), [zone]));
}
