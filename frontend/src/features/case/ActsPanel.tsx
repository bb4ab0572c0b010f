import { Button, Modal } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { isTyping } from "@/app/typing";
import { actClauses } from "@/components/acts/Act";
import { ActFields, type FormAct, hasForm } from "@/components/acts/ActFields";
import { ActTargetFragment } from "@/components/acts/documents";
import { useFormFocus } from "@/components/useFormFocus";
import { readFragment } from "@/graphql/gen";
import type { CaseAct, CaseSheetFragment as CaseSheet } from "@/graphql/gen/graphql";
import { useViewer } from "@/office/viewer";
import { useOpenAct } from "./useOpenAct";

const groups: readonly { key: string; acts: readonly CaseAct[] }[] = [
  { key: "answer", acts: ["ACCEPT_HAND_OVER", "RETURN_HAND_OVER"] },
  { key: "decide", acts: ["TAKE_OVER", "DIRECT", "SEND_BACK", "DECIDE_EXTENSION"] },
  { key: "dispose", acts: ["RESOLVE_ON_SPOT", "PROMISE", "REPORT_UP", "GUIDE", "REQUEST_MATERIALS", "REFUSE"] },
  {
    key: "work",
    acts: [
      "TELL_EXTENSION",
      "RECEIVE_MATERIALS",
      "RECEIVE_SOME",
      "COMPLETE",
      "OFFER_HAND_OVER",
      "REQUEST_EXTENSION",
      "REOPEN",
    ],
  },
  { key: "review", acts: ["CHECK", "PUT_RIGHT", "ANSWER", "CALL_BACK"] },
  { key: "materials", acts: ["NOTICE_AGAIN", "WITHDRAW"] },
  { key: "after", acts: ["RECORD_CALL_BACK", "ASK_CALL_BACK"] },
  { key: "watch", acts: ["REPORT_BREACH"] },
];
/** The act that the others of its group stand behind. */
const first: readonly CaseAct[] = [
  "ACCEPT_HAND_OVER",
  "PROMISE",
  "COMPLETE",
  "TAKE_OVER",
  "DECIDE_EXTENSION",
  "TELL_EXTENSION",
  "RECEIVE_MATERIALS",
  "CHECK",
  "PUT_RIGHT",
  "ANSWER",
  "CALL_BACK",
];
const careful: readonly CaseAct[] = ["REFUSE", "WITHDRAW", "REPORT_BREACH"];
/** Offered where their things stand: custody, charges, files and papers have cards. */
export const elsewhere: readonly CaseAct[] = [
  "TAKE_PIECES",
  "RETURN_PIECE",
  "REPORT_PIECE",
  "CHARGE",
  "ATTACH",
  "LINK_PROJECT",
  "PRINT",
];

/** Some materials come by the same form as all of them; where a promise runs already, by their own. */
const within = (act: CaseAct, allowed: readonly CaseAct[]) =>
  act === "RECEIVE_SOME" && allowed.includes("RECEIVE_MATERIALS");

/** The acts that the server allows the viewer now, in the office's order; an unknown one is left to a newer page. */
export function shownActs(allowed: readonly CaseAct[]): { key: string; acts: CaseAct[] }[] {
  return groups
    .map(({ key, acts }) => ({ key, acts: acts.filter((act) => allowed.includes(act) && !within(act, allowed)) }))
    .filter((group) => group.acts.length > 0);
}

function knownAct(value: string | null): FormAct | null {
  const act = value && value in actClauses ? (value as CaseAct) : null;
  return act && hasForm(act) ? act : null;
}

/** What the viewer may do to the case now; number keys open the forms. The act that is open stands in the address. */
export function ActsPanel({ sheet, onReload }: { sheet: CaseSheet; onReload: () => void }) {
  const { t } = useTranslation("case");
  const viewer = useViewer();
  const [params] = useSearchParams();
  const show = useOpenAct();
  const target = readFragment(ActTargetFragment, sheet);
  const shown = shownActs(sheet.allowedActs);
  const keys = shown.filter((group) => group.key !== "watch").flatMap((group) => group.acts);
  const open = knownAct(params.get("act"));
  const of = params.get("of") ?? undefined;
  const body = useFormFocus(open !== null);
  // What the dialog shows while it closes.
  const [drawn, setDrawn] = useState({ act: open, of });
  if (open && (open !== drawn.act || of !== drawn.of)) setDrawn({ act: open, of });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("[role=dialog]")) return;
      const act = keys[Number(event.key) - 1];
      if (!act) return;
      event.preventDefault();
      show(act);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  const mine = sheet.responsible.id === viewer.staff.id;
  // A case that could be closed but for the papers still in custody (A5).
  const kept = mine && sheet.open && sheet.piecesHeld > 0 ? sheet.piecesHeld : 0;
  const main = keys.find((act) => first.includes(act));
  return (
    <section className="xx-card xx-card-pad xx-acts xx-no-print" aria-label={t("acts.label")}>
      <h2 className="xx-section-title">{t("acts.label")}</h2>
      {keys.length === 0 ? (
        <p className="xx-acts-none">{t(!sheet.open ? "acts.closed" : mine ? "acts.none" : "acts.others")}</p>
      ) : null}
      {kept > 0 ? (
        <p className="xx-acts-kept">
          <a href="#custody">{t("custody.held", { count: kept })}</a>
        </p>
      ) : null}
      {shown.map((group) => (
        <div key={group.key} className="xx-acts-group" data-group={group.key}>
          {group.acts.map((act) => (
            <Button
              key={act}
              type={act === main ? "primary" : group.key === "watch" ? "text" : "default"}
              danger={careful.includes(act)}
              onClick={() => show(act)}
              aria-haspopup="dialog"
              block
            >
              <span className="xx-acts-name">{t(`enums:CaseAct.${act}`)}</span>
              {keys.indexOf(act) >= 0 && keys.indexOf(act) < 9 ? (
                <kbd aria-hidden="true" className="xx-only-wide">
                  {keys.indexOf(act) + 1}
                </kbd>
              ) : null}
            </Button>
          ))}
        </div>
      ))}
      <Modal
        open={open !== null}
        title={drawn.act ? `${t(`enums:CaseAct.${drawn.act}`)} · ${sheet.receiptNo}` : ""}
        onCancel={() => show(null)}
        footer={null}
        width={drawn.act === "TAKE_PIECES" ? 680 : 600}
        destroyOnHidden
      >
        {drawn.act ? (
          <div ref={body}>
            {!open || kept > 0 || sheet.allowedActs.includes(open) ? null : (
              <p className="xx-banner" data-tone="info" role="status">
                {t("acts.gone", { status: t(`enums:CaseStatus.${sheet.status}`), name: sheet.responsible.name })}
              </p>
            )}
            <ActFields
              act={drawn.act}
              target={target}
              pieces={sheet.pieces}
              subject={drawn.of}
              signer={sheet.resident?.name}
              onDone={() => show(null)}
              onReload={onReload}
              onCancel={() => show(null)}
            />
          </div>
        ) : null}
      </Modal>
    </section>
  );
}
