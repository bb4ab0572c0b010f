import { PlusOutlined, TableOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Segmented, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { AbsenceSpan, AbsenceStateTag } from "@/components/AbsenceSpan";
import { EmptyHint } from "@/components/EmptyHint";
import { MoreRows } from "@/components/MoreRows";
import { PageHead } from "@/components/PageHead";
import { useMore } from "@/components/useMore";
import { type FragmentType, readFragment } from "@/graphql/gen";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { waitsFor } from "@/office/absence";
import { useViewer } from "@/office/viewer";
import { AskAbsence } from "./AskAbsence";
import { AbsenceRowFragment, AbsencesPageDocument, PastAbsencesDocument } from "./documents";
import "./absences.css";

type Row = { id: string } & FragmentType<typeof AbsenceRowFragment>;

/** Who is away, who is going to be, and who was; and the form to ask for an absence. */
export function Component() {
  const { t } = useTranslation("absences");
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const mine = params.get("mine") === "1";
  const staffId = mine ? viewer.staff.id : null;
  const { data, error, refetch } = useQuery(AbsencesPageDocument, {
    variables: { staffId },
    fetchPolicy: "cache-and-network",
  });
  const past = useQuery(PastAbsencesDocument, { variables: { staffId }, fetchPolicy: "cache-and-network" });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
    past.refetch().catch(() => {});
  };
  useDeskEvents(again);
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const works = viewer.roles.some((role) => role !== "SUPERVISOR");
  const page = past.data?.absences;
  const next = useMore(() =>
    past.fetchMore({
      variables: { after: page?.pageInfo.endCursor ?? null },
      updateQuery: (before, { fetchMoreResult }) => ({
        absences: { ...fetchMoreResult.absences, edges: [...before.absences.edges, ...fetchMoreResult.absences.edges] },
      }),
    }),
  );
  return (
    <>
      <PageHead
        title={t("title")}
        hint={t("hint")}
        actions={
          <>
            <Link className="xx-link-button" to="/coverage">
              <TableOutlined aria-hidden /> {t("coverage")}
            </Link>
            {works ? (
              <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => set("ask", "1")}>
                {t("ask")}
              </Button>
            ) : null}
          </>
        }
      />
      <Segmented
        className="xx-absence-whose"
        aria-label={t("whose")}
        value={mine ? "mine" : "all"}
        onChange={(value) => set("mine", value === "mine" ? "1" : null)}
        options={[
          { value: "all", label: t("all") },
          { value: "mine", label: t("mine") },
        ]}
      />
      {!data && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!data && !error ? <Skeleton active /> : null}
      {data ? (
        <>
          <Part name="now" rows={data.now.edges.map((edge) => edge.node)} empty={t("noneNow")} />
          <Part name="coming" rows={data.coming.edges.map((edge) => edge.node)} empty={t("noneComing")} />
          <Part name="past" rows={(page?.edges ?? []).map((edge) => edge.node)} empty={t("nonePast")}>
            <MoreRows next={next} more={!!page?.pageInfo.hasNextPage} />
          </Part>
        </>
      ) : null}
      <AskAbsence open={params.get("ask") === "1"} onClose={() => set("ask", null)} />
    </>
  );
}

function Part(props: { name: "now" | "coming" | "past"; rows: readonly Row[]; empty: string; children?: ReactNode }) {
  const { t } = useTranslation("absences");
  const id = `xx-absences-${props.name}`;
  return (
    <section className="xx-absence-part" aria-labelledby={id}>
      <h2 className="xx-section-title" id={id}>
        {t(props.name)}
        {props.rows.length > 0 ? <span className="xx-count">{props.rows.length}</span> : null}
      </h2>
      {props.rows.length === 0 ? (
        <p className="xx-staff-note">{props.empty}</p>
      ) : (
        <div className="xx-card xx-absences">
          <table>
            <thead>
              <tr>
                <th scope="col">{t("column.who")}</th>
                <th scope="col">{t("column.when")}</th>
                <th scope="col">{t("column.standIn")}</th>
                <th scope="col">{t("column.state")}</th>
              </tr>
            </thead>
            <tbody>
              {props.rows.map((row) => (
                <AbsenceRow key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {props.children}
    </section>
  );
}

function AbsenceRow(props: { row: Row }) {
  const { t } = useTranslation("absences");
  const viewer = useViewer();
  const row = readFragment(AbsenceRowFragment, props.row);
  const waits = waitsFor(row, viewer.staff.id);
  const names = [...new Set(row.lists.map((list) => list.to.name))];
  return (
    <tr>
      <th scope="row" className="xx-absence-who">
        <Link to={`/absences/${row.id}`}>{row.staff.name}</Link>
        <span className="xx-staff-note">{t(`enums:AbsenceKind.${row.kind}`)}</span>
      </th>
      <td className="xx-absence-when">
        <AbsenceSpan from={row.from} until={row.until} />
      </td>
      <td className="xx-absence-to">{names.join(t("common:listJoin"))}</td>
      <td className="xx-absence-state">
        <AbsenceStateTag state={row.state} />
        {waits ? (
          <span className="xx-tag" data-tone="critical">
            {t(`waits.${waits}`)}
          </span>
        ) : null}
      </td>
    </tr>
  );
}
