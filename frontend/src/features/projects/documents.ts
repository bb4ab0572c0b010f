import { graphql } from "@/graphql/gen";

export const ProjectCardFragment = graphql(`
  fragment ProjectCard on Project {
    id version number title kind stage stageAt openToJoin published place plannedFrom plannedUntil lead { id name } mayEdit
  }
`);

export const ProjectsDocument = graphql(`
  query ProjectsPage($search: String, $first: Int!, $after: Cursor) {
    mayBuild
    projects(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { id ...ProjectCard } }
    }
  }
`);

export const ProjectMovesDocument = graphql(`
  query ProjectMoves($id: ID!) {
    node(id: $id) { __typename ... on Project { id version stage title moves { to needsReason needsOutcome refused } } }
  }
`);

export const ProjectFiguresDocument = graphql(`
  query ProjectFigures {
    cobuildFigures {
      residents
      minutes
      contributions { partner { id name } projects pledged delivered }
      months { month residents minutes }
      stages { stage count }
    }
  }
`);

export const ProjectDocument = graphql(`
  query ProjectSheet($id: ID!) {
    node(id: $id) {
      __typename
      ... on Project {
        id ...ProjectCard
        version number title kind origin stage stageReason stageAt openToJoin published about place plannedFrom plannedUntil
        budget cost residents outcome proposedAt endedAt mayEdit
        lead { id name }
        proposedBy { id name }
        partners { id name kind }
        totals { kind unit pledged delivered pledgedWorth deliveredWorth }
        pledges {
          id version kind what quantity unit worth delivered pledgedAt withdrawnAt withdrawnReason
          partner { id name }
          pledgedBy { id name }
          deliveries { id quantity worth deliveredOn proof reportedAt confirmed decisionReason mayDecide reportedBy { id name } decidedBy { id name } }
        }
        tasks { id number title dueOn doneAt doneNote mayFinish owner { id name } partner { id name } }
        pictures { id kind caption published path width height }
        participations { id date residents minutes note recordedBy { id name } }
        bookings { id from until purpose resource { id name } }
        cases { id receiptNo status item { id name } demand }
        events { ...RecordJournal_Event }
      }
    }
  }
`);

export const ProjectStaffDocument = graphql(`
  query ProjectStaff { staff { id name title duty roles } }
`);

export const ProposeProjectDocument = graphql(`
  mutation ProposeProject($input: ProposeProjectInput!) { proposeProject(input: $input) { project { id } clientMutationId } }
`);
export const EditProjectDocument = graphql(`
  mutation EditProject($input: EditProjectInput!) { editProject(input: $input) { project { id version } clientMutationId } }
`);
export const MoveProjectDocument = graphql(`
  mutation MoveProject($input: MoveProjectInput!) { moveProject(input: $input) { project { id ...ProjectCard } clientMutationId } }
`);
export const JoinProjectDocument = graphql(`
  mutation JoinProject($input: JoinProjectInput!) { joinProject(input: $input) { project { id } clientMutationId } }
`);
export const PledgeDocument = graphql(`
  mutation Pledge($input: PledgeInput!) { pledge(input: $input) { pledge { id } clientMutationId } }
`);
export const WithdrawPledgeDocument = graphql(`
  mutation WithdrawPledge($input: WithdrawPledgeInput!) { withdrawPledge(input: $input) { pledge { id version } clientMutationId } }
`);
export const ReportDeliveryDocument = graphql(`
  mutation ReportDelivery($input: ReportDeliveryInput!) { reportDelivery(input: $input) { delivery { id } clientMutationId } }
`);
export const DecideDeliveryDocument = graphql(`
  mutation DecideDelivery($input: DecideDeliveryInput!) { decideDelivery(input: $input) { delivery { id confirmed } clientMutationId } }
`);
export const SaveTaskDocument = graphql(`
  mutation SaveProjectTask($input: SaveProjectTaskInput!) { saveProjectTask(input: $input) { project { id } clientMutationId } }
`);
export const FinishTaskDocument = graphql(`
  mutation FinishProjectTask($input: FinishProjectTaskInput!) { finishProjectTask(input: $input) { project { id } clientMutationId } }
`);
export const RemoveTaskDocument = graphql(`
  mutation RemoveProjectTask($input: RemoveProjectTaskInput!) { removeProjectTask(input: $input) { project { id } clientMutationId } }
`);
export const RecordParticipationDocument = graphql(`
  mutation RecordParticipation($input: RecordParticipationInput!) { recordParticipation(input: $input) { project { id residents } clientMutationId } }
`);
