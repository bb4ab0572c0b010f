import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { type Refusal, sayRefusal } from "@/graphql/refusal";
import { ClauseTag } from "./tags";

/**
 * A refusal in words, with its clause. Where the case has moved on meanwhile (CONFLICT) and `onReload` is given, it
 * offers to read it again; what was typed stays.
 */
export function RefusalNote({ refusal, onReload }: { refusal: Refusal; onReload?: (() => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <div className="xx-refusal" role="alert">
      <span>{sayRefusal(refusal, t)}</span>
      {refusal.clause ? <ClauseTag clause={refusal.clause} /> : null}
      {refusal.code === "CONFLICT" && onReload ? (
        <Button size="small" onClick={onReload}>
          {t("act.reload")}
        </Button>
      ) : null}
    </div>
  );
}
