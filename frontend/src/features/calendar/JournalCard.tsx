import { DownloadOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { DateTimeText } from "@/components/DateText";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useZone } from "@/office/viewer";
import { dayOf } from "@/office/zone";
import { JournalCheckpointsDocument } from "./documents";

/** The last signed checkpoint of each journal that the viewer reads, to be kept elsewhere. */
export function JournalCard() {
  const { t } = useTranslation("calendar");
  const zone = useZone();
  const { data, error } = useQuery(JournalCheckpointsDocument, { fetchPolicy: "cache-and-network" });
  const checkpoints = data?.journalCheckpoints;
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-journal-title">
      <h2 className="xx-section-title" id="xx-journal-title">
        {t("journal.title")}
      </h2>
      <p className="xx-cal-hint">{t("journal.hint")}</p>
      {!checkpoints && error ? <p className="xx-cal-hint">{sayRefusal(refusalOf(error), t)}</p> : null}
      {checkpoints?.length === 0 ? <p className="xx-cal-hint">{t("journal.none")}</p> : null}
      {checkpoints?.map((point) => (
        <div key={point.community.id} className="xx-journal">
          <dl className="xx-facts">
            <dt>{t("journal.community")}</dt>
            <dd>{point.community.name}</dd>
            <dt>{t("journal.at")}</dt>
            <dd>
              <DateTimeText at={point.at} />
            </dd>
            <dt>{t("journal.size")}</dt>
            <dd>{t("journal.entries", { count: point.size })}</dd>
            <dt>{t("journal.root")}</dt>
            <dd>
              <code>{point.root}</code>
            </dd>
          </dl>
          <Button
            size="small"
            icon={<DownloadOutlined aria-hidden />}
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(point.note)}`}
            download={`${dayOf(point.at, zone)}-${point.community.id}.txt`}
          >
            {t("journal.download")}
          </Button>
        </div>
      ))}
    </section>
  );
}
