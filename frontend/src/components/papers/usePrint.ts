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

/** A paper that can be printed of a case now. */
export interface PaperOffer {
  kind: PaperKind;
  subjectId?: string | null | undefined;
  number: string;
  draft: boolean;
  /** The sheets that it may be printed on, the usual one first. */
  sizes: readonly PaperSize[];
}

/** Prints a paper: it is journalled first, then its PDF opens in a tab of its own. */
export function usePrint(caseId: string) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const act = useAct(PrintPaperDocument);
  const print = async (offer: PaperOffer, size: PaperSize) => {
    // The tab is opened while the click still counts; a browser would bar it after the answer.
    const tab = window.open("about:blank", "_blank");
    if (tab) tab.opener = null;
    const done = await act.run({
      caseId,
      kind: offer.kind,
      size,
      ...(offer.subjectId ? { subjectId: offer.subjectId } : {}),
    });
    if (!done.ok) {
      tab?.close();
      void message.error(sayRefusal(done.refusal, t));
      return;
    }
    const { path, number } = done.data.printPaper.paper;
    if (tab) tab.location.replace(path);
    void message.success(t("paper.printed", { number }));
  };
  return { print, busy: act.busy };
}
