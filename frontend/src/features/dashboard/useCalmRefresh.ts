import { useEffect, useRef } from "react";
import { useDeskEvents } from "@/live/desk";

/** Figures are read again at most once in so many ms, however much happens at the desk. */
const restMs = 3000;

/** Reads again when something happened at the desk: at once, then not before a rest; what happened meanwhile counts when it is over. */
export function useCalmRefresh(refetch: () => Promise<unknown>) {
  const latest = useRef(refetch);
  useEffect(() => {
    latest.current = refetch;
  });
  const state = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; again: boolean }>({
    timer: undefined,
    again: false,
  });
  useEffect(() => {
    const now = state.current;
    return () => {
      clearTimeout(now.timer);
      now.timer = undefined;
    };
  }, []);
  useDeskEvents(() => {
    const now = state.current;
    if (now.timer !== undefined) {
      now.again = true;
      return;
    }
    const read = () => {
      now.again = false;
      latest.current().catch(() => {
        // The banner tells of the lost connection; the next event reads again.
      });
      now.timer = setTimeout(() => {
        now.timer = undefined;
        if (now.again) read();
      }, restMs);
    };
    read();
  });
}
