import { graphql } from "@/graphql/gen";

export const LedgersDocument = graphql(`
  query LedgersPage {
    ledgers { kind }
  }
`);
