import { useApolloClient } from "@apollo/client/react";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DateText } from "@/components/DateText";
import { Field } from "@/components/Field";
import { RefusalNote } from "@/components/RefusalNote";
import { SearchPick } from "@/components/SearchPick";
import { ClauseTag } from "@/components/tags";
import type { CaseSheetFragment as CaseSheet } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { CaseProjectsDocument, LinkProjectDocument } from "./documents";

/** The projects that answer the case, and the way to answer it by one (P4). */
export function ProjectsCard({ sheet, onReload }: { sheet: CaseSheet & { version: number }; onReload: () => void }) {
  const { t } = useTranslation("case");
  const { message } = App.useApp();
  const client = useApolloClient();
  const [open, setOpen] = useState(false);
  const act = useAct(LinkProjectDocument);
  const may = sheet.allowedActs.includes("LINK_PROJECT");
  if (sheet.projects.length === 0 && !may) return null;
  const link = async (projectId: string) => {
    if (!(await act.run({ caseId: sheet.id, version: sheet.version, projectId })).ok) return;
    message.success(t("projects.done"));
    setOpen(false);
    onReload();
  };
  return (
    <section className="xx-card xx-card-pad xx-case-projects" aria-labelledby="xx-case-projects">
      <h2 className="xx-section-title" id="xx-case-projects">
        {t("projects.title")} <ClauseTag clause="P4" />
      </h2>
      {sheet.projects.length === 0 ? <p className="xx-case-sub">{t("projects.none")}</p> : null}
      <ul className="xx-case-lines">
        {sheet.projects.map((one) => (
          <li key={one.id}>
            <Link to={`/projects/${one.id}`}>{one.title}</Link>{" "}
            <span className="xx-tag" data-tone="primary">
              {t(`enums:ProjectStage.${one.stage}`)}
            </span>{" "}
            <span className="xx-case-sub">
              {one.number} · <DateText date={one.plannedUntil} />
            </span>
          </li>
        ))}
      </ul>
      {act.refusal ? <RefusalNote refusal={act.refusal} onReload={onReload} /> : null}
      {may && !open ? <Button onClick={() => setOpen(true)}>{t("projects.link")}</Button> : null}
      {may && open ? (
        <Field label={t("projects.link")} hint={t("projects.hint")}>
          {(control) => (
            <SearchPick<string>
              control={control}
              eager
              disabled={act.busy}
              placeholder={t("projects.find")}
              search={async (typed) => {
                const { data } = await client.query({
                  query: CaseProjectsDocument,
                  variables: { search: typed },
                  fetchPolicy: "network-only",
                });
                return (data?.projects.edges ?? []).map(({ node }) => ({
                  key: node.id,
                  value: node.id,
                  label: (
                    <>
                      <strong>{node.title}</strong> {node.number} · {t(`enums:ProjectStage.${node.stage}`)}
                    </>
                  ),
                }));
              }}
              onPick={(id) => void link(id)}
            />
          )}
        </Field>
      ) : null}
    </section>
  );
}
