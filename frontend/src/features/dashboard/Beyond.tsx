import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ClauseTag } from "@/components/tags";
import { useLanguage } from "@/i18n/language";
import { addDays, daysOf, type Span } from "@/office/days";
import { servesResidents, useViewer, useZone } from "@/office/viewer";
import { fromLocalInput } from "@/office/zone";
import { CobuildDocument, EmploymentDocument, ProgramsDocument } from "./documents";
import { useCalmRefresh } from "./useCalmRefresh";

/** The most days that the figures of employment are told of. */
const mostEmploymentDays = 366;

/** What the community did beside its cases in the period: work found (E7), building together (P6), programs (C4); without what the viewer may not read. */
export function Beyond({ span }: { span: Span }) {
  const { t } = useTranslation("dashboard");
  const zone = useZone();
  const serves = servesResidents(useViewer());
  const options = { fetchPolicy: "cache-and-network", errorPolicy: "ignore", skip: !serves } as const;
  const employment = useQuery(EmploymentDocument, {
    ...options,
    variables: span,
    skip: !serves || daysOf(span) > mostEmploymentDays,
  });
  const programs = useQuery(ProgramsDocument, {
    ...options,
    variables: {
      from: fromLocalInput(`${span.from}T00:00`, zone) ?? "",
      until: fromLocalInput(`${addDays(span.until, 1)}T00:00`, zone) ?? "",
    },
  });
  const cobuild = useQuery(CobuildDocument, options);
  useCalmRefresh(() =>
    serves ? Promise.all([employment.refetch(), programs.refetch(), cobuild.refetch()]) : Promise.resolve(),
  );
  if (!serves) return null;
  const work = employment.data?.employmentFigures;
  const done = programs.data?.programFigures;
  // Taking part is counted by months, and of the last twelve.
  const months = cobuild.data?.cobuildFigures.months.filter(
    ({ month }) => month >= span.from.slice(0, 7) && month <= span.until.slice(0, 7),
  );
  const sum = (of: "residents" | "minutes") => (months ?? []).reduce((all, one) => all + one[of], 0);
  const hours = (minutes: number) => Math.round(minutes / 6) / 10;
  const cards = [
    work && {
      key: "employment",
      clause: "E7",
      to: "/jobseekers",
      facts: Object.entries({ registered: work.registered, placed: work.placed, kept6: work.kept6 }),
    },
    months?.length && {
      key: "cobuild",
      clause: "P6",
      to: "/projects",
      facts: Object.entries({ residents: sum("residents"), hours: hours(sum("minutes")) }),
    },
    done && {
      key: "programs",
      clause: "C4",
      to: "/programs",
      facts: Object.entries({ events: done.events, people: done.people, hours: hours(done.volunteerMinutes) }),
    },
  ].filter((card) => !!card);
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby="xx-dash-beyond">
      <h2 className="xx-section-title" id="xx-dash-beyond">
        {t("beyond.title")}
      </h2>
      <ul className="xx-dash-beyond">
        {cards.map((card) => (
          <li key={card.key} className="xx-card xx-card-pad" data-beyond={card.key}>
            <div className="xx-dash-card-head">
              <h3>{t(`beyond.${card.key}.title`)}</h3>
              <ClauseTag clause={card.clause} />
            </div>
            <Facts of={card.key} facts={card.facts} to={card.to} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ of, facts, to }: { of: string; facts: readonly [string, number][]; to: string }) {
  const { t } = useTranslation("dashboard");
  const language = useLanguage();
  return (
    <dl className="xx-dash-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`beyond.${of}.${name}`)}</dt>
          <dd>
            <Link to={to} aria-label={`${t(`beyond.${of}.${name}`)} ${value}`}>
              {value.toLocaleString(language)}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}
