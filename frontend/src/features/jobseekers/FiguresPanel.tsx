import { useQuery } from "@apollo/client/react";
import { Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag } from "@/components/tags";
import { refusalOf } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { useToday } from "@/office/useToday";
import { EmploymentFiguresDocument } from "./documents";

const figures = ["registered", "advised", "trained", "referred", "placed", "kept3", "kept6"] as const;

/** What counts of a period, this year at first: people, each once (E7). */
export function FiguresPanel() {
  const { t } = useTranslation("jobseekers");
  const title = useId();
  const today = useToday();
  const [chosen, setChosen] = useState<{ from?: string; until?: string }>({});
  const period = { from: chosen.from ?? `${today.slice(0, 4)}-01-01`, until: chosen.until ?? today };
  const { data, error, refetch } = useQuery(EmploymentFiguresDocument, {
    variables: period,
    fetchPolicy: "network-only",
    skip: !period.from || !period.until,
  });
  useDeskEvents(() => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  });
  return (
    <section className="xx-card xx-card-pad" aria-labelledby={title}>
      <div className="xx-figures-head">
        <h2 id={title} className="xx-section-title">
          {t("figures.title")} <ClauseTag clause="E7" />
        </h2>
        <span className="xx-figures-period">
          {(["from", "until"] as const).map((end) => (
            <Input
              key={end}
              type="date"
              aria-label={t(`figures.${end}`)}
              value={period[end]}
              onChange={(event) => setChosen((before) => ({ ...before, [end]: event.target.value }))}
            />
          ))}
        </span>
      </div>
      {error ? <RefusalNote refusal={refusalOf(error)} /> : null}
      <dl className="xx-figures-list">
        {figures.map((name) => (
          <div key={name}>
            <dt>{t(`figures.${name}`)}</dt>
            <dd>{data?.employmentFigures[name] ?? "–"}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
