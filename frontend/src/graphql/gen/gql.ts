/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Viewer {\n    officeName\n    viewer {\n      staff { id name title duty superior { id name } posts { id name } }\n      roles\n      community { id name timeZone settings { firstContactHours handOverOfferHours handOverAnswerHours reportHours materialsChaseDays } }\n      communities { id name }\n      rehearsal\n      mayEditCalendar\n      mayEditStaff\n      mayEditItems\n      mayMoveClock\n      mayDecide\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { viewer { staff { id } } clientMutationId }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) { clientMutationId }\n  }\n": typeof types.SignOutDocument,
    "\n  query OfficeTime {\n    officeTime { now open periods { start end } }\n  }\n": typeof types.OfficeTimeDocument,
    "\n  query ShellTotals {\n    queueTotals { open mine overdue dueToday offers inbox }\n  }\n": typeof types.ShellTotalsDocument,
    "\n  query AbsencesWaiting {\n    absencesWaiting {\n      id\n      staff { id name }\n      kind\n      from\n      until\n      noteDueAt\n      state\n      lists { id to { id name } writtenAt acceptedAt }\n      allowedActs\n    }\n  }\n": typeof types.AbsencesWaitingDocument,
    "\n  query AbsenceNotice($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Absence {\n        id\n        staff { id name }\n        kind\n        from\n        until\n        state\n        lists { id to { id name } lines { caseId } }\n      }\n    }\n  }\n": typeof types.AbsenceNoticeDocument,
    "\n  query MyWarnings {\n    myWarnings(first: 50) { cursor eventId kind caseId receiptNo title at dueAt responsible { id name } }\n  }\n": typeof types.MyWarningsDocument,
    "\n  subscription DeskEvents($after: Cursor) {\n    deskEvents(after: $after) { cursor eventId kind caseId recordId receiptNo at actorId responsibleId forViewer }\n  }\n": typeof types.DeskEventsDocument,
    "\n  subscription DeadlineEvents($after: Cursor) {\n    deadlineEvents(after: $after) { cursor eventId kind caseId receiptNo title at dueAt responsible { id name } }\n  }\n": typeof types.DeadlineEventsDocument,
    "\n  mutation MoveClock($input: MoveClockInput!) {\n    moveClock(input: $input) { now clientMutationId }\n  }\n": typeof types.MoveClockDocument,
    "\n  query PaletteData($search: String!) {\n    residents(search: $search, first: 5) { id name phoneMasked recentCases { id receiptNo } }\n    items(search: $search, first: 5) { id code name }\n    departments(search: $search, first: 5) { id name phone }\n    cases(filter: { search: $search }, first: 5) { edges { node { id receiptNo demand } } }\n  }\n": typeof types.PaletteDataDocument,
    "\n  fragment Explain_DeadlineExplanation on DeadlineExplanation {\n    from\n    workingDays\n    dueAt\n    provisional\n    steps { date counted ordinal reason name provisional }\n  }\n": typeof types.Explain_DeadlineExplanationFragmentDoc,
    "\n  fragment StaffName_Staff on Staff { id name title duty }\n": typeof types.StaffName_StaffFragmentDoc,
    "\n  fragment ActTarget_Case on Case {\n    id\n    receiptNo\n    version\n    status\n    channel\n    contactAt\n    dueAt\n    missingMaterials\n    materialsCompleteAt\n    matter\n    charged\n    piecesHeld\n    item { id name kind limitDays immediate fee materials { name copies form issuedBy why sample required } maxExtensions maxExtensionDays }\n    post { id name a { id name } b { id name } onDuty { id name } }\n    responsible { id name }\n    extension { id state workingDays reason oldDueAt newDueAt decidedAt askedBy { id name } }\n  }\n": typeof types.ActTarget_CaseFragmentDoc,
    "\n  fragment ActItem on Item { id code name kind limitDays immediate fee materials { name copies form issuedBy why sample required } maxExtensions maxExtensionDays post { id name } }\n": typeof types.ActItemFragmentDoc,
    "\n  query ActItems($search: String) {\n    items(search: $search, first: 8) { ...ActItem }\n  }\n": typeof types.ActItemsDocument,
    "\n  query ActDepartments($search: String) {\n    departments(search: $search, first: 8) { id name address phone hours duties }\n  }\n": typeof types.ActDepartmentsDocument,
    "\n  query ActStaff {\n    staff { id name pinyin title duty roles }\n  }\n": typeof types.ActStaffDocument,
    "\n  query ActPosts {\n    posts { id name window duties onDuty { id name } }\n  }\n": typeof types.ActPostsDocument,
    "\n  query ActPreview($itemId: ID, $workingDays: Int!) {\n    previewPromise(itemId: $itemId, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n": typeof types.ActPreviewDocument,
    "\n  query ActExplain($from: Date!, $workingDays: Int!) {\n    explainDeadline(from: $from, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n": typeof types.ActExplainDocument,
    "\n  mutation ResolveOnSpot($input: ResolveOnSpotInput!) {\n    resolveOnSpot(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.ResolveOnSpotDocument,
    "\n  mutation PromiseCase($input: PromiseCaseInput!) {\n    promiseCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.PromiseCaseDocument,
    "\n  mutation ReportCase($input: ReportCaseInput!) {\n    reportCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.ReportCaseDocument,
    "\n  mutation GuideCase($input: GuideCaseInput!) {\n    guideCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.GuideCaseDocument,
    "\n  mutation RefuseCase($input: RefuseCaseInput!) {\n    refuseCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.RefuseCaseDocument,
    "\n  mutation RequestMaterials($input: RequestMaterialsInput!) {\n    requestMaterials(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.RequestMaterialsDocument,
    "\n  mutation ReceiveMaterials($input: ReceiveMaterialsInput!) {\n    receiveMaterials(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.ReceiveMaterialsDocument,
    "\n  mutation OfferHandOver($input: OfferHandOverInput!) {\n    offerHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.OfferHandOverDocument,
    "\n  mutation AcceptHandOver($input: AcceptHandOverInput!) {\n    acceptHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.AcceptHandOverDocument,
    "\n  mutation ReturnHandOver($input: ReturnHandOverInput!) {\n    returnHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.ReturnHandOverDocument,
    "\n  mutation TakeOver($input: TakeOverInput!) {\n    takeOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.TakeOverDocument,
    "\n  mutation Direct($input: DirectInput!) {\n    direct(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.DirectDocument,
    "\n  mutation SendBack($input: SendBackInput!) {\n    sendBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.SendBackDocument,
    "\n  mutation RequestExtension($input: RequestExtensionInput!) {\n    requestExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.RequestExtensionDocument,
    "\n  mutation DecideExtension($input: DecideExtensionInput!) {\n    decideExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.DecideExtensionDocument,
    "\n  mutation TellExtension($input: TellExtensionInput!) {\n    tellExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.TellExtensionDocument,
    "\n  mutation CompleteCase($input: CompleteCaseInput!) {\n    completeCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.CompleteCaseDocument,
    "\n  mutation ReopenCase($input: ReopenCaseInput!) {\n    reopenCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.ReopenCaseDocument,
    "\n  mutation AskCallBack($input: AskCallBackInput!) {\n    askCallBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.AskCallBackDocument,
    "\n  mutation RecordCallBack($input: RecordCallBackInput!) {\n    recordCallBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.RecordCallBackDocument,
    "\n  mutation ReportBreach($input: ReportBreachInput!) {\n    reportBreach(input: $input) { breach { id case { id version } } clientMutationId }\n  }\n": typeof types.ReportBreachDocument,
    "\n  mutation ReceiveSome($input: ReceiveSomeInput!) {\n    receiveSome(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.ReceiveSomeDocument,
    "\n  mutation NoticeAgain($input: NoticeAgainInput!) {\n    noticeAgain(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.NoticeAgainDocument,
    "\n  mutation WithdrawCase($input: WithdrawInput!) {\n    withdrawCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.WithdrawCaseDocument,
    "\n  mutation TakePieces($input: TakePiecesInput!) {\n    takePieces(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.TakePiecesDocument,
    "\n  mutation ReturnPiece($input: ReturnPieceInput!) {\n    returnPiece(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.ReturnPieceDocument,
    "\n  mutation ReportPiece($input: ReportPieceInput!) {\n    reportPiece(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.ReportPieceDocument,
    "\n  mutation ChargeCase($input: ChargeInput!) {\n    charge(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.ChargeCaseDocument,
    "\n  mutation CheckMatter($input: CheckInput!) {\n    checkMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.CheckMatterDocument,
    "\n  mutation PutRight($input: PutRightInput!) {\n    putRight(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.PutRightDocument,
    "\n  mutation AnswerMatter($input: AnswerInput!) {\n    answerMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.AnswerMatterDocument,
    "\n  mutation CallBackMatter($input: CallBackInput!) {\n    callBackMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": typeof types.CallBackMatterDocument,
    "\n  mutation PrintPaper($input: PrintPaperInput!) {\n    printPaper(input: $input) { paper { id kind number path } clientMutationId }\n  }\n": typeof types.PrintPaperDocument,
    "\n  mutation PrintList($input: PrintHandOverListInput!) {\n    printHandOverList(input: $input) { paper { id kind number path } clientMutationId }\n  }\n": typeof types.PrintListDocument,
    "\n  query StaffNames {\n    staff(includeLeft: true) { id name superior { id name } }\n  }\n": typeof types.StaffNamesDocument,
    "\n  fragment AbsenceRow on Absence {\n    id\n    staff { id name }\n    kind\n    from\n    until\n    state\n    lists { id to { id name } writtenAt acceptedAt }\n    allowedActs\n  }\n": typeof types.AbsenceRowFragmentDoc,
    "\n  query AbsencesPage($staffId: ID) {\n    now: absences(staffId: $staffId, states: [RUNNING], first: 50) { edges { node { id ...AbsenceRow } } }\n    coming: absences(staffId: $staffId, states: [ASKED, APPROVED], first: 50) { edges { node { id ...AbsenceRow } } }\n    absencesWaiting { id }\n  }\n": typeof types.AbsencesPageDocument,
    "\n  query PastAbsences($staffId: ID, $after: Cursor) {\n    absences(staffId: $staffId, states: [ENDED, REFUSED, WITHDRAWN, LAPSED], first: 20, after: $after) {\n      edges { node { id ...AbsenceRow } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.PastAbsencesDocument,
    "\n  query OfficePeriods($from: Date!, $days: Int!) {\n    officePeriods(from: $from, days: $days) { start end }\n  }\n": typeof types.OfficePeriodsDocument,
    "\n  query AwayPeople {\n    staff(includeLeft: false) { id name title roles }\n  }\n": typeof types.AwayPeopleDocument,
    "\n  mutation AskAbsence($input: AskAbsenceInput!) {\n    askAbsence(input: $input) { absence { id state } clientMutationId }\n  }\n": typeof types.AskAbsenceDocument,
    "\n  query AbsenceSheet($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Absence {\n        id\n        version\n        staff { id name title }\n        kind\n        from\n        until\n        reason\n        askedBy { id name }\n        askedAt\n        state\n        decidedBy { id name }\n        decidedAt\n        decisionReason\n        noteDueAt\n        allowedActs\n        lists {\n          id\n          post { id name }\n          from { id name }\n          to { id name title }\n          lines { caseId receiptNo dueAt note }\n          linesNow { caseId receiptNo dueAt note }\n          things { kind name note }\n          note\n          writtenAt\n          acceptedAt\n          done { id receiptNo number kind at actor { id name } reason facts }\n        }\n        events { id number kind at actor { id name } reason facts hash }\n        papers { kind subjectId number draft sizes }\n        printed { id kind number draft printedAt printedBy { id name } path }\n      }\n    }\n  }\n": typeof types.AbsenceSheetDocument,
    "\n  fragment AbsenceAfter on Absence {\n    id\n    version\n    state\n    until\n    noteDueAt\n    allowedActs\n    papers { kind subjectId number draft sizes }\n    lists {\n      id\n      lines { caseId receiptNo dueAt note }\n      linesNow { caseId receiptNo dueAt note }\n      things { kind name note }\n      note\n      writtenAt\n      acceptedAt\n    }\n  }\n": typeof types.AbsenceAfterFragmentDoc,
    "\n  mutation WriteList($input: WriteHandOverListInput!) {\n    writeHandOverList(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n": typeof types.WriteListDocument,
    "\n  mutation AcceptList($input: AcceptHandOverListInput!) {\n    acceptHandOverList(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n": typeof types.AcceptListDocument,
    "\n  mutation DecideAbsence($input: DecideAbsenceInput!) {\n    decideAbsence(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n": typeof types.DecideAbsenceDocument,
    "\n  mutation WithdrawAbsence($input: WithdrawAbsenceInput!) {\n    withdrawAbsence(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n": typeof types.WithdrawAbsenceDocument,
    "\n  mutation ReturnToDuty($input: ReturnToDutyInput!) {\n    returnToDuty(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n": typeof types.ReturnToDutyDocument,
    "\n  query BreachesPage($states: [BreachState!], $kinds: [BreachKind!], $first: Int, $after: Cursor) {\n    breaches(states: $states, kinds: $kinds, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          clause\n          state\n          measure\n          person { id name title }\n          foundAt\n          reportedBy { id name }\n          facts\n          case { id receiptNo matter demand }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.BreachesPageDocument,
    "\n  fragment BreachSheet on Breach {\n    id\n    version\n    kind\n    clause\n    state\n    person { id name title }\n    foundAt\n    reportedBy { id name }\n    facts\n    case { id receiptNo matter demand }\n    statement\n    waived\n    heardAt\n    heardBy { id name }\n    proposal { measure before }\n    proposed\n    measure\n    decisionReason\n    decidedBy { id name }\n    decidedAt\n    suspension { id from until state }\n    proof\n    carriedOutAt\n    carriedOutBy { id name }\n    closedAt\n    closedBy { id name }\n    appeal\n    appealedAt\n    appealOutcome\n    appealReason\n    appealDecidedBy { id name }\n    appealDecidedAt\n    parent { id kind person { id name } }\n    leadership { id person { id name } }\n    allowedActs\n    events { id kind facts }\n  }\n": typeof types.BreachSheetFragmentDoc,
    "\n  query BreachPage($id: ID!) {\n    node(id: $id) { __typename id ... on Breach { ...BreachSheet } }\n  }\n": typeof types.BreachPageDocument,
    "\n  mutation HearBreach($input: HearBreachInput!) { hearBreach(input: $input) { breach { id state } clientMutationId } }\n": typeof types.HearBreachDocument,
    "\n  mutation DecideBreach($input: DecideBreachInput!) { decideBreach(input: $input) { breach { id state } clientMutationId } }\n": typeof types.DecideBreachDocument,
    "\n  mutation CarryOutBreach($input: CarryOutBreachInput!) { carryOutBreach(input: $input) { breach { id state } clientMutationId } }\n": typeof types.CarryOutBreachDocument,
    "\n  mutation CloseBreach($input: CloseBreachInput!) { closeBreach(input: $input) { breach { id state } clientMutationId } }\n": typeof types.CloseBreachDocument,
    "\n  mutation AppealBreach($input: AppealBreachInput!) { appealBreach(input: $input) { breach { id state } clientMutationId } }\n": typeof types.AppealBreachDocument,
    "\n  mutation DecideAppeal($input: DecideAppealInput!) { decideAppeal(input: $input) { breach { id state } clientMutationId } }\n": typeof types.DecideAppealDocument,
    "\n  query GiftsPage($open: Boolean, $first: Int, $after: Cursor) {\n    gifts(open: $open, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          version\n          person { id name title }\n          kind\n          what\n          giver\n          value\n          returned\n          foundAt\n          registeredBy { id name }\n          closedAt\n          breach { id state }\n          returns { id amount way proof returnedAt recordedBy { id name } }\n          mayReturn\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.GiftsPageDocument,
    "\n  query GiftStaff { staff { id name pinyin title duty roles } }\n": typeof types.GiftStaffDocument,
    "\n  mutation RegisterGift($input: RegisterGiftInput!) { registerGift(input: $input) { gift { id } clientMutationId } }\n": typeof types.RegisterGiftDocument,
    "\n  mutation ReturnGift($input: ReturnGiftInput!) { returnGift(input: $input) { gift { id version } clientMutationId } }\n": typeof types.ReturnGiftDocument,
    "\n  query CalendarYearPage($year: Int!) {\n    calendarYear(year: $year) {\n      year\n      provisional\n      workingDays\n      notice { title number published source }\n      days { date working kind name source provisional }\n    }\n  }\n": typeof types.CalendarYearPageDocument,
    "\n  query JournalCheckpoints {\n    journalCheckpoints { community { id name } size root at note }\n  }\n": typeof types.JournalCheckpointsDocument,
    "\n  query ExplainDeadline($from: Date!, $workingDays: Int!) {\n    explainDeadline(from: $from, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n": typeof types.ExplainDeadlineDocument,
    "\n  mutation SetCalendarDay($input: SetCalendarDayInput!) {\n    setCalendarDay(input: $input) { day { date working kind name source provisional } recomputed kept clientMutationId }\n  }\n": typeof types.SetCalendarDayDocument,
    "\n  mutation RemoveCalendarDay($input: RemoveCalendarDayInput!) {\n    removeCalendarDay(input: $input) { day { date working kind name source provisional } recomputed kept clientMutationId }\n  }\n": typeof types.RemoveCalendarDayDocument,
    "\n  fragment CasePromise on Promise {\n    id\n    number\n    madeAt\n    madeBy { id name }\n    startAt\n    workingDays\n    dueAt\n    provisional\n    toldAt\n    toldWay\n    origin\n    current\n    result\n    explanation { ...Explain_DeadlineExplanation }\n  }\n": typeof types.CasePromiseFragmentDoc,
    "\n  fragment CaseSheet on Case {\n    id\n    ...ActTarget_Case\n    receiptNo\n    status\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    firstResponder { id name ...StaffName_Staff }\n    responsible { id name ...StaffName_Staff }\n    responsibleRole\n    holder { id name ...StaffName_Staff }\n    anonymous\n    contactWayMasked\n    contactRevealable\n    resident { id name sex birthDate phoneMasked idNumberMasked address tags }\n    item { id code version name kind limitDays immediate fee materials { name copies form issuedBy why sample required } legalBasis }\n    post { id name window a { id name ...StaffName_Staff } b { id name ...StaffName_Staff } onDuty { id name } }\n    situation\n    demand\n    outcome\n    guidedTo { id name address phone hours website }\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n    materialsCompleteAt\n    missingMaterials\n    promise { id ...CasePromise }\n    promises { id number ...CasePromise }\n    handOver { id }\n    handOvers {\n      id\n      from { id name }\n      to { id name }\n      explanation\n      offeredAt\n      answerBy\n      state\n      answeredAt\n      returnReason\n    }\n    report {\n      id\n      reporter { id name }\n      superior { id name }\n      reason\n      reportedAt\n      decideBy\n      state\n      decidedAt\n      decidedBy { id name }\n      instructions\n    }\n    extension { id state }\n    extensions {\n      id\n      askedBy { id name }\n      askedAt\n      reason\n      workingDays\n      oldDueAt\n      newDueAt\n      state\n      decidedBy { id name }\n      decidedAt\n      decisionReason\n      toldAt\n      toldBy { id name }\n      toldWay\n    }\n    matter\n    topic\n    about { id name title }\n    aboutCase { id receiptNo status demand item { id name } }\n    upheld\n    notices { id number missing reason toldWay givenBy { id name } givenAt second }\n    pieces {\n      id\n      name\n      form\n      count\n      condition\n      place\n      state\n      takenAt\n      takenBy { id name }\n      returnedAt\n      returnedBy { id name }\n      signedBy\n      reportedAs\n      report\n      reportedAt\n      reportedBy { id name }\n    }\n    piecesHeld\n    charges { id amount billNo chargedAt chargedBy { id name } }\n    charged\n    attachments { id name kind size attachedAt attachedBy { id name } path }\n    printed { id kind number draft printedAt printedBy { id name } path }\n    papers { kind subjectId number draft sizes }\n    breaches {\n      id\n      kind\n      clause\n      person { id name }\n      foundAt\n      reportedBy { id name }\n      facts\n    }\n    callBackAskedAt\n    callBackResult\n    allowedActs\n    version\n  }\n": typeof types.CaseSheetFragmentDoc,
    "\n  query CaseSheet($receiptNo: String!) {\n    case(receiptNo: $receiptNo) { ...CaseSheet }\n  }\n": typeof types.CaseSheetDocument,
    "\n  fragment CaseEventLine on CaseEvent {\n    id\n    cursor\n    number\n    kind\n    at\n    actor { id name }\n    reason\n    facts\n    responsible { id name }\n    hash\n  }\n": typeof types.CaseEventLineFragmentDoc,
    "\n  query CaseEventsPage($id: ID!, $first: Int!, $after: Cursor) {\n    case(id: $id) {\n      id\n      events(first: $first, after: $after) {\n        edges { cursor node { ...CaseEventLine } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.CaseEventsPageDocument,
    "\n  subscription CaseEvents($caseId: ID!, $after: Cursor) {\n    caseEvents(caseId: $caseId, after: $after) { cursor ...CaseEventLine }\n  }\n": typeof types.CaseEventsDocument,
    "\n  mutation RevealResident($input: RevealResidentInput!) {\n    revealResident(input: $input) { value clientMutationId }\n  }\n": typeof types.RevealResidentDocument,
    "\n  mutation RevealContact($input: RevealContactInput!) {\n    revealContact(input: $input) { value clientMutationId }\n  }\n": typeof types.RevealContactDocument,
    "\n  query CoveragePage {\n    coverage(weeks: 6) {\n      from\n      weeks\n      posts {\n        post { id name window a { id name } b { id name } }\n        halfDays { date morning onDuty { id name } role gap unqualified }\n      }\n    }\n  }\n": typeof types.CoveragePageDocument,
    "\n  query DirectoryPage($search: String) {\n    departments(search: $search, first: 100) { id code name address phone hours website duties }\n  }\n": typeof types.DirectoryPageDocument,
    "\n  mutation SaveDepartment($input: SaveDepartmentInput!) {\n    saveDepartment(input: $input) {\n      department { id code name address phone hours website duties }\n      clientMutationId\n    }\n  }\n": typeof types.SaveDepartmentDocument,
    "\n  query DisclosurePage {\n    viewer {\n      community { id disclosure { organisation duties procedure supervision hours address phone } }\n    }\n  }\n": typeof types.DisclosurePageDocument,
    "\n  mutation SetDisclosure($input: SetDisclosureInput!) {\n    setDisclosure(input: $input) {\n      community { id disclosure { organisation duties procedure supervision hours address phone } }\n      clientMutationId\n    }\n  }\n": typeof types.SetDisclosureDocument,
    "\n  fragment InboxCase on Case {\n    id\n    ...ActTarget_Case\n    receiptNo\n    status\n    standing\n    extended\n    matter\n    demand\n    situation\n    channel\n    resident { id name }\n    anonymous\n    clock\n    dueAt\n    workingSecondsLeft\n    responsible { id name }\n    promise { id dueAt }\n  }\n": typeof types.InboxCaseFragmentDoc,
    "\n  query InboxPage {\n    inbox {\n      offers { id from { id name title } explanation offeredAt answerBy case { id allowedActs ...InboxCase } }\n      reports { id reporter { id name title } reason reportedAt decideBy case { id allowedActs ...InboxCase } }\n      extensions {\n        id\n        askedBy { id name title }\n        askedAt\n        reason\n        workingDays\n        oldDueAt\n        newDueAt\n        case { id allowedActs ...InboxCase }\n      }\n      toTell {\n        id\n        reason\n        workingDays\n        oldDueAt\n        newDueAt\n        decidedBy { id name }\n        decidedAt\n        decisionReason\n        case { id allowedActs ...InboxCase }\n      }\n    }\n  }\n": typeof types.InboxPageDocument,
    "\n  fragment IntakeResident on Resident {\n    id\n    name\n    pinyin\n    idNumberMasked\n    phoneMasked\n    address\n    tags\n  }\n": typeof types.IntakeResidentFragmentDoc,
    "\n  fragment IntakeItem on Item {\n    id\n    code\n    name\n    kind\n    limitDays\n    immediate\n    fee\n    materials { name copies form issuedBy why sample required }\n    legalBasis\n    post { id name window onDuty { id name } }\n    department { id name address phone hours website }\n  }\n": typeof types.IntakeItemFragmentDoc,
    "\n  fragment IntakeDepartment on Department { id name address phone hours website duties }\n": typeof types.IntakeDepartmentFragmentDoc,
    "\n  fragment IntakeCase on Case {\n    id\n    receiptNo\n    status\n    open\n    version\n    dueAt\n    clock\n    workingSecondsLeft\n    responsible { id name }\n    post { id name onDuty { id name } }\n    promise { id dueAt explanation { ...Explain_DeadlineExplanation } }\n    papers { kind subjectId number draft sizes }\n    allowedActs\n  }\n": typeof types.IntakeCaseFragmentDoc,
    "\n  query FindResidents($search: String!) {\n    residents(search: $search, first: 8) { ...IntakeResident }\n  }\n": typeof types.FindResidentsDocument,
    "\n  query IntakeResidentById($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Resident {\n        ...IntakeResident\n        recentCases { id receiptNo demand status open }\n      }\n    }\n  }\n": typeof types.IntakeResidentByIdDocument,
    "\n  query FindItems($search: String) {\n    items(search: $search, first: 8) { ...IntakeItem }\n  }\n": typeof types.FindItemsDocument,
    "\n  query IntakeItemById($id: ID!) {\n    node(id: $id) { __typename ... on Item { ...IntakeItem } }\n  }\n": typeof types.IntakeItemByIdDocument,
    "\n  query FindDepartments($search: String) {\n    departments(search: $search, first: 8) { ...IntakeDepartment }\n  }\n": typeof types.FindDepartmentsDocument,
    "\n  query PreviewPromise($itemId: ID, $workingDays: Int!) {\n    previewPromise(itemId: $itemId, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n": typeof types.PreviewPromiseDocument,
    "\n  query IntakeCaseById($id: ID!) {\n    case(id: $id) { ...IntakeCase }\n  }\n": typeof types.IntakeCaseByIdDocument,
    "\n  mutation RegisterResident($input: RegisterResidentInput!) {\n    registerResident(input: $input) { resident { ...IntakeResident } existed clientMutationId }\n  }\n": typeof types.RegisterResidentDocument,
    "\n  mutation OpenCase($input: OpenCaseInput!) {\n    openCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": typeof types.OpenCaseDocument,
    "\n  mutation IntakeResolve($input: ResolveOnSpotInput!) {\n    resolveOnSpot(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": typeof types.IntakeResolveDocument,
    "\n  mutation IntakePromise($input: PromiseCaseInput!) {\n    promiseCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": typeof types.IntakePromiseDocument,
    "\n  mutation IntakeReport($input: ReportCaseInput!) {\n    reportCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": typeof types.IntakeReportDocument,
    "\n  mutation IntakeGuide($input: GuideCaseInput!) {\n    guideCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": typeof types.IntakeGuideDocument,
    "\n  mutation IntakeRefuse($input: RefuseCaseInput!) {\n    refuseCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": typeof types.IntakeRefuseDocument,
    "\n  mutation IntakeMaterials($input: RequestMaterialsInput!) {\n    requestMaterials(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": typeof types.IntakeMaterialsDocument,
    "\n  fragment ItemRow on Item {\n    id\n    code\n    version\n    name\n    kind\n    limitDays\n    immediate\n    fee\n    channels\n    validFrom\n    retiredFrom\n    post { id name window }\n    department { id name phone }\n  }\n": typeof types.ItemRowFragmentDoc,
    "\n  query ItemsPage($search: String, $kind: ItemKind, $includeRetired: Boolean) {\n    items(search: $search, kind: $kind, includeRetired: $includeRetired, first: 100) { ...ItemRow id }\n  }\n": typeof types.ItemsPageDocument,
    "\n  fragment ItemSheet on Item {\n    id\n    code\n    version\n    name\n    kind\n    limitDays\n    immediate\n    fee\n    channels\n    materials { name copies form issuedBy why sample required }\n    steps\n    legalBasis\n    maxExtensions\n    maxExtensionDays\n    validFrom\n    retiredFrom\n    post { id name window onDuty { id name } }\n    department { id name address phone hours website }\n    forms { id title name format size path publishedAt publishedBy { id name } }\n    versions {\n      id\n      version\n      name\n      kind\n      limitDays\n      immediate\n      fee\n      channels\n      materials { name copies form issuedBy why sample required }\n      steps\n      legalBasis\n      maxExtensions\n      maxExtensionDays\n      validFrom\n      retiredFrom\n      post { id name }\n      department { id name }\n    }\n  }\n": typeof types.ItemSheetFragmentDoc,
    "\n  query ItemSheetById($id: ID!) {\n    node(id: $id) { __typename ... on Item { id ...ItemSheet } }\n  }\n": typeof types.ItemSheetByIdDocument,
    "\n  query ItemChoices {\n    posts { id name window }\n    departments(first: 100) { id name }\n  }\n": typeof types.ItemChoicesDocument,
    "\n  mutation PublishItem($input: PublishItemInput!) {\n    publishItem(input: $input) { item { ...ItemSheet } clientMutationId }\n  }\n": typeof types.PublishItemDocument,
    "\n  mutation RetireItem($input: RetireItemInput!) {\n    retireItem(input: $input) { item { ...ItemSheet } clientMutationId }\n  }\n": typeof types.RetireItemDocument,
    "\n  mutation TakeDownForm($input: RemovePublicFileInput!) {\n    removePublicFile(input: $input) { file { id title path } clientMutationId }\n  }\n": typeof types.TakeDownFormDocument,
    "\n  fragment QueueRow_Case on Case {\n    id\n    receiptNo\n    status\n    matter\n    about { id name }\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    anonymous\n    resident { id name }\n    item { id name }\n    post { id name }\n    responsible { id name duty }\n    responsibleRole\n    demand\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n  }\n": typeof types.QueueRow_CaseFragmentDoc,
    "\n  query Queue($filter: CaseFilter, $order: CaseOrder, $first: Int, $after: Cursor) {\n    cases(filter: $filter, order: $order, first: $first, after: $after) {\n      edges { cursor node { id ...QueueRow_Case } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.QueueDocument,
    "\n  query QueueChoices {\n    posts { id name }\n    items(first: 100) { id code name }\n  }\n": typeof types.QueueChoicesDocument,
    "\n  query StandingIn($me: ID!) {\n    standingIn { id staff { id name } kind until lists { id to { id } linesNow { caseId } } }\n    absences(staffId: $me, states: [ENDED], first: 1) {\n      edges { node { id until lists { id done { id } } } }\n    }\n  }\n": typeof types.StandingInDocument,
    "\n  query RatingsPage($first: Int, $after: Cursor) {\n    ratings(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          level\n          tags\n          comment\n          ratedAt\n          about { id name title }\n          case { id receiptNo demand }\n          matter { id receiptNo open status }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.RatingsPageDocument,
    "\n  query RatingSums {\n    ratingSums {\n      total\n      levels { level count }\n      items { code name total levels { level count } community { id name } }\n      posts { code name total levels { level count } community { id name } }\n    }\n  }\n": typeof types.RatingSumsDocument,
    "\n  query OpenMatters {\n    cases(filter: { open: true, matter: [COMPLAINT, BAD_RATING] }, order: DUE, first: 50) {\n      edges {\n        node {\n          id\n          receiptNo\n          matter\n          topic\n          status\n          demand\n          openedAt\n          dueAt\n          standing\n          extended\n          workingSecondsLeft\n          about { id name title }\n          aboutCase { id receiptNo }\n          responsible { id name }\n        }\n      }\n      totalCount\n    }\n  }\n": typeof types.OpenMattersDocument,
    "\n  query MyRatings {\n    myRatings { level count }\n  }\n": typeof types.MyRatingsDocument,
    "\n  query StaffPage {\n    posts {\n      id\n      code\n      name\n      duties\n      window\n      a { ...StaffName_Staff id name duty }\n      b { ...StaffName_Staff id name duty }\n      onDuty { id name }\n      aMustMaster\n      bMustKnow\n      lacking { a b }\n      version\n    }\n    staff(includeLeft: false) {\n      ...StaffName_Staff\n      id\n      name\n      familyName\n      disclosed\n      portrait { id path }\n      pinyin\n      title\n      roles\n      duty\n      login\n      superior { id name }\n      posts { id name a { id } }\n    }\n  }\n": typeof types.StaffPageDocument,
    "\n  mutation SetLeft($input: SetLeftInput!) {\n    setLeft(input: $input) { staff { ...StaffName_Staff id duty } movedCases clientMutationId }\n  }\n": typeof types.SetLeftDocument,
    "\n  mutation TakeDownPortrait($input: RemovePublicFileInput!) {\n    removePublicFile(input: $input) { file { id path } clientMutationId }\n  }\n": typeof types.TakeDownPortraitDocument,
    "\n  mutation SavePost($input: SavePostInput!) {\n    savePost(input: $input) { post { id version } movedCases clientMutationId }\n  }\n": typeof types.SavePostDocument,
    "\n  mutation RecordStudy($input: RecordStudyInput!) {\n    recordStudy(input: $input) { post { id lacking { a b } } clientMutationId }\n  }\n": typeof types.RecordStudyDocument,
    "\n  query PostStudies($id: ID!) {\n    node(id: $id) {\n      ... on Post {\n        id\n        studies { id staff { id name } subject kind date passed }\n      }\n    }\n  }\n": typeof types.PostStudiesDocument,
};
const documents: Documents = {
    "\n  query Viewer {\n    officeName\n    viewer {\n      staff { id name title duty superior { id name } posts { id name } }\n      roles\n      community { id name timeZone settings { firstContactHours handOverOfferHours handOverAnswerHours reportHours materialsChaseDays } }\n      communities { id name }\n      rehearsal\n      mayEditCalendar\n      mayEditStaff\n      mayEditItems\n      mayMoveClock\n      mayDecide\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { viewer { staff { id } } clientMutationId }\n  }\n": types.SignInDocument,
    "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) { clientMutationId }\n  }\n": types.SignOutDocument,
    "\n  query OfficeTime {\n    officeTime { now open periods { start end } }\n  }\n": types.OfficeTimeDocument,
    "\n  query ShellTotals {\n    queueTotals { open mine overdue dueToday offers inbox }\n  }\n": types.ShellTotalsDocument,
    "\n  query AbsencesWaiting {\n    absencesWaiting {\n      id\n      staff { id name }\n      kind\n      from\n      until\n      noteDueAt\n      state\n      lists { id to { id name } writtenAt acceptedAt }\n      allowedActs\n    }\n  }\n": types.AbsencesWaitingDocument,
    "\n  query AbsenceNotice($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Absence {\n        id\n        staff { id name }\n        kind\n        from\n        until\n        state\n        lists { id to { id name } lines { caseId } }\n      }\n    }\n  }\n": types.AbsenceNoticeDocument,
    "\n  query MyWarnings {\n    myWarnings(first: 50) { cursor eventId kind caseId receiptNo title at dueAt responsible { id name } }\n  }\n": types.MyWarningsDocument,
    "\n  subscription DeskEvents($after: Cursor) {\n    deskEvents(after: $after) { cursor eventId kind caseId recordId receiptNo at actorId responsibleId forViewer }\n  }\n": types.DeskEventsDocument,
    "\n  subscription DeadlineEvents($after: Cursor) {\n    deadlineEvents(after: $after) { cursor eventId kind caseId receiptNo title at dueAt responsible { id name } }\n  }\n": types.DeadlineEventsDocument,
    "\n  mutation MoveClock($input: MoveClockInput!) {\n    moveClock(input: $input) { now clientMutationId }\n  }\n": types.MoveClockDocument,
    "\n  query PaletteData($search: String!) {\n    residents(search: $search, first: 5) { id name phoneMasked recentCases { id receiptNo } }\n    items(search: $search, first: 5) { id code name }\n    departments(search: $search, first: 5) { id name phone }\n    cases(filter: { search: $search }, first: 5) { edges { node { id receiptNo demand } } }\n  }\n": types.PaletteDataDocument,
    "\n  fragment Explain_DeadlineExplanation on DeadlineExplanation {\n    from\n    workingDays\n    dueAt\n    provisional\n    steps { date counted ordinal reason name provisional }\n  }\n": types.Explain_DeadlineExplanationFragmentDoc,
    "\n  fragment StaffName_Staff on Staff { id name title duty }\n": types.StaffName_StaffFragmentDoc,
    "\n  fragment ActTarget_Case on Case {\n    id\n    receiptNo\n    version\n    status\n    channel\n    contactAt\n    dueAt\n    missingMaterials\n    materialsCompleteAt\n    matter\n    charged\n    piecesHeld\n    item { id name kind limitDays immediate fee materials { name copies form issuedBy why sample required } maxExtensions maxExtensionDays }\n    post { id name a { id name } b { id name } onDuty { id name } }\n    responsible { id name }\n    extension { id state workingDays reason oldDueAt newDueAt decidedAt askedBy { id name } }\n  }\n": types.ActTarget_CaseFragmentDoc,
    "\n  fragment ActItem on Item { id code name kind limitDays immediate fee materials { name copies form issuedBy why sample required } maxExtensions maxExtensionDays post { id name } }\n": types.ActItemFragmentDoc,
    "\n  query ActItems($search: String) {\n    items(search: $search, first: 8) { ...ActItem }\n  }\n": types.ActItemsDocument,
    "\n  query ActDepartments($search: String) {\n    departments(search: $search, first: 8) { id name address phone hours duties }\n  }\n": types.ActDepartmentsDocument,
    "\n  query ActStaff {\n    staff { id name pinyin title duty roles }\n  }\n": types.ActStaffDocument,
    "\n  query ActPosts {\n    posts { id name window duties onDuty { id name } }\n  }\n": types.ActPostsDocument,
    "\n  query ActPreview($itemId: ID, $workingDays: Int!) {\n    previewPromise(itemId: $itemId, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n": types.ActPreviewDocument,
    "\n  query ActExplain($from: Date!, $workingDays: Int!) {\n    explainDeadline(from: $from, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n": types.ActExplainDocument,
    "\n  mutation ResolveOnSpot($input: ResolveOnSpotInput!) {\n    resolveOnSpot(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.ResolveOnSpotDocument,
    "\n  mutation PromiseCase($input: PromiseCaseInput!) {\n    promiseCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.PromiseCaseDocument,
    "\n  mutation ReportCase($input: ReportCaseInput!) {\n    reportCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.ReportCaseDocument,
    "\n  mutation GuideCase($input: GuideCaseInput!) {\n    guideCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.GuideCaseDocument,
    "\n  mutation RefuseCase($input: RefuseCaseInput!) {\n    refuseCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.RefuseCaseDocument,
    "\n  mutation RequestMaterials($input: RequestMaterialsInput!) {\n    requestMaterials(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.RequestMaterialsDocument,
    "\n  mutation ReceiveMaterials($input: ReceiveMaterialsInput!) {\n    receiveMaterials(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.ReceiveMaterialsDocument,
    "\n  mutation OfferHandOver($input: OfferHandOverInput!) {\n    offerHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.OfferHandOverDocument,
    "\n  mutation AcceptHandOver($input: AcceptHandOverInput!) {\n    acceptHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.AcceptHandOverDocument,
    "\n  mutation ReturnHandOver($input: ReturnHandOverInput!) {\n    returnHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.ReturnHandOverDocument,
    "\n  mutation TakeOver($input: TakeOverInput!) {\n    takeOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.TakeOverDocument,
    "\n  mutation Direct($input: DirectInput!) {\n    direct(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.DirectDocument,
    "\n  mutation SendBack($input: SendBackInput!) {\n    sendBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.SendBackDocument,
    "\n  mutation RequestExtension($input: RequestExtensionInput!) {\n    requestExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.RequestExtensionDocument,
    "\n  mutation DecideExtension($input: DecideExtensionInput!) {\n    decideExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.DecideExtensionDocument,
    "\n  mutation TellExtension($input: TellExtensionInput!) {\n    tellExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.TellExtensionDocument,
    "\n  mutation CompleteCase($input: CompleteCaseInput!) {\n    completeCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.CompleteCaseDocument,
    "\n  mutation ReopenCase($input: ReopenCaseInput!) {\n    reopenCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.ReopenCaseDocument,
    "\n  mutation AskCallBack($input: AskCallBackInput!) {\n    askCallBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.AskCallBackDocument,
    "\n  mutation RecordCallBack($input: RecordCallBackInput!) {\n    recordCallBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.RecordCallBackDocument,
    "\n  mutation ReportBreach($input: ReportBreachInput!) {\n    reportBreach(input: $input) { breach { id case { id version } } clientMutationId }\n  }\n": types.ReportBreachDocument,
    "\n  mutation ReceiveSome($input: ReceiveSomeInput!) {\n    receiveSome(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.ReceiveSomeDocument,
    "\n  mutation NoticeAgain($input: NoticeAgainInput!) {\n    noticeAgain(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.NoticeAgainDocument,
    "\n  mutation WithdrawCase($input: WithdrawInput!) {\n    withdrawCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.WithdrawCaseDocument,
    "\n  mutation TakePieces($input: TakePiecesInput!) {\n    takePieces(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.TakePiecesDocument,
    "\n  mutation ReturnPiece($input: ReturnPieceInput!) {\n    returnPiece(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.ReturnPieceDocument,
    "\n  mutation ReportPiece($input: ReportPieceInput!) {\n    reportPiece(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.ReportPieceDocument,
    "\n  mutation ChargeCase($input: ChargeInput!) {\n    charge(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.ChargeCaseDocument,
    "\n  mutation CheckMatter($input: CheckInput!) {\n    checkMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.CheckMatterDocument,
    "\n  mutation PutRight($input: PutRightInput!) {\n    putRight(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.PutRightDocument,
    "\n  mutation AnswerMatter($input: AnswerInput!) {\n    answerMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.AnswerMatterDocument,
    "\n  mutation CallBackMatter($input: CallBackInput!) {\n    callBackMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n": types.CallBackMatterDocument,
    "\n  mutation PrintPaper($input: PrintPaperInput!) {\n    printPaper(input: $input) { paper { id kind number path } clientMutationId }\n  }\n": types.PrintPaperDocument,
    "\n  mutation PrintList($input: PrintHandOverListInput!) {\n    printHandOverList(input: $input) { paper { id kind number path } clientMutationId }\n  }\n": types.PrintListDocument,
    "\n  query StaffNames {\n    staff(includeLeft: true) { id name superior { id name } }\n  }\n": types.StaffNamesDocument,
    "\n  fragment AbsenceRow on Absence {\n    id\n    staff { id name }\n    kind\n    from\n    until\n    state\n    lists { id to { id name } writtenAt acceptedAt }\n    allowedActs\n  }\n": types.AbsenceRowFragmentDoc,
    "\n  query AbsencesPage($staffId: ID) {\n    now: absences(staffId: $staffId, states: [RUNNING], first: 50) { edges { node { id ...AbsenceRow } } }\n    coming: absences(staffId: $staffId, states: [ASKED, APPROVED], first: 50) { edges { node { id ...AbsenceRow } } }\n    absencesWaiting { id }\n  }\n": types.AbsencesPageDocument,
    "\n  query PastAbsences($staffId: ID, $after: Cursor) {\n    absences(staffId: $staffId, states: [ENDED, REFUSED, WITHDRAWN, LAPSED], first: 20, after: $after) {\n      edges { node { id ...AbsenceRow } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.PastAbsencesDocument,
    "\n  query OfficePeriods($from: Date!, $days: Int!) {\n    officePeriods(from: $from, days: $days) { start end }\n  }\n": types.OfficePeriodsDocument,
    "\n  query AwayPeople {\n    staff(includeLeft: false) { id name title roles }\n  }\n": types.AwayPeopleDocument,
    "\n  mutation AskAbsence($input: AskAbsenceInput!) {\n    askAbsence(input: $input) { absence { id state } clientMutationId }\n  }\n": types.AskAbsenceDocument,
    "\n  query AbsenceSheet($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Absence {\n        id\n        version\n        staff { id name title }\n        kind\n        from\n        until\n        reason\n        askedBy { id name }\n        askedAt\n        state\n        decidedBy { id name }\n        decidedAt\n        decisionReason\n        noteDueAt\n        allowedActs\n        lists {\n          id\n          post { id name }\n          from { id name }\n          to { id name title }\n          lines { caseId receiptNo dueAt note }\n          linesNow { caseId receiptNo dueAt note }\n          things { kind name note }\n          note\n          writtenAt\n          acceptedAt\n          done { id receiptNo number kind at actor { id name } reason facts }\n        }\n        events { id number kind at actor { id name } reason facts hash }\n        papers { kind subjectId number draft sizes }\n        printed { id kind number draft printedAt printedBy { id name } path }\n      }\n    }\n  }\n": types.AbsenceSheetDocument,
    "\n  fragment AbsenceAfter on Absence {\n    id\n    version\n    state\n    until\n    noteDueAt\n    allowedActs\n    papers { kind subjectId number draft sizes }\n    lists {\n      id\n      lines { caseId receiptNo dueAt note }\n      linesNow { caseId receiptNo dueAt note }\n      things { kind name note }\n      note\n      writtenAt\n      acceptedAt\n    }\n  }\n": types.AbsenceAfterFragmentDoc,
    "\n  mutation WriteList($input: WriteHandOverListInput!) {\n    writeHandOverList(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n": types.WriteListDocument,
    "\n  mutation AcceptList($input: AcceptHandOverListInput!) {\n    acceptHandOverList(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n": types.AcceptListDocument,
    "\n  mutation DecideAbsence($input: DecideAbsenceInput!) {\n    decideAbsence(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n": types.DecideAbsenceDocument,
    "\n  mutation WithdrawAbsence($input: WithdrawAbsenceInput!) {\n    withdrawAbsence(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n": types.WithdrawAbsenceDocument,
    "\n  mutation ReturnToDuty($input: ReturnToDutyInput!) {\n    returnToDuty(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n": types.ReturnToDutyDocument,
    "\n  query BreachesPage($states: [BreachState!], $kinds: [BreachKind!], $first: Int, $after: Cursor) {\n    breaches(states: $states, kinds: $kinds, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          clause\n          state\n          measure\n          person { id name title }\n          foundAt\n          reportedBy { id name }\n          facts\n          case { id receiptNo matter demand }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.BreachesPageDocument,
    "\n  fragment BreachSheet on Breach {\n    id\n    version\n    kind\n    clause\n    state\n    person { id name title }\n    foundAt\n    reportedBy { id name }\n    facts\n    case { id receiptNo matter demand }\n    statement\n    waived\n    heardAt\n    heardBy { id name }\n    proposal { measure before }\n    proposed\n    measure\n    decisionReason\n    decidedBy { id name }\n    decidedAt\n    suspension { id from until state }\n    proof\n    carriedOutAt\n    carriedOutBy { id name }\n    closedAt\n    closedBy { id name }\n    appeal\n    appealedAt\n    appealOutcome\n    appealReason\n    appealDecidedBy { id name }\n    appealDecidedAt\n    parent { id kind person { id name } }\n    leadership { id person { id name } }\n    allowedActs\n    events { id kind facts }\n  }\n": types.BreachSheetFragmentDoc,
    "\n  query BreachPage($id: ID!) {\n    node(id: $id) { __typename id ... on Breach { ...BreachSheet } }\n  }\n": types.BreachPageDocument,
    "\n  mutation HearBreach($input: HearBreachInput!) { hearBreach(input: $input) { breach { id state } clientMutationId } }\n": types.HearBreachDocument,
    "\n  mutation DecideBreach($input: DecideBreachInput!) { decideBreach(input: $input) { breach { id state } clientMutationId } }\n": types.DecideBreachDocument,
    "\n  mutation CarryOutBreach($input: CarryOutBreachInput!) { carryOutBreach(input: $input) { breach { id state } clientMutationId } }\n": types.CarryOutBreachDocument,
    "\n  mutation CloseBreach($input: CloseBreachInput!) { closeBreach(input: $input) { breach { id state } clientMutationId } }\n": types.CloseBreachDocument,
    "\n  mutation AppealBreach($input: AppealBreachInput!) { appealBreach(input: $input) { breach { id state } clientMutationId } }\n": types.AppealBreachDocument,
    "\n  mutation DecideAppeal($input: DecideAppealInput!) { decideAppeal(input: $input) { breach { id state } clientMutationId } }\n": types.DecideAppealDocument,
    "\n  query GiftsPage($open: Boolean, $first: Int, $after: Cursor) {\n    gifts(open: $open, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          version\n          person { id name title }\n          kind\n          what\n          giver\n          value\n          returned\n          foundAt\n          registeredBy { id name }\n          closedAt\n          breach { id state }\n          returns { id amount way proof returnedAt recordedBy { id name } }\n          mayReturn\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.GiftsPageDocument,
    "\n  query GiftStaff { staff { id name pinyin title duty roles } }\n": types.GiftStaffDocument,
    "\n  mutation RegisterGift($input: RegisterGiftInput!) { registerGift(input: $input) { gift { id } clientMutationId } }\n": types.RegisterGiftDocument,
    "\n  mutation ReturnGift($input: ReturnGiftInput!) { returnGift(input: $input) { gift { id version } clientMutationId } }\n": types.ReturnGiftDocument,
    "\n  query CalendarYearPage($year: Int!) {\n    calendarYear(year: $year) {\n      year\n      provisional\n      workingDays\n      notice { title number published source }\n      days { date working kind name source provisional }\n    }\n  }\n": types.CalendarYearPageDocument,
    "\n  query JournalCheckpoints {\n    journalCheckpoints { community { id name } size root at note }\n  }\n": types.JournalCheckpointsDocument,
    "\n  query ExplainDeadline($from: Date!, $workingDays: Int!) {\n    explainDeadline(from: $from, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n": types.ExplainDeadlineDocument,
    "\n  mutation SetCalendarDay($input: SetCalendarDayInput!) {\n    setCalendarDay(input: $input) { day { date working kind name source provisional } recomputed kept clientMutationId }\n  }\n": types.SetCalendarDayDocument,
    "\n  mutation RemoveCalendarDay($input: RemoveCalendarDayInput!) {\n    removeCalendarDay(input: $input) { day { date working kind name source provisional } recomputed kept clientMutationId }\n  }\n": types.RemoveCalendarDayDocument,
    "\n  fragment CasePromise on Promise {\n    id\n    number\n    madeAt\n    madeBy { id name }\n    startAt\n    workingDays\n    dueAt\n    provisional\n    toldAt\n    toldWay\n    origin\n    current\n    result\n    explanation { ...Explain_DeadlineExplanation }\n  }\n": types.CasePromiseFragmentDoc,
    "\n  fragment CaseSheet on Case {\n    id\n    ...ActTarget_Case\n    receiptNo\n    status\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    firstResponder { id name ...StaffName_Staff }\n    responsible { id name ...StaffName_Staff }\n    responsibleRole\n    holder { id name ...StaffName_Staff }\n    anonymous\n    contactWayMasked\n    contactRevealable\n    resident { id name sex birthDate phoneMasked idNumberMasked address tags }\n    item { id code version name kind limitDays immediate fee materials { name copies form issuedBy why sample required } legalBasis }\n    post { id name window a { id name ...StaffName_Staff } b { id name ...StaffName_Staff } onDuty { id name } }\n    situation\n    demand\n    outcome\n    guidedTo { id name address phone hours website }\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n    materialsCompleteAt\n    missingMaterials\n    promise { id ...CasePromise }\n    promises { id number ...CasePromise }\n    handOver { id }\n    handOvers {\n      id\n      from { id name }\n      to { id name }\n      explanation\n      offeredAt\n      answerBy\n      state\n      answeredAt\n      returnReason\n    }\n    report {\n      id\n      reporter { id name }\n      superior { id name }\n      reason\n      reportedAt\n      decideBy\n      state\n      decidedAt\n      decidedBy { id name }\n      instructions\n    }\n    extension { id state }\n    extensions {\n      id\n      askedBy { id name }\n      askedAt\n      reason\n      workingDays\n      oldDueAt\n      newDueAt\n      state\n      decidedBy { id name }\n      decidedAt\n      decisionReason\n      toldAt\n      toldBy { id name }\n      toldWay\n    }\n    matter\n    topic\n    about { id name title }\n    aboutCase { id receiptNo status demand item { id name } }\n    upheld\n    notices { id number missing reason toldWay givenBy { id name } givenAt second }\n    pieces {\n      id\n      name\n      form\n      count\n      condition\n      place\n      state\n      takenAt\n      takenBy { id name }\n      returnedAt\n      returnedBy { id name }\n      signedBy\n      reportedAs\n      report\n      reportedAt\n      reportedBy { id name }\n    }\n    piecesHeld\n    charges { id amount billNo chargedAt chargedBy { id name } }\n    charged\n    attachments { id name kind size attachedAt attachedBy { id name } path }\n    printed { id kind number draft printedAt printedBy { id name } path }\n    papers { kind subjectId number draft sizes }\n    breaches {\n      id\n      kind\n      clause\n      person { id name }\n      foundAt\n      reportedBy { id name }\n      facts\n    }\n    callBackAskedAt\n    callBackResult\n    allowedActs\n    version\n  }\n": types.CaseSheetFragmentDoc,
    "\n  query CaseSheet($receiptNo: String!) {\n    case(receiptNo: $receiptNo) { ...CaseSheet }\n  }\n": types.CaseSheetDocument,
    "\n  fragment CaseEventLine on CaseEvent {\n    id\n    cursor\n    number\n    kind\n    at\n    actor { id name }\n    reason\n    facts\n    responsible { id name }\n    hash\n  }\n": types.CaseEventLineFragmentDoc,
    "\n  query CaseEventsPage($id: ID!, $first: Int!, $after: Cursor) {\n    case(id: $id) {\n      id\n      events(first: $first, after: $after) {\n        edges { cursor node { ...CaseEventLine } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.CaseEventsPageDocument,
    "\n  subscription CaseEvents($caseId: ID!, $after: Cursor) {\n    caseEvents(caseId: $caseId, after: $after) { cursor ...CaseEventLine }\n  }\n": types.CaseEventsDocument,
    "\n  mutation RevealResident($input: RevealResidentInput!) {\n    revealResident(input: $input) { value clientMutationId }\n  }\n": types.RevealResidentDocument,
    "\n  mutation RevealContact($input: RevealContactInput!) {\n    revealContact(input: $input) { value clientMutationId }\n  }\n": types.RevealContactDocument,
    "\n  query CoveragePage {\n    coverage(weeks: 6) {\n      from\n      weeks\n      posts {\n        post { id name window a { id name } b { id name } }\n        halfDays { date morning onDuty { id name } role gap unqualified }\n      }\n    }\n  }\n": types.CoveragePageDocument,
    "\n  query DirectoryPage($search: String) {\n    departments(search: $search, first: 100) { id code name address phone hours website duties }\n  }\n": types.DirectoryPageDocument,
    "\n  mutation SaveDepartment($input: SaveDepartmentInput!) {\n    saveDepartment(input: $input) {\n      department { id code name address phone hours website duties }\n      clientMutationId\n    }\n  }\n": types.SaveDepartmentDocument,
    "\n  query DisclosurePage {\n    viewer {\n      community { id disclosure { organisation duties procedure supervision hours address phone } }\n    }\n  }\n": types.DisclosurePageDocument,
    "\n  mutation SetDisclosure($input: SetDisclosureInput!) {\n    setDisclosure(input: $input) {\n      community { id disclosure { organisation duties procedure supervision hours address phone } }\n      clientMutationId\n    }\n  }\n": types.SetDisclosureDocument,
    "\n  fragment InboxCase on Case {\n    id\n    ...ActTarget_Case\n    receiptNo\n    status\n    standing\n    extended\n    matter\n    demand\n    situation\n    channel\n    resident { id name }\n    anonymous\n    clock\n    dueAt\n    workingSecondsLeft\n    responsible { id name }\n    promise { id dueAt }\n  }\n": types.InboxCaseFragmentDoc,
    "\n  query InboxPage {\n    inbox {\n      offers { id from { id name title } explanation offeredAt answerBy case { id allowedActs ...InboxCase } }\n      reports { id reporter { id name title } reason reportedAt decideBy case { id allowedActs ...InboxCase } }\n      extensions {\n        id\n        askedBy { id name title }\n        askedAt\n        reason\n        workingDays\n        oldDueAt\n        newDueAt\n        case { id allowedActs ...InboxCase }\n      }\n      toTell {\n        id\n        reason\n        workingDays\n        oldDueAt\n        newDueAt\n        decidedBy { id name }\n        decidedAt\n        decisionReason\n        case { id allowedActs ...InboxCase }\n      }\n    }\n  }\n": types.InboxPageDocument,
    "\n  fragment IntakeResident on Resident {\n    id\n    name\n    pinyin\n    idNumberMasked\n    phoneMasked\n    address\n    tags\n  }\n": types.IntakeResidentFragmentDoc,
    "\n  fragment IntakeItem on Item {\n    id\n    code\n    name\n    kind\n    limitDays\n    immediate\n    fee\n    materials { name copies form issuedBy why sample required }\n    legalBasis\n    post { id name window onDuty { id name } }\n    department { id name address phone hours website }\n  }\n": types.IntakeItemFragmentDoc,
    "\n  fragment IntakeDepartment on Department { id name address phone hours website duties }\n": types.IntakeDepartmentFragmentDoc,
    "\n  fragment IntakeCase on Case {\n    id\n    receiptNo\n    status\n    open\n    version\n    dueAt\n    clock\n    workingSecondsLeft\n    responsible { id name }\n    post { id name onDuty { id name } }\n    promise { id dueAt explanation { ...Explain_DeadlineExplanation } }\n    papers { kind subjectId number draft sizes }\n    allowedActs\n  }\n": types.IntakeCaseFragmentDoc,
    "\n  query FindResidents($search: String!) {\n    residents(search: $search, first: 8) { ...IntakeResident }\n  }\n": types.FindResidentsDocument,
    "\n  query IntakeResidentById($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Resident {\n        ...IntakeResident\n        recentCases { id receiptNo demand status open }\n      }\n    }\n  }\n": types.IntakeResidentByIdDocument,
    "\n  query FindItems($search: String) {\n    items(search: $search, first: 8) { ...IntakeItem }\n  }\n": types.FindItemsDocument,
    "\n  query IntakeItemById($id: ID!) {\n    node(id: $id) { __typename ... on Item { ...IntakeItem } }\n  }\n": types.IntakeItemByIdDocument,
    "\n  query FindDepartments($search: String) {\n    departments(search: $search, first: 8) { ...IntakeDepartment }\n  }\n": types.FindDepartmentsDocument,
    "\n  query PreviewPromise($itemId: ID, $workingDays: Int!) {\n    previewPromise(itemId: $itemId, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n": types.PreviewPromiseDocument,
    "\n  query IntakeCaseById($id: ID!) {\n    case(id: $id) { ...IntakeCase }\n  }\n": types.IntakeCaseByIdDocument,
    "\n  mutation RegisterResident($input: RegisterResidentInput!) {\n    registerResident(input: $input) { resident { ...IntakeResident } existed clientMutationId }\n  }\n": types.RegisterResidentDocument,
    "\n  mutation OpenCase($input: OpenCaseInput!) {\n    openCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": types.OpenCaseDocument,
    "\n  mutation IntakeResolve($input: ResolveOnSpotInput!) {\n    resolveOnSpot(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": types.IntakeResolveDocument,
    "\n  mutation IntakePromise($input: PromiseCaseInput!) {\n    promiseCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": types.IntakePromiseDocument,
    "\n  mutation IntakeReport($input: ReportCaseInput!) {\n    reportCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": types.IntakeReportDocument,
    "\n  mutation IntakeGuide($input: GuideCaseInput!) {\n    guideCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": types.IntakeGuideDocument,
    "\n  mutation IntakeRefuse($input: RefuseCaseInput!) {\n    refuseCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": types.IntakeRefuseDocument,
    "\n  mutation IntakeMaterials($input: RequestMaterialsInput!) {\n    requestMaterials(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n": types.IntakeMaterialsDocument,
    "\n  fragment ItemRow on Item {\n    id\n    code\n    version\n    name\n    kind\n    limitDays\n    immediate\n    fee\n    channels\n    validFrom\n    retiredFrom\n    post { id name window }\n    department { id name phone }\n  }\n": types.ItemRowFragmentDoc,
    "\n  query ItemsPage($search: String, $kind: ItemKind, $includeRetired: Boolean) {\n    items(search: $search, kind: $kind, includeRetired: $includeRetired, first: 100) { ...ItemRow id }\n  }\n": types.ItemsPageDocument,
    "\n  fragment ItemSheet on Item {\n    id\n    code\n    version\n    name\n    kind\n    limitDays\n    immediate\n    fee\n    channels\n    materials { name copies form issuedBy why sample required }\n    steps\n    legalBasis\n    maxExtensions\n    maxExtensionDays\n    validFrom\n    retiredFrom\n    post { id name window onDuty { id name } }\n    department { id name address phone hours website }\n    forms { id title name format size path publishedAt publishedBy { id name } }\n    versions {\n      id\n      version\n      name\n      kind\n      limitDays\n      immediate\n      fee\n      channels\n      materials { name copies form issuedBy why sample required }\n      steps\n      legalBasis\n      maxExtensions\n      maxExtensionDays\n      validFrom\n      retiredFrom\n      post { id name }\n      department { id name }\n    }\n  }\n": types.ItemSheetFragmentDoc,
    "\n  query ItemSheetById($id: ID!) {\n    node(id: $id) { __typename ... on Item { id ...ItemSheet } }\n  }\n": types.ItemSheetByIdDocument,
    "\n  query ItemChoices {\n    posts { id name window }\n    departments(first: 100) { id name }\n  }\n": types.ItemChoicesDocument,
    "\n  mutation PublishItem($input: PublishItemInput!) {\n    publishItem(input: $input) { item { ...ItemSheet } clientMutationId }\n  }\n": types.PublishItemDocument,
    "\n  mutation RetireItem($input: RetireItemInput!) {\n    retireItem(input: $input) { item { ...ItemSheet } clientMutationId }\n  }\n": types.RetireItemDocument,
    "\n  mutation TakeDownForm($input: RemovePublicFileInput!) {\n    removePublicFile(input: $input) { file { id title path } clientMutationId }\n  }\n": types.TakeDownFormDocument,
    "\n  fragment QueueRow_Case on Case {\n    id\n    receiptNo\n    status\n    matter\n    about { id name }\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    anonymous\n    resident { id name }\n    item { id name }\n    post { id name }\n    responsible { id name duty }\n    responsibleRole\n    demand\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n  }\n": types.QueueRow_CaseFragmentDoc,
    "\n  query Queue($filter: CaseFilter, $order: CaseOrder, $first: Int, $after: Cursor) {\n    cases(filter: $filter, order: $order, first: $first, after: $after) {\n      edges { cursor node { id ...QueueRow_Case } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.QueueDocument,
    "\n  query QueueChoices {\n    posts { id name }\n    items(first: 100) { id code name }\n  }\n": types.QueueChoicesDocument,
    "\n  query StandingIn($me: ID!) {\n    standingIn { id staff { id name } kind until lists { id to { id } linesNow { caseId } } }\n    absences(staffId: $me, states: [ENDED], first: 1) {\n      edges { node { id until lists { id done { id } } } }\n    }\n  }\n": types.StandingInDocument,
    "\n  query RatingsPage($first: Int, $after: Cursor) {\n    ratings(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          level\n          tags\n          comment\n          ratedAt\n          about { id name title }\n          case { id receiptNo demand }\n          matter { id receiptNo open status }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.RatingsPageDocument,
    "\n  query RatingSums {\n    ratingSums {\n      total\n      levels { level count }\n      items { code name total levels { level count } community { id name } }\n      posts { code name total levels { level count } community { id name } }\n    }\n  }\n": types.RatingSumsDocument,
    "\n  query OpenMatters {\n    cases(filter: { open: true, matter: [COMPLAINT, BAD_RATING] }, order: DUE, first: 50) {\n      edges {\n        node {\n          id\n          receiptNo\n          matter\n          topic\n          status\n          demand\n          openedAt\n          dueAt\n          standing\n          extended\n          workingSecondsLeft\n          about { id name title }\n          aboutCase { id receiptNo }\n          responsible { id name }\n        }\n      }\n      totalCount\n    }\n  }\n": types.OpenMattersDocument,
    "\n  query MyRatings {\n    myRatings { level count }\n  }\n": types.MyRatingsDocument,
    "\n  query StaffPage {\n    posts {\n      id\n      code\n      name\n      duties\n      window\n      a { ...StaffName_Staff id name duty }\n      b { ...StaffName_Staff id name duty }\n      onDuty { id name }\n      aMustMaster\n      bMustKnow\n      lacking { a b }\n      version\n    }\n    staff(includeLeft: false) {\n      ...StaffName_Staff\n      id\n      name\n      familyName\n      disclosed\n      portrait { id path }\n      pinyin\n      title\n      roles\n      duty\n      login\n      superior { id name }\n      posts { id name a { id } }\n    }\n  }\n": types.StaffPageDocument,
    "\n  mutation SetLeft($input: SetLeftInput!) {\n    setLeft(input: $input) { staff { ...StaffName_Staff id duty } movedCases clientMutationId }\n  }\n": types.SetLeftDocument,
    "\n  mutation TakeDownPortrait($input: RemovePublicFileInput!) {\n    removePublicFile(input: $input) { file { id path } clientMutationId }\n  }\n": types.TakeDownPortraitDocument,
    "\n  mutation SavePost($input: SavePostInput!) {\n    savePost(input: $input) { post { id version } movedCases clientMutationId }\n  }\n": types.SavePostDocument,
    "\n  mutation RecordStudy($input: RecordStudyInput!) {\n    recordStudy(input: $input) { post { id lacking { a b } } clientMutationId }\n  }\n": types.RecordStudyDocument,
    "\n  query PostStudies($id: ID!) {\n    node(id: $id) {\n      ... on Post {\n        id\n        studies { id staff { id name } subject kind date passed }\n      }\n    }\n  }\n": types.PostStudiesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    officeName\n    viewer {\n      staff { id name title duty superior { id name } posts { id name } }\n      roles\n      community { id name timeZone settings { firstContactHours handOverOfferHours handOverAnswerHours reportHours materialsChaseDays } }\n      communities { id name }\n      rehearsal\n      mayEditCalendar\n      mayEditStaff\n      mayEditItems\n      mayMoveClock\n      mayDecide\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    officeName\n    viewer {\n      staff { id name title duty superior { id name } posts { id name } }\n      roles\n      community { id name timeZone settings { firstContactHours handOverOfferHours handOverAnswerHours reportHours materialsChaseDays } }\n      communities { id name }\n      rehearsal\n      mayEditCalendar\n      mayEditStaff\n      mayEditItems\n      mayMoveClock\n      mayDecide\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { viewer { staff { id } } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { viewer { staff { id } } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) { clientMutationId }\n  }\n"): (typeof documents)["\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) { clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OfficeTime {\n    officeTime { now open periods { start end } }\n  }\n"): (typeof documents)["\n  query OfficeTime {\n    officeTime { now open periods { start end } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ShellTotals {\n    queueTotals { open mine overdue dueToday offers inbox }\n  }\n"): (typeof documents)["\n  query ShellTotals {\n    queueTotals { open mine overdue dueToday offers inbox }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AbsencesWaiting {\n    absencesWaiting {\n      id\n      staff { id name }\n      kind\n      from\n      until\n      noteDueAt\n      state\n      lists { id to { id name } writtenAt acceptedAt }\n      allowedActs\n    }\n  }\n"): (typeof documents)["\n  query AbsencesWaiting {\n    absencesWaiting {\n      id\n      staff { id name }\n      kind\n      from\n      until\n      noteDueAt\n      state\n      lists { id to { id name } writtenAt acceptedAt }\n      allowedActs\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AbsenceNotice($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Absence {\n        id\n        staff { id name }\n        kind\n        from\n        until\n        state\n        lists { id to { id name } lines { caseId } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AbsenceNotice($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Absence {\n        id\n        staff { id name }\n        kind\n        from\n        until\n        state\n        lists { id to { id name } lines { caseId } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyWarnings {\n    myWarnings(first: 50) { cursor eventId kind caseId receiptNo title at dueAt responsible { id name } }\n  }\n"): (typeof documents)["\n  query MyWarnings {\n    myWarnings(first: 50) { cursor eventId kind caseId receiptNo title at dueAt responsible { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DeskEvents($after: Cursor) {\n    deskEvents(after: $after) { cursor eventId kind caseId recordId receiptNo at actorId responsibleId forViewer }\n  }\n"): (typeof documents)["\n  subscription DeskEvents($after: Cursor) {\n    deskEvents(after: $after) { cursor eventId kind caseId recordId receiptNo at actorId responsibleId forViewer }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DeadlineEvents($after: Cursor) {\n    deadlineEvents(after: $after) { cursor eventId kind caseId receiptNo title at dueAt responsible { id name } }\n  }\n"): (typeof documents)["\n  subscription DeadlineEvents($after: Cursor) {\n    deadlineEvents(after: $after) { cursor eventId kind caseId receiptNo title at dueAt responsible { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveClock($input: MoveClockInput!) {\n    moveClock(input: $input) { now clientMutationId }\n  }\n"): (typeof documents)["\n  mutation MoveClock($input: MoveClockInput!) {\n    moveClock(input: $input) { now clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PaletteData($search: String!) {\n    residents(search: $search, first: 5) { id name phoneMasked recentCases { id receiptNo } }\n    items(search: $search, first: 5) { id code name }\n    departments(search: $search, first: 5) { id name phone }\n    cases(filter: { search: $search }, first: 5) { edges { node { id receiptNo demand } } }\n  }\n"): (typeof documents)["\n  query PaletteData($search: String!) {\n    residents(search: $search, first: 5) { id name phoneMasked recentCases { id receiptNo } }\n    items(search: $search, first: 5) { id code name }\n    departments(search: $search, first: 5) { id name phone }\n    cases(filter: { search: $search }, first: 5) { edges { node { id receiptNo demand } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Explain_DeadlineExplanation on DeadlineExplanation {\n    from\n    workingDays\n    dueAt\n    provisional\n    steps { date counted ordinal reason name provisional }\n  }\n"): (typeof documents)["\n  fragment Explain_DeadlineExplanation on DeadlineExplanation {\n    from\n    workingDays\n    dueAt\n    provisional\n    steps { date counted ordinal reason name provisional }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StaffName_Staff on Staff { id name title duty }\n"): (typeof documents)["\n  fragment StaffName_Staff on Staff { id name title duty }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ActTarget_Case on Case {\n    id\n    receiptNo\n    version\n    status\n    channel\n    contactAt\n    dueAt\n    missingMaterials\n    materialsCompleteAt\n    matter\n    charged\n    piecesHeld\n    item { id name kind limitDays immediate fee materials { name copies form issuedBy why sample required } maxExtensions maxExtensionDays }\n    post { id name a { id name } b { id name } onDuty { id name } }\n    responsible { id name }\n    extension { id state workingDays reason oldDueAt newDueAt decidedAt askedBy { id name } }\n  }\n"): (typeof documents)["\n  fragment ActTarget_Case on Case {\n    id\n    receiptNo\n    version\n    status\n    channel\n    contactAt\n    dueAt\n    missingMaterials\n    materialsCompleteAt\n    matter\n    charged\n    piecesHeld\n    item { id name kind limitDays immediate fee materials { name copies form issuedBy why sample required } maxExtensions maxExtensionDays }\n    post { id name a { id name } b { id name } onDuty { id name } }\n    responsible { id name }\n    extension { id state workingDays reason oldDueAt newDueAt decidedAt askedBy { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ActItem on Item { id code name kind limitDays immediate fee materials { name copies form issuedBy why sample required } maxExtensions maxExtensionDays post { id name } }\n"): (typeof documents)["\n  fragment ActItem on Item { id code name kind limitDays immediate fee materials { name copies form issuedBy why sample required } maxExtensions maxExtensionDays post { id name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ActItems($search: String) {\n    items(search: $search, first: 8) { ...ActItem }\n  }\n"): (typeof documents)["\n  query ActItems($search: String) {\n    items(search: $search, first: 8) { ...ActItem }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ActDepartments($search: String) {\n    departments(search: $search, first: 8) { id name address phone hours duties }\n  }\n"): (typeof documents)["\n  query ActDepartments($search: String) {\n    departments(search: $search, first: 8) { id name address phone hours duties }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ActStaff {\n    staff { id name pinyin title duty roles }\n  }\n"): (typeof documents)["\n  query ActStaff {\n    staff { id name pinyin title duty roles }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ActPosts {\n    posts { id name window duties onDuty { id name } }\n  }\n"): (typeof documents)["\n  query ActPosts {\n    posts { id name window duties onDuty { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ActPreview($itemId: ID, $workingDays: Int!) {\n    previewPromise(itemId: $itemId, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n"): (typeof documents)["\n  query ActPreview($itemId: ID, $workingDays: Int!) {\n    previewPromise(itemId: $itemId, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ActExplain($from: Date!, $workingDays: Int!) {\n    explainDeadline(from: $from, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n"): (typeof documents)["\n  query ActExplain($from: Date!, $workingDays: Int!) {\n    explainDeadline(from: $from, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResolveOnSpot($input: ResolveOnSpotInput!) {\n    resolveOnSpot(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation ResolveOnSpot($input: ResolveOnSpotInput!) {\n    resolveOnSpot(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PromiseCase($input: PromiseCaseInput!) {\n    promiseCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation PromiseCase($input: PromiseCaseInput!) {\n    promiseCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportCase($input: ReportCaseInput!) {\n    reportCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation ReportCase($input: ReportCaseInput!) {\n    reportCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GuideCase($input: GuideCaseInput!) {\n    guideCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation GuideCase($input: GuideCaseInput!) {\n    guideCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefuseCase($input: RefuseCaseInput!) {\n    refuseCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RefuseCase($input: RefuseCaseInput!) {\n    refuseCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestMaterials($input: RequestMaterialsInput!) {\n    requestMaterials(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RequestMaterials($input: RequestMaterialsInput!) {\n    requestMaterials(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReceiveMaterials($input: ReceiveMaterialsInput!) {\n    receiveMaterials(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation ReceiveMaterials($input: ReceiveMaterialsInput!) {\n    receiveMaterials(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OfferHandOver($input: OfferHandOverInput!) {\n    offerHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation OfferHandOver($input: OfferHandOverInput!) {\n    offerHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptHandOver($input: AcceptHandOverInput!) {\n    acceptHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation AcceptHandOver($input: AcceptHandOverInput!) {\n    acceptHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReturnHandOver($input: ReturnHandOverInput!) {\n    returnHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation ReturnHandOver($input: ReturnHandOverInput!) {\n    returnHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeOver($input: TakeOverInput!) {\n    takeOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation TakeOver($input: TakeOverInput!) {\n    takeOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Direct($input: DirectInput!) {\n    direct(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation Direct($input: DirectInput!) {\n    direct(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendBack($input: SendBackInput!) {\n    sendBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation SendBack($input: SendBackInput!) {\n    sendBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestExtension($input: RequestExtensionInput!) {\n    requestExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RequestExtension($input: RequestExtensionInput!) {\n    requestExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecideExtension($input: DecideExtensionInput!) {\n    decideExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation DecideExtension($input: DecideExtensionInput!) {\n    decideExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TellExtension($input: TellExtensionInput!) {\n    tellExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation TellExtension($input: TellExtensionInput!) {\n    tellExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteCase($input: CompleteCaseInput!) {\n    completeCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation CompleteCase($input: CompleteCaseInput!) {\n    completeCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenCase($input: ReopenCaseInput!) {\n    reopenCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation ReopenCase($input: ReopenCaseInput!) {\n    reopenCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AskCallBack($input: AskCallBackInput!) {\n    askCallBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation AskCallBack($input: AskCallBackInput!) {\n    askCallBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordCallBack($input: RecordCallBackInput!) {\n    recordCallBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RecordCallBack($input: RecordCallBackInput!) {\n    recordCallBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportBreach($input: ReportBreachInput!) {\n    reportBreach(input: $input) { breach { id case { id version } } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation ReportBreach($input: ReportBreachInput!) {\n    reportBreach(input: $input) { breach { id case { id version } } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReceiveSome($input: ReceiveSomeInput!) {\n    receiveSome(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation ReceiveSome($input: ReceiveSomeInput!) {\n    receiveSome(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NoticeAgain($input: NoticeAgainInput!) {\n    noticeAgain(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation NoticeAgain($input: NoticeAgainInput!) {\n    noticeAgain(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawCase($input: WithdrawInput!) {\n    withdrawCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation WithdrawCase($input: WithdrawInput!) {\n    withdrawCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakePieces($input: TakePiecesInput!) {\n    takePieces(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation TakePieces($input: TakePiecesInput!) {\n    takePieces(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReturnPiece($input: ReturnPieceInput!) {\n    returnPiece(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation ReturnPiece($input: ReturnPieceInput!) {\n    returnPiece(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportPiece($input: ReportPieceInput!) {\n    reportPiece(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation ReportPiece($input: ReportPieceInput!) {\n    reportPiece(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChargeCase($input: ChargeInput!) {\n    charge(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation ChargeCase($input: ChargeInput!) {\n    charge(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CheckMatter($input: CheckInput!) {\n    checkMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation CheckMatter($input: CheckInput!) {\n    checkMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PutRight($input: PutRightInput!) {\n    putRight(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation PutRight($input: PutRightInput!) {\n    putRight(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnswerMatter($input: AnswerInput!) {\n    answerMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation AnswerMatter($input: AnswerInput!) {\n    answerMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CallBackMatter($input: CallBackInput!) {\n    callBackMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation CallBackMatter($input: CallBackInput!) {\n    callBackMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PrintPaper($input: PrintPaperInput!) {\n    printPaper(input: $input) { paper { id kind number path } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation PrintPaper($input: PrintPaperInput!) {\n    printPaper(input: $input) { paper { id kind number path } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PrintList($input: PrintHandOverListInput!) {\n    printHandOverList(input: $input) { paper { id kind number path } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation PrintList($input: PrintHandOverListInput!) {\n    printHandOverList(input: $input) { paper { id kind number path } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StaffNames {\n    staff(includeLeft: true) { id name superior { id name } }\n  }\n"): (typeof documents)["\n  query StaffNames {\n    staff(includeLeft: true) { id name superior { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AbsenceRow on Absence {\n    id\n    staff { id name }\n    kind\n    from\n    until\n    state\n    lists { id to { id name } writtenAt acceptedAt }\n    allowedActs\n  }\n"): (typeof documents)["\n  fragment AbsenceRow on Absence {\n    id\n    staff { id name }\n    kind\n    from\n    until\n    state\n    lists { id to { id name } writtenAt acceptedAt }\n    allowedActs\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AbsencesPage($staffId: ID) {\n    now: absences(staffId: $staffId, states: [RUNNING], first: 50) { edges { node { id ...AbsenceRow } } }\n    coming: absences(staffId: $staffId, states: [ASKED, APPROVED], first: 50) { edges { node { id ...AbsenceRow } } }\n    absencesWaiting { id }\n  }\n"): (typeof documents)["\n  query AbsencesPage($staffId: ID) {\n    now: absences(staffId: $staffId, states: [RUNNING], first: 50) { edges { node { id ...AbsenceRow } } }\n    coming: absences(staffId: $staffId, states: [ASKED, APPROVED], first: 50) { edges { node { id ...AbsenceRow } } }\n    absencesWaiting { id }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PastAbsences($staffId: ID, $after: Cursor) {\n    absences(staffId: $staffId, states: [ENDED, REFUSED, WITHDRAWN, LAPSED], first: 20, after: $after) {\n      edges { node { id ...AbsenceRow } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query PastAbsences($staffId: ID, $after: Cursor) {\n    absences(staffId: $staffId, states: [ENDED, REFUSED, WITHDRAWN, LAPSED], first: 20, after: $after) {\n      edges { node { id ...AbsenceRow } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OfficePeriods($from: Date!, $days: Int!) {\n    officePeriods(from: $from, days: $days) { start end }\n  }\n"): (typeof documents)["\n  query OfficePeriods($from: Date!, $days: Int!) {\n    officePeriods(from: $from, days: $days) { start end }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AwayPeople {\n    staff(includeLeft: false) { id name title roles }\n  }\n"): (typeof documents)["\n  query AwayPeople {\n    staff(includeLeft: false) { id name title roles }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AskAbsence($input: AskAbsenceInput!) {\n    askAbsence(input: $input) { absence { id state } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation AskAbsence($input: AskAbsenceInput!) {\n    askAbsence(input: $input) { absence { id state } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AbsenceSheet($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Absence {\n        id\n        version\n        staff { id name title }\n        kind\n        from\n        until\n        reason\n        askedBy { id name }\n        askedAt\n        state\n        decidedBy { id name }\n        decidedAt\n        decisionReason\n        noteDueAt\n        allowedActs\n        lists {\n          id\n          post { id name }\n          from { id name }\n          to { id name title }\n          lines { caseId receiptNo dueAt note }\n          linesNow { caseId receiptNo dueAt note }\n          things { kind name note }\n          note\n          writtenAt\n          acceptedAt\n          done { id receiptNo number kind at actor { id name } reason facts }\n        }\n        events { id number kind at actor { id name } reason facts hash }\n        papers { kind subjectId number draft sizes }\n        printed { id kind number draft printedAt printedBy { id name } path }\n      }\n    }\n  }\n"): (typeof documents)["\n  query AbsenceSheet($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Absence {\n        id\n        version\n        staff { id name title }\n        kind\n        from\n        until\n        reason\n        askedBy { id name }\n        askedAt\n        state\n        decidedBy { id name }\n        decidedAt\n        decisionReason\n        noteDueAt\n        allowedActs\n        lists {\n          id\n          post { id name }\n          from { id name }\n          to { id name title }\n          lines { caseId receiptNo dueAt note }\n          linesNow { caseId receiptNo dueAt note }\n          things { kind name note }\n          note\n          writtenAt\n          acceptedAt\n          done { id receiptNo number kind at actor { id name } reason facts }\n        }\n        events { id number kind at actor { id name } reason facts hash }\n        papers { kind subjectId number draft sizes }\n        printed { id kind number draft printedAt printedBy { id name } path }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AbsenceAfter on Absence {\n    id\n    version\n    state\n    until\n    noteDueAt\n    allowedActs\n    papers { kind subjectId number draft sizes }\n    lists {\n      id\n      lines { caseId receiptNo dueAt note }\n      linesNow { caseId receiptNo dueAt note }\n      things { kind name note }\n      note\n      writtenAt\n      acceptedAt\n    }\n  }\n"): (typeof documents)["\n  fragment AbsenceAfter on Absence {\n    id\n    version\n    state\n    until\n    noteDueAt\n    allowedActs\n    papers { kind subjectId number draft sizes }\n    lists {\n      id\n      lines { caseId receiptNo dueAt note }\n      linesNow { caseId receiptNo dueAt note }\n      things { kind name note }\n      note\n      writtenAt\n      acceptedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WriteList($input: WriteHandOverListInput!) {\n    writeHandOverList(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation WriteList($input: WriteHandOverListInput!) {\n    writeHandOverList(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptList($input: AcceptHandOverListInput!) {\n    acceptHandOverList(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation AcceptList($input: AcceptHandOverListInput!) {\n    acceptHandOverList(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecideAbsence($input: DecideAbsenceInput!) {\n    decideAbsence(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation DecideAbsence($input: DecideAbsenceInput!) {\n    decideAbsence(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawAbsence($input: WithdrawAbsenceInput!) {\n    withdrawAbsence(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation WithdrawAbsence($input: WithdrawAbsenceInput!) {\n    withdrawAbsence(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReturnToDuty($input: ReturnToDutyInput!) {\n    returnToDuty(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation ReturnToDuty($input: ReturnToDutyInput!) {\n    returnToDuty(input: $input) { absence { ...AbsenceAfter } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BreachesPage($states: [BreachState!], $kinds: [BreachKind!], $first: Int, $after: Cursor) {\n    breaches(states: $states, kinds: $kinds, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          clause\n          state\n          measure\n          person { id name title }\n          foundAt\n          reportedBy { id name }\n          facts\n          case { id receiptNo matter demand }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query BreachesPage($states: [BreachState!], $kinds: [BreachKind!], $first: Int, $after: Cursor) {\n    breaches(states: $states, kinds: $kinds, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          kind\n          clause\n          state\n          measure\n          person { id name title }\n          foundAt\n          reportedBy { id name }\n          facts\n          case { id receiptNo matter demand }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BreachSheet on Breach {\n    id\n    version\n    kind\n    clause\n    state\n    person { id name title }\n    foundAt\n    reportedBy { id name }\n    facts\n    case { id receiptNo matter demand }\n    statement\n    waived\n    heardAt\n    heardBy { id name }\n    proposal { measure before }\n    proposed\n    measure\n    decisionReason\n    decidedBy { id name }\n    decidedAt\n    suspension { id from until state }\n    proof\n    carriedOutAt\n    carriedOutBy { id name }\n    closedAt\n    closedBy { id name }\n    appeal\n    appealedAt\n    appealOutcome\n    appealReason\n    appealDecidedBy { id name }\n    appealDecidedAt\n    parent { id kind person { id name } }\n    leadership { id person { id name } }\n    allowedActs\n    events { id kind facts }\n  }\n"): (typeof documents)["\n  fragment BreachSheet on Breach {\n    id\n    version\n    kind\n    clause\n    state\n    person { id name title }\n    foundAt\n    reportedBy { id name }\n    facts\n    case { id receiptNo matter demand }\n    statement\n    waived\n    heardAt\n    heardBy { id name }\n    proposal { measure before }\n    proposed\n    measure\n    decisionReason\n    decidedBy { id name }\n    decidedAt\n    suspension { id from until state }\n    proof\n    carriedOutAt\n    carriedOutBy { id name }\n    closedAt\n    closedBy { id name }\n    appeal\n    appealedAt\n    appealOutcome\n    appealReason\n    appealDecidedBy { id name }\n    appealDecidedAt\n    parent { id kind person { id name } }\n    leadership { id person { id name } }\n    allowedActs\n    events { id kind facts }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BreachPage($id: ID!) {\n    node(id: $id) { __typename id ... on Breach { ...BreachSheet } }\n  }\n"): (typeof documents)["\n  query BreachPage($id: ID!) {\n    node(id: $id) { __typename id ... on Breach { ...BreachSheet } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HearBreach($input: HearBreachInput!) { hearBreach(input: $input) { breach { id state } clientMutationId } }\n"): (typeof documents)["\n  mutation HearBreach($input: HearBreachInput!) { hearBreach(input: $input) { breach { id state } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecideBreach($input: DecideBreachInput!) { decideBreach(input: $input) { breach { id state } clientMutationId } }\n"): (typeof documents)["\n  mutation DecideBreach($input: DecideBreachInput!) { decideBreach(input: $input) { breach { id state } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CarryOutBreach($input: CarryOutBreachInput!) { carryOutBreach(input: $input) { breach { id state } clientMutationId } }\n"): (typeof documents)["\n  mutation CarryOutBreach($input: CarryOutBreachInput!) { carryOutBreach(input: $input) { breach { id state } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseBreach($input: CloseBreachInput!) { closeBreach(input: $input) { breach { id state } clientMutationId } }\n"): (typeof documents)["\n  mutation CloseBreach($input: CloseBreachInput!) { closeBreach(input: $input) { breach { id state } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AppealBreach($input: AppealBreachInput!) { appealBreach(input: $input) { breach { id state } clientMutationId } }\n"): (typeof documents)["\n  mutation AppealBreach($input: AppealBreachInput!) { appealBreach(input: $input) { breach { id state } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecideAppeal($input: DecideAppealInput!) { decideAppeal(input: $input) { breach { id state } clientMutationId } }\n"): (typeof documents)["\n  mutation DecideAppeal($input: DecideAppealInput!) { decideAppeal(input: $input) { breach { id state } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GiftsPage($open: Boolean, $first: Int, $after: Cursor) {\n    gifts(open: $open, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          version\n          person { id name title }\n          kind\n          what\n          giver\n          value\n          returned\n          foundAt\n          registeredBy { id name }\n          closedAt\n          breach { id state }\n          returns { id amount way proof returnedAt recordedBy { id name } }\n          mayReturn\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query GiftsPage($open: Boolean, $first: Int, $after: Cursor) {\n    gifts(open: $open, first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          version\n          person { id name title }\n          kind\n          what\n          giver\n          value\n          returned\n          foundAt\n          registeredBy { id name }\n          closedAt\n          breach { id state }\n          returns { id amount way proof returnedAt recordedBy { id name } }\n          mayReturn\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GiftStaff { staff { id name pinyin title duty roles } }\n"): (typeof documents)["\n  query GiftStaff { staff { id name pinyin title duty roles } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterGift($input: RegisterGiftInput!) { registerGift(input: $input) { gift { id } clientMutationId } }\n"): (typeof documents)["\n  mutation RegisterGift($input: RegisterGiftInput!) { registerGift(input: $input) { gift { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReturnGift($input: ReturnGiftInput!) { returnGift(input: $input) { gift { id version } clientMutationId } }\n"): (typeof documents)["\n  mutation ReturnGift($input: ReturnGiftInput!) { returnGift(input: $input) { gift { id version } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CalendarYearPage($year: Int!) {\n    calendarYear(year: $year) {\n      year\n      provisional\n      workingDays\n      notice { title number published source }\n      days { date working kind name source provisional }\n    }\n  }\n"): (typeof documents)["\n  query CalendarYearPage($year: Int!) {\n    calendarYear(year: $year) {\n      year\n      provisional\n      workingDays\n      notice { title number published source }\n      days { date working kind name source provisional }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JournalCheckpoints {\n    journalCheckpoints { community { id name } size root at note }\n  }\n"): (typeof documents)["\n  query JournalCheckpoints {\n    journalCheckpoints { community { id name } size root at note }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExplainDeadline($from: Date!, $workingDays: Int!) {\n    explainDeadline(from: $from, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n"): (typeof documents)["\n  query ExplainDeadline($from: Date!, $workingDays: Int!) {\n    explainDeadline(from: $from, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetCalendarDay($input: SetCalendarDayInput!) {\n    setCalendarDay(input: $input) { day { date working kind name source provisional } recomputed kept clientMutationId }\n  }\n"): (typeof documents)["\n  mutation SetCalendarDay($input: SetCalendarDayInput!) {\n    setCalendarDay(input: $input) { day { date working kind name source provisional } recomputed kept clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveCalendarDay($input: RemoveCalendarDayInput!) {\n    removeCalendarDay(input: $input) { day { date working kind name source provisional } recomputed kept clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RemoveCalendarDay($input: RemoveCalendarDayInput!) {\n    removeCalendarDay(input: $input) { day { date working kind name source provisional } recomputed kept clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CasePromise on Promise {\n    id\n    number\n    madeAt\n    madeBy { id name }\n    startAt\n    workingDays\n    dueAt\n    provisional\n    toldAt\n    toldWay\n    origin\n    current\n    result\n    explanation { ...Explain_DeadlineExplanation }\n  }\n"): (typeof documents)["\n  fragment CasePromise on Promise {\n    id\n    number\n    madeAt\n    madeBy { id name }\n    startAt\n    workingDays\n    dueAt\n    provisional\n    toldAt\n    toldWay\n    origin\n    current\n    result\n    explanation { ...Explain_DeadlineExplanation }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseSheet on Case {\n    id\n    ...ActTarget_Case\n    receiptNo\n    status\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    firstResponder { id name ...StaffName_Staff }\n    responsible { id name ...StaffName_Staff }\n    responsibleRole\n    holder { id name ...StaffName_Staff }\n    anonymous\n    contactWayMasked\n    contactRevealable\n    resident { id name sex birthDate phoneMasked idNumberMasked address tags }\n    item { id code version name kind limitDays immediate fee materials { name copies form issuedBy why sample required } legalBasis }\n    post { id name window a { id name ...StaffName_Staff } b { id name ...StaffName_Staff } onDuty { id name } }\n    situation\n    demand\n    outcome\n    guidedTo { id name address phone hours website }\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n    materialsCompleteAt\n    missingMaterials\n    promise { id ...CasePromise }\n    promises { id number ...CasePromise }\n    handOver { id }\n    handOvers {\n      id\n      from { id name }\n      to { id name }\n      explanation\n      offeredAt\n      answerBy\n      state\n      answeredAt\n      returnReason\n    }\n    report {\n      id\n      reporter { id name }\n      superior { id name }\n      reason\n      reportedAt\n      decideBy\n      state\n      decidedAt\n      decidedBy { id name }\n      instructions\n    }\n    extension { id state }\n    extensions {\n      id\n      askedBy { id name }\n      askedAt\n      reason\n      workingDays\n      oldDueAt\n      newDueAt\n      state\n      decidedBy { id name }\n      decidedAt\n      decisionReason\n      toldAt\n      toldBy { id name }\n      toldWay\n    }\n    matter\n    topic\n    about { id name title }\n    aboutCase { id receiptNo status demand item { id name } }\n    upheld\n    notices { id number missing reason toldWay givenBy { id name } givenAt second }\n    pieces {\n      id\n      name\n      form\n      count\n      condition\n      place\n      state\n      takenAt\n      takenBy { id name }\n      returnedAt\n      returnedBy { id name }\n      signedBy\n      reportedAs\n      report\n      reportedAt\n      reportedBy { id name }\n    }\n    piecesHeld\n    charges { id amount billNo chargedAt chargedBy { id name } }\n    charged\n    attachments { id name kind size attachedAt attachedBy { id name } path }\n    printed { id kind number draft printedAt printedBy { id name } path }\n    papers { kind subjectId number draft sizes }\n    breaches {\n      id\n      kind\n      clause\n      person { id name }\n      foundAt\n      reportedBy { id name }\n      facts\n    }\n    callBackAskedAt\n    callBackResult\n    allowedActs\n    version\n  }\n"): (typeof documents)["\n  fragment CaseSheet on Case {\n    id\n    ...ActTarget_Case\n    receiptNo\n    status\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    firstResponder { id name ...StaffName_Staff }\n    responsible { id name ...StaffName_Staff }\n    responsibleRole\n    holder { id name ...StaffName_Staff }\n    anonymous\n    contactWayMasked\n    contactRevealable\n    resident { id name sex birthDate phoneMasked idNumberMasked address tags }\n    item { id code version name kind limitDays immediate fee materials { name copies form issuedBy why sample required } legalBasis }\n    post { id name window a { id name ...StaffName_Staff } b { id name ...StaffName_Staff } onDuty { id name } }\n    situation\n    demand\n    outcome\n    guidedTo { id name address phone hours website }\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n    materialsCompleteAt\n    missingMaterials\n    promise { id ...CasePromise }\n    promises { id number ...CasePromise }\n    handOver { id }\n    handOvers {\n      id\n      from { id name }\n      to { id name }\n      explanation\n      offeredAt\n      answerBy\n      state\n      answeredAt\n      returnReason\n    }\n    report {\n      id\n      reporter { id name }\n      superior { id name }\n      reason\n      reportedAt\n      decideBy\n      state\n      decidedAt\n      decidedBy { id name }\n      instructions\n    }\n    extension { id state }\n    extensions {\n      id\n      askedBy { id name }\n      askedAt\n      reason\n      workingDays\n      oldDueAt\n      newDueAt\n      state\n      decidedBy { id name }\n      decidedAt\n      decisionReason\n      toldAt\n      toldBy { id name }\n      toldWay\n    }\n    matter\n    topic\n    about { id name title }\n    aboutCase { id receiptNo status demand item { id name } }\n    upheld\n    notices { id number missing reason toldWay givenBy { id name } givenAt second }\n    pieces {\n      id\n      name\n      form\n      count\n      condition\n      place\n      state\n      takenAt\n      takenBy { id name }\n      returnedAt\n      returnedBy { id name }\n      signedBy\n      reportedAs\n      report\n      reportedAt\n      reportedBy { id name }\n    }\n    piecesHeld\n    charges { id amount billNo chargedAt chargedBy { id name } }\n    charged\n    attachments { id name kind size attachedAt attachedBy { id name } path }\n    printed { id kind number draft printedAt printedBy { id name } path }\n    papers { kind subjectId number draft sizes }\n    breaches {\n      id\n      kind\n      clause\n      person { id name }\n      foundAt\n      reportedBy { id name }\n      facts\n    }\n    callBackAskedAt\n    callBackResult\n    allowedActs\n    version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseSheet($receiptNo: String!) {\n    case(receiptNo: $receiptNo) { ...CaseSheet }\n  }\n"): (typeof documents)["\n  query CaseSheet($receiptNo: String!) {\n    case(receiptNo: $receiptNo) { ...CaseSheet }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CaseEventLine on CaseEvent {\n    id\n    cursor\n    number\n    kind\n    at\n    actor { id name }\n    reason\n    facts\n    responsible { id name }\n    hash\n  }\n"): (typeof documents)["\n  fragment CaseEventLine on CaseEvent {\n    id\n    cursor\n    number\n    kind\n    at\n    actor { id name }\n    reason\n    facts\n    responsible { id name }\n    hash\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CaseEventsPage($id: ID!, $first: Int!, $after: Cursor) {\n    case(id: $id) {\n      id\n      events(first: $first, after: $after) {\n        edges { cursor node { ...CaseEventLine } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"): (typeof documents)["\n  query CaseEventsPage($id: ID!, $first: Int!, $after: Cursor) {\n    case(id: $id) {\n      id\n      events(first: $first, after: $after) {\n        edges { cursor node { ...CaseEventLine } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription CaseEvents($caseId: ID!, $after: Cursor) {\n    caseEvents(caseId: $caseId, after: $after) { cursor ...CaseEventLine }\n  }\n"): (typeof documents)["\n  subscription CaseEvents($caseId: ID!, $after: Cursor) {\n    caseEvents(caseId: $caseId, after: $after) { cursor ...CaseEventLine }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevealResident($input: RevealResidentInput!) {\n    revealResident(input: $input) { value clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RevealResident($input: RevealResidentInput!) {\n    revealResident(input: $input) { value clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevealContact($input: RevealContactInput!) {\n    revealContact(input: $input) { value clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RevealContact($input: RevealContactInput!) {\n    revealContact(input: $input) { value clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CoveragePage {\n    coverage(weeks: 6) {\n      from\n      weeks\n      posts {\n        post { id name window a { id name } b { id name } }\n        halfDays { date morning onDuty { id name } role gap unqualified }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CoveragePage {\n    coverage(weeks: 6) {\n      from\n      weeks\n      posts {\n        post { id name window a { id name } b { id name } }\n        halfDays { date morning onDuty { id name } role gap unqualified }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DirectoryPage($search: String) {\n    departments(search: $search, first: 100) { id code name address phone hours website duties }\n  }\n"): (typeof documents)["\n  query DirectoryPage($search: String) {\n    departments(search: $search, first: 100) { id code name address phone hours website duties }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveDepartment($input: SaveDepartmentInput!) {\n    saveDepartment(input: $input) {\n      department { id code name address phone hours website duties }\n      clientMutationId\n    }\n  }\n"): (typeof documents)["\n  mutation SaveDepartment($input: SaveDepartmentInput!) {\n    saveDepartment(input: $input) {\n      department { id code name address phone hours website duties }\n      clientMutationId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DisclosurePage {\n    viewer {\n      community { id disclosure { organisation duties procedure supervision hours address phone } }\n    }\n  }\n"): (typeof documents)["\n  query DisclosurePage {\n    viewer {\n      community { id disclosure { organisation duties procedure supervision hours address phone } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetDisclosure($input: SetDisclosureInput!) {\n    setDisclosure(input: $input) {\n      community { id disclosure { organisation duties procedure supervision hours address phone } }\n      clientMutationId\n    }\n  }\n"): (typeof documents)["\n  mutation SetDisclosure($input: SetDisclosureInput!) {\n    setDisclosure(input: $input) {\n      community { id disclosure { organisation duties procedure supervision hours address phone } }\n      clientMutationId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment InboxCase on Case {\n    id\n    ...ActTarget_Case\n    receiptNo\n    status\n    standing\n    extended\n    matter\n    demand\n    situation\n    channel\n    resident { id name }\n    anonymous\n    clock\n    dueAt\n    workingSecondsLeft\n    responsible { id name }\n    promise { id dueAt }\n  }\n"): (typeof documents)["\n  fragment InboxCase on Case {\n    id\n    ...ActTarget_Case\n    receiptNo\n    status\n    standing\n    extended\n    matter\n    demand\n    situation\n    channel\n    resident { id name }\n    anonymous\n    clock\n    dueAt\n    workingSecondsLeft\n    responsible { id name }\n    promise { id dueAt }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query InboxPage {\n    inbox {\n      offers { id from { id name title } explanation offeredAt answerBy case { id allowedActs ...InboxCase } }\n      reports { id reporter { id name title } reason reportedAt decideBy case { id allowedActs ...InboxCase } }\n      extensions {\n        id\n        askedBy { id name title }\n        askedAt\n        reason\n        workingDays\n        oldDueAt\n        newDueAt\n        case { id allowedActs ...InboxCase }\n      }\n      toTell {\n        id\n        reason\n        workingDays\n        oldDueAt\n        newDueAt\n        decidedBy { id name }\n        decidedAt\n        decisionReason\n        case { id allowedActs ...InboxCase }\n      }\n    }\n  }\n"): (typeof documents)["\n  query InboxPage {\n    inbox {\n      offers { id from { id name title } explanation offeredAt answerBy case { id allowedActs ...InboxCase } }\n      reports { id reporter { id name title } reason reportedAt decideBy case { id allowedActs ...InboxCase } }\n      extensions {\n        id\n        askedBy { id name title }\n        askedAt\n        reason\n        workingDays\n        oldDueAt\n        newDueAt\n        case { id allowedActs ...InboxCase }\n      }\n      toTell {\n        id\n        reason\n        workingDays\n        oldDueAt\n        newDueAt\n        decidedBy { id name }\n        decidedAt\n        decisionReason\n        case { id allowedActs ...InboxCase }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IntakeResident on Resident {\n    id\n    name\n    pinyin\n    idNumberMasked\n    phoneMasked\n    address\n    tags\n  }\n"): (typeof documents)["\n  fragment IntakeResident on Resident {\n    id\n    name\n    pinyin\n    idNumberMasked\n    phoneMasked\n    address\n    tags\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IntakeItem on Item {\n    id\n    code\n    name\n    kind\n    limitDays\n    immediate\n    fee\n    materials { name copies form issuedBy why sample required }\n    legalBasis\n    post { id name window onDuty { id name } }\n    department { id name address phone hours website }\n  }\n"): (typeof documents)["\n  fragment IntakeItem on Item {\n    id\n    code\n    name\n    kind\n    limitDays\n    immediate\n    fee\n    materials { name copies form issuedBy why sample required }\n    legalBasis\n    post { id name window onDuty { id name } }\n    department { id name address phone hours website }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IntakeDepartment on Department { id name address phone hours website duties }\n"): (typeof documents)["\n  fragment IntakeDepartment on Department { id name address phone hours website duties }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IntakeCase on Case {\n    id\n    receiptNo\n    status\n    open\n    version\n    dueAt\n    clock\n    workingSecondsLeft\n    responsible { id name }\n    post { id name onDuty { id name } }\n    promise { id dueAt explanation { ...Explain_DeadlineExplanation } }\n    papers { kind subjectId number draft sizes }\n    allowedActs\n  }\n"): (typeof documents)["\n  fragment IntakeCase on Case {\n    id\n    receiptNo\n    status\n    open\n    version\n    dueAt\n    clock\n    workingSecondsLeft\n    responsible { id name }\n    post { id name onDuty { id name } }\n    promise { id dueAt explanation { ...Explain_DeadlineExplanation } }\n    papers { kind subjectId number draft sizes }\n    allowedActs\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindResidents($search: String!) {\n    residents(search: $search, first: 8) { ...IntakeResident }\n  }\n"): (typeof documents)["\n  query FindResidents($search: String!) {\n    residents(search: $search, first: 8) { ...IntakeResident }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IntakeResidentById($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Resident {\n        ...IntakeResident\n        recentCases { id receiptNo demand status open }\n      }\n    }\n  }\n"): (typeof documents)["\n  query IntakeResidentById($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Resident {\n        ...IntakeResident\n        recentCases { id receiptNo demand status open }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindItems($search: String) {\n    items(search: $search, first: 8) { ...IntakeItem }\n  }\n"): (typeof documents)["\n  query FindItems($search: String) {\n    items(search: $search, first: 8) { ...IntakeItem }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IntakeItemById($id: ID!) {\n    node(id: $id) { __typename ... on Item { ...IntakeItem } }\n  }\n"): (typeof documents)["\n  query IntakeItemById($id: ID!) {\n    node(id: $id) { __typename ... on Item { ...IntakeItem } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindDepartments($search: String) {\n    departments(search: $search, first: 8) { ...IntakeDepartment }\n  }\n"): (typeof documents)["\n  query FindDepartments($search: String) {\n    departments(search: $search, first: 8) { ...IntakeDepartment }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PreviewPromise($itemId: ID, $workingDays: Int!) {\n    previewPromise(itemId: $itemId, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n"): (typeof documents)["\n  query PreviewPromise($itemId: ID, $workingDays: Int!) {\n    previewPromise(itemId: $itemId, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IntakeCaseById($id: ID!) {\n    case(id: $id) { ...IntakeCase }\n  }\n"): (typeof documents)["\n  query IntakeCaseById($id: ID!) {\n    case(id: $id) { ...IntakeCase }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterResident($input: RegisterResidentInput!) {\n    registerResident(input: $input) { resident { ...IntakeResident } existed clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RegisterResident($input: RegisterResidentInput!) {\n    registerResident(input: $input) { resident { ...IntakeResident } existed clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenCase($input: OpenCaseInput!) {\n    openCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation OpenCase($input: OpenCaseInput!) {\n    openCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntakeResolve($input: ResolveOnSpotInput!) {\n    resolveOnSpot(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation IntakeResolve($input: ResolveOnSpotInput!) {\n    resolveOnSpot(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntakePromise($input: PromiseCaseInput!) {\n    promiseCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation IntakePromise($input: PromiseCaseInput!) {\n    promiseCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntakeReport($input: ReportCaseInput!) {\n    reportCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation IntakeReport($input: ReportCaseInput!) {\n    reportCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntakeGuide($input: GuideCaseInput!) {\n    guideCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation IntakeGuide($input: GuideCaseInput!) {\n    guideCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntakeRefuse($input: RefuseCaseInput!) {\n    refuseCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation IntakeRefuse($input: RefuseCaseInput!) {\n    refuseCase(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntakeMaterials($input: RequestMaterialsInput!) {\n    requestMaterials(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation IntakeMaterials($input: RequestMaterialsInput!) {\n    requestMaterials(input: $input) { case { ...IntakeCase } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ItemRow on Item {\n    id\n    code\n    version\n    name\n    kind\n    limitDays\n    immediate\n    fee\n    channels\n    validFrom\n    retiredFrom\n    post { id name window }\n    department { id name phone }\n  }\n"): (typeof documents)["\n  fragment ItemRow on Item {\n    id\n    code\n    version\n    name\n    kind\n    limitDays\n    immediate\n    fee\n    channels\n    validFrom\n    retiredFrom\n    post { id name window }\n    department { id name phone }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ItemsPage($search: String, $kind: ItemKind, $includeRetired: Boolean) {\n    items(search: $search, kind: $kind, includeRetired: $includeRetired, first: 100) { ...ItemRow id }\n  }\n"): (typeof documents)["\n  query ItemsPage($search: String, $kind: ItemKind, $includeRetired: Boolean) {\n    items(search: $search, kind: $kind, includeRetired: $includeRetired, first: 100) { ...ItemRow id }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ItemSheet on Item {\n    id\n    code\n    version\n    name\n    kind\n    limitDays\n    immediate\n    fee\n    channels\n    materials { name copies form issuedBy why sample required }\n    steps\n    legalBasis\n    maxExtensions\n    maxExtensionDays\n    validFrom\n    retiredFrom\n    post { id name window onDuty { id name } }\n    department { id name address phone hours website }\n    forms { id title name format size path publishedAt publishedBy { id name } }\n    versions {\n      id\n      version\n      name\n      kind\n      limitDays\n      immediate\n      fee\n      channels\n      materials { name copies form issuedBy why sample required }\n      steps\n      legalBasis\n      maxExtensions\n      maxExtensionDays\n      validFrom\n      retiredFrom\n      post { id name }\n      department { id name }\n    }\n  }\n"): (typeof documents)["\n  fragment ItemSheet on Item {\n    id\n    code\n    version\n    name\n    kind\n    limitDays\n    immediate\n    fee\n    channels\n    materials { name copies form issuedBy why sample required }\n    steps\n    legalBasis\n    maxExtensions\n    maxExtensionDays\n    validFrom\n    retiredFrom\n    post { id name window onDuty { id name } }\n    department { id name address phone hours website }\n    forms { id title name format size path publishedAt publishedBy { id name } }\n    versions {\n      id\n      version\n      name\n      kind\n      limitDays\n      immediate\n      fee\n      channels\n      materials { name copies form issuedBy why sample required }\n      steps\n      legalBasis\n      maxExtensions\n      maxExtensionDays\n      validFrom\n      retiredFrom\n      post { id name }\n      department { id name }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ItemSheetById($id: ID!) {\n    node(id: $id) { __typename ... on Item { id ...ItemSheet } }\n  }\n"): (typeof documents)["\n  query ItemSheetById($id: ID!) {\n    node(id: $id) { __typename ... on Item { id ...ItemSheet } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ItemChoices {\n    posts { id name window }\n    departments(first: 100) { id name }\n  }\n"): (typeof documents)["\n  query ItemChoices {\n    posts { id name window }\n    departments(first: 100) { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishItem($input: PublishItemInput!) {\n    publishItem(input: $input) { item { ...ItemSheet } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation PublishItem($input: PublishItemInput!) {\n    publishItem(input: $input) { item { ...ItemSheet } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetireItem($input: RetireItemInput!) {\n    retireItem(input: $input) { item { ...ItemSheet } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RetireItem($input: RetireItemInput!) {\n    retireItem(input: $input) { item { ...ItemSheet } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeDownForm($input: RemovePublicFileInput!) {\n    removePublicFile(input: $input) { file { id title path } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation TakeDownForm($input: RemovePublicFileInput!) {\n    removePublicFile(input: $input) { file { id title path } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QueueRow_Case on Case {\n    id\n    receiptNo\n    status\n    matter\n    about { id name }\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    anonymous\n    resident { id name }\n    item { id name }\n    post { id name }\n    responsible { id name duty }\n    responsibleRole\n    demand\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n  }\n"): (typeof documents)["\n  fragment QueueRow_Case on Case {\n    id\n    receiptNo\n    status\n    matter\n    about { id name }\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    anonymous\n    resident { id name }\n    item { id name }\n    post { id name }\n    responsible { id name duty }\n    responsibleRole\n    demand\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Queue($filter: CaseFilter, $order: CaseOrder, $first: Int, $after: Cursor) {\n    cases(filter: $filter, order: $order, first: $first, after: $after) {\n      edges { cursor node { id ...QueueRow_Case } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query Queue($filter: CaseFilter, $order: CaseOrder, $first: Int, $after: Cursor) {\n    cases(filter: $filter, order: $order, first: $first, after: $after) {\n      edges { cursor node { id ...QueueRow_Case } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QueueChoices {\n    posts { id name }\n    items(first: 100) { id code name }\n  }\n"): (typeof documents)["\n  query QueueChoices {\n    posts { id name }\n    items(first: 100) { id code name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StandingIn($me: ID!) {\n    standingIn { id staff { id name } kind until lists { id to { id } linesNow { caseId } } }\n    absences(staffId: $me, states: [ENDED], first: 1) {\n      edges { node { id until lists { id done { id } } } }\n    }\n  }\n"): (typeof documents)["\n  query StandingIn($me: ID!) {\n    standingIn { id staff { id name } kind until lists { id to { id } linesNow { caseId } } }\n    absences(staffId: $me, states: [ENDED], first: 1) {\n      edges { node { id until lists { id done { id } } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RatingsPage($first: Int, $after: Cursor) {\n    ratings(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          level\n          tags\n          comment\n          ratedAt\n          about { id name title }\n          case { id receiptNo demand }\n          matter { id receiptNo open status }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query RatingsPage($first: Int, $after: Cursor) {\n    ratings(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          level\n          tags\n          comment\n          ratedAt\n          about { id name title }\n          case { id receiptNo demand }\n          matter { id receiptNo open status }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RatingSums {\n    ratingSums {\n      total\n      levels { level count }\n      items { code name total levels { level count } community { id name } }\n      posts { code name total levels { level count } community { id name } }\n    }\n  }\n"): (typeof documents)["\n  query RatingSums {\n    ratingSums {\n      total\n      levels { level count }\n      items { code name total levels { level count } community { id name } }\n      posts { code name total levels { level count } community { id name } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpenMatters {\n    cases(filter: { open: true, matter: [COMPLAINT, BAD_RATING] }, order: DUE, first: 50) {\n      edges {\n        node {\n          id\n          receiptNo\n          matter\n          topic\n          status\n          demand\n          openedAt\n          dueAt\n          standing\n          extended\n          workingSecondsLeft\n          about { id name title }\n          aboutCase { id receiptNo }\n          responsible { id name }\n        }\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query OpenMatters {\n    cases(filter: { open: true, matter: [COMPLAINT, BAD_RATING] }, order: DUE, first: 50) {\n      edges {\n        node {\n          id\n          receiptNo\n          matter\n          topic\n          status\n          demand\n          openedAt\n          dueAt\n          standing\n          extended\n          workingSecondsLeft\n          about { id name title }\n          aboutCase { id receiptNo }\n          responsible { id name }\n        }\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyRatings {\n    myRatings { level count }\n  }\n"): (typeof documents)["\n  query MyRatings {\n    myRatings { level count }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StaffPage {\n    posts {\n      id\n      code\n      name\n      duties\n      window\n      a { ...StaffName_Staff id name duty }\n      b { ...StaffName_Staff id name duty }\n      onDuty { id name }\n      aMustMaster\n      bMustKnow\n      lacking { a b }\n      version\n    }\n    staff(includeLeft: false) {\n      ...StaffName_Staff\n      id\n      name\n      familyName\n      disclosed\n      portrait { id path }\n      pinyin\n      title\n      roles\n      duty\n      login\n      superior { id name }\n      posts { id name a { id } }\n    }\n  }\n"): (typeof documents)["\n  query StaffPage {\n    posts {\n      id\n      code\n      name\n      duties\n      window\n      a { ...StaffName_Staff id name duty }\n      b { ...StaffName_Staff id name duty }\n      onDuty { id name }\n      aMustMaster\n      bMustKnow\n      lacking { a b }\n      version\n    }\n    staff(includeLeft: false) {\n      ...StaffName_Staff\n      id\n      name\n      familyName\n      disclosed\n      portrait { id path }\n      pinyin\n      title\n      roles\n      duty\n      login\n      superior { id name }\n      posts { id name a { id } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetLeft($input: SetLeftInput!) {\n    setLeft(input: $input) { staff { ...StaffName_Staff id duty } movedCases clientMutationId }\n  }\n"): (typeof documents)["\n  mutation SetLeft($input: SetLeftInput!) {\n    setLeft(input: $input) { staff { ...StaffName_Staff id duty } movedCases clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeDownPortrait($input: RemovePublicFileInput!) {\n    removePublicFile(input: $input) { file { id path } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation TakeDownPortrait($input: RemovePublicFileInput!) {\n    removePublicFile(input: $input) { file { id path } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SavePost($input: SavePostInput!) {\n    savePost(input: $input) { post { id version } movedCases clientMutationId }\n  }\n"): (typeof documents)["\n  mutation SavePost($input: SavePostInput!) {\n    savePost(input: $input) { post { id version } movedCases clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordStudy($input: RecordStudyInput!) {\n    recordStudy(input: $input) { post { id lacking { a b } } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RecordStudy($input: RecordStudyInput!) {\n    recordStudy(input: $input) { post { id lacking { a b } } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PostStudies($id: ID!) {\n    node(id: $id) {\n      ... on Post {\n        id\n        studies { id staff { id name } subject kind date passed }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PostStudies($id: ID!) {\n    node(id: $id) {\n      ... on Post {\n        id\n        studies { id staff { id name } subject kind date passed }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;