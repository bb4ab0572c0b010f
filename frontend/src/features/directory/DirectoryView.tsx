import { PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Input, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { useSearchBox } from "@/components/useSearchBox";
import type { DirectoryPageQuery } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useViewer } from "@/office/viewer";
import { DirectoryTabs } from "./DirectoryTabs";
import { DepartmentsDocument } from "./documents";
import { SaveDepartment } from "./SaveDepartment";
import "./directory.css";

export type Department = DirectoryPageQuery["departments"][number];

/** As many as the server gives at most. */
const most = 100;

/** Where residents are guided to (F7) and enquiries are answered from (Q2): found by name, pinyin, phone or duties. */
export function Component() {
  const { t } = useTranslation("directory");
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const { search, typed, setTyped } = useSearchBox();
  const edited = params.get("edit");
  const change = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const out = new URLSearchParams(before);
        if (value) out.set(name, value);
        else out.delete(name);
        return out;
      },
      { replace: true },
    );

  const { data, previousData, error, refetch } = useQuery(DepartmentsDocument, {
    variables: { search },
    fetchPolicy: "cache-and-network",
  });
  const shown = data ?? previousData;
  const rows = shown?.departments ?? [];
  const edit = viewer.mayEditItems ? edited : null;

  return (
    <>
      <PageHead
        title={t("title")}
        hint={t("hint")}
        actions={
          viewer.mayEditItems ? (
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => change("edit", "new")}>
              {t("add")}
            </Button>
          ) : null
        }
      />
      <DirectoryTabs />
      <div className="xx-dir-find">
        <Input
          allowClear
          prefix={<SearchOutlined aria-hidden />}
          aria-label={t("search")}
          placeholder={t("search")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {shown ? (
          <span className="xx-dir-count" role="status">
            {t(rows.length >= most ? "countMost" : "count", { count: rows.length })}
          </span>
        ) : null}
      </div>
      {!shown && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={() => void refetch()}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!shown && !error ? <Skeleton active /> : null}
      {shown && rows.length === 0 ? (
        <div className="xx-card">
          <EmptyHint
            title={t(search ? "nothing" : "empty")}
            hint={t(search ? "nothingHint" : "emptyHint")}
            action={search ? <Button onClick={() => setTyped("")}>{t("clear")}</Button> : null}
          />
        </div>
      ) : null}
      {rows.length > 0 ? (
        <ul className="xx-dir">
          {rows.map((one) => (
            <li key={one.id} className="xx-card xx-dir-card">
              <div className="xx-dir-head">
                <h2>{one.name}</h2>
                <span className="xx-dir-code">{one.code}</span>
                {viewer.mayEditItems ? (
                  <Button
                    size="small"
                    type="link"
                    aria-label={t("editNamed", { name: one.name })}
                    onClick={() => change("edit", one.code)}
                  >
                    {t("edit")}
                  </Button>
                ) : null}
              </div>
              <p className="xx-dir-duties">{one.duties}</p>
              <dl className="xx-facts">
                <dt>{t("field.phone")}</dt>
                <dd className="xx-dir-phone">{one.phone}</dd>
                <dt>{t("field.address")}</dt>
                <dd>{one.address}</dd>
                <dt>{t("field.hours")}</dt>
                <dd>{one.hours}</dd>
                {one.website ? (
                  <>
                    <dt>{t("field.website")}</dt>
                    <dd>
                      {/^https?:\/\//.test(one.website) ? (
                        <a href={one.website} target="_blank" rel="noreferrer">
                          {one.website}
                        </a>
                      ) : (
                        one.website
                      )}
                    </dd>
                  </>
                ) : null}
              </dl>
            </li>
          ))}
        </ul>
      ) : null}
      {edit && (edit === "new" || shown) ? (
        <SaveDepartment
          key={edit}
          code={edit}
          known={rows}
          onClose={() => change("edit", null)}
          onDone={() => void refetch()}
        />
      ) : null}
    </>
  );
}
