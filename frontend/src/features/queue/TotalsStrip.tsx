import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ShellTotalsQuery } from "@/graphql/gen/graphql";
import { noFilters, type QueueFilters, writeFilters } from "./filters";

const strips = [
  { key: "overdue", tone: "overdue", filters: { standing: "OVERDUE" } },
  { key: "dueToday", tone: "soon", filters: { dueToday: true } },
  { key: "mine", tone: "primary", filters: { mine: true } },
  { key: "open", tone: "plain", filters: {} },
] as const satisfies readonly { key: string; tone: string; filters: Partial<QueueFilters> }[];

/** The totals of the desk, each a link to the cases behind it. */
export function TotalsStrip(props: { totals: ShellTotalsQuery["queueTotals"] | undefined; filters: QueueFilters }) {
  const { t } = useTranslation("queue");
  const here = writeFilters({ ...props.filters, search: "", order: "DUE" }).toString();
  return (
    <ul className="xx-totals" aria-label={t("totals.label")}>
      {strips.map((strip) => {
        const query = writeFilters({ ...noFilters, ...strip.filters }).toString();
        const count = props.totals?.[strip.key];
        return (
          <li key={strip.key}>
            <Link
              to={{ search: query }}
              data-tone={count === 0 ? "plain" : strip.tone}
              aria-current={query === here ? "true" : undefined}
            >
              <b>{count ?? t("totals.unknown")}</b>
              <span>{t(`totals.${strip.key}`)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
