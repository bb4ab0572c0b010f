import { LikeOutlined, SafetyCertificateOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateTimeText } from "@/components/DateText";
import { sayDemand } from "@/components/demand";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag, RemainingTime, StandingTag, StatusTag } from "@/components/tags";
import type { OpenMattersQuery, RatingSumsQuery, RatingsPageQuery } from "@/graphql/gen/graphql";
import { type Refusal, refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { seesRatings, useViewer } from "@/office/viewer";
import { MyRatingsDocument, OpenMattersDocument, RatingSumsDocument, RatingsDocument } from "./documents";
import { LevelBars } from "./LevelBars";
import { levelTones, sharesOf } from "./sums";
import "./ratings.css";

const pageSize = 20;

type Rating = RatingsPageQuery["ratings"]["edges"][number]["node"];
type Group = RatingSumsQuery["ratingSums"]["items"][number];
type Matter = OpenMattersQuery["cases"]["edges"][number]["node"];

/** Ratings and supervision (Q6): whoever leads reads them all and works the matters; everybody sees the own sums. */
export function Component() {
  const { t } = useTranslation("ratings");
  const leads = seesRatings(useViewer());
  return (
    <>
      <PageHead title={t(leads ? "title" : "titleMine")} hint={t(leads ? "hint" : "hintMine")} />
      {leads ? (
        <div className="xx-ratings">
          <div className="xx-ratings-main">
            <OpenMatters />
            <Ratings />
          </div>
          <div className="xx-ratings-side">
            <AllSums />
            <MySums />
          </div>
        </div>
      ) : (
        <MySums />
      )}
    </>
  );
}

function MySums() {
  const { t } = useTranslation("ratings");
  const { data, error, refetch } = useQuery(MyRatingsDocument, { fetchPolicy: "cache-and-network" });
  useDeskEvents((events) => {
    if (events.length === 0) void refetch().catch(() => {});
  });
  const { total, good } = sharesOf(data?.myRatings ?? []);
  return (
    <section className="xx-card xx-card-pad xx-sums" aria-labelledby="xx-sums-mine">
      <h2 className="xx-section-title" id="xx-sums-mine">
        {t("mine.title")}
      </h2>
      {!data && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={() => void refetch()}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!data && !error ? <Skeleton active /> : null}
      {data ? (
        <>
          <p className="xx-sums-total">{good === null ? t("mine.none") : t("mine.total", { count: total, good })}</p>
          {total > 0 ? <LevelBars sums={data.myRatings} /> : null}
        </>
      ) : null}
      <p className="xx-ratings-sub">
        {t("mine.hidden")} <ClauseTag clause="Q6" />
      </p>
    </section>
  );
}

function AllSums() {
  const { t } = useTranslation("ratings");
  const { data, error, refetch } = useQuery(RatingSumsDocument, { fetchPolicy: "cache-and-network" });
  const again = () => void refetch().catch(() => {});
  useDeskEvents((events) => {
    if (events.length === 0 || events.some((event) => event.kind === "CASE_OPENED")) again();
  });
  const sums = data?.ratingSums;
  const { total, good } = sharesOf(sums?.levels ?? []);
  return (
    <section className="xx-card xx-card-pad xx-sums" aria-labelledby="xx-sums-all">
      <h2 className="xx-section-title" id="xx-sums-all">
        {t("all.title")}
      </h2>
      {!sums && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!sums && !error ? <Skeleton active /> : null}
      {sums ? (
        <>
          <p className="xx-sums-total">{good === null ? t("all.none") : t("all.total", { count: total, good })}</p>
          <LevelBars sums={sums.levels} />
          <Groups title={t("all.posts")} groups={sums.posts} />
          <Groups title={t("all.items")} groups={sums.items} />
        </>
      ) : null}
    </section>
  );
}

/** So many are shown before one asks for the others. */
const groupsFirst = 6;

/** How the cases of each item or post were rated, those rated most first. */
function Groups({ title, groups }: { title: string; groups: readonly Group[] }) {
  const { t } = useTranslation("ratings");
  const several = useViewer().communities.length > 1;
  const [all, setAll] = useState(false);
  if (groups.length === 0) return null;
  return (
    <>
      <table className="xx-sums-groups">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t("all.times")}</th>
            <th scope="col">{t("all.good")}</th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, all ? undefined : groupsFirst).map((group) => (
            <tr key={`${group.community.id} ${group.code}`}>
              <th scope="row">
                {group.name}
                {several ? <span className="xx-ratings-sub">{group.community.name}</span> : null}
              </th>
              <td>{group.total}</td>
              <td>{t("all.percent", { good: sharesOf(group.levels).good })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length > groupsFirst && !all ? (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t("all.others", { count: groups.length - groupsFirst })}
        </Button>
      ) : null}
    </>
  );
}

function OpenMatters() {
  const { t } = useTranslation("ratings");
  const { data, error, refetch } = useQuery(OpenMattersDocument, { fetchPolicy: "cache-and-network" });
  useDeskEvents(() => {
    void refetch().catch(() => {});
  });
  const page = data?.cases;
  return (
    <section className="xx-card" aria-labelledby="xx-matters">
      <div className="xx-ratings-title">
        <h2 id="xx-matters">{t("matters.title")}</h2>
        <span className="xx-ratings-sub">{page ? t("matters.count", { count: page.totalCount }) : null}</span>
      </div>
      {!page && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={() => void refetch()}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!page && !error ? <Skeleton active className="xx-card-pad" /> : null}
      {page && page.edges.length === 0 ? (
        <EmptyHint
          icon={<SafetyCertificateOutlined aria-hidden />}
          title={t("matters.none")}
          hint={t("matters.noneHint")}
        />
      ) : null}
      {page && page.edges.length > 0 ? (
        <>
          <ul className="xx-matters">
            {page.edges.map(({ node }) => (
              <OpenMatter key={node.id} matter={node} />
            ))}
          </ul>
          <p className="xx-ratings-foot">
            {page.edges.length < page.totalCount
              ? t("matters.more", { count: page.totalCount - page.edges.length })
              : t("matters.steps")}
          </p>
        </>
      ) : null}
    </section>
  );
}

function OpenMatter({ matter }: { matter: Matter }) {
  const { t } = useTranslation("ratings");
  return (
    <li>
      <p className="xx-matter-head">
        <span className="xx-tag" data-tone={matter.matter === "BAD_RATING" ? "critical" : "late"}>
          {t(`enums:Matter.${matter.matter}`)}
          {matter.topic ? ` · ${t(`enums:ComplaintTopic.${matter.topic}`)}` : ""}
        </span>
        <StatusTag status={matter.status} />
        <StandingTag standing={matter.standing} extended={matter.extended} quiet />
        <span className="xx-matter-due">
          {matter.dueAt ? (
            <>
              {matter.workingSecondsLeft !== null ? (
                <RemainingTime secondsLeft={matter.workingSecondsLeft} dueAt={matter.dueAt} />
              ) : null}
              <span className="xx-ratings-sub">
                {t("matters.due")} <DateTimeText at={matter.dueAt} near />
              </span>
            </>
          ) : null}
        </span>
      </p>
      <p className="xx-matter-demand">
        <Link to={`/cases/${matter.receiptNo}`}>{sayDemand(matter, t)}</Link>
      </p>
      <p className="xx-ratings-sub">
        {[
          matter.receiptNo,
          matter.about ? t("about", { name: matter.about.name }) : t("aboutNobody"),
          ...(matter.aboutCase ? [t("aboutCase", { receiptNo: matter.aboutCase.receiptNo })] : []),
          ...(matter.responsible ? [t("matters.by", { name: matter.responsible.name })] : []),
        ].join(" · ")}
      </p>
    </li>
  );
}

function Ratings() {
  const { t } = useTranslation("ratings");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { data, error, refetch, fetchMore } = useQuery(RatingsDocument, {
    variables: { first: pageSize },
    fetchPolicy: "network-only",
  });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents((events) => {
    if (events.length === 0 || events.some((event) => event.kind === "CASE_OPENED")) again();
  });
  const page = data?.ratings;
  const more = async () => {
    if (!page || busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await fetchMore({
        variables: { first: pageSize, after: page.pageInfo.endCursor ?? null },
        updateQuery: (before, { fetchMoreResult }) => {
          const known = new Set(before.ratings.edges.map((edge) => edge.node.id));
          const edges = fetchMoreResult.ratings.edges.filter((edge) => !known.has(edge.node.id));
          return { ratings: { ...fetchMoreResult.ratings, edges: [...before.ratings.edges, ...edges] } };
        },
      });
    } catch (failed) {
      setRefusal(refusalOf(failed));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="xx-card" aria-labelledby="xx-ratings-list">
      <div className="xx-ratings-title">
        <h2 id="xx-ratings-list">{t("list.title")}</h2>
        <span className="xx-ratings-sub">{page ? t("list.count", { count: page.totalCount }) : null}</span>
      </div>
      {!page && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!page && !error ? <Skeleton active className="xx-card-pad" /> : null}
      {page && page.edges.length === 0 ? (
        <EmptyHint icon={<LikeOutlined aria-hidden />} title={t("list.none")} hint={t("list.noneHint")} />
      ) : null}
      {page && page.edges.length > 0 ? (
        <>
          <ul className="xx-matters">
            {page.edges.map(({ node }) => (
              <OneRating key={node.id} rating={node} />
            ))}
          </ul>
          {refusal ? <RefusalNote refusal={refusal} /> : null}
          <div className="xx-ratings-foot">
            {page.pageInfo.hasNextPage ? (
              <Button onClick={() => void more()} loading={busy}>
                {t("common:act.loadMore")}
              </Button>
            ) : (
              t("list.ownHidden")
            )}
          </div>
        </>
      ) : null}
    </section>
  );
}

function OneRating({ rating }: { rating: Rating }) {
  const { t } = useTranslation("ratings");
  return (
    <li>
      <p className="xx-matter-head">
        <span className="xx-tag xx-rating-level" data-tone={levelTones[rating.level]}>
          {t(`enums:RatingLevel.${rating.level}`)}
        </span>
        <strong>{rating.about.name}</strong>
        <span className="xx-ratings-sub">{rating.about.title}</span>
        <span className="xx-matter-due xx-ratings-sub">
          <DateTimeText at={rating.ratedAt} near />
        </span>
      </p>
      {rating.comment ? <p className="xx-rating-comment">{rating.comment}</p> : null}
      <p className="xx-ratings-sub xx-rating-links">
        {rating.tags.map((tag) => (
          <span key={tag} className="xx-tag">
            {t(`enums:RatingTag.${tag}`)}
          </span>
        ))}
        <span className="xx-rating-cases">
          <span>
            {t("list.case")} <Link to={`/cases/${rating.case.receiptNo}`}>{rating.case.receiptNo}</Link>
          </span>
          {rating.matter ? (
            <span>
              {t("list.matter")} <Link to={`/cases/${rating.matter.receiptNo}`}>{rating.matter.receiptNo}</Link>{" "}
              {t(`enums:CaseStatus.${rating.matter.status}`)}
            </span>
          ) : null}
        </span>
      </p>
    </li>
  );
}
