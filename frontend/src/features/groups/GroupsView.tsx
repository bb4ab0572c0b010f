import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Checkbox, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { DateText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { PageHead } from "@/components/PageHead";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { servesResidents, useViewer } from "@/office/viewer";
import { GroupsDocument } from "./documents";
import { GroupForm } from "./GroupForms";
import "./groups.css";

/** The amateur troupe and the other groups (C1). */
export function Component() {
  const { t } = useTranslation("groups");
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const dissolved = params.get("all") === "1";
  const { data, error, refetch } = useQuery(GroupsDocument, {
    variables: { dissolved },
    fetchPolicy: "cache-and-network",
  });
  const again = () => void refetch().catch(() => {});
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
  const works = servesResidents(viewer);
  return (
    <>
      <PageHead
        title={t("title")}
        hint={t("hint")}
        actions={
          works ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => set("found", "1")}>
              {t("found")}
            </Button>
          ) : null
        }
      />
      <Checkbox
        className="xx-groups-all"
        checked={dissolved}
        onChange={(event) => set("all", event.target.checked ? "1" : null)}
      >
        {t("dissolvedToo")}
      </Checkbox>
      {!data && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!data && !error ? <Skeleton active /> : null}
      {data?.groups.length === 0 ? <EmptyHint title={t("none")} hint={t("noneHint")} /> : null}
      <ul className="xx-groups">
        {(data?.groups ?? []).map((one) => (
          <li key={one.id} className="xx-card xx-card-pad">
            <h2>
              <Link to={`/groups/${one.id}`}>{one.name}</Link>
            </h2>
            <p>
              <span className="xx-tag" data-tone={one.dissolvedAt ? "calm" : "info"}>
                {t(one.dissolvedAt ? "dissolved" : `enums:GroupKind.${one.kind}`)}
              </span>{" "}
              {t("size", { count: one.size })}
            </p>
            <p className="xx-groups-sub">
              {t("contact", { name: one.contact.name })}
              {one.foundedOn ? (
                <>
                  {" · "}
                  {t("founded")} <DateText date={one.foundedOn} />
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      {params.get("found") === "1" ? <GroupForm onClose={() => set("found", null)} onDone={again} /> : null}
    </>
  );
}
