import { useQuery } from "@apollo/client/react";
import { Button, Input, Segmented, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useToday } from "@/office/useToday";
import { seesNoCases, seesRatings, useViewer } from "@/office/viewer";
import { Beyond } from "./Beyond";
import { Cards } from "./Cards";
import { Course } from "./Course";
import { MetricsDocument } from "./documents";
import { Groups } from "./Groups";
import { Kinds } from "./Kinds";
import { type Choice, choices, readChoice, readSpan, spanBefore, spanOf } from "./period";
import { SpanText } from "./SpanText";
import { Today } from "./Today";
import { MetricsContext } from "./useMetrics";
import "./dashboard.css";

/** The office in figures (R): today, a period against the one before and the year, by day and by what it is of. */
export function Component() {
  const { t } = useTranslation("dashboard");
  if (!seesNoCases(useViewer())) return <Dashboard />;
  return (
    <>
      <PageHead title={t("title")} />
      <EmptyHint title={t("noCases")} hint={t("noCasesHint")} />
    </>
  );
}

function Dashboard() {
  const { t } = useTranslation("dashboard");
  const leads = seesRatings(useViewer());
  const today = useToday();
  const [params, setParams] = useSearchParams();
  const choice = readChoice(params);
  const own = readSpan(params);
  const span = spanOf(choice, today, own);
  const before = spanBefore(choice, span);
  const { data, error, refetch } = useQuery(MetricsDocument, { fetchPolicy: "cache-first" });
  const put = (values: Record<string, string | null>) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [name, value] of Object.entries(values)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  const choose = (next: Choice) =>
    put(
      next === "own"
        ? { period: next, from: span.from, until: span.until }
        : { period: next === "month" ? null : next, from: null, until: null },
    );
  const ends = {
    from: params.get("from") ?? span.from,
    until: params.get("until") ?? span.until,
  };
  return (
    <>
      <PageHead title={t("title")} hint={t("hint")} />
      <Today />
      {!data && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={() => void refetch().catch(() => {})}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!data && !error ? <Skeleton active /> : null}
      {data ? (
        <MetricsContext value={data.metrics}>
          <div className="xx-dash-period">
            <Segmented<Choice>
              aria-label={t("period.label")}
              value={choice}
              onChange={choose}
              options={choices.map((value) => ({ value, label: t(`period.${value}`) }))}
            />
            {choice === "own" ? (
              <span className="xx-dash-dates">
                {(["from", "until"] as const).map((end) => (
                  <Input
                    key={end}
                    type="date"
                    aria-label={t(`period.${end}`)}
                    value={ends[end]}
                    status={own ? "" : "error"}
                    onChange={(event) => put({ ...ends, [end]: event.target.value })}
                  />
                ))}
              </span>
            ) : null}
            <p className="xx-soft">
              {choice === "own" && !own ? <span role="alert">{t("period.bad")} </span> : null}
              <SpanText span={span} /> · {t("period.against")} <SpanText span={before} />
            </p>
          </div>
          <Cards span={span} before={before} today={today} />
          <Course span={span} />
          <Groups span={span} />
          {leads ? <Kinds span={span} /> : null}
          {leads ? <Beyond span={span} before={before} today={today} /> : null}
        </MetricsContext>
      ) : null}
    </>
  );
}
