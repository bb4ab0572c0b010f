import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Input, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { useMore } from "@/components/useMore";
import { readFragment } from "@/graphql/gen";
import type { ProjectStage } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { Board } from "./Board";
import { ProjectCardFragment, ProjectsDocument } from "./documents";
import { Figures } from "./Figures";
import { PlanLine } from "./PlanLine";
import { MoveForm, ProjectForm } from "./ProjectForms";
import "./projects.css";

const pageSize = 100;
const views = ["board", "plan", "figures"] as const;

/** The co-building projects: a board by stage, their plans over time, and what came of them (P3, P6). */
export function Component() {
  const { t } = useTranslation("projects");
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [proposing, setProposing] = useState(false);
  const [moving, setMoving] = useState<{ id: string; want?: ProjectStage } | null>(null);
  const view = views.find((one) => one === params.get("view")) ?? "board";
  const search = params.get("q") ?? "";
  const put = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const { data, error, refetch, fetchMore } = useQuery(ProjectsDocument, {
    variables: { search, first: pageSize },
    fetchPolicy: "cache-and-network",
  });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents(again);
  const page = data?.projects;
  const next = useMore(() =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        projects: { ...fetchMoreResult.projects, edges: [...before.projects.edges, ...fetchMoreResult.projects.edges] },
      }),
    }),
  );
  const cards = (page?.edges ?? []).map((edge) => readFragment(ProjectCardFragment, edge.node));
  return (
    <>
      <PageHead
        title={t("title")}
        hint={t("hint")}
        actions={
          data?.mayBuild ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setProposing(true)}>
              {t("propose")}
            </Button>
          ) : null
        }
      />
      <div className="xx-filters">
        <Segmented
          aria-label={t("view.label")}
          value={view}
          onChange={(value) => put("view", value === "board" ? null : value)}
          options={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        {view === "figures" ? null : (
          <>
            <Input.Search
              aria-label={t("search")}
              placeholder={t("search")}
              defaultValue={search}
              allowClear
              onSearch={(typed) => put("q", typed.trim() || null)}
            />
            {page ? <span className="xx-filters-count">{t("count", { count: page.totalCount })}</span> : null}
          </>
        )}
      </div>
      {!page && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!page && !error ? <Skeleton active /> : null}
      {page && view !== "figures" && cards.length === 0 ? (
        <div className="xx-card">
          <EmptyHint title={t("empty")} hint={t("emptyHint")} />
        </div>
      ) : null}
      {view === "board" && cards.length > 0 ? (
        <Board cards={cards} onMove={(id, want) => setMoving(want ? { id, want } : { id })} />
      ) : null}
      {view === "plan" && cards.length > 0 ? <PlanLine cards={cards} /> : null}
      {view === "figures" ? <Figures /> : null}
      {next.refusal ? <RefusalNote refusal={next.refusal} /> : null}
      {page?.pageInfo.hasNextPage && view !== "figures" ? (
        <Button onClick={next.more} loading={next.busy}>
          {t("common:act.loadMore")}
        </Button>
      ) : null}
      {proposing ? (
        <ProjectForm onClose={() => setProposing(false)} onDone={(id) => void navigate(`/projects/${id}`)} />
      ) : null}
      {moving ? (
        <MoveForm
          id={moving.id}
          {...(moving.want ? { want: moving.want } : {})}
          onClose={() => setMoving(null)}
          onDone={again}
        />
      ) : null}
    </>
  );
}
