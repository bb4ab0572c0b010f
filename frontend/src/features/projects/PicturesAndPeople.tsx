import { App, Button, Checkbox, Form, Input, InputNumber, Popconfirm, Progress, Radio } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { DateText } from "@/components/DateText";
import { Field } from "@/components/Field";
import { RefusalNote } from "@/components/RefusalNote";
import { accepted } from "@/components/upload";
import { useSend } from "@/components/useSend";
import type { PictureKind } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { useToday } from "@/office/useToday";
import { Block, type Sheet } from "./Block";
import { PublishPictureDocument, RecordParticipationDocument, RemovePictureDocument } from "./documents";
import { pictureKinds } from "./stages";

/** How it looked before, while the work went on, and after (P3). */
export function Pictures({ sheet, onReload }: { sheet: Sheet; onReload: () => void }) {
  const { t } = useTranslation("projects");
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<PictureKind>("BEFORE");
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
    if (
      !(await sending.send({ projectId: sheet.id, kind, caption: caption.trim(), published: String(published) }, file))
        .ok
    )
      return;
    message.success(t("pictureAdded"));
    setCaption("");
    onReload();
  };
  return (
    <Block id="pictures" title={t("pictures")} clause="P3">
      {sheet.pictures.length === 0 ? <p className="xx-soft">{t("noPictures")}</p> : null}
      {pictureKinds.map((one) => {
        const here = sheet.pictures.filter((picture) => picture.kind === one);
        if (here.length === 0) return null;
        return (
          <div key={one}>
            <h3>{t(`pictureKind.${one}`)}</h3>
            <ul className="xx-project-pictures">
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
                        {t("published")}
                      </span>
                    ) : null}
                  </p>
                  <p className="xx-row-acts">
                    <Button
                      size="small"
                      onClick={() =>
                        void publish
                          .run({ pictureId: picture.id, published: !picture.published })
                          .then((did) => did.ok && onReload())
                      }
                    >
                      {t(picture.published ? "unpublish" : "publish")}
                    </Button>
                    <Popconfirm
                      title={t("removePictureSure")}
                      okText={t("remove")}
                      cancelText={t("common:act.cancel")}
                      onConfirm={() => void remove.run({ pictureId: picture.id }).then((did) => did.ok && onReload())}
                    >
                      <Button size="small">{t("remove")}</Button>
                    </Popconfirm>
                  </p>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      <div className="xx-filters">
        <Radio.Group
          value={kind}
          onChange={(event) => setKind(event.target.value as PictureKind)}
          options={pictureKinds.map((value) => ({ value, label: t(`pictureKind.${value}`) }))}
        />
        <Field label={t("caption")} error={wanting && caption.trim() === "" ? t("needed") : undefined}>
          {(control) => (
            <Input {...control} value={caption} maxLength={100} onChange={(event) => setCaption(event.target.value)} />
          )}
        </Field>
        <Checkbox checked={published} onChange={(event) => setPublished(event.target.checked)}>
          {t("publishPicture")}
        </Checkbox>
        <input
          ref={input}
          type="file"
          accept={accepted.portrait}
          hidden
          aria-label={t("addPicture")}
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
          {t("addPicture")}
        </Button>
        {sending.part === null ? null : (
          <Progress percent={Math.round(sending.part * 100)} size="small" aria-label={t("addPicture")} />
        )}
      </div>
      <p className="xx-soft">{t("pictureHint")}</p>
    </Block>
  );
}

/** How many residents took part, never who (P6). */
export function Participations({ sheet, onReload }: { sheet: Sheet; onReload: () => void }) {
  const { t } = useTranslation("projects");
  const today = useToday();
  const [open, setOpen] = useState(false);
  const act = useAct(RecordParticipationDocument);
  const counts = sheet.stage !== "PROPOSED" && sheet.stage !== "DROPPED";
  return (
    <Block id="people" title={t("participation")} clause="P6">
      <p>{t("tookPart", { count: sheet.residents })}</p>
      <ul className="xx-lines">
        {sheet.participations.map((one) => (
          <li key={one.id}>
            <DateText date={one.date} short /> · {t("tookPart", { count: one.residents })} ·{" "}
            {t("minutes", { count: one.minutes })} {one.note}
          </li>
        ))}
      </ul>
      {counts ? (
        <Button onClick={() => setOpen(true)}>{t("record")}</Button>
      ) : (
        <p className="xx-soft">{t("recordLater")}</p>
      )}
      <ActModal<{ date: string; residents: number; minutes: number; note?: string }>
        open={open}
        title={t("record")}
        onClose={() => setOpen(false)}
        onDone={onReload}
        draftKey={`participation.${sheet.id}`}
        initialValues={{ date: today, minutes: 0 }}
        submitText={t("record")}
        onSubmit={(values) => act.run({ projectId: sheet.id, ...values })}
      >
        <p className="xx-act-hint">{t("recordHint")}</p>
        <div className="xx-two">
          <Form.Item name="date" label={t("date")} rules={[{ required: true, message: t("needed") }]}>
            <Input type="date" max={today} />
          </Form.Item>
          <Form.Item name="residents" label={t("residentsTook")} rules={[{ required: true, message: t("needed") }]}>
            <InputNumber min={1} max={10_000} precision={0} changeOnWheel={false} style={{ width: "100%" }} />
          </Form.Item>
          <Form.Item name="minutes" label={t("minutesTogether")}>
            <InputNumber min={0} max={1_000_000} precision={0} changeOnWheel={false} style={{ width: "100%" }} />
          </Form.Item>
        </div>
        <Form.Item name="note" label={t("note")}>
          <Input maxLength={200} />
        </Form.Item>
      </ActModal>
    </Block>
  );
}
