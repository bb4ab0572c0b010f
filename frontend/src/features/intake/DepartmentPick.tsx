import { CloseOutlined } from "@ant-design/icons";
import { useApolloClient } from "@apollo/client/react";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Field } from "@/components/Field";
import { SearchPick } from "@/components/SearchPick";
import { readFragment } from "@/graphql/gen";
import { FindDepartmentsDocument, IntakeDepartmentFragment } from "./documents";

/** The department the resident is guided to (F7), from the directory. */
export function DepartmentPick(props: {
  value: { id: string; name: string } | null;
  onChange: (department: { id: string; name: string } | null) => void;
  error?: string | undefined;
  id?: string;
}) {
  const { t } = useTranslation("intake");
  const client = useApolloClient();
  if (props.value)
    return (
      <div className="xx-picked">
        <div className="xx-picked-head">
          <strong>{props.value.name}</strong>
          <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} onClick={() => props.onChange(null)}>
            {t("department.change")}
          </Button>
        </div>
      </div>
    );
  return (
    <Field label={t("department.label")} error={props.error} clause={props.error ? "F7" : undefined} required>
      {(control) => (
        <SearchPick
          control={control}
          placeholder={t("department.search")}
          eager
          search={async (typed) => {
            const { data } = await client.query({
              query: FindDepartmentsDocument,
              variables: { search: typed },
              fetchPolicy: "network-only",
            });
            return (data?.departments ?? []).map((masked) => {
              const found = readFragment(IntakeDepartmentFragment, masked);
              return {
                key: found.id,
                value: { id: found.id, name: found.name },
                label: (
                  <>
                    <span>{found.name}</span>
                    <small>{found.phone}</small>
                    <small>{found.address}</small>
                    <small>{found.hours}</small>
                  </>
                ),
              };
            });
          }}
          onPick={props.onChange}
        />
      )}
    </Field>
  );
}
