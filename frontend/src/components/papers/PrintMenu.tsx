import { PrinterOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isTyping } from "@/app/typing";
import { type PaperOffer, type PrintOf, usePrint } from "./usePrint";
import "./papers.css";

/** The button that prints: one paper at once, several from a menu. With `hotkey` the letter P does what a click does. */
export function PrintMenu(props: {
  of: PrintOf;
  papers: readonly PaperOffer[];
  /** Tells papers of one kind apart. */
  about?: (offer: PaperOffer) => string;
  hotkey?: boolean;
  size?: "large" | "middle";
  label?: ReactNode;
}) {
  const { t } = useTranslation();
  const { papers, hotkey = false } = props;
  const { print, busy } = usePrint(props.of);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!hotkey) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "p" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("[role=dialog], [role=menu]")) return;
      event.preventDefault();
      button.current?.focus();
      button.current?.click();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [hotkey]);

  if (papers.length === 0) return null;
  // Each paper on its usual sheet; the slips on the smaller one too.
  const choices = papers.flatMap((offer) => offer.sizes.map((size) => ({ offer, size })));
  const key = hotkey ? (
    <kbd aria-hidden="true" className="xx-only-wide">
      P
    </kbd>
  ) : null;
  return (
    <Dropdown
      trigger={["click"]}
      open={open}
      onOpenChange={setOpen}
      autoFocus
      placement="bottomRight"
      // Inside the page's landmark, as the button is.
      getPopupContainer={(trigger) => trigger.parentElement ?? document.body}
      menu={{
        className: "xx-papers-menu",
        onClick: ({ key: chosen }) => {
          setOpen(false);
          const one = choices[Number(chosen)];
          if (one) void print(one.offer, one.size);
        },
        items: choices.map(({ offer, size }, index) => ({
          key: String(index),
          label: (
            <span className="xx-paper-offer">
              <span>
                {t(`enums:PaperKind.${offer.kind}`)}
                {size === offer.sizes[0] ? null : <span className="xx-paper-size">{size}</span>}
              </span>
              {offer.draft ? (
                <span className="xx-tag" data-tone="soon">
                  {t("paper.draft")}
                </span>
              ) : null}
              <small>
                {props.about ? `${props.about(offer)} · ` : ""}
                {offer.number}
              </small>
            </span>
          ),
        })),
      }}
    >
      <Button
        ref={button}
        icon={<PrinterOutlined aria-hidden />}
        loading={busy}
        aria-haspopup="menu"
        aria-expanded={open}
        size={props.size ?? "middle"}
      >
        {props.label ?? t("paper.print")} {key}
      </Button>
    </Dropdown>
  );
}
