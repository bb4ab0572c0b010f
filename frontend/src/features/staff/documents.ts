import { graphql } from "@/graphql/gen";

export const StaffPageDocument = graphql(`
  query StaffPage {
    posts {
      id
      code
      name
      duties
      window
      a { ...StaffName_Staff id name duty }
      b { ...StaffName_Staff id name duty }
      onDuty { id name }
      aMustMaster
      bMustKnow
      lacking { a b }
      version
    }
    staff(includeLeft: false) {
      ...StaffName_Staff
      id
      name
      familyName
      disclosed
      portrait { id path }
      pinyin
      title
      roles
      duty
      login
      superior { id name }
      posts { id name a { id } }
    }
  }
`);

export const SetLeftDocument = graphql(`
  mutation SetLeft($input: SetLeftInput!) {
    setLeft(input: $input) { staff { ...StaffName_Staff id duty } movedCases clientMutationId }
  }
`);

export const TakeDownPortraitDocument = graphql(`
  mutation TakeDownPortrait($input: RemovePublicFileInput!) {
    removePublicFile(input: $input) { file { id path } clientMutationId }
  }
`);

export const SavePostDocument = graphql(`
  mutation SavePost($input: SavePostInput!) {
    savePost(input: $input) { post { id version } movedCases clientMutationId }
  }
`);

export const RecordStudyDocument = graphql(`
  mutation RecordStudy($input: RecordStudyInput!) {
    recordStudy(input: $input) { post { id lacking { a b } } clientMutationId }
  }
`);

export const PostStudiesDocument = graphql(`
  query PostStudies($id: ID!) {
    node(id: $id) {
      ... on Post {
        id
        studies { id staff { id name } subject kind date passed }
      }
    }
  }
`);
