import { CloseOutlined, StarOutlined } from "@ant-design/icons";
import { Button, Input, type InputRef, Popover } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "@/office/viewer";
import { readSaved, type SavedFilter, withSaved, writeSaved } from "./saved";

/** The viewer's named filters as links, and the way to name the present one. */
export function SavedFilters({ query }: { query: string }) {
  const { t } = useTranslation("queue");
  const staffId = useViewer().staff.id;
  const [saved, setSaved] = useState(() => readSaved(staffId));
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const input = useRef<InputRef>(null);
  const keep = (next: SavedFilter[]) => {
    setSaved(next);
    writeSaved(staffId, next);
  };
  const save = () => {
    const clean = name.trim();
    if (clean === "") return;
    keep(withSaved(saved, { name: clean, query }));
    setName("");
    setOpen(false);
  };
  const known = saved.some((one) => one.query === query);
  if (saved.length === 0 && query === "") return null;
  return (
    <div className="xx-saved">
      {saved.length > 0 ? <span className="xx-saved-label">{t("saved.label")}</span> : null}
      <ul>
        {saved.map((one) => (
          <li key={one.name} data-current={one.query === query}>
            <Link to={{ search: one.query }} aria-current={one.query === query ? "true" : undefined}>
              {one.name}
            </Link>
            <button
              type="button"
              aria-label={t("saved.remove", { name: one.name })}
              onClick={() => keep(saved.filter((other) => other !== one))}
            >
              <CloseOutlined aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {query !== "" && !known ? (
        <Popover
          trigger="click"
          open={open}
          onOpenChange={(next) => {
            setOpen(next);
            if (next) setTimeout(() => input.current?.focus(), 50);
          }}
          content={
            <form
              className="xx-saved-form"
              onSubmit={(event) => {
                event.preventDefault();
                save();
              }}
            >
              <Input
                ref={input}
                value={name}
                maxLength={20}
                onChange={(event) => setName(event.target.value)}
                placeholder={t("saved.name")}
                aria-label={t("saved.name")}
              />
              <Button type="primary" htmlType="submit">
                {t("saved.save")}
              </Button>
            </form>
          }
        >
          <Button size="small" type="text" icon={<StarOutlined aria-hidden />}>
            {t("saved.keep")}
          </Button>
        </Popover>
      ) : null}
    </div>
  );
}
