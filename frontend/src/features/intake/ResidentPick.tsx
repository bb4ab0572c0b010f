import { CloseOutlined } from "@ant-design/icons";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { Button, Input } from "antd";
import { type Ref, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Field } from "@/components/Field";
import { SearchPick } from "@/components/SearchPick";
import { StatusTag } from "@/components/tags";
import { readFragment } from "@/graphql/gen";
import { FindResidentsDocument, IntakeResidentDocument, IntakeResidentFragment } from "./documents";
import { NewResident } from "./NewResident";
import type { Intake } from "./state";

type Values = Pick<Intake, "resident" | "anonymous" | "contactWay">;

/** Who the matter is for: found by name, pinyin, initials or number, made on the spot, or anonymous (F3). */
export function ResidentPick(props: {
  value: Values;
  onChange: (next: Partial<Values>) => void;
  onDone: () => void;
  error?: string | undefined;
  disabled: boolean;
  ref: Ref<HTMLInputElement>;
}) {
  const { t } = useTranslation("intake");
  const client = useApolloClient();
  const [making, setMaking] = useState<string | null>(null);
  const { value, onChange } = props;

  if (value.resident)
    return (
      <ResidentCard
        id={value.resident.id}
        name={value.resident.name}
        onClear={props.disabled ? undefined : () => onChange({ resident: null })}
      />
    );
  if (value.anonymous)
    return (
      <div className="xx-picked">
        <div className="xx-picked-head">
          <strong>{t("resident.anonymous")}</strong>
          {props.disabled ? null : (
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined aria-hidden />}
              onClick={() => onChange({ anonymous: false, contactWay: "" })}
            >
              {t("resident.change")}
            </Button>
          )}
        </div>
        <Field label={t("resident.contactWay")} hint={t("resident.contactWayHint")} error={props.error}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              disabled={props.disabled}
              value={value.contactWay}
              maxLength={100}
              autoComplete="off"
              onChange={(event) => onChange({ contactWay: event.target.value })}
            />
          )}
        </Field>
      </div>
    );
  if (making !== null)
    return (
      <NewResident
        typed={making}
        onCancel={() => setMaking(null)}
        onMade={(resident) => {
          setMaking(null);
          onChange({ resident, anonymous: false, contactWay: "" });
          props.onDone();
        }}
      />
    );
  return (
    <Field label={t("resident.label")} error={props.error} clause={props.error ? "F3" : undefined} required>
      {(control) => (
        <SearchPick
          control={control}
          ref={props.ref}
          disabled={props.disabled}
          placeholder={t("resident.search")}
          search={async (typed) => {
            const { data } = await client.query({
              query: FindResidentsDocument,
              variables: { search: typed },
              fetchPolicy: "network-only",
            });
            return (data?.residents ?? []).map((masked) => {
              const resident = readFragment(IntakeResidentFragment, masked);
              return {
                key: resident.id,
                value: { id: resident.id, name: resident.name },
                label: (
                  <>
                    <span>{resident.name}</span>
                    <small>{resident.phoneMasked}</small>
                    <small>{resident.idNumberMasked}</small>
                    <small>{resident.address}</small>
                  </>
                ),
              };
            });
          }}
          extras={(typed) => [
            {
              key: "new",
              label: typed === "" ? t("resident.new") : t("resident.newNamed", { name: typed }),
              run: (text) => setMaking(text),
            },
            {
              key: "anonymous",
              label: t("resident.beAnonymous"),
              run: () => onChange({ anonymous: true, resident: null }),
            },
          ]}
          onPick={(resident) => {
            onChange({ resident, anonymous: false, contactWay: "" });
            props.onDone();
          }}
        />
      )}
    </Field>
  );
}

function ResidentCard(props: { id: string; name: string; onClear: (() => void) | undefined }) {
  const { t } = useTranslation("intake");
  const { data } = useQuery(IntakeResidentDocument, { variables: { id: props.id } });
  const node = data?.node?.__typename === "Resident" ? data.node : undefined;
  const resident = node ? readFragment(IntakeResidentFragment, node) : undefined;
  const recent = node?.recentCases.slice(0, 3) ?? [];
  return (
    <div className="xx-picked">
      <div className="xx-picked-head">
        <strong>{resident?.name ?? props.name}</strong>
        <span>{[resident?.phoneMasked, resident?.idNumberMasked].filter(Boolean).join(" · ")}</span>
        {props.onClear ? (
          <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} onClick={props.onClear}>
            {t("resident.change")}
          </Button>
        ) : null}
      </div>
      {resident?.address ? <p>{resident.address}</p> : null}
      {recent.length > 0 ? (
        <ul className="xx-picked-cases" aria-label={t("resident.recent")}>
          {recent.map((one) => (
            <li key={one.id}>
              <StatusTag status={one.status} />
              <Link to={`/cases/${one.receiptNo}`} target="_blank">
                {one.receiptNo} {one.demand}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
