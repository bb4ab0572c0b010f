import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/graphql/gen";
import { sayEvent } from "./eventWords";
import { TimelineItem } from "./TimelineItem";
import { useReader } from "./useReader";

export const RecordJournalFragment = graphql(`
  fragment RecordJournal_Event on RecordEvent { id number kind at actor { id name } partner { id name } reason facts }
`);

/** The journal of a record that is no case, the latest first. */
export function RecordJournal(props: { events: readonly FragmentType<typeof RecordJournalFragment>[] }) {
  const { t } = useTranslation();
  const reader = useReader();
  const events = props.events.map((event) => readFragment(RecordJournalFragment, event));
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-journal-title">
      <h2 className="xx-section-title" id="xx-journal-title">
        {t("journal.title")}
      </h2>
      <ol className="xx-timeline">
        {events.toReversed().map((event) => {
          const words = sayEvent(event, reader);
          return (
            <TimelineItem
              key={event.id}
              at={event.at}
              title={words.title}
              who={
                event.actor?.name ??
                (event.partner ? t("journal.byToken", { name: event.partner.name }) : t("journal.notStaff"))
              }
              {...(words.tone ? { tone: words.tone } : {})}
            >
              {words.sentence ? <p>{words.sentence}</p> : null}
              {words.quote ? <span className="xx-quote">{words.quote}</span> : null}
            </TimelineItem>
          );
        })}
      </ol>
    </section>
  );
}
