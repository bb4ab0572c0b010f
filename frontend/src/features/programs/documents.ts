import { graphql } from "@/graphql/gen";

export const ProgramRowFragment = graphql(`
  fragment ProgramRow on Program {
    id kind title place state capacity seated waiting from until
    group { id name }
  }
`);

export const ProgramsDocument = graphql(`
  query ProgramsPage($from: Time, $until: Time, $first: Int, $after: Cursor) {
    programs(from: $from, until: $until, first: $first, after: $after) {
      edges { cursor node { id ...ProgramRow } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const ProgramFiguresDocument = graphql(`
  query ProgramFigures($from: Time!, $until: Time!) {
    programFigures(from: $from, until: $until) { events people volunteerMinutes }
  }
`);

export const ProgramSheetFragment = graphql(`
  fragment ProgramSheet on Program {
    id kind title about place state stateReason capacity seated waiting publicEnrol enrolUntil from until result cost reached version publicPath
    organiser { id name }
    group { id name }
    sessions { id number from until place attended }
    acts { id number title performers minutes award group { id } }
    volunteers { id name minutes recordedAt }
    pictures { id kind caption published path width height }
    events { id kind at reason facts actor { id name } }
  }
`);

export const ProgramDocument = graphql(`
  query ProgramPage($id: ID!) {
    node(id: $id) { __typename id ... on Program { ...ProgramSheet } }
  }
`);

export const EnrolmentRowFragment = graphql(`
  fragment EnrolmentRow on Enrolment { id ticket name phone way state enrolledAt passed award attended }
`);

export const EnrolmentsDocument = graphql(`
  query ProgramEnrolments($id: ID!, $withdrawn: Boolean!, $first: Int!, $after: Int!) {
    node(id: $id) { __typename id ... on Program { enrolments(withdrawn: $withdrawn, first: $first, after: $after) { id ...EnrolmentRow } } }
  }
`);

export const SessionCodeDocument = graphql(`
  query SessionCode($id: ID!) {
    node(id: $id) { __typename id ... on ProgramSession { number from until place code { link pin rows } } }
  }
`);

export const ProgramGroupsDocument = graphql(`
  query ProgramGroups { groups { id name } }
`);

export const PlanProgramDocument = graphql(`
  mutation PlanProgram($input: PlanProgramInput!) { planProgram(input: $input) { program { id } clientMutationId } }
`);
export const EditProgramDocument = graphql(`
  mutation EditProgram($input: EditProgramInput!) { editProgram(input: $input) { program { id version } clientMutationId } }
`);
export const PublishProgramDocument = graphql(`
  mutation PublishProgram($input: StepProgramInput!) { publishProgram(input: $input) { program { id state } clientMutationId } }
`);
export const CancelProgramDocument = graphql(`
  mutation CancelProgram($input: StepProgramInput!) { cancelProgram(input: $input) { program { id state } clientMutationId } }
`);
export const HoldProgramDocument = graphql(`
  mutation HoldProgram($input: HoldProgramInput!) { holdProgram(input: $input) { program { id state } clientMutationId } }
`);
export const SetProgramActsDocument = graphql(`
  mutation SetProgramActs($input: SetProgramActsInput!) { setProgramActs(input: $input) { program { id version } clientMutationId } }
`);
export const RecordVolunteerDocument = graphql(`
  mutation RecordVolunteer($input: RecordVolunteerInput!) { recordVolunteer(input: $input) { program { id } clientMutationId } }
`);
export const EnrolDocument = graphql(`
  mutation Enrol($input: EnrolInput!) { enrol(input: $input) { enrolment { id ticket state } clientMutationId } }
`);
export const WithdrawEnrolmentDocument = graphql(`
  mutation WithdrawEnrolment($input: EnrolmentInput!) { withdrawEnrolment(input: $input) { enrolment { id state } clientMutationId } }
`);
export const TickAttendanceDocument = graphql(`
  mutation TickAttendance($input: TickAttendanceInput!) { tickAttendance(input: $input) { enrolment { id attended } clientMutationId } }
`);
export const EnrolmentResultDocument = graphql(`
  mutation EnrolmentResult($input: RecordEnrolmentResultInput!) { recordEnrolmentResult(input: $input) { enrolment { id passed award } clientMutationId } }
`);
export const RevealEnrolmentDocument = graphql(`
  mutation RevealEnrolment($input: RevealEnrolmentInput!) { revealEnrolment(input: $input) { value clientMutationId } }
`);
