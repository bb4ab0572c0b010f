import { LoadingOutlined, SearchOutlined } from "@ant-design/icons";
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldControl } from "./Field";
import "./SearchPick.css";

export interface PickOption<T> {
  key: string;
  value: T;
  /** What the option shows; the first line is its name. */
  label: ReactNode;
}

/** An entry below what was found, always reachable by the arrow keys: "new", "anonymous". */
export interface PickExtra {
  key: string;
  label: ReactNode;
  run: (typed: string) => void;
}

const pauseMs = 120;

/**
 * Search as you type over the server's data, by keyboard alone: arrows choose, Enter takes, Escape closes. `search` may
 * fail; that is shown as nothing found with the way to try again by typing on.
 */
export function SearchPick<T>(props: {
  control: FieldControl;
  placeholder: string;
  search: (typed: string) => Promise<PickOption<T>[]>;
  onPick: (value: T) => void;
  extras?: (typed: string) => PickExtra[];
  /** Searches the empty text too, to offer a short list at once. */
  eager?: boolean;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
}) {
  const { t } = useTranslation();
  const listId = useId();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  // The entry gone to by hand, by its key: an answer that arrives must not move the choice. None means the first.
  const [active, setActive] = useState<string | null>(null);
  const [found, setFound] = useState<{ typed: string; options: PickOption<T>[]; failed: boolean }>();
  const composing = useRef(false);
  const hurried = useRef<string | null>(null);
  const hasty = useRef(() => {});
  const latest = useRef(props.search);
  useEffect(() => {
    latest.current = props.search;
  });
  const typed = text.trim();
  const wanted = open && (typed !== "" || props.eager === true);

  useEffect(() => {
    if (!wanted || composing.current) return;
    let stale = false;
    const timer = setTimeout(() => {
      latest.current(typed).then(
        (options) => {
          if (!stale) setFound({ typed, options, failed: false });
        },
        () => {
          if (!stale) setFound({ typed, options: [], failed: true });
        },
      );
    }, pauseMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [typed, wanted]);

  const current = found?.typed === typed ? found : undefined;
  const options = current?.options ?? [];
  const extras = open ? (props.extras?.(typed) ?? []) : [];
  const keys = [...options.map((option) => option.key), ...extras.map((extra) => extra.key)];
  const rows = keys.length;
  const chosen = active === null ? -1 : keys.indexOf(active);
  // While the answer is awaited nothing is chosen unless by hand: what stands first then is not what was looked for.
  const at = chosen < 0 && wanted && !current ? -1 : Math.max(0, chosen);
  const shown = open && (wanted || extras.length > 0);

  useEffect(() => {
    if (shown) document.getElementById(`${listId}-${at}`)?.scrollIntoView?.({ block: "nearest" });
  }, [shown, at, listId]);

  const take = (index: number) => {
    const option = options[index];
    const extra = extras[index - options.length];
    if (!option && !extra) return;
    setOpen(false);
    setActive(null);
    setText("");
    if (option) props.onPick(option.value);
    else extra?.run(typed);
  };
  useEffect(() => {
    hasty.current = () => take(0);
  });
  // Enter came before the answer: the only one found is taken, or where none is found the first entry below;
  // among several the eye decides.
  useEffect(() => {
    if (!current || hurried.current !== current.typed) return;
    hurried.current = null;
    if (current.options.length < 2) hasty.current();
  }, [current]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (rows > 0)
        setActive(keys[(event.key === "ArrowDown" ? at + 1 : Math.max(at, 0) - 1 + rows) % rows] ?? null);
    } else if (event.key === "Enter") {
      event.preventDefault();
      // An Enter that comes before the answer must not take an entry of the former one; it waits for its own.
      if (shown && (current || !wanted || chosen >= 0)) take(at);
      else if (wanted) hurried.current = typed;
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <div className="xx-pick">
      <span className="xx-pick-input">
        <SearchOutlined aria-hidden />
        <input
          {...props.control}
          ref={props.ref}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={listId}
          aria-activedescendant={shown && rows > 0 && at >= 0 ? `${listId}-${at}` : undefined}
          placeholder={props.placeholder}
          disabled={props.disabled}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            hurried.current = null;
            setActive(null);
            setOpen(true);
          }}
          onFocus={() => {
            if (props.eager || text !== "") setOpen(true);
          }}
          onBlur={() => setOpen(false)}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={(event) => {
            composing.current = false;
            setText(`${event.currentTarget.value}`);
          }}
          onKeyDown={onKeyDown}
        />
        {wanted && !current ? <LoadingOutlined aria-hidden /> : null}
      </span>
      <div className="xx-pick-list" hidden={!shown}>
        <div id={listId} role="listbox" aria-label={props.placeholder}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox
            <div
              key={option.key}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="xx-pick-option"
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setActive(option.key)}
              onClick={() => take(index)}
            >
              {option.label}
            </div>
          ))}
          {extras.map((extra, offset) => {
            const index = options.length + offset;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox
              <div
                key={extra.key}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                className="xx-pick-option xx-pick-extra"
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => setActive(extra.key)}
                onClick={() => take(index)}
              >
                {extra.label}
              </div>
            );
          })}
        </div>
        {wanted && current && options.length === 0 ? (
          <p className="xx-pick-none">{current.failed ? t("pick.failed") : t("pick.none")}</p>
        ) : null}
      </div>
      <span className="xx-visually-hidden" role="status">
        {wanted && current ? t("pick.found", { count: options.length }) : ""}
      </span>
    </div>
  );
}
