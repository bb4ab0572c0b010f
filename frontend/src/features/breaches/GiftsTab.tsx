import { GiftOutlined } from "@ant-design/icons";
import { useQuery } from "@apollo/client/react";
import { Button, Form, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ActModal } from "@/components/ActForm";
import { DateText } from "@/components/DateText";
import { EmptyHint } from "@/components/EmptyHint";
import { RefusalNote } from "@/components/RefusalNote";
import { ClauseTag } from "@/components/tags";
import type { GiftKind, GiftsPageQuery, ReturnWay } from "@/graphql/gen/graphql";
import { type Refusal, refusalOf, sayRefusal } from "@/graphql/refusal";
import { useAct } from "@/graphql/useAct";
import { useDeskEvents } from "@/live/desk";
import { moneyForm } from "@/office/money";
import { useToday } from "@/office/useToday";
import { useZone } from "@/office/viewer";
import { dayOf, fromLocalInput } from "@/office/zone";
import { GiftStaffDocument, GiftsDocument, RegisterGiftDocument, ReturnGiftDocument } from "./documents";

type Gift = GiftsPageQuery["gifts"]["edges"][number]["node"];

const pageSize = 50;
const giftKinds: readonly GiftKind[] = ["TAKEN", "TREAT", "OFFERED"];
const ways: readonly ReturnWay[] = ["GIVEN_BACK", "BILL_PAID", "HANDED_IN"];

/** What was offered or taken, the latest found first; open until what went back equals its value (A1). */
export function GiftsTab() {
  const { t } = useTranslation("breaches");
  const zone = useZone();
  const [registering, setRegistering] = useState(false);
  const [returning, setReturning] = useState<Gift | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { data, error, refetch, fetchMore } = useQuery(GiftsDocument, {
    variables: { first: pageSize },
    fetchPolicy: "network-only",
  });
  const again = () => {
    refetch().catch(() => {
      // The banner tells of the lost connection; the next event reads again.
    });
  };
  useDeskEvents(again);
  const page = data?.gifts;
  const more = async () => {
    if (!page || busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await fetchMore({
        variables: { first: pageSize, after: page.pageInfo.endCursor ?? null },
        updateQuery: (before, { fetchMoreResult }) => {
          const known = new Set(before.gifts.edges.map((edge) => edge.node.id));
          const edges = fetchMoreResult.gifts.edges.filter((edge) => !known.has(edge.node.id));
          return { gifts: { ...fetchMoreResult.gifts, edges: [...before.gifts.edges, ...edges] } };
        },
      });
    } catch (failed) {
      setRefusal(refusalOf(failed));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className="xx-register-filters">
        <Button type="primary" onClick={() => setRegistering(true)}>
          {t("gift.register")}
        </Button>
        {page ? <span className="xx-register-count">{t("count", { count: page.totalCount })}</span> : null}
      </div>
      {!page && error ? (
        <EmptyHint
          title={t("failed")}
          hint={sayRefusal(refusalOf(error), t)}
          action={<Button onClick={again}>{t("common:act.retry")}</Button>}
        />
      ) : null}
      {!page && !error ? <Skeleton active /> : null}
      {page && page.edges.length === 0 ? (
        <div className="xx-card">
          <EmptyHint icon={<GiftOutlined />} title={t("gift.empty")} hint={t("gift.emptyHint")} />
        </div>
      ) : null}
      <ul className="xx-gifts">
        {page?.edges.map(({ node }) => (
          <li key={node.id} className="xx-card xx-card-pad" data-gift={node.id}>
            <p className="xx-gift-head">
              <strong>{node.what}</strong>
              <span className="xx-tag" data-tone={node.closedAt ? "calm" : "soon"}>
                {t(node.closedAt ? (node.kind === "OFFERED" ? "gift.refused" : "gift.whole") : "gift.open")}
              </span>
              <span className="xx-tag">{t(`enums:GiftKind.${node.kind}`)}</span>
              <ClauseTag clause="A1" />
            </p>
            <p>
              {t("gift.who", { name: node.person.name, giver: node.giver })} ·{" "}
              {node.kind === "OFFERED"
                ? t("gift.value", { value: node.value })
                : t("gift.sums", { value: node.value, returned: node.returned })}
            </p>
            <p className="xx-register-sub">
              {t("gift.foundOn")} <DateText date={dayOf(node.foundAt, zone)} /> ·{" "}
              {t("gift.by", { name: node.registeredBy.name })}
              {node.breach ? (
                <>
                  {" · "}
                  <Link to={`/breaches/${node.breach.id}`}>{t("gift.breach")}</Link>
                </>
              ) : null}
            </p>
            {node.returns.length > 0 ? (
              <ul className="xx-gift-parts">
                {node.returns.map((part) => (
                  <li key={part.id}>
                    {t(`enums:ReturnWay.${part.way}`)} {t("gift.value", { value: part.amount })} ·{" "}
                    <DateText date={dayOf(part.returnedAt, zone)} /> · {part.proof} · {part.recordedBy.name}
                  </li>
                ))}
              </ul>
            ) : null}
            {node.mayReturn ? <Button onClick={() => setReturning(node)}>{t("gift.return")}</Button> : null}
          </li>
        ))}
      </ul>
      {refusal ? <RefusalNote refusal={refusal} /> : null}
      {page?.pageInfo.hasNextPage ? (
        <Button onClick={() => void more()} loading={busy}>
          {t("common:act.loadMore")}
        </Button>
      ) : null}
      <RegisterGift open={registering} onClose={() => setRegistering(false)} onDone={again} />
      {returning ? <ReturnGift gift={returning} onClose={() => setReturning(null)} onDone={again} /> : null}
    </>
  );
}

function Line({ name, label, pattern }: { name: string; label: string; pattern?: RegExp }) {
  const { t } = useTranslation("breaches");
  return (
    <Form.Item
      name={name}
      label={t(label)}
      rules={[
        { required: true, whitespace: true, message: t("needed") },
        ...(pattern ? [{ pattern, message: t("gift.amountForm") }] : []),
      ]}
    >
      <Input maxLength={pattern ? 10 : 200} {...(pattern ? { inputMode: "decimal" as const } : {})} />
    </Form.Item>
  );
}

/** The day on which something was, today or before. */
function Day({ name, label, today }: { name: string; label: string; today: string }) {
  const { t } = useTranslation("breaches");
  return (
    <Form.Item
      name={name}
      label={t(label)}
      rules={[
        { required: true, message: t("needed") },
        {
          validator: (_, day?: string) =>
            day && day > today ? Promise.reject(new Error(t("gift.notYet"))) : Promise.resolve(),
        },
      ]}
    >
      <Input type="date" min="2000-01-01" max={today} />
    </Form.Item>
  );
}

/** The instant to tell the server for a day: nothing for today, which is now, else the beginning of the day. */
function instantOf(day: string, today: string, zone: string): string | null {
  return day === today ? null : fromLocalInput(`${day}T00:00`, zone);
}

function RegisterGift({ open, onClose, onDone }: { open: boolean; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation("breaches");
  const act = useAct(RegisterGiftDocument);
  const today = useToday();
  const zone = useZone();
  const { data, loading } = useQuery(GiftStaffDocument, { fetchPolicy: "cache-first", skip: !open });
  return (
    <ActModal<{ personId: string; kind: GiftKind; what: string; giver: string; value: string; foundAt: string }>
      open={open}
      title={t("gift.register")}
      onClose={onClose}
      onDone={onDone}
      draftKey="gift.register"
      initialValues={{ kind: "TAKEN", foundAt: today }}
      submitText={t("gift.register")}
      onSubmit={(values) => act.run({ ...values, foundAt: instantOf(values.foundAt, today, zone) })}
    >
      <p className="xx-act-hint">
        {t("gift.registerHint")} <ClauseTag clause="A1" />
      </p>
      <Form.Item name="personId" label={t("column.person")} rules={[{ required: true, message: t("needed") }]}>
        <Select
          loading={loading}
          showSearch={{
            filterOption: (typed, option) => String(option?.label ?? "").includes(typed.trim()),
          }}
          options={(data?.staff ?? [])
            .filter((one) => one.duty !== "LEFT")
            .map((one) => ({ value: one.id, label: [one.name, one.title].filter(Boolean).join(" · ") }))}
        />
      </Form.Item>
      <Form.Item name="kind" label={t("gift.kind")}>
        <Select options={giftKinds.map((value) => ({ value, label: t(`enums:GiftKind.${value}`) }))} />
      </Form.Item>
      <Line name="what" label="gift.what" />
      <Line name="giver" label="gift.giver" />
      <Line name="value" label="gift.worth" pattern={moneyForm} />
      <Day name="foundAt" label="gift.found" today={today} />
    </ActModal>
  );
}

function ReturnGift({ gift, onClose, onDone }: { gift: Gift; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation("breaches");
  const act = useAct(ReturnGiftDocument);
  const today = useToday();
  const zone = useZone();
  return (
    <ActModal<{ amount: string; way: ReturnWay; proof: string; returnedAt: string }>
      open
      title={t("gift.return")}
      onClose={onClose}
      onReload={onDone}
      onDone={onDone}
      draftKey={`gift.return.${gift.id}`}
      initialValues={{ way: gift.kind === "TREAT" ? "BILL_PAID" : "GIVEN_BACK", returnedAt: today }}
      submitText={t("gift.return")}
      onSubmit={(values) =>
        act.run({
          giftId: gift.id,
          version: gift.version,
          ...values,
          returnedAt: instantOf(values.returnedAt, today, zone),
        })
      }
    >
      <p className="xx-act-hint">
        {t("gift.sums", { value: gift.value, returned: gift.returned })} {t("gift.returnHint")}{" "}
        <ClauseTag clause="A1" />
      </p>
      <Line name="amount" label="gift.amount" pattern={moneyForm} />
      <Form.Item name="way" label={t("gift.way")}>
        <Select options={ways.map((value) => ({ value, label: t(`enums:ReturnWay.${value}`) }))} />
      </Form.Item>
      <Day name="returnedAt" label="gift.returnedOn" today={today} />
      <Form.Item
        name="proof"
        label={t("field.proof")}
        rules={[{ required: true, whitespace: true, message: t("needed") }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </ActModal>
  );
}
