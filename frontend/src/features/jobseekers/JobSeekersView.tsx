import { SolutionOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag } from "@/components/tags";
import { type Refusal, refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { seekerStates, situations, stateTone } from "@/office/employment";
import { JobSeekersDocument } from "./documents";
import { FiguresPanel } from "./FiguresPanel";
import { RegisterSeeker } from "./SeekerForm";
import "./jobseekers.css";

const pageSize = 50;

/** The register of job-seekers, newest first, with its filters in the address, and what counts of the year (E1, E7). */
export function Component() {
  const { t } = useTranslation("jobseekers");
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [registering, setRegistering] = useState(false);
  const states = seekerStates.filter((one) => params.getAll("state").includes(one));
  const of = situations.filter((one) => params.getAll("situation").includes(one));
  const search = params.get("search") ?? "";
  const mine = params.get("mine") === "1";
  const filter = {
    ...(states.length > 0 ? { states } : {}),
    ...(of.length > 0 ? { situations: of } : {}),
    ...(search ? { search } : {}),
    ...(mine ? { mine } : {}),
  };
  const { data, error, refetch, fetchMore } = useQuery(JobSeekersDocument, {
    variables: { first: pageSize, filter },
    fetchPolicy: "network-only",
  });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents((events) => {
    if (events.length === 0 || events.some((event) => event.recordId?.startsWith("job_"))) again();
  });
  const page = data?.jobSeekers;
  const choose = (name: string, values: readonly string[]) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete(name);
        for (const value of values) if (value) next.append(name, value);
        return next;
      },
      { replace: true },
    );
  const more = async () => {
    if (!page || busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await fetchMore({
        variables: { first: pageSize, filter, after: page.pageInfo.endCursor ?? null },
        updateQuery: (before, { fetchMoreResult }) => {
          const known = new Set(before.jobSeekers.edges.map((edge) => edge.node.id));
          const edges = fetchMoreResult.jobSeekers.edges.filter((edge) => !known.has(edge.node.id));
          return { jobSeekers: { ...fetchMoreResult.jobSeekers, edges: [...before.jobSeekers.edges, ...edges] } };
        },
      });
    } catch (failed) {
      setRefusal(refusalOf(failed));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <PageHead
        title={t("title")}
        hint={t("hint")}
        actions={
          <Button type="primary" onClick={() => setRegistering(true)}>
            {t("register")}
          </Button>
        }
      />
      <FiguresPanel />
      <div className="xx-seekers-filters">
        <Input.Search
          allowClear
          defaultValue={search}
          aria-label={t("filter.search")}
          placeholder={t("filter.search")}
          onSearch={(typed) => choose("search", [typed.trim()])}
        />
        <Select
          mode="multiple"
          allowClear
          aria-label={t("filter.state")}
          placeholder={t("filter.state")}
          value={states}
          onChange={(values) => choose("state", values)}
          options={seekerStates.map((value) => ({ value, label: t(`enums:JobSeekerState.${value}`) }))}
        />
        <Select
          mode="multiple"
          allowClear
          aria-label={t("filter.situation")}
          placeholder={t("filter.situation")}
          value={of}
          onChange={(values) => choose("situation", values)}
          options={situations.map((value) => ({ value, label: t(`enums:Situation.${value}`) }))}
        />
        <Button
          aria-pressed={mine}
          type={mine ? "primary" : "default"}
          onClick={() => choose("mine", mine ? [] : ["1"])}
        >
          {t("filter.mine")}
        </Button>
        {page ? <span className="xx-seekers-count">{t("count", { count: page.totalCount })}</span> : null}
      </div>
      {!page && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!page && !error ? <Skeleton active /> : null}
      {page && page.edges.length === 0 ? (
        <div className="xx-card">
          <EmptyHint icon={<SolutionOutlined aria-hidden />} title={t("empty")} hint={t("emptyHint")} />
        </div>
      ) : null}
      <ul className="xx-seekers">
        {page?.edges.map(({ node }) => (
          <li key={node.id} className="xx-card xx-card-pad" data-seeker={node.id}>
            <p className="xx-seekers-head">
              <Link to={`/jobseekers/${node.id}`}>{node.resident.name}</Link>
              <span className="xx-tag" data-tone={stateTone(node.state)}>
                {t(`enums:JobSeekerState.${node.state}`)}
              </span>
              {node.consentedAt ? null : (
                <span className="xx-tag" data-tone="soon">
                  {t("noConsent")}
                </span>
              )}
            </p>
            <p>{node.situations.map((one) => t(`enums:Situation.${one}`)).join(t("common:listJoin"))}</p>
            <p className="xx-seekers-sub">
              {[
                node.wishes.titles.length > 0
                  ? t("wants", { what: node.wishes.titles.join(t("common:listJoin")) })
                  : null,
                node.skills.length > 0 ? t("can", { what: node.skills.join(t("common:listJoin")) }) : null,
                node.resident.phoneMasked,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <p className="xx-seekers-sub">
              {t("counsellorIs", { name: node.counsellor.name })} · {t("registered")}{" "}
              <DateTimeText at={node.registeredAt} near />
            </p>
          </li>
        ))}
      </ul>
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      {page?.pageInfo.hasNextPage ? (
        <Button onClick={() => void more()} loading={busy}>
          {t("common:act.loadMore")}
        </Button>
      ) : null}
      <p className="xx-seekers-sub">
        {t("anyResidence")} <ClauseTag clause="E1" />
      </p>
      <RegisterSeeker
        open={registering}
        onClose={() => setRegistering(false)}
        onMade={(id) => void navigate(`/jobseekers/${id}`)}
      />
    </>
  );
}
