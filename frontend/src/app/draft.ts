import { createContext, use, useCallback, useMemo } from "react";
import { ViewerContext } from "@/office/viewer";

const prefix = "xinxing.draft.";

/** Fields that are never written to the browser's storage. */
const personal = new Set(["phone", "idNumber", "contactWay", "password"]);

type Values = Record<string, unknown>;

function withoutPersonal(values: Values): Values {
  const out: Values = {};
  for (const [name, value] of Object.entries(values)) {
    if (personal.has(name) || value === undefined) continue;
    out[name] = value && typeof value === "object" && !Array.isArray(value) ? withoutPersonal(value as Values) : value;
  }
  return out;
}

/** The kept draft under the key of one member of staff; null where there is none. */
export function readDraft<T extends Values>(staffId: string, key: string): Partial<T> | null {
  try {
    const text = localStorage.getItem(`${prefix}${staffId}.${key}`);
    return text ? (JSON.parse(text) as Partial<T>) : null;
  } catch {
    return null;
  }
}

export function writeDraft(staffId: string, key: string, values: Values) {
  try {
    localStorage.setItem(`${prefix}${staffId}.${key}`, JSON.stringify(withoutPersonal(values)));
  } catch {
    // A full or forbidden storage must not stop the clerk.
  }
}

export function dropDraft(staffId: string, key: string) {
  localStorage.removeItem(`${prefix}${staffId}.${key}`);
}

/** Removes every draft of every member of staff: sign-out on a shared PC. */
export function dropAllDrafts() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

/** Whose drafts they are where nobody of the staff is signed in: the key of a partner's token. */
export const DraftOwner = createContext<string | null>(null);

/**
 * Keeps what is typed under the key for the viewer, through reloads and lost connections, until `clear`. Personal
 * numbers are left out. `kept` is what was there when the component first drew.
 */
export function useDraft<T extends Values>(key: string) {
  const owner = use(DraftOwner);
  const staffId = use(ViewerContext)?.staff.id ?? owner;
  if (!staffId) throw new Error("useDraft before sign-in");
  const kept = useMemo(() => readDraft<T>(staffId, key), [staffId, key]);
  const save = useCallback((values: Partial<T>) => writeDraft(staffId, key, values), [staffId, key]);
  const clear = useCallback(() => dropDraft(staffId, key), [staffId, key]);
  return { kept, save, clear };
}
