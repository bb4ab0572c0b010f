import { graphql } from "@/graphql/gen";

export const InboxCaseFragment = graphql(`
  fragment InboxCase on Case {
    id
    ...ActTarget_Case
    receiptNo
    status
    standing
    extended
    matter
    demand
    situation
    channel
    resident { id name }
    anonymous
    clock
    dueAt
    workingSecondsLeft
    responsible { id name }
    promise { id dueAt }
  }
`);

export const InboxDocument = graphql(`
  query InboxPage {
    inbox {
      offers { id from { id name title } explanation offeredAt answerBy case { id allowedActs ...InboxCase } }
      reports { id reporter { id name title } reason reportedAt decideBy case { id allowedActs ...InboxCase } }
      extensions {
        id
        askedBy { id name title }
        askedAt
        reason
        workingDays
        oldDueAt
        newDueAt
        case { id allowedActs ...InboxCase }
      }
      toTell {
        id
        reason
        workingDays
        oldDueAt
        newDueAt
        decidedBy { id name }
        decidedAt
        decisionReason
        case { id allowedActs ...InboxCase }
      }
    }
  }
`);
