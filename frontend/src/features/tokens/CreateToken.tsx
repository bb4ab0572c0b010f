import { App, Button, Checkbox, Form, Input, Modal, Radio } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import { PartnerPick } from "@/components/PartnerPick";
import type { TokenKind, TokenScope } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { useToday } from "@/office/useToday";
import { useViewer, useZone } from "@/office/viewer";
import { fromLocalInput } from "@/office/zone";
import { CreateTokenDocument } from "./documents";
import { yearOn } from "./state";

interface Values extends Record<string, unknown> {
  kind: TokenKind;
  partnerId?: string;
  name: string;
  scopes?: TokenScope[];
  communityIds?: string[];
  expiresOn: string;
}

/** A token for a partner or the reporting tool (P5, R); what it is is shown once, when it was made. */
export function CreateToken({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation("tokens");
  const viewer = useViewer();
  const zone = useZone();
  const today = useToday();
  const [made, setMade] = useState<{ name: string; secret: string | null } | null>(null);
  const done = useRef(false);
  const act = useAct(CreateTokenDocument);
  const several = viewer.communities.length > 1;
  if (made) return <Secret made={made} onClose={onClose} />;
  return (
    <ActModal<Values>
      open
      title={t("add")}
      // After the act closing is left to the secret, which takes the place of the form.
      onClose={() => {
        if (!done.current) onClose();
      }}
      draftKey="token"
      initialValues={{
        kind: viewer.mayEditStaff ? "PARTNER" : "REPORTER",
        communityIds: viewer.communities.map((one) => one.id),
        scopes: ["READ_PROJECTS", "PLEDGE", "REPORT_DELIVERY"],
        expiresOn: yearOn(today),
      }}
      submitText={t("make")}
      onSubmit={async ({ kind, partnerId, name, scopes, communityIds, expiresOn }) => {
        const answer = await act.run({
          kind,
          name,
          ...(kind === "PARTNER" && partnerId ? { partnerId } : {}),
          scopes: kind === "PARTNER" ? ["READ_PROJECTS", ...(scopes ?? []).filter(more)] : ["READ_AGGREGATES"],
          ...(kind === "REPORTER" && several ? { communityIds: communityIds ?? [] } : {}),
          expiresAt: fromLocalInput(`${expiresOn}T23:59`, zone) ?? "",
        });
        if (answer.ok) {
          const { token, secret } = answer.data.createToken;
          done.current = true;
          setMade({ name: token.name, secret: secret ?? null });
          onDone();
        }
        return answer.ok || answer.refusal.field !== "expiresAt"
          ? answer
          : { ok: false, refusal: { ...answer.refusal, field: "expiresOn" } };
      }}
    >
      {(form) => (
        <>
          <Form.Item name="kind" label={t("kind")}>
            <Radio.Group
              options={(["PARTNER", "REPORTER"] as const).map((value) => ({
                value,
                label: t(`enums:TokenKind.${value}`),
                disabled: value === "PARTNER" && !viewer.mayEditStaff,
              }))}
            />
          </Form.Item>
          <Form.Item noStyle shouldUpdate={(before, after) => before.kind !== after.kind}>
            {() =>
              form.getFieldValue("kind") === "REPORTER" ? (
                <>
                  <p className="xx-act-hint">{t("reporterHint")}</p>
                  {several ? (
                    <Form.Item
                      name="communityIds"
                      label={t("communities")}
                      extra={t("communitiesHint")}
                      rules={[{ required: true, type: "array", min: 1, message: t("needed") }]}
                    >
                      <Checkbox.Group
                        className="xx-token-communities"
                        options={viewer.communities.map((one) => ({ value: one.id, label: one.name }))}
                      />
                    </Form.Item>
                  ) : null}
                </>
              ) : (
                <>
                  <Form.Item name="partnerId" label={t("partner")} rules={[{ required: true, message: t("needed") }]}>
                    <PartnerPick
                      onName={(name) => {
                        if (!form.getFieldValue("name")) form.setFieldValue("name", name);
                      }}
                    />
                  </Form.Item>
                  <Form.Item name="scopes" label={t("scopes")} extra={t("scopesHint")}>
                    <Checkbox.Group
                      options={(["READ_PROJECTS", "PLEDGE", "REPORT_DELIVERY"] as const).map((value) => ({
                        value,
                        label: t(`enums:TokenScope.${value}`),
                        disabled: value === "READ_PROJECTS",
                      }))}
                    />
                  </Form.Item>
                </>
              )
            }
          </Form.Item>
          <Form.Item
            name="name"
            label={t("name")}
            rules={[{ required: true, whitespace: true, message: t("needed") }]}
            extra={t("nameHint")}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="expiresOn" label={t("expiresOn")} rules={[{ required: true, message: t("needed") }]}>
            <Input type="date" min={today} />
          </Form.Item>
        </>
      )}
    </ActModal>
  );
}

/** What a partner may do besides reading. */
const more = (scope: TokenScope) => scope === "PLEDGE" || scope === "REPORT_DELIVERY";

/** The token itself, this once. */
function Secret({ made, onClose }: { made: { name: string; secret: string | null }; onClose: () => void }) {
  const { t } = useTranslation("tokens");
  const { message } = App.useApp();
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(made.secret ?? "");
      message.success(t("copied"));
    } catch {
      field.current?.select();
      message.info(t("copyYourself"));
    }
  };
  return (
    <Modal
      open
      title={t("made", { name: made.name })}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t("kept")}
        </Button>
      }
    >
      {made.secret ? (
        <>
          <p className="xx-token-warning" role="alert">
            {t("once")}
          </p>
          <div className="xx-token-secret">
            <textarea ref={field} readOnly rows={2} aria-label={t("secret")} value={made.secret} />
            <Button onClick={() => void copy()}>{t("copy")}</Button>
          </div>
          <p className="xx-soft">{t("handOver")}</p>
        </>
      ) : (
        <p className="xx-token-warning" role="alert">
          {t("lost")}
        </p>
      )}
    </Modal>
  );
}
