import { useQuery } from "@apollo/client/react";
import { Select, type SelectProps } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/graphql/gen";

const PartnerPickDocument = graphql(`
  query PartnerPick($search: String!) { partners(search: $search, first: 50) { edges { node { id name } } } }
`);

/** Picks a partner by name or pinyin as one types: the control of a Form.Item. `onName` hears the name of what was picked. */
export function PartnerPick({ onName, ...control }: SelectProps<string> & { onName?: (name: string) => void }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const { data, previousData } = useQuery(PartnerPickDocument, {
    variables: { search },
    fetchPolicy: "cache-and-network",
  });
  const found = (data ?? previousData)?.partners.edges ?? [];
  return (
    <Select<string>
      placeholder={t("partner.search")}
      notFoundContent={t("partner.none")}
      {...control}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      options={found.map(({ node }) => ({ value: node.id, label: node.name }))}
      onSelect={(id) => onName?.(found.find(({ node }) => node.id === id)?.node.name ?? "")}
    />
  );
}
