import { useTranslation } from "react-i18next";
import type { EventKind } from "@/graphql/gen/graphql";
import { sayEvent } from "./eventWords";
import { TimelineItem } from "./TimelineItem";
import { useReader } from "./useReader";

/** The journal of a record that is no case, the latest first; folded away, since people come and go a hundred times. */
export function RecordTimeline(props: {
  events: readonly {
    id: string;
    kind: EventKind;
    at: string;
    reason: string;
    facts: unknown;
    actor: { id: string; name: string } | null;
  }[];
}) {
  const { t } = useTranslation();
  const reader = useReader();
  return (
    <details className="xx-record">
      <summary>{t("record.show", { count: props.events.length })}</summary>
      <ol className="xx-timeline">
        {props.events.toReversed().map((event) => {
          const facts = event.facts as Readonly<Record<string, unknown>>;
          const words = sayEvent({ kind: event.kind, reason: event.reason, facts }, reader);
          return (
            <TimelineItem
              key={event.id}
              at={event.at}
              title={typeof facts.ticket === "number" ? `${words.title} · ${facts.ticket}` : words.title}
              who={event.actor?.name ?? t("record.nobody")}
              {...(words.tone ? { tone: words.tone } : {})}
            >
              {words.quote ? <p>{words.quote}</p> : null}
            </TimelineItem>
          );
        })}
      </ol>
    </details>
  );
}
