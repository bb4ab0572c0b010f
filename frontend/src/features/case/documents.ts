import { graphql } from "@/graphql/gen";

export const CasePromiseFragment = graphql(`
  fragment CasePromise on Promise {
    id
    number
    madeAt
    madeBy { id name }
    startAt
    workingDays
    dueAt
    provisional
    toldAt
    toldWay
    origin
    current
    result
    explanation { ...Explain_DeadlineExplanation }
  }
`);

export const CaseSheetFragment = graphql(`
  fragment CaseSheet on Case {
    id
    ...ActTarget_Case
    receiptNo
    status
    open
    channel
    contactAt
    openedAt
    closedAt
    firstResponder { id name ...StaffName_Staff }
    responsible { id name ...StaffName_Staff }
    responsibleRole
    projects { id number title stage plannedUntil }
    holder { id name ...StaffName_Staff }
    anonymous
    contactWayMasked
    contactRevealable
    resident { id name sex birthDate phoneMasked idNumberMasked address tags }
    item { id code version name kind limitDays immediate fee materials { name copies form issuedBy why sample required } legalBasis }
    post { id name window a { id name ...StaffName_Staff } b { id name ...StaffName_Staff } onDuty { id name } }
    situation
    demand
    outcome
    guidedTo { id name address phone hours website }
    clock
    dueAt
    provisional
    workingSecondsLeft
    standing
    extended
    green
    materialsCompleteAt
    missingMaterials
    promise { id ...CasePromise }
    promises { id number ...CasePromise }
    handOver { id }
    handOvers {
      id
      from { id name }
      to { id name }
      explanation
      offeredAt
      answerBy
      state
      answeredAt
      returnReason
    }
    report {
      id
      reporter { id name }
      superior { id name }
      reason
      reportedAt
      decideBy
      state
      decidedAt
      decidedBy { id name }
      instructions
    }
    extension { id state }
    extensions {
      id
      askedBy { id name }
      askedAt
      reason
      workingDays
      oldDueAt
      newDueAt
      state
      decidedBy { id name }
      decidedAt
      decisionReason
      toldAt
      toldBy { id name }
      toldWay
    }
    matter
    topic
    about { id name title }
    aboutCase { id receiptNo status demand item { id name } }
    upheld
    notices { id number missing reason toldWay givenBy { id name } givenAt second }
    pieces {
      id
      name
      form
      count
      condition
      place
      state
      takenAt
      takenBy { id name }
      returnedAt
      returnedBy { id name }
      signedBy
      reportedAs
      report
      reportedAt
      reportedBy { id name }
    }
    piecesHeld
    charges { id amount billNo chargedAt chargedBy { id name } }
    charged
    attachments { id name kind size attachedAt attachedBy { id name } path }
    printed { id kind number draft printedAt printedBy { id name } path }
    papers { kind subjectId number draft sizes }
    breaches {
      id
      kind
      clause
      person { id name }
      foundAt
      reportedBy { id name }
      facts
    }
    callBackAskedAt
    callBackResult
    allowedActs
    version
  }
`);

export const CaseDocument = graphql(`
  query CaseSheet($receiptNo: String!) {
    case(receiptNo: $receiptNo) { ...CaseSheet }
  }
`);

export const CaseEventFragment = graphql(`
  fragment CaseEventLine on CaseEvent {
    id
    cursor
    number
    kind
    at
    actor { id name }
    reason
    facts
    responsible { id name }
    hash
  }
`);

export const CaseEventsPageDocument = graphql(`
  query CaseEventsPage($id: ID!, $first: Int!, $after: Cursor) {
    case(id: $id) {
      id
      events(first: $first, after: $after) {
        edges { cursor node { ...CaseEventLine } }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  }
`);

export const CaseEventsDocument = graphql(`
  subscription CaseEvents($caseId: ID!, $after: Cursor) {
    caseEvents(caseId: $caseId, after: $after) { cursor ...CaseEventLine }
  }
`);

export const RevealDocument = graphql(`
  mutation RevealResident($input: RevealResidentInput!) {
    revealResident(input: $input) { value clientMutationId }
  }
`);

export const RevealContactDocument = graphql(`
  mutation RevealContact($input: RevealContactInput!) {
    revealContact(input: $input) { value clientMutationId }
  }
`);

export const CaseProjectsDocument = graphql(`
  query CaseProjectsSearch($search: String) {
    projects(search: $search, stages: [PROPOSED, AGREED, UNDER_WAY, ACCEPTED, CLOSED], first: 8) { edges { node { id number title stage } } }
  }
`);

export const LinkProjectDocument = graphql(`
  mutation LinkProject($input: LinkProjectInput!) { linkProject(input: $input) { case { id ...CaseSheet } clientMutationId } }
`);
