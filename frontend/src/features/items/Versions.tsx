import { useTranslation } from "react-i18next";
import { DateText } from "@/components/DateText";
import { ClauseTag } from "@/components/tags";
import type { ItemSheetFragment as ItemSheet } from "@/graphql/gen/graphql";
import { officeNow } from "@/office/clock";
import { useZone } from "@/office/viewer";
import { dayOf } from "@/office/zone";
import { useItemWords } from "./useItemWords";
import { type Change, changesBetween, type MaterialChange, versionState } from "./versions";

const tones = { current: "calm", coming: "info", past: "late", never: "late" } as const;

/** Every version of the item, newest first: from when to when it holds, and what it changed against the one before. */
export function Versions({ item, onOpen }: { item: ItemSheet; onOpen: (id: string) => void }) {
  const { t } = useTranslation("items");
  const today = dayOf(officeNow(), useZone());
  const words = useChangeWords();
  return (
    <>
      <p className="xx-items-sub">
        {t("versionKept")} <ClauseTag clause="Q4" />
      </p>
      <ol className="xx-item-versions">
        {item.versions.map((version, index) => {
          const before = item.versions[index + 1];
          const changes = before ? changesBetween(before, version) : [];
          const state = versionState(version, today);
          return (
            <li key={version.id} aria-current={version.id === item.id ? "true" : undefined}>
              <p className="xx-item-version-head">
                {version.id === item.id ? (
                  <strong>{t("version", { version: version.version })}</strong>
                ) : (
                  <button type="button" onClick={() => onOpen(version.id)}>
                    {t("version", { version: version.version })}
                  </button>
                )}
                <span className="xx-tag" data-tone={tones[state]}>
                  {t(`versionState.${state}`)}
                </span>
                <span className="xx-item-version-days">
                  {state === "never" ? null : (
                    <>
                      {t("from")} <DateText date={version.validFrom} />
                      {version.retiredFrom ? (
                        <>
                          {" "}
                          {t("until")} <DateText date={version.retiredFrom} />
                        </>
                      ) : null}
                    </>
                  )}
                </span>
              </p>
              {!before ? null : changes.length === 0 ? (
                <p className="xx-items-sub">{t("change.none")}</p>
              ) : (
                <ul className="xx-item-changes" aria-label={t("change.title", { version: before.version })}>
                  {changes.map((change) => (
                    <li key={"name" in change ? `${change.what} ${change.name}` : change.what}>{words(change)}</li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** A change in words. */
function useChangeWords() {
  const { t } = useTranslation("items");
  const words = useItemWords();
  const list = (parts: readonly string[]) => parts.join(t("join"));
  const fromTo = (what: string, before: string, after: string) =>
    t("change.fromTo", { what, before: before || t("change.nothing"), after: after || t("change.nothing") });
  const cell = (column: MaterialChange["column"], value: MaterialChange["before"]) => {
    if (column === "form") return t(`enums:MaterialForm.${value}`);
    if (column === "required") return t(value ? "material.always" : "material.sometimes");
    return column === "copies" ? t("material.copyCount", { count: Number(value) }) : String(value);
  };
  return (change: Change): string => {
    switch (change.what) {
      case "name":
      case "post":
        return fromTo(t(`column.${change.what}`), change.before, change.after);
      case "department":
        return fromTo(t("department.name"), change.before, change.after);
      case "fee":
        return fromTo(t("column.fee"), words.fee({ fee: change.before }), words.fee({ fee: change.after }));
      case "kind":
        return fromTo(t("column.kind"), t(`enums:ItemKind.${change.before}`), t(`enums:ItemKind.${change.after}`));
      case "limit":
        return fromTo(t("column.limit"), words.limit(change.before), words.limit(change.after));
      case "extensions":
        return fromTo(t("extensions"), words.extensions(change.before), words.extensions(change.after));
      case "channels":
        return [
          ...(change.added.length > 0
            ? [t("change.channelsAdded", { list: list(change.added.map((one) => t(`enums:Channel.${one}`))) })]
            : []),
          ...(change.removed.length > 0
            ? [t("change.channelsRemoved", { list: list(change.removed.map((one) => t(`enums:Channel.${one}`))) })]
            : []),
        ].join(t("change.join"));
      case "materialAdded":
      case "materialRemoved":
        return t(`change.${change.what}`, { name: change.name });
      case "materialChanged":
        return t("change.materialChanged", {
          name: change.name,
          list: change.columns
            .map(({ column, before, after }) =>
              column === "required"
                ? cell(column, after)
                : fromTo(t(`material.${column}`), cell(column, before), cell(column, after)),
            )
            .join(t("change.join")),
        });
      case "materialOrder":
      case "steps":
      case "legalBasis":
        return t(`change.${change.what}`);
    }
  };
}
