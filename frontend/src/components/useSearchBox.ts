import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";

const pauseMs = 150;

/**
 * A search box whose text is `q` of the address: what is typed is written there after a pause, and where the address
 * changes by itself (the palette, the browser's back) the box follows it.
 */
export function useSearchBox() {
  const [params, setParams] = useSearchParams();
  const search = params.get("q") ?? "";
  const [typed, setTyped] = useState(search);
  // The address changes a moment after it is written: until then it still says what it said before, which the box must
  // not take for a change of the address.
  const [written, setWritten] = useState(search);
  const [seen, setSeen] = useState(search);
  if (search !== seen) {
    setSeen(search);
    if (search !== written) {
      setWritten(search);
      setTyped(search);
    }
  }
  useEffect(() => {
    if (typed === written) return;
    const timer = setTimeout(() => {
      setWritten(typed);
      setParams(
        (before) => {
          const out = new URLSearchParams(before);
          if (typed) out.set("q", typed);
          else out.delete("q");
          return out;
        },
        { replace: true },
      );
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, written, setParams]);
  return { search, typed, setTyped };
}
