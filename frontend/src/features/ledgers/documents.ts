import { graphql } from "@/graphql/gen";

export const LedgersDocument = graphql(`
  query LedgersPage {
    ledgers { kind }
    ledgersTaken { kind from until rows at by { id name } }
  }
`);
