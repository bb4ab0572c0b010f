import { type RefObject, useEffect, useRef } from "react";

const fields = "textarea, input:not([type=radio]):not(:disabled), input[type=radio]:checked";

/** A dialog takes the focus for its close button when it locks it, a moment after it opened; until then it is taken back. */
const settledMs = 300;

/**
 * Puts the focus into the form of a dialog that opens: on the field marked `data-first`, else on its first field, else on
 * its button. The reference belongs on an element around the form.
 */
export function useFormFocus(open: boolean): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const until = Date.now() + settledMs;
    const timer = setInterval(() => {
      const form = around.current;
      if (form && !form.contains(document.activeElement)) {
        const first = form.querySelector<HTMLElement>("[data-first]") ?? form.querySelector<HTMLElement>(fields);
        (first ?? form.querySelector<HTMLElement>("button[type=submit]"))?.focus();
      }
      if (Date.now() > until) clearInterval(timer);
    }, 30);
    return () => clearInterval(timer);
  }, [open]);
  return around;
}
