import { App } from "antd";
import { useTranslation } from "react-i18next";
import { graphql } from "@/graphql/gen";
import type { PaperKind, PaperSize } from "@/graphql/gen/graphql";
import { sayRefusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";

const PrintPaperDocument = graphql(`
  mutation PrintPaper($input: PrintPaperInput!) {
    printPaper(input: $input) { paper { id kind number path } clientMutationId }
  }
`);

const PrintListDocument = graphql(`
  mutation PrintList($input: PrintHandOverListInput!) {
    printHandOverList(input: $input) { paper { id kind number path } clientMutationId }
  }
`);

/** What a paper is of: a case, or an absence with its hand-over lists. */
export type PrintOf = { caseId: string } | { absenceId: string };

/** A paper that can be printed now. */
export interface PaperOffer {
  kind: PaperKind;
  subjectId?: string | null | undefined;
  number: string;
  draft: boolean;
  /** The sheets that it may be printed on, the usual one first. */
  sizes: readonly PaperSize[];
}

/** Prints a paper: it is journalled first, then its PDF opens in a tab of its own. */
export function usePrint(of: PrintOf) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ofCase = useAct(PrintPaperDocument);
  const ofAbsence = useAct(PrintListDocument);
  const send = async (offer: PaperOffer, size: PaperSize) => {
    const subject = offer.subjectId ?? "";
    if ("absenceId" in of) {
      const done = await ofAbsence.run({ ...of, listId: subject });
      return done.ok ? { ok: true as const, paper: done.data.printHandOverList.paper } : done;
    }
    const done = await ofCase.run({ ...of, kind: offer.kind, size, ...(subject ? { subjectId: subject } : {}) });
    return done.ok ? { ok: true as const, paper: done.data.printPaper.paper } : done;
  };
  const print = async (offer: PaperOffer, size: PaperSize) => {
    // The tab is opened while the click still counts; a browser would bar it after the answer.
    const tab = window.open("about:blank", "_blank");
    if (tab) tab.opener = null;
    const done = await send(offer, size);
    if (!done.ok) {
      tab?.close();
      void message.error(sayRefusal(done.refusal, t));
      return;
    }
    const { path, number } = done.paper;
    if (tab) tab.location.replace(path);
    void message.success(t("paper.printed", { number }));
  };
  return { print, busy: ofCase.busy || ofAbsence.busy };
}
