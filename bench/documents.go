package main

import (
	"encoding/json"
	"fmt"
)

// The documents are those of the SPA (frontend/src: features/queue, features/case, features/intake, app), each with its
// fragments. The queue page asks in addition for A and B of the post, and for the totals in the same request.
const (
	queueRow = `
fragment QueueRow_Case on Case {
  id receiptNo status open channel contactAt openedAt closedAt anonymous
  resident { id name } item { id name } post { id name }
  responsible { id name duty } responsibleRole
  demand clock dueAt provisional workingSecondsLeft standing extended
}`

	queuePage = `query QueuePage($filter: CaseFilter, $order: CaseOrder, $first: Int, $after: Cursor) {
  queueTotals { open mine overdue dueToday offers inbox }
  cases(filter: $filter, order: $order, first: $first, after: $after) {
    edges { cursor node { id ...QueueRow_Case post { id name a { id name } b { id name } } } }
    pageInfo { hasNextPage endCursor }
  }
}` + queueRow

	queueList = `query Queue($filter: CaseFilter, $order: CaseOrder, $first: Int, $after: Cursor) {
  cases(filter: $filter, order: $order, first: $first, after: $after) {
    edges { cursor node { id ...QueueRow_Case post { id name a { id name } b { id name } } } }
    pageInfo { hasNextPage endCursor }
  }
}` + queueRow

	explainFragment = `
fragment Explain_DeadlineExplanation on DeadlineExplanation {
  from workingDays dueAt provisional steps { date counted ordinal reason name provisional }
}`

	caseSheet = `query CaseSheet($receiptNo: String!) { case(receiptNo: $receiptNo) { ...CaseSheet } }` + caseFragments

	caseFragments = `
fragment CaseSheet on Case {
  id ...ActTarget_Case receiptNo status open channel contactAt openedAt closedAt
  firstResponder { id name ...StaffName_Staff }
  responsible { id name ...StaffName_Staff }
  responsibleRole
  holder { id name ...StaffName_Staff }
  anonymous contactWayMasked
  resident { id name sex birthDate phoneMasked idNumberMasked address tags }
  item { id code version name kind limitDays immediate fee materials { name } legalBasis }
  post { id name window a { id name ...StaffName_Staff } b { id name ...StaffName_Staff } onDuty { id name } }
  situation demand outcome
  guidedTo { id name address phone hours website }
  clock dueAt provisional workingSecondsLeft standing extended materialsCompleteAt missingMaterials
  promise { id ...CasePromise }
  promises { id number ...CasePromise }
  handOver { id }
  handOvers { id from { id name } to { id name } explanation offeredAt answerBy state answeredAt returnReason }
  report {
    id reporter { id name } superior { id name } reason reportedAt decideBy state decidedAt decidedBy { id name } instructions
  }
  extension { id state }
  extensions {
    id askedBy { id name } askedAt reason workingDays oldDueAt newDueAt state decidedBy { id name } decidedAt decisionReason
    toldAt toldBy { id name } toldWay
  }
  breaches { id kind clause person { id name } foundAt reportedBy { id name } facts }
  callBackAskedAt callBackResult allowedActs version
}
fragment ActTarget_Case on Case {
  id receiptNo version status channel contactAt dueAt missingMaterials materialsCompleteAt
  item { id name kind limitDays immediate materials { name } maxExtensions maxExtensionDays }
  post { id name a { id name } b { id name } onDuty { id name } }
  responsible { id name }
  extension { id state workingDays reason oldDueAt newDueAt decidedAt askedBy { id name } }
}
fragment StaffName_Staff on Staff { id name title duty }
fragment CasePromise on Promise {
  id number madeAt madeBy { id name } startAt workingDays dueAt provisional toldAt toldWay origin current result
  explanation { ...Explain_DeadlineExplanation }
}` + explainFragment

	// caseWhole is what the SPA asks in the same request for the cards of materials, custody, fees, files, papers and
	// supervision; the reference has none of them, so it is counted and not raced.
	caseWhole = `query CaseWhole($receiptNo: String!) { case(receiptNo: $receiptNo) { ...CaseSheet ...CaseCards } }
fragment CaseCards on Case {
  matter topic about { id name title } aboutCase { id receiptNo status demand item { id name } } upheld
  notices { id number missing reason toldWay givenBy { id name } givenAt second }
  pieces {
    id name form count condition place state takenAt takenBy { id name } returnedAt returnedBy { id name }
    reportedAs report reportedAt reportedBy { id name }
  }
  piecesHeld charges { id amount billNo chargedAt chargedBy { id name } } charged
  attachments { id name kind size attachedAt attachedBy { id name } path }
  printed { id kind number draft printedAt printedBy { id name } path }
  papers { kind subjectId number draft }
}` + caseFragments

	caseJournal = `query CaseEventsPage($id: ID!, $first: Int!, $after: Cursor) {
  case(id: $id) {
    id
    events(first: $first, after: $after) {
      edges { cursor node { ...CaseEventLine } }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
}
fragment CaseEventLine on CaseEvent { id cursor number kind at actor { id name } reason facts responsible { id name } hash }`

	openCase = `mutation OpenCase($input: OpenCaseInput!) { openCase(input: $input) { case { ...IntakeCase } clientMutationId } }
fragment IntakeCase on Case {
  id receiptNo status open version dueAt clock workingSecondsLeft
  responsible { id name }
  post { id name onDuty { id name } }
  promise { id dueAt explanation { ...Explain_DeadlineExplanation } }
  allowedActs
}` + explainFragment

	deskEvents = `subscription DeskEvents($after: Cursor) {
  deskEvents(after: $after) { cursor eventId kind caseId receiptNo at actorId responsibleId forViewer }
}`
)

// request is the body of an operation; the reference reads its variables only.
func request(document string, variables map[string]any) []byte {
	b, err := json.Marshal(map[string]any{"query": document, "variables": variables})
	if err != nil {
		panic(fmt.Sprintf("a request that is no JSON: %v", err))
	}
	return b
}

func queueVariables(first int) map[string]any {
	return map[string]any{"filter": map[string]any{"open": true}, "order": "DUE", "first": first}
}
