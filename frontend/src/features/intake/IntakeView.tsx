import { useApolloClient, useQuery } from "@apollo/client/react";
import { Button, Input } from "antd";
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useDraft } from "@/app/draft";
import { DateTimeText } from "@/components/DateText";
import { Field } from "@/components/Field";
import { PageHead } from "@/components/PageHead";
import { RefusalNote } from "@/components/RefusalNote";
import { readFragment } from "@/graphql/gen";
import type { IntakeCaseFragment as CaseData, IntakeItemFragment as ItemData } from "@/graphql/gen/graphql";
import { fieldName, type Refusal, sayRefusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { useLanguage } from "@/i18n/language";
import { officeClock, officeNow } from "@/office/clock";
import { useViewer, useZone } from "@/office/viewer";
import { formatInstantNear, fromLocalInput, toLocalInput } from "@/office/zone";
import { ChannelChoice } from "./ChannelChoice";
import { Courtesy } from "./Courtesy";
import { DisposalFields, usePromisePreview, WayChoice } from "./DisposalFields";
import {
  IntakeCaseDocument,
  IntakeCaseFragment,
  IntakeItemDocument,
  IntakeItemFragment,
  IntakeResidentDocument,
  IntakeResidentFragment,
  OpenCaseDocument,
} from "./documents";
import { IntakeDone } from "./IntakeDone";
import "./intake.css";
import { ItemPick } from "./ItemPick";
import { ResidentPick } from "./ResidentPick";
import {
  disposalOf,
  emptyIntake,
  type Intake,
  type IntakeField,
  missingFields,
  type OpenedCase,
  openInput,
  pageField,
  suggestedWay,
} from "./state";
import { useDisposal } from "./useDisposal";

type Errors = Partial<Record<IntakeField, string>>;

/** First contact on one page: who, what, and at once what becomes of it (F1–F8). */
export function Component() {
  const { t } = useTranslation("intake");
  const client = useApolloClient();
  const zone = useZone();
  const language = useLanguage();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const draft = useDraft<Intake>("intake");
  const [intake, setIntake] = useState<Intake>(() => ({ ...emptyIntake, ...draft.kept }));
  const [item, setItem] = useState<ItemData | null>(null);
  const [errors, setErrors] = useState<Errors>({});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<CaseData | null>(null);
  const [editTime, setEditTime] = useState(false);
  const open = useAct(OpenCaseDocument, `open.${viewer.staff.id}`);
  const dispose = useDisposal();

  const channelRef = useRef<HTMLFieldSetElement>(null);
  const residentRef = useRef<HTMLInputElement>(null);
  const itemRef = useRef<HTMLInputElement>(null);
  const situationRef = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const sending = useRef(false);

  const change = useCallback((next: Partial<Intake>) => {
    // The contact began when the clerk began to write, not when the page was opened or sent; until the office's clock is
    // known, the next thing that is written tells when.
    const began = officeClock().known ? new Date(officeNow()).toISOString() : null;
    setIntake((before) => ({ ...before, contactAt: before.contactAt ?? began, ...next }));
    setErrors((before) => {
      const after = { ...before };
      for (const name of Object.keys(next)) delete after[name as IntakeField];
      if ("anonymous" in next) delete after.resident;
      if ("otherMissing" in next) delete after.missing;
      return after;
    });
  }, []);
  useEffect(() => {
    if (intake !== emptyIntake && !done) draft.save(intake);
  }, [intake, done, draft.save]);

  const chooseItem = useCallback(
    (chosen: ItemData | null) => {
      setItem(chosen);
      if (!chosen) {
        change({ itemId: null, missing: [] });
        return;
      }
      change({
        itemId: chosen.id,
        missing: [],
        workingDays: Math.max(1, chosen.limitDays),
        way: suggestedWay(chosen),
        ...(chosen.kind === "NOT_ISSUED" && chosen.department
          ? { department: { id: chosen.department.id, name: chosen.department.name } }
          : {}),
      });
    },
    [change],
  );

  // What the draft or the address names by its id is read again.
  const asked = { resident: params.get("resident"), item: params.get("item") };
  const draftItem = useQuery(IntakeItemDocument, {
    variables: { id: intake.itemId ?? "" },
    skip: !intake.itemId || item !== null,
  });
  useEffect(() => {
    const node = draftItem.data?.node;
    if (node?.__typename === "Item") setItem(readFragment(IntakeItemFragment, node));
  }, [draftItem.data]);
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    if (asked.resident || asked.item) setParams({}, { replace: true });
    if (asked.resident)
      void client.query({ query: IntakeResidentDocument, variables: { id: asked.resident } }).then(({ data }) => {
        if (data?.node?.__typename !== "Resident") return;
        const resident = readFragment(IntakeResidentFragment, data.node);
        change({ resident: { id: resident.id, name: resident.name }, anonymous: false });
      });
    if (asked.item)
      void client.query({ query: IntakeItemDocument, variables: { id: asked.item } }).then(({ data }) => {
        if (data?.node?.__typename === "Item") chooseItem(readFragment(IntakeItemFragment, data.node));
      });
    focusChannel(channelRef.current);
  });

  const focusFirstError = (fields: readonly IntakeField[]) => {
    if (fields.length === 0) return;
    requestAnimationFrame(() => {
      const wrong = page.current?.querySelector<HTMLElement>('[aria-invalid="true"], .xx-ways[aria-describedby] input');
      wrong?.focus();
    });
  };

  const showRefusal = (refused: Refusal) => {
    if (refused.code === "SECOND_NOTICE") change({ second: true });
    const field = pageField(fieldName(refused));
    if (field) {
      setErrors({ [field]: sayRefusal(refused, t) });
      focusFirstError([field]);
      // Of a second notice the page says already all there is to say.
      setRefusal(refused.clause && refused.code !== "SECOND_NOTICE" ? refused : null);
    } else {
      setRefusal(refused);
    }
  };

  const readAgain = async (opened: OpenedCase): Promise<OpenedCase> => {
    const { data } = await client.query({
      query: IntakeCaseDocument,
      variables: { id: opened.id },
      fetchPolicy: "network-only",
    });
    const now = data?.case ? readFragment(IntakeCaseFragment, data.case) : undefined;
    return now ? { id: now.id, receiptNo: now.receiptNo, version: now.version } : opened;
  };

  const finish = (result: CaseData) => {
    draft.clear();
    setDone(result);
    window.scrollTo({ top: 0 });
  };

  const send = async () => {
    if (sending.current) return;
    const missing = missingFields(intake);
    setRefusal(null);
    setErrors(Object.fromEntries(missing.map((field) => [field, t(`needs.${field}`)])));
    if (missing.length > 0) {
      focusFirstError(missing);
      return;
    }
    sending.current = true;
    setBusy(true);
    try {
      let opened = intake.opened;
      if (!opened) {
        const result = await open.run(openInput(intake));
        if (!result.ok) {
          showRefusal(result.refusal);
          return;
        }
        const now = readFragment(IntakeCaseFragment, result.data.openCase.case);
        opened = { id: now.id, receiptNo: now.receiptNo, version: now.version };
        change({ opened });
        if (intake.way === "LATER") {
          finish(now);
          return;
        }
      }
      const disposal = disposalOf(intake, opened);
      if (!disposal) {
        const { data } = await client.query({
          query: IntakeCaseDocument,
          variables: { id: opened.id },
          fetchPolicy: "network-only",
        });
        if (data?.case) finish(readFragment(IntakeCaseFragment, data.case));
        return;
      }
      const result = await dispose(disposal);
      if (result.ok) finish(result.case);
      else showRefusal(result.refusal);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };

  const begin = () => {
    draft.clear();
    setIntake(emptyIntake);
    setItem(null);
    setErrors({});
    setRefusal(null);
    setDone(null);
    setEditTime(false);
    requestAnimationFrame(() => focusChannel(channelRef.current));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
  };

  const preview = usePromisePreview(intake.itemId, intake.way === "PROMISE" ? intake.workingDays : null);
  const farewell =
    intake.way === "PROMISE" && preview.data
      ? t("courtesy.goodbyeDate", {
          date: formatInstantNear(preview.data.previewPromise.dueAt, officeNow(), zone, language),
        })
      : intake.way === "GUIDE" && intake.department
        ? t("courtesy.goodbyeGuide", { department: intake.department.name })
        : t("courtesy.goodbyeSay");
  const filled = (text: string) => text.trim() !== "";
  const step = intake.way ? 3 : filled(intake.demand) ? 2 : intake.resident || intake.anonymous ? 1 : 0;

  if (done)
    return (
      <>
        <PageHead title={t("title")} />
        <IntakeDone done={done} onNew={begin} />
      </>
    );
  const locked = intake.opened !== null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter anywhere on the page sends it
    <div ref={page} onKeyDown={onKeyDown}>
      <PageHead
        title={t("title")}
        hint={<span className="xx-only-wide">{t("keys")}</span>}
        actions={
          <Button onClick={begin} disabled={busy}>
            {t("clear")}
          </Button>
        }
      />
      {intake.opened ? (
        <div className="xx-banner" data-tone="info" role="status">
          <strong>{t("opened", { receiptNo: intake.opened.receiptNo })}</strong>
          <span>{t("openedHint")}</span>
          <Link to={`/cases/${intake.opened.receiptNo}`}>{t("done.open")}</Link>
        </div>
      ) : null}
      <div className="xx-intake">
        <div className="xx-intake-form">
          <section className="xx-card xx-card-pad xx-intake-block" aria-label={t("block.contact")}>
            <ChannelChoice
              ref={channelRef}
              value={intake.channel}
              onChange={(channel) => change({ channel })}
              onChosen={() => residentRef.current?.focus()}
              disabled={locked}
            />
            <div className="xx-contact-time">
              {editTime && !locked ? (
                <Field label={t("contactAt")}>
                  {(control) => (
                    <Input
                      {...control}
                      type="datetime-local"
                      max={toLocalInput(officeNow(), zone)}
                      value={toLocalInput(intake.contactAt ?? officeNow(), zone)}
                      onChange={(event) => change({ contactAt: fromLocalInput(event.target.value, zone) })}
                    />
                  )}
                </Field>
              ) : (
                <>
                  <span>{t("contactAt")}</span>
                  <strong>{intake.contactAt ? <DateTimeText at={intake.contactAt} near /> : t("now")}</strong>
                  {locked ? null : (
                    <Button type="link" size="small" onClick={() => setEditTime(true)}>
                      {t("changeTime")}
                    </Button>
                  )}
                </>
              )}
            </div>
            <ResidentPick
              ref={residentRef}
              value={intake}
              onChange={change}
              onDone={() => requestAnimationFrame(() => itemRef.current?.focus())}
              error={errors.resident}
              disabled={locked}
            />
            <ItemPick
              ref={itemRef}
              item={item}
              onChange={chooseItem}
              onDone={() => requestAnimationFrame(() => situationRef.current?.querySelector("textarea")?.focus())}
              disabled={locked}
            />
            <div ref={situationRef} className="xx-intake-two">
              {(["situation", "demand"] as const).map((field) => (
                <Field
                  key={field}
                  label={t(`field.${field}`)}
                  error={errors[field]}
                  clause={errors[field] ? "F3" : undefined}
                  required
                >
                  {(control) => (
                    <Input.TextArea
                      {...control}
                      autoSize={{ minRows: 3, maxRows: 10 }}
                      maxLength={2000}
                      disabled={locked}
                      placeholder={t(`field.${field}Hint`)}
                      value={intake[field]}
                      onChange={(event) => change({ [field]: event.target.value })}
                    />
                  )}
                </Field>
              ))}
            </div>
          </section>
          <section className="xx-card xx-card-pad xx-intake-block" aria-label={t("block.disposal")}>
            <WayChoice value={intake.way} onChange={(way) => change({ way })} error={errors.way} />
            <DisposalFields intake={intake} item={item} onChange={change} errors={errors} />
            {refusal ? (
              <RefusalNote
                refusal={refusal}
                onReload={
                  intake.opened
                    ? () => {
                        const opened = intake.opened;
                        if (opened)
                          void readAgain(opened).then((now) => {
                            change({ opened: now });
                            setRefusal(null);
                          });
                      }
                    : undefined
                }
              />
            ) : null}
            <div className="xx-intake-send">
              <Button type="primary" size="large" loading={busy} onClick={() => void send()}>
                {intake.way === "LATER" ? t("sendLater") : intake.opened ? t("sendDisposal") : t("send")}
              </Button>
              <span className="xx-only-wide">
                <kbd>{t("sendKey")}</kbd>
              </span>
            </div>
          </section>
        </div>
        <Courtesy step={step} farewell={farewell} />
      </div>
    </div>
  );
}

function focusChannel(group: HTMLFieldSetElement | null) {
  group?.querySelector<HTMLInputElement>("input:checked")?.focus();
}
