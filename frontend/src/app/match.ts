export type PinyinMatch = (text: string, query: string) => number[] | null;

/** Whether the label is meant by what was typed: a part of it, the initials of its words, or its pinyin or pinyin initials. */
export function matchText(label: string, query: string, pinyin: PinyinMatch | undefined): boolean {
  const typed = query.trim().toLowerCase();
  if (typed === "") return true;
  const low = label.toLowerCase();
  if (low.includes(typed)) return true;
  const initials = low
    .split(/\s+/)
    .map((word) => word[0] ?? "")
    .join("");
  if (initials.startsWith(typed) && typed.length > 1) return true;
  return /^[a-z]+$/.test(typed) && /[\u4e00-\u9fff]/.test(label) && Boolean(pinyin?.(label, typed));
}
