import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { TodayDocument } from "./documents";
import { useCalmRefresh } from "./useCalmRefresh";

const tiles = [
  { key: "dueToday", tone: "soon", to: "/queue?due=today" },
  { key: "overdue", tone: "overdue", to: "/queue?standing=OVERDUE" },
  { key: "extended", tone: "extended", to: "/queue?extended=1" },
  { key: "offered", tone: "info", to: "/queue?offered=1" },
  { key: "open", tone: "plain", to: "/queue" },
] as const;

/** How the desk stands now: what is due, overdue, extended and offered to anybody who has not answered (F10), each a link to the list, and who is on duty at the posts (B2). */
export function Today() {
  const { t } = useTranslation("dashboard");
  const { data, refetch } = useQuery(TodayDocument, { fetchPolicy: "cache-and-network", errorPolicy: "all" });
  useCalmRefresh(refetch);
  const counts = data?.queueTotals ? { ...data.queueTotals, extended: data.extended?.totalCount } : undefined;
  const posts = data?.posts ?? [];
  return (
    <section className="xx-card xx-dash-today" aria-labelledby="xx-dash-today">
      <h2 className="xx-section-title" id="xx-dash-today">
        {t("today.title")}
      </h2>
      <ul className="xx-dash-tiles">
        {tiles.map((tile) => {
          const count = counts?.[tile.key];
          return (
            <li key={tile.key}>
              <Link to={tile.to} data-today={tile.key} data-tone={count ? tile.tone : "plain"}>
                <b>{count ?? "—"}</b>
                <span>{t(`today.${tile.key}`)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      {posts.length > 0 ? (
        <div className="xx-dash-duty">
          <h3>
            <Link to="/coverage">{t("today.duty")}</Link>
          </h3>
          <ul>
            {posts.map((post) => (
              <li key={post.id}>
                <span>{post.name}</span>
                {post.onDuty ? (
                  <b>{post.onDuty.name}</b>
                ) : (
                  <b className="xx-tag" data-tone="overdue">
                    {t("today.nobody")}
                  </b>
                )}
                {post.onDuty && post.onDuty.id !== post.a.id ? (
                  <span className="xx-tag" data-tone="info">
                    {t("today.standIn")}
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
