import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { RefusalNote } from "./RefusalNote";
import type { useMore } from "./useMore";

/** The foot of a list: the way to its next page where there is one, and what went wrong on it. */
export function MoreRows({ next, more }: { next: ReturnType<typeof useMore>; more: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {next.refusal ? <RefusalNote refusal={next.refusal} /> : null}
      {more ? (
        <div className="xx-more">
          <Button onClick={next.more} loading={next.busy}>
            {t("act.loadMore")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
