import { CloseOutlined, DownloadOutlined, UploadOutlined } from "@ant-design/icons";
import { Button, Progress } from "antd";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { DateTimeText } from "@/components/DateText";
import { accepted, sayBytes, upload, wrongWith } from "@/components/upload";
import type { CaseSheetFragment as CaseSheet } from "@/graphql/gen/graphql";
import { type Refusal, sayRefusal } from "@/graphql/refusal";
import { useLanguage } from "@/i18n/language";
import { nudgeDesk } from "@/live/desk";

interface Sending {
  /** Also the clientMutationId: sent again, the file is kept once. */
  id: string;
  file: File;
  part: number;
  refusal: Refusal | null;
}

/** Scans and photos of the case: chosen or dropped here, checked by the server, fetched by who may see the case. */
export function AttachmentsCard({ sheet }: { sheet: CaseSheet }) {
  const { t } = useTranslation("case");
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<Sending[]>([]);
  const [over, setOver] = useState(false);
  const may = sheet.allowedActs.includes("ATTACH");
  if (sheet.attachments.length === 0 && !may) return null;

  const change = (id: string, next: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)));
  const send = async (one: Sending) => {
    change(one.id, { part: 0, refusal: null });
    const refusal = wrongWith(one.file);
    const done = refusal
      ? ({ ok: false, refusal } as const)
      : await upload({ caseId: sheet.id, clientMutationId: one.id }, one.file, (part) => change(one.id, { part }));
    if (!done.ok) {
      change(one.id, { refusal: done.refusal });
      return;
    }
    setSending((all) => all.filter((other) => other.id !== one.id));
    nudgeDesk();
  };
  const add = async (files: readonly File[]) => {
    const fresh = files.map((file) => ({ id: crypto.randomUUID(), file, part: 0, refusal: null }));
    setSending((all) => [...all, ...fresh]);
    // One after the other: the line of an office is narrow.
    for (const one of fresh) await send(one);
  };
  const drag = may
    ? {
        onDragOver: (event: DragEvent) => {
          if (!event.dataTransfer.types.includes("Files")) return;
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: (event: DragEvent) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
        },
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          setOver(false);
          void add([...event.dataTransfer.files]);
        },
      }
    : {};

  return (
    <section
      className="xx-card xx-card-pad xx-attachments"
      data-over={over}
      aria-labelledby="xx-attachments-title"
      {...drag}
    >
      <div className="xx-card-head">
        <h2 className="xx-section-title" id="xx-attachments-title">
          {t("attachments.title")}
          {sheet.attachments.length > 0 ? (
            <span className="xx-case-sub">{t("attachments.count", { count: sheet.attachments.length })}</span>
          ) : null}
        </h2>
        {may ? (
          <>
            <input
              ref={input}
              type="file"
              accept={accepted.scan}
              multiple
              hidden
              aria-label={t("attachments.add")}
              onChange={(event) => {
                void add([...(event.target.files ?? [])]);
                event.target.value = "";
              }}
            />
            <Button
              size="small"
              className="xx-no-print"
              icon={<UploadOutlined aria-hidden />}
              onClick={() => input.current?.click()}
            >
              {t("attachments.add")}
            </Button>
          </>
        ) : null}
      </div>
      {may ? <p className="xx-case-none">{t(over ? "attachments.drop" : "attachments.hint")}</p> : null}
      {sheet.attachments.length > 0 ? (
        <ul className="xx-case-lines">
          {sheet.attachments.map((file) => (
            <li key={file.id}>
              <a href={file.path} download={file.name}>
                <DownloadOutlined aria-hidden /> {file.name}
              </a>
              <span className="xx-case-sub">
                {file.kind} · {sayBytes(file.size, language)} · {file.attachedBy.name} ·{" "}
                <DateTimeText at={file.attachedAt} near />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <ul className="xx-sending" aria-live="polite">
        {sending.map((one) => (
          <li key={one.id} data-failed={one.refusal !== null}>
            <span>{one.file.name}</span>
            {one.refusal ? (
              <>
                <span className="xx-field-error" role="alert">
                  {sayRefusal(one.refusal, t)}
                </span>
                <span className="xx-sending-acts">
                  {one.refusal.code === "BAD_FILE" ? null : (
                    <Button size="small" onClick={() => void send(one)}>
                      {t("common:act.retry")}
                    </Button>
                  )}
                  <Button
                    size="small"
                    type="text"
                    icon={<CloseOutlined aria-hidden />}
                    aria-label={t("attachments.dismiss", { name: one.file.name })}
                    onClick={() => setSending((all) => all.filter((other) => other.id !== one.id))}
                  />
                </span>
              </>
            ) : (
              <Progress
                percent={Math.round(one.part * 100)}
                size="small"
                aria-label={t("attachments.progress", { name: one.file.name })}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
