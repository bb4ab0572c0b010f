import { graphql } from "@/graphql/gen";

export const CoverageDocument = graphql(`
  query CoveragePage {
    coverage(weeks: 6) {
      from
      weeks
      posts {
        post { id name window a { id name } b { id name } }
        halfDays { date morning onDuty { id name } role gap unqualified }
      }
    }
  }
`);
