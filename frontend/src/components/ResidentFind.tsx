import { useApolloClient } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/graphql/gen";
import { Field } from "./Field";
import { SearchPick } from "./SearchPick";

const ResidentFindDocument = graphql(`
  query ResidentFind($search: String!) { residents(search: $search, first: 8) { id name phoneMasked address } }
`);

/** Finds a resident's file as one types; what is picked shows with a way to take it back. */
export function ResidentFind(props: {
  value: { id: string; name: string } | null;
  onChange: (value: { id: string; name: string } | null) => void;
}) {
  const { t } = useTranslation();
  const client = useApolloClient();
  if (props.value)
    return (
      <div className="xx-field">
        <span>{t("resident.file")}</span>
        <span>
          <strong>{props.value.name}</strong>{" "}
          <button type="button" className="xx-text-button" onClick={() => props.onChange(null)}>
            {t("resident.other")}
          </button>
        </span>
      </div>
    );
  return (
    <Field label={t("resident.file")} hint={t("resident.hint")}>
      {(control) => (
        <SearchPick
          control={control}
          placeholder={t("resident.search")}
          search={async (typed) => {
            const { data } = await client.query({
              query: ResidentFindDocument,
              variables: { search: typed },
              fetchPolicy: "network-only",
            });
            return (data?.residents ?? []).map((one) => ({
              key: one.id,
              value: { id: one.id, name: one.name },
              label: (
                <>
                  <span>{one.name}</span>
                  <small>{one.phoneMasked}</small>
                  <small>{one.address}</small>
                </>
              ),
            }));
          }}
          onPick={props.onChange}
        />
      )}
    </Field>
  );
}
