import { graphql } from "@/graphql/gen";

export const DepartmentsDocument = graphql(`
  query DirectoryPage($search: String) {
    departments(search: $search, first: 100) { id code name address phone hours website duties }
  }
`);

export const SaveDepartmentDocument = graphql(`
  mutation SaveDepartment($input: SaveDepartmentInput!) {
    saveDepartment(input: $input) {
      department { id code name address phone hours website duties }
      clientMutationId
    }
  }
`);

export const DisclosureDocument = graphql(`
  query DisclosurePage {
    viewer {
      community { id disclosure { organisation duties procedure supervision hours address phone } }
    }
  }
`);

export const SetDisclosureDocument = graphql(`
  mutation SetDisclosure($input: SetDisclosureInput!) {
    setDisclosure(input: $input) {
      community { id disclosure { organisation duties procedure supervision hours address phone } }
      clientMutationId
    }
  }
`);
