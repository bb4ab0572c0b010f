import { EyeOutlined } from "@ant-design/icons";
import { Button, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import type { CaseSheetFragment as CaseSheet, ResidentField } from "@/graphql/gen/graphql";
import { type ActResult, useAct } from "@/graphql/useAct";
import { RevealContactDocument, RevealDocument } from "./documents";

/** How long a revealed number stays on the screen. */
const shownForMs = 60_000;

/** A number of a resident's file. */
export function ResidentNumber(props: { residentId: string; field: ResidentField; masked: string }) {
  const act = useAct(RevealDocument);
  const { residentId, field } = props;
  return (
    <Masked
      id={residentId}
      kind={field}
      masked={props.masked}
      reveal={async (reason) => {
        const done = await act.run({ residentId, field, reason });
        return done.ok ? { ok: true, data: done.data.revealResident.value } : done;
      }}
    />
  );
}

/** How to reach who brought the case; shown to whom the server allows it: of a complaint only who works on it (Q6). */
export function ContactWay({ sheet }: { sheet: CaseSheet }) {
  const act = useAct(RevealContactDocument);
  const masked = sheet.contactWayMasked ?? "";
  if (!sheet.contactRevealable) return masked;
  return (
    <Masked
      id={sheet.id}
      kind="CONTACT"
      masked={masked}
      reveal={async (reason) => {
        const done = await act.run({ caseId: sheet.id, reason });
        return done.ok ? { ok: true, data: done.data.revealContact.value } : done;
      }}
    />
  );
}

/** What is masked; the whole of it is shown for a minute, for a reason that is journalled. */
function Masked(props: {
  id: string;
  kind: ResidentField | "CONTACT";
  masked: string;
  reveal: (reason: string) => Promise<ActResult<string>>;
}) {
  const { t } = useTranslation("case");
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState<string | null>(null);
  useEffect(() => {
    if (value === null) return;
    const timer = setTimeout(() => setValue(null), shownForMs);
    return () => clearTimeout(timer);
  }, [value]);
  return (
    <span className="xx-masked">
      <span className="xx-masked-value" data-shown={value !== null}>
        {value ?? props.masked}
      </span>
      {value === null ? (
        <Button
          size="small"
          type="link"
          icon={<EyeOutlined />}
          onClick={() => setAsking(true)}
          aria-label={t(`reveal.${props.kind}`)}
        >
          {t("reveal.show")}
        </Button>
      ) : (
        <Button size="small" type="link" onClick={() => setValue(null)}>
          {t("reveal.hide")}
        </Button>
      )}
      <ActModal<{ reason: string }>
        open={asking}
        title={t(`reveal.${props.kind}`)}
        onClose={() => setAsking(false)}
        draftKey={`reveal.${props.kind}.${props.id}`}
        submitText={t("reveal.submit")}
        onSubmit={async ({ reason }) => {
          const done = await props.reveal(reason);
          if (done.ok) setValue(done.data);
          return done;
        }}
      >
        <p className="xx-act-hint">{t("reveal.hint")}</p>
        <Form.Item
          name="reason"
          label={t("reveal.reason")}
          rules={[{ required: true, whitespace: true, message: t("reveal.needed") }]}
        >
          <Input maxLength={200} autoFocus placeholder={t("reveal.placeholder")} />
        </Form.Item>
      </ActModal>
    </span>
  );
}
