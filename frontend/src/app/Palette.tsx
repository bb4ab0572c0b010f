import { SearchOutlined } from "@ant-design/icons";
import { useApolloClient } from "@apollo/client/react";
import { Modal } from "antd";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { PaletteDataQuery } from "@/graphql/gen/graphql";
import { chooseLanguage } from "@/i18n/language";
import { seesNoCases, useViewer } from "@/office/viewer";
import { PaletteDataDocument } from "./documents";
import { matchText, type PinyinMatch } from "./match";
import { placesFor } from "./nav";
import { useThemeChoice } from "./theme";

interface Entry {
  id: string;
  group: "acts" | "pages" | "cases" | "residents" | "items" | "departments";
  label: string;
  hint?: string;
  run: () => void;
}

/** Ctrl+K: goes anywhere and starts anything by a few letters, pinyin or initials; data comes from the server's search. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation("shell");
  const client = useApolloClient();
  const navigate = useNavigate();
  const viewer = useViewer();
  const theme = useThemeChoice();
  const listId = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const [found, setFound] = useState<{ search: string; data: PaletteDataQuery | undefined }>();
  const [pinyin, setPinyin] = useState<PinyinMatch>();
  const list = useRef<HTMLDivElement>(null);
  const search = text.trim();

  useEffect(() => {
    // The dictionary is large and only wanted here.
    void import("pinyin-pro").then((module) => setPinyin(() => module.match));
  }, []);

  useEffect(() => {
    if (search === "" || seesNoCases(viewer)) return;
    const timer = setTimeout(() => {
      void client
        .query({ query: PaletteDataDocument, variables: { search }, fetchPolicy: "network-only", errorPolicy: "all" })
        .then(({ data }) => setFound({ search, data: data ?? undefined }))
        .catch(() => setFound({ search, data: undefined }));
    }, 150);
    return () => clearTimeout(timer);
  }, [client, search, viewer]);

  const entries = useMemo<Entry[]>(() => {
    const go = (path: string) => () => void navigate(path);
    const show = (path: string) => () => void window.open(path, "_blank", "noopener");
    const fixedEntry = (group: "acts" | "pages", id: string, key: string, run: () => void, hint?: string) => ({
      id,
      group,
      key,
      label: t(key),
      run,
      ...(hint ? { hint } : {}),
    });
    const acts = [
      ...(viewer.mayEditItems
        ? [fixedEntry("acts", "department", "palette.newDepartment", go("/directory?edit=new"))]
        : []),
      ...(seesNoCases(viewer)
        ? []
        : [
            fixedEntry("acts", "new", "palette.newIntake", go("/intake"), "n"),
            fixedEntry("acts", "mine", "palette.mine", go("/queue?mine=1")),
            fixedEntry("acts", "overdue", "palette.overdue", go("/queue?standing=OVERDUE")),
          ]),
      fixedEntry("acts", "zh", "palette.toChinese", () => chooseLanguage("zh-CN")),
      fixedEntry("acts", "en", "palette.toEnglish", () => chooseLanguage("en")),
      fixedEntry("acts", "light", "palette.toLight", () => theme.choose("light")),
      fixedEntry("acts", "dark", "palette.toDark", () => theme.choose("dark")),
    ];
    const pages = [
      ...placesFor(viewer).map((place) => fixedEntry("pages", place.key, `nav.${place.key}`, go(place.path))),
      fixedEntry("pages", "disclosure", "palette.disclosure", go("/directory/disclosure")),
      fixedEntry("pages", "board", "palette.board", show(`/public/${viewer.community.id}`)),
      fixedEntry("pages", "wall", "palette.wall", show(`/wall/${viewer.community.id}`)),
    ];
    // Found by its name in either language: pinyin also helps who reads the English page.
    const chinese = i18n.getFixedT("zh-CN", "shell");
    const english = i18n.getFixedT("en", "shell");
    const fixed = [...pages, ...acts].filter((entry) =>
      [chinese(entry.key), english(entry.key)].some((name) => matchText(name, search, pinyin)),
    );
    if (search === "" || found?.search !== search || !found.data) return fixed;
    const { cases, residents, items, departments } = found.data;
    return [
      ...fixed,
      ...(cases?.edges ?? []).map(
        ({ node }): Entry => ({
          id: node.id,
          group: "cases",
          label: node.demand,
          hint: node.receiptNo,
          run: go(`/cases/${node.receiptNo}`),
        }),
      ),
      ...(residents ?? []).map(
        (resident): Entry => ({
          id: resident.id,
          group: "residents",
          label: resident.name,
          hint: resident.phoneMasked ?? "",
          run: go(`/intake?resident=${resident.id}`),
        }),
      ),
      ...(items ?? []).map(
        (item): Entry => ({
          id: item.id,
          group: "items",
          label: item.name,
          hint: item.code,
          run: go(`/items?q=${encodeURIComponent(item.code)}`),
        }),
      ),
      ...(departments ?? []).map(
        (department): Entry => ({
          id: department.id,
          group: "departments",
          label: department.name,
          hint: department.phone,
          run: go(`/directory?q=${encodeURIComponent(department.name)}`),
        }),
      ),
    ];
  }, [found, i18n, navigate, pinyin, search, t, theme, viewer]);

  const at = Math.min(active, Math.max(0, entries.length - 1));
  useEffect(() => {
    list.current?.querySelector(`[data-index="${at}"]`)?.scrollIntoView?.({ block: "nearest" });
  }, [at]);

  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && entries.length > 0) {
      event.preventDefault();
      setActive((at + step + entries.length) % entries.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(entries[at]);
    }
  };

  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={620}
      className="xx-palette"
      style={{ top: "12vh" }}
      title={<span className="xx-visually-hidden">{t("palette.open")}</span>}
      styles={{ header: { margin: 0 }, container: { padding: 0 } }}
    >
      <div className="xx-palette-input">
        <SearchOutlined aria-hidden />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette is opened to type into it
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={entries[at] ? `${listId}-${at}` : undefined}
          aria-label={t("palette.open")}
          placeholder={t("palette.placeholder")}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className="xx-palette-list" ref={list} id={listId} role="listbox" aria-label={t("palette.results")}>
        {entries.length === 0 ? <p className="xx-palette-group">{t("palette.nothing")}</p> : null}
        {entries.map((entry, index) => (
          <div key={`${entry.group}.${entry.id}`} role="presentation">
            {entries[index - 1]?.group === entry.group ? null : (
              <div className="xx-palette-group" role="presentation">
                {t(`palette.group.${entry.group}`)}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox that owns the list */}
            <div
              id={`${listId}-${index}`}
              data-index={index}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="xx-palette-option"
              onMouseMove={() => setActive(index)}
              onClick={() => choose(entry)}
            >
              <span>{entry.label}</span>
              {entry.hint ? <span className="xx-palette-hint">{entry.hint}</span> : null}
            </div>
          </div>
        ))}
      </div>
      <div className="xx-palette-foot" aria-hidden="true">
        <span>{t("palette.help")}</span>
      </div>
    </Modal>
  );
}
