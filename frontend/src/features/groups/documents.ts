import { graphql } from "@/graphql/gen";

export const GroupsDocument = graphql(`
  query GroupsPage($dissolved: Boolean!) {
    groups(dissolved: $dissolved) { id name kind size foundedOn dissolvedAt contact { id name } }
  }
`);

export const GroupSheetFragment = graphql(`
  fragment GroupSheet on Group {
    id name kind about foundedOn dissolvedAt version size
    contact { id name }
    members { id name role leads phone joinedOn leftOn }
    rehearsals { id from until place note present cancelledAt }
    programs { id title state from }
    events { id kind at reason facts actor { id name } }
  }
`);

export const GroupDocument = graphql(`
  query GroupPage($id: ID!) {
    node(id: $id) { __typename id ... on Group { ...GroupSheet } }
  }
`);

export const SaveGroupDocument = graphql(`
  mutation SaveGroup($input: SaveGroupInput!) { saveGroup(input: $input) { group { id version } clientMutationId } }
`);
export const DissolveGroupDocument = graphql(`
  mutation DissolveGroup($input: DissolveGroupInput!) { dissolveGroup(input: $input) { group { id } clientMutationId } }
`);
export const SaveMemberDocument = graphql(`
  mutation SaveMember($input: SaveMemberInput!) { saveMember(input: $input) { group { id } clientMutationId } }
`);
export const LeaveGroupDocument = graphql(`
  mutation LeaveGroup($input: LeaveGroupInput!) { leaveGroup(input: $input) { group { id } clientMutationId } }
`);
export const RevealMemberDocument = graphql(`
  mutation RevealMember($input: RevealMemberInput!) { revealMember(input: $input) { value clientMutationId } }
`);
export const SetRehearsalDocument = graphql(`
  mutation SetRehearsal($input: SetRehearsalInput!) { setRehearsal(input: $input) { group { id } clientMutationId } }
`);
export const CancelRehearsalDocument = graphql(`
  mutation CancelRehearsal($input: RehearsalInput!) { cancelRehearsal(input: $input) { group { id } clientMutationId } }
`);
export const NoteRehearsalDocument = graphql(`
  mutation NoteRehearsal($input: NoteRehearsalInput!) { noteRehearsal(input: $input) { group { id } clientMutationId } }
`);
