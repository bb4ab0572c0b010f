import { useQuery } from "@apollo/client/react";
import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyHint } from "@/components/EmptyHint";
import { Face } from "@/components/Face";
import { PageHead } from "@/components/PageHead";
import { StaffName } from "@/components/StaffName";
import type { StaffPageQuery } from "@/graphql/gen/graphql";
import { refusalOf, sayRefusal } from "@/graphql/refusal";
import { useDeskEvents } from "@/live/desk";
import { useViewer } from "@/office/viewer";
import { StaffPageDocument } from "./documents";
import { Portrait } from "./Portrait";
import { RecordStudy } from "./RecordStudy";
import { SavePost } from "./SavePost";
import { SetLeft } from "./SetLeft";
import "./staff.css";

type Post = StaffPageQuery["posts"][number];
type Person = StaffPageQuery["staff"][number];

/** The board of posts, A and B and who is on duty now (B1–B3), and the people of the office. */
export function Component() {
  const { t } = useTranslation("staff");
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(StaffPageDocument, { fetchPolicy: "cache-and-network" });
  const [leaving, setLeaving] = useState<Person | null>(null);
  const [pictured, setPictured] = useState<string | null>(null);
  const [post, setPost] = useState<string | null>(null);
  const [studied, setStudied] = useState<string | null>(null);
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents((events) => {
    if (events.length === 0 || events.some((e) => e.kind === "STOOD_IN" || e.kind === "CUSTODY_RETURNED")) again();
  });

  const onDuty = data ? data.staff.filter((one) => one.duty === "ON_DUTY").length : 0;
  return (
    <>
      <PageHead
        title={t("title")}
        hint={data ? t("hint", { people: data.staff.length, onDuty, posts: data.posts.length }) : undefined}
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
          <section aria-labelledby="xx-posts-title">
            <div className="xx-posts-head">
              <h2 className="xx-section-title" id="xx-posts-title">
                {t("posts.title")}
              </h2>
              {viewer.mayEditStaff ? (
                <Button onClick={() => setPost("new")} aria-haspopup="dialog">
                  {t("post.add")}
                </Button>
              ) : null}
            </div>
            <ul className="xx-posts">
              {data.posts.map((one) => (
                <PostCard
                  key={one.id}
                  post={one}
                  onEdit={viewer.mayEditStaff ? () => setPost(one.id) : undefined}
                  onStudy={viewer.mayEditStaff ? () => setStudied(one.id) : undefined}
                />
              ))}
            </ul>
          </section>
          <section aria-labelledby="xx-people-title" className="xx-people-part">
            <h2 className="xx-section-title" id="xx-people-title">
              {t("people.title")}
            </h2>
            <People
              people={data.staff}
              onLeft={viewer.mayEditStaff ? setLeaving : undefined}
              onPicture={(one) => setPictured(one.id)}
            />
          </section>
        </>
      ) : null}
      <Portrait
        person={data?.staff.find((one) => one.id === pictured) ?? null}
        onClose={() => setPictured(null)}
        onDone={again}
      />
      <SavePost
        post={post === "new" ? "new" : (data?.posts.find((one) => one.id === post) ?? null)}
        people={data?.staff ?? []}
        onClose={() => setPost(null)}
        onDone={again}
      />
      <RecordStudy
        post={data?.posts.find((one) => one.id === studied) ?? null}
        people={data?.staff ?? []}
        me={viewer.staff.id}
        onClose={() => setStudied(null)}
        onDone={again}
      />
      <SetLeft person={leaving} onClose={() => setLeaving(null)} onDone={again} />
    </>
  );
}

function PostCard({
  post,
  onEdit,
  onStudy,
}: {
  post: Post;
  onEdit?: (() => void) | undefined;
  onStudy?: (() => void) | undefined;
}) {
  const { t } = useTranslation("staff");
  const subjects = (name: "aMustMaster" | "bMustKnow", lacks: readonly string[]) =>
    post[name].length > 0 ? (
      <p className="xx-post-study">
        <span className="xx-staff-note">{t(`post.${name}`)}</span>
        {post[name].map((subject) => (
          <span key={subject} className="xx-tag" data-tone={lacks.includes(subject) ? "soon" : "calm"}>
            {lacks.includes(subject) ? t("post.lacks", { subject }) : subject}
          </span>
        ))}
      </p>
    ) : null;
  const line = (mark: string, half: Post["a"]) => (
    <div className="xx-post-half" data-duty={post.onDuty?.id === half.id}>
      <dt>
        <span className="xx-post-mark">{mark}</span>
      </dt>
      <dd>
        <StaffName staff={half} />
        {post.onDuty?.id === half.id ? (
          <span className="xx-tag" data-tone="calm">
            {t("posts.onDuty")}
          </span>
        ) : null}
      </dd>
    </div>
  );
  return (
    <li className="xx-card xx-post" data-empty={post.onDuty === null}>
      <div className="xx-post-head">
        <h3>{post.name}</h3>
        <span className="xx-staff-note">{post.window}</span>
      </div>
      <dl>
        {line(t("posts.a"), post.a)}
        {line(t("posts.b"), post.b)}
      </dl>
      {post.onDuty ? null : (
        <p className="xx-tag" data-tone="overdue">
          {t("posts.nobody")}
        </p>
      )}
      <p className="xx-post-duties">{post.duties}</p>
      {subjects("aMustMaster", post.lacking.a)}
      {subjects("bMustKnow", post.lacking.b)}
      {onEdit || onStudy ? (
        <div className="xx-post-acts">
          {onEdit ? (
            <Button
              size="small"
              onClick={onEdit}
              aria-haspopup="dialog"
              aria-label={t("post.edit", { name: post.name })}
            >
              {t("people.change")}
            </Button>
          ) : null}
          {onStudy && post.aMustMaster.length + post.bMustKnow.length > 0 ? (
            <Button
              size="small"
              onClick={onStudy}
              aria-haspopup="dialog"
              aria-label={t("study.title", { name: post.name })}
            >
              {t("study.button")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

function People({
  people,
  onLeft,
  onPicture,
}: {
  people: readonly Person[];
  onLeft?: ((person: Person) => void) | undefined;
  onPicture: (person: Person) => void;
}) {
  const { t } = useTranslation("staff");
  return (
    <div className="xx-card xx-people">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("people.name")}</th>
            <th scope="col">{t("people.role")}</th>
            <th scope="col">{t("people.posts")}</th>
            <th scope="col">{t("people.superior")}</th>
            <th scope="col">{t("people.duty")}</th>
            {onLeft ? (
              <th scope="col">
                <span className="xx-visually-hidden">{t("people.acts")}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <tr key={one.id}>
              <th scope="row" className="xx-people-name">
                <Face name={one.name} familyName={one.familyName} path={one.portrait?.path ?? null} />
                <span>
                  {one.name}
                  <span className="xx-staff-note">{one.title}</span>
                </span>
              </th>
              <td className="xx-people-role">{one.roles.map((role) => t(`enums:Role.${role}`)).join(t("join"))}</td>
              <td className="xx-people-posts">
                {one.posts
                  .map((post) =>
                    t("people.post", { post: post.name, half: t(post.a.id === one.id ? "posts.a" : "posts.b") }),
                  )
                  .join(t("join"))}
              </td>
              <td className="xx-people-superior">{one.superior?.name}</td>
              <td className="xx-people-duty">
                <span
                  className="xx-tag"
                  data-tone={one.duty === "ON_DUTY" ? "calm" : one.duty === "AWAY" ? "soon" : "late"}
                >
                  {t(`enums:DutyState.${one.duty}`)}
                </span>
              </td>
              {onLeft ? (
                <td className="xx-people-change">
                  {one.disclosed ? (
                    <Button
                      size="small"
                      onClick={() => onPicture(one)}
                      aria-haspopup="dialog"
                      aria-label={t("photo.title", { name: one.name })}
                    >
                      {t("people.photo")}
                    </Button>
                  ) : null}
                  <Button
                    size="small"
                    onClick={() => onLeft(one)}
                    aria-haspopup="dialog"
                    aria-label={t("left.title", { name: one.name })}
                  >
                    {t("people.left")}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
