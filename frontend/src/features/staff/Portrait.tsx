import { UploadOutlined } from "@ant-design/icons";
import { App, Button, Modal, Popconfirm, Progress } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Face } from "@/components/Face";
import { RefusalNote } from "@/components/RefusalNote";
import { accepted } from "@/components/upload";
import { useSend } from "@/components/useSend";
import { useAct } from "@/graphql/useAct";
import { TakeDownPortraitDocument } from "./documents";

export interface PortraitOf {
  id: string;
  name: string;
  familyName: string;
  portrait?: { id: string; path?: string | null } | null;
}

/** Publishes a person's photo, puts another in its place or takes it down (B3). */
export function Portrait(props: { person: PortraitOf | null; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation("staff");
  return (
    <Modal
      open={props.person !== null}
      title={t("photo.title", { name: props.person?.name ?? "" })}
      onCancel={props.onClose}
      footer={null}
      width={520}
      destroyOnHidden
    >
      {props.person ? <Sheet key={props.person.id} person={props.person} onDone={props.onDone} /> : null}
    </Modal>
  );
}

function Sheet({ person, onDone }: { person: PortraitOf; onDone: () => void }) {
  const { t } = useTranslation("staff");
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const sending = useSend();
  const removing = useAct(TakeDownPortraitDocument);
  const refusal = sending.refusal ?? removing.refusal;
  const publish = async (file: File) => {
    removing.clear();
    if (!(await sending.send({ staffId: person.id }, file)).ok) return;
    message.success(t("photo.done", { name: person.name }));
    onDone();
  };
  const takeDown = async (fileId: string) => {
    sending.clear();
    if (!(await removing.run({ fileId })).ok) return;
    message.success(t("photo.gone", { name: person.name }));
    onDone();
  };
  return (
    <div className="xx-portrait">
      <Face name={person.name} familyName={person.familyName} path={person.portrait?.path ?? null} large />
      <div>
        <p>{t("photo.hint")}</p>
        <p className="xx-staff-note">{person.portrait ? t("photo.kinds") : `${t("photo.none")} ${t("photo.kinds")}`}</p>
        {refusal ? <RefusalNote refusal={refusal} /> : null}
        <input
          ref={input}
          type="file"
          accept={accepted.portrait}
          hidden
          aria-label={t("photo.choose")}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file) void publish(file);
          }}
        />
        {sending.part === null ? null : (
          <Progress percent={Math.round(sending.part * 100)} size="small" aria-label={t("photo.progress")} />
        )}
        <p className="xx-portrait-acts">
          <Button
            type="primary"
            icon={<UploadOutlined aria-hidden />}
            loading={sending.part !== null}
            onClick={() => input.current?.click()}
          >
            {t(person.portrait ? "photo.replace" : "photo.choose")}
          </Button>
          {person.portrait ? (
            <Popconfirm
              title={t("photo.sure")}
              okText={t("photo.remove")}
              cancelText={t("common:act.cancel")}
              okButtonProps={{ danger: true }}
              onConfirm={() => void takeDown(person.portrait?.id ?? "")}
            >
              <Button danger loading={removing.busy}>
                {t("photo.remove")}
              </Button>
            </Popconfirm>
          ) : null}
        </p>
      </div>
    </div>
  );
}
