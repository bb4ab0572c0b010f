import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button } from "antd";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { ShellTotalsDocument } from "@/app/documents";
import { isTyping } from "@/app/typing";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { refusalOf } from "@/graphql/refusal";
import { countFilters, noFilters, type QueueFilters, readFilters, toCaseFilter, writeFilters } from "./filters";
import { QueueFilterBar } from "./QueueFilterBar";
import { QueueTable } from "./QueueTable";
import "./queue.css";
import { SavedFilters } from "./SavedFilters";
import { StandingIn } from "./StandingIn";
import { TotalsStrip } from "./TotalsStrip";
import { useQueue } from "./useQueue";

/** The queue: what is due first comes first (T1). */
export function Component() {
  const { t } = useTranslation("queue");
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const query = params.toString();
  const filters = useMemo(() => readFilters(new URLSearchParams(query)), [query]);
  const filter = useMemo(() => toCaseFilter(filters), [filters]);
  const queue = useQueue(filter, filters.order);
  const totals = useQuery(ShellTotalsDocument, { fetchPolicy: "cache-first" }).data?.queueTotals;
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const change = (next: Partial<QueueFilters>) => {
    setParams(writeFilters({ ...filters, ...next }), { replace: next.search !== undefined });
  };

  const { loadMore, hasMore } = queue;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("[role=dialog]")) return;
      if (event.key === "/") {
        event.preventDefault();
        search.current?.focus();
        search.current?.select();
        return;
      }
      const step = event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      const links = [...(table.current?.querySelectorAll<HTMLAnchorElement>("a[data-row]") ?? [])];
      const at = links.indexOf(document.activeElement as HTMLAnchorElement);
      const next = links[at < 0 ? 0 : at + step];
      if (next) next.focus();
      else if (step > 0 && hasMore) void loadMore();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [hasMore, loadMore]);

  const filtered = countFilters(filters) > 0 || filters.mine || filters.search !== "";
  return (
    <>
      <PageHead
        title={t("title")}
        hint={<span className="xx-only-wide">{t("keys")}</span>}
        actions={
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate("/intake")}>
            {t("new")}
          </Button>
        }
      />
      <StandingIn />
      {totals && totals.offers > 0 ? (
        <div className="xx-banner" data-tone="info">
          <strong>{t("offers", { count: totals.offers })}</strong>
          <Link to="/inbox">{t("offersGo")}</Link>
        </div>
      ) : null}
      <TotalsStrip totals={totals} filters={filters} />
      <QueueFilterBar filters={filters} onChange={change} searchRef={search} />
      <SavedFilters query={writeFilters(filters).toString()} />
      {queue.error ? <RefusalNote refusal={refusalOf(queue.error)} /> : null}
      <section className="xx-queue" aria-label={t("title")} aria-busy={queue.loading || queue.stale}>
        <div className="xx-card xx-queue-frame">
          {queue.edges.length > 0 ? (
            <QueueTable ref={table} edges={queue.edges} />
          ) : queue.loading || queue.stale ? (
            <p className="xx-queue-wait">{t("loading")}</p>
          ) : queue.error ? (
            <EmptyHint title={t("failed")} action={<Button onClick={queue.retry}>{t("common:act.retry")}</Button>} />
          ) : filtered ? (
            <EmptyHint
              title={t("emptyFiltered")}
              hint={t("emptyFilteredHint")}
              action={<Button onClick={() => setParams(writeFilters(noFilters))}>{t("clear")}</Button>}
            />
          ) : (
            <EmptyHint title={t("empty")} hint={t("emptyHint")} />
          )}
          {queue.hasMore ? (
            <div className="xx-more">
              <Button onClick={() => void queue.loadMore()} loading={queue.loadingMore}>
                {t("common:act.loadMore")}
              </Button>
            </div>
          ) : queue.edges.length > 0 ? (
            <p className="xx-queue-end">{t("end", { count: queue.edges.length })}</p>
          ) : null}
        </div>
      </section>
    </>
  );
}
