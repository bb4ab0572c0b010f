import { graphql } from "@/graphql/gen";

export const JobSeekersDocument = graphql(`
  query JobSeekers($filter: JobSeekerFilter, $first: Int!, $after: Cursor) {
    jobSeekers(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          resident { id name phoneMasked }
          counsellor { id name }
          registeredAt
          situations
          residence
          skills
          wishes { titles }
          state
          consentedAt
        }
      }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
    }
  }
`);

export const EmploymentFiguresDocument = graphql(`
  query EmploymentFigures($from: Date!, $until: Date!) {
    employmentFigures(from: $from, until: $until) { registered advised trained referred placed kept3 kept6 }
  }
`);

export const JobSeekerDocument = graphql(`
  query JobSeeker($id: ID!) {
    jobSeeker(id: $id) {
      id
      version
      mayWork
      resident { id name phoneMasked idNumberMasked address recentCases { id receiptNo demand open green } }
      counsellor { id name }
      registeredAt
      registeredBy { id name }
      situations
      residence
      skills
      wishes { titles sectors places hours pay }
      obstacles
      benefits
      consentedAt
      note
      state
      stateReason
      stateAt
      talks { id talkedBy { id name } heldAt way advised nextStep nextOn doneAt doneBy { id name } doneResult }
      referrals {
        id state referredAt referredBy { id name } score reasons { code word points } interviewAt decidedAt reason startedOn next
        opening { id title employer place }
      }
      followUps { id referralId months dueOn doneAt doneBy { id name } employed note }
      matches(first: 10) {
        score excluded referred reasons { code word points }
        opening { id title employer place sector payMin payMax hours headcount hired expiresOn }
      }
      events { id kind at actor { id name } facts }
    }
  }
`);

export const FindSeekerResidentsDocument = graphql(`
  query FindSeekerResidents($search: String!) {
    residents(search: $search, first: 8) { id name phoneMasked idNumberMasked address jobSeeker { id } }
  }
`);

export const CounsellorsDocument = graphql(`
  query Counsellors {
    staff { id name title duty roles }
  }
`);

export const RegisterJobSeekerDocument = graphql(`
  mutation RegisterJobSeeker($input: RegisterJobSeekerInput!) {
    registerJobSeeker(input: $input) { jobSeeker { id } clientMutationId }
  }
`);
export const EditJobSeekerDocument = graphql(`
  mutation EditJobSeeker($input: EditJobSeekerInput!) {
    editJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }
  }
`);
export const SetCounsellorDocument = graphql(`
  mutation SetCounsellor($input: SetCounsellorInput!) {
    setCounsellor(input: $input) { jobSeeker { id version } clientMutationId }
  }
`);
export const SetJobSeekerStateDocument = graphql(`
  mutation SetJobSeekerState($input: SetJobSeekerStateInput!) {
    setJobSeekerState(input: $input) { jobSeeker { id version } clientMutationId }
  }
`);
export const RecordTalkDocument = graphql(`
  mutation RecordTalk($input: RecordTalkInput!) {
    recordTalk(input: $input) { jobSeeker { id version } clientMutationId }
  }
`);
export const FinishTalkDocument = graphql(`
  mutation FinishTalk($input: FinishTalkInput!) {
    finishTalk(input: $input) { jobSeeker { id version } clientMutationId }
  }
`);
export const ReferJobSeekerDocument = graphql(`
  mutation ReferJobSeeker($input: ReferJobSeekerInput!) {
    referJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }
  }
`);
export const StepReferralDocument = graphql(`
  mutation StepReferral($input: StepReferralInput!) {
    stepReferral(input: $input) { jobSeeker { id version } clientMutationId }
  }
`);
export const RecordFollowUpDocument = graphql(`
  mutation RecordFollowUp($input: RecordFollowUpInput!) {
    recordFollowUp(input: $input) { jobSeeker { id version } clientMutationId }
  }
`);
