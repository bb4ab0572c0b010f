import { App, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { ActModal } from "@/components/ActForm";
import type { LocalDayKind } from "@/graphql/gen/graphql";
import { useAct } from "@/graphql/useAct";
import { useLanguage } from "@/i18n/language";
import { formatDay } from "@/office/zone";
import { RemoveCalendarDayDocument, SetCalendarDayDocument } from "./documents";
import type { Day } from "./year";

function useTell() {
  const { t } = useTranslation("calendar");
  const { notification } = App.useApp();
  return (title: string, result: { recomputed: number; kept: number }) =>
    notification.success({
      title,
      description: `${t("local.recomputed", { count: result.recomputed })} ${t("local.kept", { count: result.kept })}`,
      duration: 8,
    });
}

/** Adds or replaces a local row of the calendar; tells what became of the open promises. */
export function SetLocalDay(props: { open: boolean; day: Day | null; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation("calendar");
  const language = useLanguage();
  const act = useAct(SetCalendarDayDocument);
  const tell = useTell();
  const { day } = props;
  const local = day?.kind === "LOCAL_CLOSURE" || day?.kind === "LOCAL_OPENING" ? day.kind : null;
  return (
    <ActModal<{ date: string; kind: LocalDayKind; name: string; source: string }>
      open={props.open}
      title={t("local.add")}
      onClose={props.onClose}
      draftKey={`calendar.${day?.date ?? "new"}`}
      initialValues={{
        ...(day ? { date: day.date } : {}),
        kind: local ?? (day && !day.working ? "LOCAL_OPENING" : "LOCAL_CLOSURE"),
        ...(local && day ? { name: day.name, source: day.source } : {}),
      }}
      submitText={t("local.save")}
      onSubmit={async (values) => {
        const done = await act.run(values);
        if (done.ok) {
          const result = done.data.setCalendarDay;
          tell(t("local.saved", { day: formatDay(result.day.date, language), name: result.day.name }), result);
        }
        return done;
      }}
      onDone={props.onDone}
    >
      <p className="xx-cal-hint">{t("local.hint")}</p>
      <Form.Item name="date" label={t("local.date")} rules={[{ required: true, message: t("local.dateNeeded") }]}>
        <Input type="date" min="2000-01-01" max="2100-12-31" />
      </Form.Item>
      <Form.Item name="kind" label={t("local.kind")} rules={[{ required: true }]}>
        <Radio.Group
          options={(["LOCAL_CLOSURE", "LOCAL_OPENING"] as const).map((value) => ({
            value,
            label: t(`enums:DayKind.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="name"
        label={t("local.name")}
        rules={[{ required: true, whitespace: true, message: t("local.nameNeeded") }]}
      >
        <Input maxLength={100} placeholder={t("local.namePlaceholder")} />
      </Form.Item>
      <Form.Item
        name="source"
        label={t("local.source")}
        rules={[{ required: true, whitespace: true, message: t("local.sourceNeeded") }]}
      >
        <Input maxLength={200} placeholder={t("local.sourcePlaceholder")} />
      </Form.Item>
    </ActModal>
  );
}

/** Takes a local row away again. */
export function RemoveLocalDay(props: { day: Day | null; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation("calendar");
  const language = useLanguage();
  const act = useAct(RemoveCalendarDayDocument);
  const tell = useTell();
  const { day } = props;
  return (
    <ActModal<Record<string, unknown>>
      open={day !== null}
      title={t("local.remove")}
      onClose={props.onClose}
      draftKey="calendar.remove"
      danger
      submitText={t("local.remove")}
      onSubmit={async () => {
        const done = await act.run({ date: day?.date ?? "" });
        if (done.ok) {
          const result = done.data.removeCalendarDay;
          tell(t("local.removed", { day: formatDay(result.day.date, language) }), result);
        }
        return done;
      }}
      onDone={props.onDone}
    >
      <p className="xx-cal-hint">
        {day ? `${formatDay(day.date, language)} · ${t(`enums:DayKind.${day.kind}`)} · ${day.name}` : ""}
      </p>
    </ActModal>
  );
}
