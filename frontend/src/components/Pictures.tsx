import { App, Button, Checkbox, Input, Popconfirm, Progress, Radio } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/graphql/gen";
import type { PictureKind } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { servesResidents, useViewer } from "@/office/viewer";
import { Field } from "./Field";
import { RefusalNote } from "./RefusalNote";
import { ClauseTag } from "./tags";
import { accepted } from "./upload";
import { useSend } from "./useSend";
import "./Pictures.css";

const PublishPictureDocument = graphql(`
  mutation PublishPicture($input: PublishPictureInput!) { publishPicture(input: $input) { picture { id published } clientMutationId } }
`);
const RemovePictureDocument = graphql(`
  mutation RemovePicture($input: RemovePictureInput!) { removePicture(input: $input) { picture { id } clientMutationId } }
`);

const kinds: readonly PictureKind[] = ["BEFORE", "DURING", "AFTER"];

interface Picture {
  id: string;
  kind: PictureKind;
  caption: string;
  published: boolean;
  path: string;
  width: number;
  height: number;
}

interface Props {
  of: { projectId: string } | { programId: string };
  title: string;
  clause: string;
  pictures: readonly Picture[];
  onReload: () => void;
}

/**
 * The pictures of a project or program: how it looked before, meanwhile and after (P3, C2). Who works in the office adds, publishes and
 * removes them.
 */
export function Pictures({ of, title, clause, pictures, onReload }: Props) {
  const { t } = useTranslation();
  const works = servesResidents(useViewer());
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<PictureKind>("programId" in of ? "DURING" : "BEFORE");
  const [caption, setCaption] = useState("");
  const [published, setPublished] = useState(false);
  const [wanting, setWanting] = useState(false);
  const sending = useSend();
  const publish = useAct(PublishPictureDocument);
  const remove = useAct(RemovePictureDocument);
  const refusal = sending.refusal ?? publish.refusal ?? remove.refusal;
  const add = async (file: File) => {
    publish.clear();
    remove.clear();
    if (!(await sending.send({ ...of, kind, caption: caption.trim(), published: String(published) }, file)).ok) return;
    message.success(t("picture.added"));
    setCaption("");
    onReload();
  };
  return (
    <section className="xx-card xx-card-pad" aria-labelledby="xx-pictures">
      <h2 className="xx-section-title" id="xx-pictures">
        {title} <ClauseTag clause={clause} />
      </h2>
      {pictures.length === 0 ? <p className="xx-soft">{t("picture.none")}</p> : null}
      {kinds.map((one) => {
        const here = pictures.filter((picture) => picture.kind === one);
        if (here.length === 0) return null;
        return (
          <div key={one}>
            <h3>{t(`enums:PictureKind.${one}`)}</h3>
            <ul className="xx-pictures">
              {here.map((picture) => (
                <li key={picture.id} data-picture={picture.caption}>
                  <img
                    src={picture.path}
                    width={picture.width}
                    height={picture.height}
                    alt={picture.caption}
                    loading="lazy"
                  />
                  <p>
                    {picture.caption}{" "}
                    {picture.published ? (
                      <span className="xx-tag" data-tone="info">
                        {t("picture.published")}
                      </span>
                    ) : null}
                  </p>
                  {works ? (
                    <p className="xx-row-acts xx-no-print">
                      <Button
                        size="small"
                        onClick={() =>
                          void publish
                            .run({ pictureId: picture.id, published: !picture.published })
                            .then((did) => did.ok && onReload())
                        }
                      >
                        {t(picture.published ? "picture.unpublish" : "picture.publish")}
                      </Button>
                      <Popconfirm
                        title={t("picture.removeSure")}
                        okText={t("picture.remove")}
                        cancelText={t("act.cancel")}
                        onConfirm={() => void remove.run({ pictureId: picture.id }).then((did) => did.ok && onReload())}
                      >
                        <Button size="small">{t("picture.remove")}</Button>
                      </Popconfirm>
                    </p>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      {works ? (
        <>
          <div className="xx-filters xx-no-print">
            <Radio.Group
              value={kind}
              onChange={(event) => setKind(event.target.value as PictureKind)}
              options={kinds.map((value) => ({ value, label: t(`enums:PictureKind.${value}`) }))}
            />
            <Field
              label={t("picture.caption")}
              error={wanting && caption.trim() === "" ? t("picture.needed") : undefined}
            >
              {(control) => (
                <Input
                  {...control}
                  value={caption}
                  maxLength={100}
                  onChange={(event) => setCaption(event.target.value)}
                />
              )}
            </Field>
            <Checkbox checked={published} onChange={(event) => setPublished(event.target.checked)}>
              {t("picture.publishThis")}
            </Checkbox>
            <input
              ref={input}
              type="file"
              accept={accepted.portrait}
              hidden
              aria-label={t("picture.add")}
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = "";
                if (file) void add(file);
              }}
            />
            <Button
              loading={sending.part !== null}
              onClick={() => {
                setWanting(true);
                if (caption.trim() !== "") input.current?.click();
              }}
            >
              {t("picture.add")}
            </Button>
            {sending.part === null ? null : (
              <Progress percent={Math.round(sending.part * 100)} size="small" aria-label={t("picture.add")} />
            )}
          </div>
          <p className="xx-soft xx-no-print">{t("picture.hint")}</p>
        </>
      ) : null}
    </section>
  );
}
