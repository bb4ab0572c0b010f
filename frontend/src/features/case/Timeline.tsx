import { Button } from "antd";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { sayEvent } from "@/components/eventWords";
import { RefusalNote } from "@/components/RefusalNote";
import { TimelineItem } from "@/components/TimelineItem";
import { useReader } from "@/components/useReader";
import type { useJournal } from "./useJournal";

/** The journal of the case, oldest first; what happens while it is open is added at its end. */
export function Timeline({ journal }: { journal: ReturnType<typeof useJournal> }) {
  const { t } = useTranslation("case");
  const reader = useReader();
  const { events } = journal;
  const more = (
    <li className="xx-timeline-more">
      <Button onClick={journal.loadMore} loading={journal.busy}>
        {t("timeline.more", { count: Math.max(0, journal.total - events.length) })}
      </Button>
    </li>
  );
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-timeline-title">
      <h2 className="xx-section-title" id="xx-timeline-title">
        {t("timeline.title")} <span className="xx-case-sub">{t("timeline.count", { count: journal.total })}</span>
      </h2>
      {journal.refusal ? <RefusalNote refusal={journal.refusal} /> : null}
      <ol className="xx-timeline" aria-live="polite" aria-relevant="additions" aria-busy={journal.busy}>
        {events.map((event, index) => {
          const words = sayEvent(event, reader);
          const before = events[index - 1];
          const gap = before !== undefined && event.number > before.number + 1;
          return (
            <Fragment key={event.number}>
              {gap ? more : null}
              <TimelineItem
                at={event.at}
                title={words.title}
                who={event.actor?.name ?? t("timeline.system")}
                {...(words.tone ? { tone: words.tone } : {})}
              >
                {words.sentence ? <p>{words.sentence}</p> : null}
                {words.quote ? <span className="xx-quote">{words.quote}</span> : null}
                <details className="xx-proof">
                  <summary>{t("timeline.proof")}</summary>
                  <p>
                    {t("timeline.hash", { number: event.number })} <code>{event.hash}</code>
                  </p>
                </details>
              </TimelineItem>
            </Fragment>
          );
        })}
        {journal.whole ||
        events.length === 0 ||
        events.some((e, i) => i > 0 && e.number > (events[i - 1]?.number ?? 0) + 1)
          ? null
          : more}
      </ol>
    </section>
  );
}
