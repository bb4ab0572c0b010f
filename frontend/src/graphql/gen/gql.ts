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
    "\n  query MyWarnings {\n    myWarnings(first: 50) { cursor eventId kind caseId receiptNo recordId about title at dueAt responsible { id name } }\n  }\n": typeof types.MyWarningsDocument,
    "\n  subscription DeskEvents($after: Cursor) {\n    deskEvents(after: $after) { cursor eventId kind caseId recordId receiptNo at actorId responsibleId forViewer }\n  }\n": typeof types.DeskEventsDocument,
    "\n  subscription DeadlineEvents($after: Cursor) {\n    deadlineEvents(after: $after) { cursor eventId kind caseId receiptNo recordId about title at dueAt responsible { id name } }\n  }\n": typeof types.DeadlineEventsDocument,
    "\n  mutation MoveClock($input: MoveClockInput!) {\n    moveClock(input: $input) { now clientMutationId }\n  }\n": typeof types.MoveClockDocument,
    "\n  query PaletteData($search: String!) {\n    residents(search: $search, first: 5) { id name phoneMasked recentCases { id receiptNo } }\n    items(search: $search, first: 5) { id code name }\n    departments(search: $search, first: 5) { id name phone }\n    cases(filter: { search: $search }, first: 5) { edges { node { id receiptNo demand } } }\n  }\n": typeof types.PaletteDataDocument,
    "\n  fragment Explain_DeadlineExplanation on DeadlineExplanation {\n    from\n    workingDays\n    dueAt\n    provisional\n    steps { date counted ordinal reason name provisional }\n  }\n": typeof types.Explain_DeadlineExplanationFragmentDoc,
    "\n  query PartnerPick($search: String!) { partners(search: $search, first: 50) { edges { node { id name } } } }\n": typeof types.PartnerPickDocument,
    "\n  mutation PublishPicture($input: PublishPictureInput!) { publishPicture(input: $input) { picture { id published } clientMutationId } }\n": typeof types.PublishPictureDocument,
    "\n  mutation RemovePicture($input: RemovePictureInput!) { removePicture(input: $input) { picture { id } clientMutationId } }\n": typeof types.RemovePictureDocument,
    "\n  fragment RecordJournal_Event on RecordEvent { id number kind at actor { id name } partner { id name } reason facts }\n": typeof types.RecordJournal_EventFragmentDoc,
    "\n  query ResidentFind($search: String!) { residents(search: $search, first: 8) { id name phoneMasked address } }\n": typeof types.ResidentFindDocument,
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
    "\n  fragment CaseSheet on Case {\n    id\n    ...ActTarget_Case\n    receiptNo\n    status\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    firstResponder { id name ...StaffName_Staff }\n    responsible { id name ...StaffName_Staff }\n    responsibleRole\n    projects { id number title stage plannedUntil }\n    holder { id name ...StaffName_Staff }\n    anonymous\n    contactWayMasked\n    contactRevealable\n    resident { id name sex birthDate phoneMasked idNumberMasked address tags }\n    item { id code version name kind limitDays immediate fee materials { name copies form issuedBy why sample required } legalBasis }\n    post { id name window a { id name ...StaffName_Staff } b { id name ...StaffName_Staff } onDuty { id name } }\n    situation\n    demand\n    outcome\n    guidedTo { id name address phone hours website }\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n    green\n    materialsCompleteAt\n    missingMaterials\n    promise { id ...CasePromise }\n    promises { id number ...CasePromise }\n    handOver { id }\n    handOvers {\n      id\n      from { id name }\n      to { id name }\n      explanation\n      offeredAt\n      answerBy\n      state\n      answeredAt\n      returnReason\n    }\n    report {\n      id\n      reporter { id name }\n      superior { id name }\n      reason\n      reportedAt\n      decideBy\n      state\n      decidedAt\n      decidedBy { id name }\n      instructions\n    }\n    extension { id state }\n    extensions {\n      id\n      askedBy { id name }\n      askedAt\n      reason\n      workingDays\n      oldDueAt\n      newDueAt\n      state\n      decidedBy { id name }\n      decidedAt\n      decisionReason\n      toldAt\n      toldBy { id name }\n      toldWay\n    }\n    matter\n    topic\n    about { id name title }\n    aboutCase { id receiptNo status demand item { id name } }\n    upheld\n    notices { id number missing reason toldWay givenBy { id name } givenAt second }\n    pieces {\n      id\n      name\n      form\n      count\n      condition\n      place\n      state\n      takenAt\n      takenBy { id name }\n      returnedAt\n      returnedBy { id name }\n      signedBy\n      reportedAs\n      report\n      reportedAt\n      reportedBy { id name }\n    }\n    piecesHeld\n    charges { id amount billNo chargedAt chargedBy { id name } }\n    charged\n    attachments { id name kind size attachedAt attachedBy { id name } path }\n    printed { id kind number draft printedAt printedBy { id name } path }\n    papers { kind subjectId number draft sizes }\n    breaches {\n      id\n      kind\n      clause\n      person { id name }\n      foundAt\n      reportedBy { id name }\n      facts\n    }\n    callBackAskedAt\n    callBackResult\n    allowedActs\n    version\n  }\n": typeof types.CaseSheetFragmentDoc,
    "\n  query CaseSheet($receiptNo: String!) {\n    case(receiptNo: $receiptNo) { ...CaseSheet }\n  }\n": typeof types.CaseSheetDocument,
    "\n  fragment CaseEventLine on CaseEvent {\n    id\n    cursor\n    number\n    kind\n    at\n    actor { id name }\n    reason\n    facts\n    responsible { id name }\n    hash\n  }\n": typeof types.CaseEventLineFragmentDoc,
    "\n  query CaseEventsPage($id: ID!, $first: Int!, $after: Cursor) {\n    case(id: $id) {\n      id\n      events(first: $first, after: $after) {\n        edges { cursor node { ...CaseEventLine } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": typeof types.CaseEventsPageDocument,
    "\n  subscription CaseEvents($caseId: ID!, $after: Cursor) {\n    caseEvents(caseId: $caseId, after: $after) { cursor ...CaseEventLine }\n  }\n": typeof types.CaseEventsDocument,
    "\n  mutation RevealResident($input: RevealResidentInput!) {\n    revealResident(input: $input) { value clientMutationId }\n  }\n": typeof types.RevealResidentDocument,
    "\n  mutation RevealContact($input: RevealContactInput!) {\n    revealContact(input: $input) { value clientMutationId }\n  }\n": typeof types.RevealContactDocument,
    "\n  query CaseProjectsSearch($search: String) {\n    projects(search: $search, stages: [PROPOSED, AGREED, UNDER_WAY, ACCEPTED, CLOSED], first: 8) { edges { node { id number title stage } } }\n  }\n": typeof types.CaseProjectsSearchDocument,
    "\n  mutation LinkProject($input: LinkProjectInput!) { linkProject(input: $input) { case { id ...CaseSheet } clientMutationId } }\n": typeof types.LinkProjectDocument,
    "\n  query CoveragePage {\n    coverage(weeks: 6) {\n      from\n      weeks\n      posts {\n        post { id name window a { id name } b { id name } }\n        halfDays { date morning onDuty { id name } role gap unqualified }\n      }\n    }\n  }\n": typeof types.CoveragePageDocument,
    "\n  query DashboardMetrics {\n    metrics { figure unit clause nameZh nameEn definitionZh definitionEn }\n  }\n": typeof types.DashboardMetricsDocument,
    "\n  query DashboardToday {\n    queueTotals { open overdue dueToday offered }\n    extended: cases(filter: { open: true, extended: true }, first: 1) { totalCount }\n    posts { id name a { id } onDuty { id name } }\n  }\n": typeof types.DashboardTodayDocument,
    "\n  query DashboardFigures($figures: [Figure!]!, $from: Date!, $until: Date!, $earlier: Date!, $earlierUntil: Date!, $year: Date!, $today: Date!) {\n    now: report(figures: $figures, from: $from, until: $until, first: 1) { edges { node { values } } }\n    before: report(figures: $figures, from: $earlier, until: $earlierUntil, first: 1) { edges { node { values } } }\n    year: report(figures: $figures, from: $year, until: $today, first: 1) { edges { node { values } } }\n  }\n": typeof types.DashboardFiguresDocument,
    "\n  query DashboardCourse($figures: [Figure!]!, $step: ReportStep!, $from: Date!, $until: Date!) {\n    report(figures: $figures, step: $step, from: $from, until: $until, first: 150) { edges { node { from values } } }\n  }\n": typeof types.DashboardCourseDocument,
    "\n  query DashboardGroups($figures: [Figure!]!, $by: [ReportDimension!]!, $from: Date!, $until: Date!) {\n    report(figures: $figures, by: $by, from: $from, until: $until, first: 1000) {\n      edges { node { keys { key name } values } }\n      pageInfo { hasNextPage }\n    }\n  }\n": typeof types.DashboardGroupsDocument,
    "\n  query DashboardResidentMetrics {\n    residentMetrics { figure unit clause nameZh nameEn definitionZh definitionEn }\n  }\n": typeof types.DashboardResidentMetricsDocument,
    "\n  query DashboardResidents($figures: [ResidentFigure!]!, $from: Date!, $until: Date!, $earlier: Date!, $earlierUntil: Date!, $year: Date!, $today: Date!, $first: Int!) {\n    now: residentFigures(figures: $figures, from: $from, until: $until, first: $first) { edges { node { communityId community values } } }\n    before: residentFigures(figures: $figures, from: $earlier, until: $earlierUntil, first: $first) { edges { node { communityId values } } }\n    year: residentFigures(figures: $figures, from: $year, until: $today, first: $first) { edges { node { communityId values } } }\n  }\n": typeof types.DashboardResidentsDocument,
    "\n  query DashboardRecords($figure: ResidentFigure!, $from: Date!, $until: Date!, $communityId: ID, $communityIds: [ID!], $after: Cursor) {\n    residentFigures(figures: [$figure], from: $from, until: $until, communityIds: $communityIds, first: 1) { edges { node { community values } } }\n    figureRecords(figure: $figure, from: $from, until: $until, communityId: $communityId, first: 50, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          day\n          value\n          about {\n            __typename\n            id\n            ... on JobSeeker { resident { name } seekerState: state }\n            ... on Program { title programState: state }\n            ... on Project { title number stage }\n          }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.DashboardRecordsDocument,
    "\n  query DashboardCases($figure: Figure!, $from: Date!, $until: Date!, $where: FigureFilter, $after: Cursor) {\n    figureCases(figure: $figure, from: $from, until: $until, where: $where, first: 50, after: $after) {\n      totalCount\n      edges { node { id receiptNo demand matter status contactAt channel item { id name } responsible { id name } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.DashboardCasesDocument,
    "\n  query DashboardOthers($figure: Figure!, $from: Date!, $until: Date!, $where: FigureFilter, $after: Cursor) {\n    figureOthers(figure: $figure, from: $from, until: $until, where: $where, first: 50, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          day\n          about {\n            __typename\n            id\n            ... on Breach { breachKind: kind person { name } }\n            ... on Absence { absenceKind: kind staff { name } }\n          }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.DashboardOthersDocument,
    "\n  query DashboardFigureOf($figures: [Figure!]!, $by: [ReportDimension!]!, $from: Date!, $until: Date!, $where: FigureFilter) {\n    report(figures: $figures, by: $by, from: $from, until: $until, where: $where, first: 1) { edges { node { keys { by key name } values } } }\n  }\n": typeof types.DashboardFigureOfDocument,
    "\n  query DirectoryPage($search: String) {\n    departments(search: $search, first: 100) { id code name address phone hours website duties }\n  }\n": typeof types.DirectoryPageDocument,
    "\n  mutation SaveDepartment($input: SaveDepartmentInput!) {\n    saveDepartment(input: $input) {\n      department { id code name address phone hours website duties }\n      clientMutationId\n    }\n  }\n": typeof types.SaveDepartmentDocument,
    "\n  query DisclosurePage {\n    viewer {\n      community { id disclosure { organisation duties procedure supervision hours address phone } }\n    }\n  }\n": typeof types.DisclosurePageDocument,
    "\n  mutation SetDisclosure($input: SetDisclosureInput!) {\n    setDisclosure(input: $input) {\n      community { id disclosure { organisation duties procedure supervision hours address phone } }\n      clientMutationId\n    }\n  }\n": typeof types.SetDisclosureDocument,
    "\n  query GroupsPage($dissolved: Boolean!) {\n    groups(dissolved: $dissolved) { id name kind size foundedOn dissolvedAt contact { id name } }\n  }\n": typeof types.GroupsPageDocument,
    "\n  fragment GroupSheet on Group {\n    id name kind about foundedOn dissolvedAt version size\n    contact { id name }\n    members { id name role leads phone joinedOn leftOn }\n    rehearsals { id from until place note present cancelledAt }\n    programs { id title state from }\n    events { id kind at reason facts actor { id name } }\n  }\n": typeof types.GroupSheetFragmentDoc,
    "\n  query GroupPage($id: ID!) {\n    node(id: $id) { __typename id ... on Group { ...GroupSheet } }\n  }\n": typeof types.GroupPageDocument,
    "\n  mutation SaveGroup($input: SaveGroupInput!) { saveGroup(input: $input) { group { id version } clientMutationId } }\n": typeof types.SaveGroupDocument,
    "\n  mutation DissolveGroup($input: DissolveGroupInput!) { dissolveGroup(input: $input) { group { id } clientMutationId } }\n": typeof types.DissolveGroupDocument,
    "\n  mutation SaveMember($input: SaveMemberInput!) { saveMember(input: $input) { group { id } clientMutationId } }\n": typeof types.SaveMemberDocument,
    "\n  mutation LeaveGroup($input: LeaveGroupInput!) { leaveGroup(input: $input) { group { id } clientMutationId } }\n": typeof types.LeaveGroupDocument,
    "\n  mutation RevealMember($input: RevealMemberInput!) { revealMember(input: $input) { value clientMutationId } }\n": typeof types.RevealMemberDocument,
    "\n  mutation SetRehearsal($input: SetRehearsalInput!) { setRehearsal(input: $input) { group { id } clientMutationId } }\n": typeof types.SetRehearsalDocument,
    "\n  mutation CancelRehearsal($input: RehearsalInput!) { cancelRehearsal(input: $input) { group { id } clientMutationId } }\n": typeof types.CancelRehearsalDocument,
    "\n  mutation NoteRehearsal($input: NoteRehearsalInput!) { noteRehearsal(input: $input) { group { id } clientMutationId } }\n": typeof types.NoteRehearsalDocument,
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
    "\n  query JobSeekers($filter: JobSeekerFilter, $first: Int!, $after: Cursor) {\n    jobSeekers(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          id\n          resident { id name phoneMasked }\n          counsellor { id name }\n          registeredAt\n          situations\n          residence\n          skills\n          wishes { titles }\n          state\n          consentedAt\n        }\n      }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      totalCount\n    }\n  }\n": typeof types.JobSeekersDocument,
    "\n  query EmploymentFigures($from: Date!, $until: Date!) {\n    employmentFigures(from: $from, until: $until) { registered advised trained referred placed kept3 kept6 }\n  }\n": typeof types.EmploymentFiguresDocument,
    "\n  query JobSeeker($id: ID!) {\n    jobSeeker(id: $id) {\n      id\n      version\n      mayWork\n      resident { id name phoneMasked idNumberMasked address recentCases { id receiptNo demand open green } }\n      counsellor { id name }\n      registeredAt\n      registeredBy { id name }\n      situations\n      residence\n      skills\n      wishes { titles sectors places hours pay }\n      obstacles\n      benefits\n      consentedAt\n      note\n      state\n      stateReason\n      stateAt\n      talks { id talkedBy { id name } heldAt way advised nextStep nextOn doneAt doneBy { id name } doneResult }\n      referrals {\n        id state referredAt referredBy { id name } score reasons { code word points } interviewAt decidedAt reason startedOn next\n        opening { id title employer place }\n      }\n      followUps { id referralId months dueOn doneAt doneBy { id name } employed note }\n      matches(first: 10) {\n        score excluded referred reasons { code word points }\n        opening { id title employer place sector payMin payMax hours headcount hired expiresOn }\n      }\n      events { id kind at actor { id name } facts }\n    }\n  }\n": typeof types.JobSeekerDocument,
    "\n  query FindSeekerResidents($search: String!) {\n    residents(search: $search, first: 8) { id name phoneMasked idNumberMasked address jobSeeker { id } }\n  }\n": typeof types.FindSeekerResidentsDocument,
    "\n  query Counsellors {\n    staff { id name title duty roles }\n  }\n": typeof types.CounsellorsDocument,
    "\n  mutation RegisterJobSeeker($input: RegisterJobSeekerInput!) {\n    registerJobSeeker(input: $input) { jobSeeker { id } clientMutationId }\n  }\n": typeof types.RegisterJobSeekerDocument,
    "\n  mutation EditJobSeeker($input: EditJobSeekerInput!) {\n    editJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": typeof types.EditJobSeekerDocument,
    "\n  mutation SetCounsellor($input: SetCounsellorInput!) {\n    setCounsellor(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": typeof types.SetCounsellorDocument,
    "\n  mutation SetJobSeekerState($input: SetJobSeekerStateInput!) {\n    setJobSeekerState(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": typeof types.SetJobSeekerStateDocument,
    "\n  mutation RecordTalk($input: RecordTalkInput!) {\n    recordTalk(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": typeof types.RecordTalkDocument,
    "\n  mutation FinishTalk($input: FinishTalkInput!) {\n    finishTalk(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": typeof types.FinishTalkDocument,
    "\n  mutation ReferJobSeeker($input: ReferJobSeekerInput!) {\n    referJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": typeof types.ReferJobSeekerDocument,
    "\n  mutation StepReferral($input: StepReferralInput!) {\n    stepReferral(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": typeof types.StepReferralDocument,
    "\n  mutation RecordFollowUp($input: RecordFollowUpInput!) {\n    recordFollowUp(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": typeof types.RecordFollowUpDocument,
    "\n  query LedgersPage {\n    ledgers { kind }\n    ledgersTaken { kind from until rows at by { id name } }\n  }\n": typeof types.LedgersPageDocument,
    "\n  query Openings($filter: OpeningFilter, $first: Int!, $after: Cursor) {\n    openings(filter: $filter, first: $first, after: $after) {\n      edges { node { id title employer sector thirdSector place payMin payMax headcount hired hours expiresOn closedAt open } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      totalCount\n    }\n  }\n": typeof types.OpeningsDocument,
    "\n  query Opening($id: ID!) {\n    opening(id: $id) {\n      id version mayWork title employer partnerId sector thirdSector place payMin payMax headcount hired hours skills demands about\n      contactName contactPhone expiresOn enteredAt enteredBy { id name } closedAt closedReason open\n      matches(first: 20) {\n        score excluded referred reasons { code word points }\n        jobSeeker { id version state consentedAt resident { id name phoneMasked } counsellor { id name } }\n      }\n      referrals { id state referredAt decidedAt jobSeeker { id resident { id name } } }\n    }\n  }\n": typeof types.OpeningDocument,
    "\n  query OpeningPartner($id: ID!) { node(id: $id) { __typename ... on Partner { id name } } }\n": typeof types.OpeningPartnerDocument,
    "\n  mutation SaveOpening($input: SaveOpeningInput!) {\n    saveOpening(input: $input) { opening { id version } clientMutationId }\n  }\n": typeof types.SaveOpeningDocument,
    "\n  mutation CloseOpening($input: CloseOpeningInput!) {\n    closeOpening(input: $input) { opening { id version } clientMutationId }\n  }\n": typeof types.CloseOpeningDocument,
    "\n  mutation ReferToOpening($input: ReferJobSeekerInput!) {\n    referJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": typeof types.ReferToOpeningDocument,
    "\n  query PartnerHome($first: Int!, $after: Cursor) {\n    officeName\n    officeTime { now }\n    currentToken {\n      id name scopes hint expiresAt\n      partner { id name kind address about offers agreementNo agreedOn agreedUntil contacts { id name title phone } }\n    }\n    projects(first: $first, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number title kind stage place plannedFrom plannedUntil openToJoin\n          partners { id }\n          pledges { id what quantity unit delivered withdrawnAt }\n        }\n      }\n    }\n  }\n": typeof types.PartnerHomeDocument,
    "\n  query PartnerToken {\n    officeName\n    officeTime { now }\n    currentToken { id name kind scopes partner { id name } }\n  }\n": typeof types.PartnerTokenDocument,
    "\n  query PartnerProject($id: ID!) {\n    project(id: $id) {\n      id number title kind stage stageAt place about plannedFrom plannedUntil openToJoin residents outcome endedAt\n      partners { id }\n      totals { kind unit pledged delivered pledgedWorth deliveredWorth }\n      pledges {\n        id version kind what quantity unit worth delivered pledgedAt withdrawnAt withdrawnReason\n        deliveries { id quantity worth deliveredOn proof reportedAt confirmed decidedAt decisionReason }\n      }\n      tasks { id number title dueOn doneAt partner { id name } }\n      pictures { id kind caption path width height }\n    }\n  }\n": typeof types.PartnerProjectDocument,
    "\n  mutation EnterByToken($input: EnterByTokenInput!) { enterByToken(input: $input) { token { id } clientMutationId } }\n": typeof types.EnterByTokenDocument,
    "\n  mutation LeavePartnerPage($input: SignOutInput!) { signOut(input: $input) { clientMutationId } }\n": typeof types.LeavePartnerPageDocument,
    "\n  mutation PartnerPledge($input: PledgeInput!) { pledge(input: $input) { pledge { id } clientMutationId } }\n": typeof types.PartnerPledgeDocument,
    "\n  mutation PartnerWithdraw($input: WithdrawPledgeInput!) { withdrawPledge(input: $input) { pledge { id version } clientMutationId } }\n": typeof types.PartnerWithdrawDocument,
    "\n  mutation PartnerDeliver($input: ReportDeliveryInput!) { reportDelivery(input: $input) { delivery { id } clientMutationId } }\n": typeof types.PartnerDeliverDocument,
    "\n  query PartnersPage($search: String, $kind: PartnerKind, $left: Boolean!, $first: Int!, $after: Cursor) {\n    mayBuild\n    partners(search: $search, kind: $kind, left: $left, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id name kind address offers agreementNo agreedOn agreedUntil leftAt } }\n    }\n  }\n": typeof types.PartnersPageDocument,
    "\n  query PartnerSheet($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Partner {\n        id version name kind address about offers agreementNo agreedOn agreedUntil agreement leftAt mayEdit\n        contacts { id name title phone }\n        projects { id number title kind stage plannedFrom plannedUntil }\n        events { ...RecordJournal_Event }\n      }\n    }\n  }\n": typeof types.PartnerSheetDocument,
    "\n  mutation SavePartner($input: SavePartnerInput!) { savePartner(input: $input) { partner { id version } clientMutationId } }\n": typeof types.SavePartnerDocument,
    "\n  mutation EndPartner($input: EndPartnerInput!) { endPartner(input: $input) { partner { id version leftAt } clientMutationId } }\n": typeof types.EndPartnerDocument,
    "\n  mutation AddPartnerContact($input: AddPartnerContactInput!) { addPartnerContact(input: $input) { partner { id contacts { id name title phone } } clientMutationId } }\n": typeof types.AddPartnerContactDocument,
    "\n  mutation RemovePartnerContact($input: RemovePartnerContactInput!) { removePartnerContact(input: $input) { partner { id contacts { id name title phone } } clientMutationId } }\n": typeof types.RemovePartnerContactDocument,
    "\n  mutation RevealPartnerPhone($input: RevealPartnerPhoneInput!) { revealPartnerPhone(input: $input) { value clientMutationId } }\n": typeof types.RevealPartnerPhoneDocument,
    "\n  fragment ProgramRow on Program {\n    id kind title place state capacity seated waiting from until\n    group { id name }\n  }\n": typeof types.ProgramRowFragmentDoc,
    "\n  query ProgramsPage($from: Time, $until: Time, $first: Int, $after: Cursor) {\n    programs(from: $from, until: $until, first: $first, after: $after) {\n      edges { cursor node { id ...ProgramRow } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.ProgramsPageDocument,
    "\n  query ProgramFigures($from: Time!, $until: Time!) {\n    programFigures(from: $from, until: $until) { events people volunteerMinutes }\n  }\n": typeof types.ProgramFiguresDocument,
    "\n  fragment ProgramSheet on Program {\n    id kind title about place state stateReason capacity seated waiting publicEnrol enrolUntil from until result cost reached version publicPath\n    organiser { id name }\n    group { id name }\n    sessions { id number from until place attended }\n    acts { id number title performers minutes award group { id } }\n    volunteers { id name minutes recordedAt }\n    pictures { id kind caption published path width height }\n    events { id kind at reason facts actor { id name } }\n  }\n": typeof types.ProgramSheetFragmentDoc,
    "\n  query ProgramPage($id: ID!) {\n    node(id: $id) { __typename id ... on Program { ...ProgramSheet } }\n  }\n": typeof types.ProgramPageDocument,
    "\n  fragment EnrolmentRow on Enrolment { id ticket name phone way state enrolledAt passed award attended }\n": typeof types.EnrolmentRowFragmentDoc,
    "\n  query ProgramEnrolments($id: ID!, $withdrawn: Boolean!, $first: Int!, $after: Int!) {\n    node(id: $id) { __typename id ... on Program { enrolments(withdrawn: $withdrawn, first: $first, after: $after) { id ...EnrolmentRow } } }\n  }\n": typeof types.ProgramEnrolmentsDocument,
    "\n  query SessionCode($id: ID!) {\n    node(id: $id) { __typename id ... on ProgramSession { number from until place code { link pin rows } } }\n  }\n": typeof types.SessionCodeDocument,
    "\n  query ProgramGroups { groups { id name } }\n": typeof types.ProgramGroupsDocument,
    "\n  mutation PlanProgram($input: PlanProgramInput!) { planProgram(input: $input) { program { id } clientMutationId } }\n": typeof types.PlanProgramDocument,
    "\n  mutation EditProgram($input: EditProgramInput!) { editProgram(input: $input) { program { id version } clientMutationId } }\n": typeof types.EditProgramDocument,
    "\n  mutation PublishProgram($input: StepProgramInput!) { publishProgram(input: $input) { program { id state } clientMutationId } }\n": typeof types.PublishProgramDocument,
    "\n  mutation CancelProgram($input: StepProgramInput!) { cancelProgram(input: $input) { program { id state } clientMutationId } }\n": typeof types.CancelProgramDocument,
    "\n  mutation HoldProgram($input: HoldProgramInput!) { holdProgram(input: $input) { program { id state } clientMutationId } }\n": typeof types.HoldProgramDocument,
    "\n  mutation SetProgramActs($input: SetProgramActsInput!) { setProgramActs(input: $input) { program { id version } clientMutationId } }\n": typeof types.SetProgramActsDocument,
    "\n  mutation RecordVolunteer($input: RecordVolunteerInput!) { recordVolunteer(input: $input) { program { id } clientMutationId } }\n": typeof types.RecordVolunteerDocument,
    "\n  mutation Enrol($input: EnrolInput!) { enrol(input: $input) { enrolment { id ticket state } clientMutationId } }\n": typeof types.EnrolDocument,
    "\n  mutation WithdrawEnrolment($input: EnrolmentInput!) { withdrawEnrolment(input: $input) { enrolment { id state } clientMutationId } }\n": typeof types.WithdrawEnrolmentDocument,
    "\n  mutation TickAttendance($input: TickAttendanceInput!) { tickAttendance(input: $input) { enrolment { id attended } clientMutationId } }\n": typeof types.TickAttendanceDocument,
    "\n  mutation EnrolmentResult($input: RecordEnrolmentResultInput!) { recordEnrolmentResult(input: $input) { enrolment { id passed award } clientMutationId } }\n": typeof types.EnrolmentResultDocument,
    "\n  mutation RevealEnrolment($input: RevealEnrolmentInput!) { revealEnrolment(input: $input) { value clientMutationId } }\n": typeof types.RevealEnrolmentDocument,
    "\n  fragment ProjectCard on Project {\n    id version number title kind stage stageAt openToJoin published place plannedFrom plannedUntil lead { id name } mayEdit\n  }\n": typeof types.ProjectCardFragmentDoc,
    "\n  query ProjectsPage($search: String, $first: Int!, $after: Cursor) {\n    mayBuild\n    projects(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id ...ProjectCard } }\n    }\n  }\n": typeof types.ProjectsPageDocument,
    "\n  query ProjectMoves($id: ID!) {\n    node(id: $id) { __typename ... on Project { id version stage title moves { to needsReason needsOutcome refused } } }\n  }\n": typeof types.ProjectMovesDocument,
    "\n  query ProjectFigures {\n    cobuildFigures {\n      residents\n      minutes\n      contributions { partner { id name } projects pledged delivered }\n      months { month residents minutes }\n      stages { stage count }\n    }\n  }\n": typeof types.ProjectFiguresDocument,
    "\n  query ProjectSheet($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Project {\n        id ...ProjectCard\n        version number title kind origin stage stageReason stageAt openToJoin published about place plannedFrom plannedUntil\n        budget cost residents outcome proposedAt endedAt mayEdit\n        lead { id name }\n        proposedBy { id name }\n        partners { id name kind }\n        totals { kind unit pledged delivered pledgedWorth deliveredWorth }\n        pledges {\n          id version kind what quantity unit worth delivered pledgedAt withdrawnAt withdrawnReason\n          partner { id name }\n          pledgedBy { id name }\n          deliveries { id quantity worth deliveredOn proof reportedAt confirmed decisionReason mayDecide reportedBy { id name } decidedBy { id name } }\n        }\n        tasks { id number title dueOn doneAt doneNote mayFinish owner { id name } partner { id name } }\n        pictures { id kind caption published path width height }\n        participations { id date residents minutes note recordedBy { id name } }\n        bookings { id from until purpose resource { id name } }\n        cases { id receiptNo status item { id name } demand }\n        events { ...RecordJournal_Event }\n      }\n    }\n  }\n": typeof types.ProjectSheetDocument,
    "\n  query ProjectStaff { staff { id name title duty roles } }\n": typeof types.ProjectStaffDocument,
    "\n  mutation ProposeProject($input: ProposeProjectInput!) { proposeProject(input: $input) { project { id } clientMutationId } }\n": typeof types.ProposeProjectDocument,
    "\n  mutation EditProject($input: EditProjectInput!) { editProject(input: $input) { project { id version } clientMutationId } }\n": typeof types.EditProjectDocument,
    "\n  mutation MoveProject($input: MoveProjectInput!) { moveProject(input: $input) { project { id ...ProjectCard } clientMutationId } }\n": typeof types.MoveProjectDocument,
    "\n  mutation JoinProject($input: JoinProjectInput!) { joinProject(input: $input) { project { id } clientMutationId } }\n": typeof types.JoinProjectDocument,
    "\n  mutation Pledge($input: PledgeInput!) { pledge(input: $input) { pledge { id } clientMutationId } }\n": typeof types.PledgeDocument,
    "\n  mutation WithdrawPledge($input: WithdrawPledgeInput!) { withdrawPledge(input: $input) { pledge { id version } clientMutationId } }\n": typeof types.WithdrawPledgeDocument,
    "\n  mutation ReportDelivery($input: ReportDeliveryInput!) { reportDelivery(input: $input) { delivery { id } clientMutationId } }\n": typeof types.ReportDeliveryDocument,
    "\n  mutation DecideDelivery($input: DecideDeliveryInput!) { decideDelivery(input: $input) { delivery { id confirmed } clientMutationId } }\n": typeof types.DecideDeliveryDocument,
    "\n  mutation SaveProjectTask($input: SaveProjectTaskInput!) { saveProjectTask(input: $input) { project { id } clientMutationId } }\n": typeof types.SaveProjectTaskDocument,
    "\n  mutation FinishProjectTask($input: FinishProjectTaskInput!) { finishProjectTask(input: $input) { project { id } clientMutationId } }\n": typeof types.FinishProjectTaskDocument,
    "\n  mutation RemoveProjectTask($input: RemoveProjectTaskInput!) { removeProjectTask(input: $input) { project { id } clientMutationId } }\n": typeof types.RemoveProjectTaskDocument,
    "\n  mutation RecordParticipation($input: RecordParticipationInput!) { recordParticipation(input: $input) { project { id residents } clientMutationId } }\n": typeof types.RecordParticipationDocument,
    "\n  fragment PropRow on Prop {\n    id kind name quantity lent missing there cost invoiceNo boughtOn owner keptAt version\n    group { id name }\n  }\n": typeof types.PropRowFragmentDoc,
    "\n  query PropsPage($kinds: [PropKind!], $groupId: ID, $out: Boolean, $missing: Boolean, $first: Int, $after: Cursor) {\n    props(kinds: $kinds, groupId: $groupId, out: $out, missing: $missing, first: $first, after: $after) {\n      edges { cursor node { id ...PropRow } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n    groups { id name }\n  }\n": typeof types.PropsPageDocument,
    "\n  query PropPage($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Prop {\n        ...PropRow\n        loans { id toName quantity returned missing lentAt lentBy { id name } dueOn closedAt note late }\n        events { id kind at reason facts actor { id name } }\n      }\n    }\n  }\n": typeof types.PropPageDocument,
    "\n  query PropMembers($id: ID!) {\n    node(id: $id) { __typename id ... on Group { members { id name } } }\n  }\n": typeof types.PropMembersDocument,
    "\n  mutation SaveProp($input: SavePropInput!) { saveProp(input: $input) { prop { id version } clientMutationId } }\n": typeof types.SavePropDocument,
    "\n  mutation LendProp($input: LendPropInput!) { lendProp(input: $input) { prop { id } clientMutationId } }\n": typeof types.LendPropDocument,
    "\n  mutation ReturnProp($input: ReturnPropInput!) { returnProp(input: $input) { prop { id } clientMutationId } }\n": typeof types.ReturnPropDocument,
    "\n  fragment QueueRow_Case on Case {\n    id\n    receiptNo\n    status\n    matter\n    about { id name }\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    anonymous\n    resident { id name }\n    item { id name }\n    post { id name }\n    responsible { id name duty }\n    responsibleRole\n    demand\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n    green\n  }\n": typeof types.QueueRow_CaseFragmentDoc,
    "\n  query Queue($filter: CaseFilter, $order: CaseOrder, $first: Int, $after: Cursor) {\n    cases(filter: $filter, order: $order, first: $first, after: $after) {\n      edges { cursor node { id ...QueueRow_Case } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.QueueDocument,
    "\n  query QueueChoices {\n    posts { id name }\n    items(first: 100) { id code name }\n  }\n": typeof types.QueueChoicesDocument,
    "\n  query StandingIn($me: ID!) {\n    standingIn { id staff { id name } kind until lists { id to { id } linesNow { caseId } } }\n    absences(staffId: $me, states: [ENDED], first: 1) {\n      edges { node { id until lists { id done { id } } } }\n    }\n  }\n": typeof types.StandingInDocument,
    "\n  query RatingsPage($first: Int, $after: Cursor) {\n    ratings(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          level\n          tags\n          comment\n          ratedAt\n          about { id name title }\n          case { id receiptNo demand }\n          matter { id receiptNo open status }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": typeof types.RatingsPageDocument,
    "\n  query RatingSums {\n    ratingSums {\n      total\n      levels { level count }\n      items { code name total levels { level count } community { id name } }\n      posts { code name total levels { level count } community { id name } }\n    }\n  }\n": typeof types.RatingSumsDocument,
    "\n  query OpenMatters {\n    cases(filter: { open: true, matter: [COMPLAINT, BAD_RATING] }, order: DUE, first: 50) {\n      edges {\n        node {\n          id\n          receiptNo\n          matter\n          topic\n          status\n          demand\n          openedAt\n          dueAt\n          standing\n          extended\n          workingSecondsLeft\n          about { id name title }\n          aboutCase { id receiptNo }\n          responsible { id name }\n        }\n      }\n      totalCount\n    }\n  }\n": typeof types.OpenMattersDocument,
    "\n  query MyRatings {\n    myRatings { level count }\n  }\n": typeof types.MyRatingsDocument,
    "\n  query ResourcesPage($from: Time!, $until: Time!, $kind: ResourceKind, $first: Int!, $after: Cursor) {\n    mayBuild\n    resources(kind: $kind, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id version kind name about place quantity unit mayEdit partner { id name } } }\n    }\n    bookings(from: $from, until: $until) {\n      id from until purpose mayCancel resource { id } bookedBy { id name } project { id title }\n    }\n  }\n": typeof types.ResourcesPageDocument,
    "\n  query BookedFor($from: Time!) {\n    projects(first: 100, stages: [PROPOSED, AGREED, UNDER_WAY, ACCEPTED]) { edges { node { id title } } }\n    programs(first: 100, states: [PLANNED, OPEN], from: $from) { edges { node { id title } } }\n  }\n": typeof types.BookedForDocument,
    "\n  mutation SaveResource($input: SaveResourceInput!) { saveResource(input: $input) { resource { id version } clientMutationId } }\n": typeof types.SaveResourceDocument,
    "\n  mutation RemoveResource($input: RemoveResourceInput!) { removeResource(input: $input) { resource { id removedAt } clientMutationId } }\n": typeof types.RemoveResourceDocument,
    "\n  mutation BookResource($input: BookResourceInput!) { bookResource(input: $input) { booking { id } clientMutationId } }\n": typeof types.BookResourceDocument,
    "\n  mutation CancelBooking($input: CancelBookingInput!) { cancelBooking(input: $input) { booking { id holds } clientMutationId } }\n": typeof types.CancelBookingDocument,
    "\n  query StaffPage {\n    posts {\n      id\n      code\n      name\n      duties\n      window\n      a { ...StaffName_Staff id name duty }\n      b { ...StaffName_Staff id name duty }\n      onDuty { id name }\n      aMustMaster\n      bMustKnow\n      lacking { a b }\n      version\n    }\n    staff(includeLeft: false) {\n      ...StaffName_Staff\n      id\n      name\n      familyName\n      disclosed\n      portrait { id path }\n      pinyin\n      title\n      roles\n      duty\n      login\n      superior { id name }\n      posts { id name a { id } }\n    }\n  }\n": typeof types.StaffPageDocument,
    "\n  mutation SetLeft($input: SetLeftInput!) {\n    setLeft(input: $input) { staff { ...StaffName_Staff id duty } movedCases clientMutationId }\n  }\n": typeof types.SetLeftDocument,
    "\n  mutation TakeDownPortrait($input: RemovePublicFileInput!) {\n    removePublicFile(input: $input) { file { id path } clientMutationId }\n  }\n": typeof types.TakeDownPortraitDocument,
    "\n  mutation SavePost($input: SavePostInput!) {\n    savePost(input: $input) { post { id version } movedCases clientMutationId }\n  }\n": typeof types.SavePostDocument,
    "\n  mutation RecordStudy($input: RecordStudyInput!) {\n    recordStudy(input: $input) { post { id lacking { a b } } clientMutationId }\n  }\n": typeof types.RecordStudyDocument,
    "\n  query PostStudies($id: ID!) {\n    node(id: $id) {\n      ... on Post {\n        id\n        studies { id staff { id name } subject kind date passed }\n      }\n    }\n  }\n": typeof types.PostStudiesDocument,
    "\n  query TokensPage {\n    tokens {\n      id kind name scopes hint madeAt expiresAt revokedAt lastUsedAt\n      partner { id name }\n      communities { id name }\n      madeBy { id name }\n    }\n  }\n": typeof types.TokensPageDocument,
    "\n  query TokenSheet($id: ID!, $first: Int!, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on ApiToken {\n        id kind name scopes hint madeAt expiresAt revokedAt lastUsedAt\n        partner { id name }\n        communities { id name }\n        madeBy { id name }\n        revokedBy { id name }\n        reads(first: $first, after: $after) {\n          pageInfo { hasNextPage endCursor }\n          edges { node { id at operation fields records errors } }\n        }\n      }\n    }\n  }\n": typeof types.TokenSheetDocument,
    "\n  mutation CreateToken($input: CreateTokenInput!) {\n    createToken(input: $input) { secret token { id name } clientMutationId }\n  }\n": typeof types.CreateTokenDocument,
    "\n  mutation RevokeToken($input: RevokeTokenInput!) {\n    revokeToken(input: $input) { token { id revokedAt } clientMutationId }\n  }\n": typeof types.RevokeTokenDocument,
};
const documents: Documents = {
    "\n  query Viewer {\n    officeName\n    viewer {\n      staff { id name title duty superior { id name } posts { id name } }\n      roles\n      community { id name timeZone settings { firstContactHours handOverOfferHours handOverAnswerHours reportHours materialsChaseDays } }\n      communities { id name }\n      rehearsal\n      mayEditCalendar\n      mayEditStaff\n      mayEditItems\n      mayMoveClock\n      mayDecide\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) { viewer { staff { id } } clientMutationId }\n  }\n": types.SignInDocument,
    "\n  mutation SignOut($input: SignOutInput!) {\n    signOut(input: $input) { clientMutationId }\n  }\n": types.SignOutDocument,
    "\n  query OfficeTime {\n    officeTime { now open periods { start end } }\n  }\n": types.OfficeTimeDocument,
    "\n  query ShellTotals {\n    queueTotals { open mine overdue dueToday offers inbox }\n  }\n": types.ShellTotalsDocument,
    "\n  query AbsencesWaiting {\n    absencesWaiting {\n      id\n      staff { id name }\n      kind\n      from\n      until\n      noteDueAt\n      state\n      lists { id to { id name } writtenAt acceptedAt }\n      allowedActs\n    }\n  }\n": types.AbsencesWaitingDocument,
    "\n  query AbsenceNotice($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Absence {\n        id\n        staff { id name }\n        kind\n        from\n        until\n        state\n        lists { id to { id name } lines { caseId } }\n      }\n    }\n  }\n": types.AbsenceNoticeDocument,
    "\n  query MyWarnings {\n    myWarnings(first: 50) { cursor eventId kind caseId receiptNo recordId about title at dueAt responsible { id name } }\n  }\n": types.MyWarningsDocument,
    "\n  subscription DeskEvents($after: Cursor) {\n    deskEvents(after: $after) { cursor eventId kind caseId recordId receiptNo at actorId responsibleId forViewer }\n  }\n": types.DeskEventsDocument,
    "\n  subscription DeadlineEvents($after: Cursor) {\n    deadlineEvents(after: $after) { cursor eventId kind caseId receiptNo recordId about title at dueAt responsible { id name } }\n  }\n": types.DeadlineEventsDocument,
    "\n  mutation MoveClock($input: MoveClockInput!) {\n    moveClock(input: $input) { now clientMutationId }\n  }\n": types.MoveClockDocument,
    "\n  query PaletteData($search: String!) {\n    residents(search: $search, first: 5) { id name phoneMasked recentCases { id receiptNo } }\n    items(search: $search, first: 5) { id code name }\n    departments(search: $search, first: 5) { id name phone }\n    cases(filter: { search: $search }, first: 5) { edges { node { id receiptNo demand } } }\n  }\n": types.PaletteDataDocument,
    "\n  fragment Explain_DeadlineExplanation on DeadlineExplanation {\n    from\n    workingDays\n    dueAt\n    provisional\n    steps { date counted ordinal reason name provisional }\n  }\n": types.Explain_DeadlineExplanationFragmentDoc,
    "\n  query PartnerPick($search: String!) { partners(search: $search, first: 50) { edges { node { id name } } } }\n": types.PartnerPickDocument,
    "\n  mutation PublishPicture($input: PublishPictureInput!) { publishPicture(input: $input) { picture { id published } clientMutationId } }\n": types.PublishPictureDocument,
    "\n  mutation RemovePicture($input: RemovePictureInput!) { removePicture(input: $input) { picture { id } clientMutationId } }\n": types.RemovePictureDocument,
    "\n  fragment RecordJournal_Event on RecordEvent { id number kind at actor { id name } partner { id name } reason facts }\n": types.RecordJournal_EventFragmentDoc,
    "\n  query ResidentFind($search: String!) { residents(search: $search, first: 8) { id name phoneMasked address } }\n": types.ResidentFindDocument,
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
    "\n  fragment CaseSheet on Case {\n    id\n    ...ActTarget_Case\n    receiptNo\n    status\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    firstResponder { id name ...StaffName_Staff }\n    responsible { id name ...StaffName_Staff }\n    responsibleRole\n    projects { id number title stage plannedUntil }\n    holder { id name ...StaffName_Staff }\n    anonymous\n    contactWayMasked\n    contactRevealable\n    resident { id name sex birthDate phoneMasked idNumberMasked address tags }\n    item { id code version name kind limitDays immediate fee materials { name copies form issuedBy why sample required } legalBasis }\n    post { id name window a { id name ...StaffName_Staff } b { id name ...StaffName_Staff } onDuty { id name } }\n    situation\n    demand\n    outcome\n    guidedTo { id name address phone hours website }\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n    green\n    materialsCompleteAt\n    missingMaterials\n    promise { id ...CasePromise }\n    promises { id number ...CasePromise }\n    handOver { id }\n    handOvers {\n      id\n      from { id name }\n      to { id name }\n      explanation\n      offeredAt\n      answerBy\n      state\n      answeredAt\n      returnReason\n    }\n    report {\n      id\n      reporter { id name }\n      superior { id name }\n      reason\n      reportedAt\n      decideBy\n      state\n      decidedAt\n      decidedBy { id name }\n      instructions\n    }\n    extension { id state }\n    extensions {\n      id\n      askedBy { id name }\n      askedAt\n      reason\n      workingDays\n      oldDueAt\n      newDueAt\n      state\n      decidedBy { id name }\n      decidedAt\n      decisionReason\n      toldAt\n      toldBy { id name }\n      toldWay\n    }\n    matter\n    topic\n    about { id name title }\n    aboutCase { id receiptNo status demand item { id name } }\n    upheld\n    notices { id number missing reason toldWay givenBy { id name } givenAt second }\n    pieces {\n      id\n      name\n      form\n      count\n      condition\n      place\n      state\n      takenAt\n      takenBy { id name }\n      returnedAt\n      returnedBy { id name }\n      signedBy\n      reportedAs\n      report\n      reportedAt\n      reportedBy { id name }\n    }\n    piecesHeld\n    charges { id amount billNo chargedAt chargedBy { id name } }\n    charged\n    attachments { id name kind size attachedAt attachedBy { id name } path }\n    printed { id kind number draft printedAt printedBy { id name } path }\n    papers { kind subjectId number draft sizes }\n    breaches {\n      id\n      kind\n      clause\n      person { id name }\n      foundAt\n      reportedBy { id name }\n      facts\n    }\n    callBackAskedAt\n    callBackResult\n    allowedActs\n    version\n  }\n": types.CaseSheetFragmentDoc,
    "\n  query CaseSheet($receiptNo: String!) {\n    case(receiptNo: $receiptNo) { ...CaseSheet }\n  }\n": types.CaseSheetDocument,
    "\n  fragment CaseEventLine on CaseEvent {\n    id\n    cursor\n    number\n    kind\n    at\n    actor { id name }\n    reason\n    facts\n    responsible { id name }\n    hash\n  }\n": types.CaseEventLineFragmentDoc,
    "\n  query CaseEventsPage($id: ID!, $first: Int!, $after: Cursor) {\n    case(id: $id) {\n      id\n      events(first: $first, after: $after) {\n        edges { cursor node { ...CaseEventLine } }\n        pageInfo { hasNextPage endCursor }\n        totalCount\n      }\n    }\n  }\n": types.CaseEventsPageDocument,
    "\n  subscription CaseEvents($caseId: ID!, $after: Cursor) {\n    caseEvents(caseId: $caseId, after: $after) { cursor ...CaseEventLine }\n  }\n": types.CaseEventsDocument,
    "\n  mutation RevealResident($input: RevealResidentInput!) {\n    revealResident(input: $input) { value clientMutationId }\n  }\n": types.RevealResidentDocument,
    "\n  mutation RevealContact($input: RevealContactInput!) {\n    revealContact(input: $input) { value clientMutationId }\n  }\n": types.RevealContactDocument,
    "\n  query CaseProjectsSearch($search: String) {\n    projects(search: $search, stages: [PROPOSED, AGREED, UNDER_WAY, ACCEPTED, CLOSED], first: 8) { edges { node { id number title stage } } }\n  }\n": types.CaseProjectsSearchDocument,
    "\n  mutation LinkProject($input: LinkProjectInput!) { linkProject(input: $input) { case { id ...CaseSheet } clientMutationId } }\n": types.LinkProjectDocument,
    "\n  query CoveragePage {\n    coverage(weeks: 6) {\n      from\n      weeks\n      posts {\n        post { id name window a { id name } b { id name } }\n        halfDays { date morning onDuty { id name } role gap unqualified }\n      }\n    }\n  }\n": types.CoveragePageDocument,
    "\n  query DashboardMetrics {\n    metrics { figure unit clause nameZh nameEn definitionZh definitionEn }\n  }\n": types.DashboardMetricsDocument,
    "\n  query DashboardToday {\n    queueTotals { open overdue dueToday offered }\n    extended: cases(filter: { open: true, extended: true }, first: 1) { totalCount }\n    posts { id name a { id } onDuty { id name } }\n  }\n": types.DashboardTodayDocument,
    "\n  query DashboardFigures($figures: [Figure!]!, $from: Date!, $until: Date!, $earlier: Date!, $earlierUntil: Date!, $year: Date!, $today: Date!) {\n    now: report(figures: $figures, from: $from, until: $until, first: 1) { edges { node { values } } }\n    before: report(figures: $figures, from: $earlier, until: $earlierUntil, first: 1) { edges { node { values } } }\n    year: report(figures: $figures, from: $year, until: $today, first: 1) { edges { node { values } } }\n  }\n": types.DashboardFiguresDocument,
    "\n  query DashboardCourse($figures: [Figure!]!, $step: ReportStep!, $from: Date!, $until: Date!) {\n    report(figures: $figures, step: $step, from: $from, until: $until, first: 150) { edges { node { from values } } }\n  }\n": types.DashboardCourseDocument,
    "\n  query DashboardGroups($figures: [Figure!]!, $by: [ReportDimension!]!, $from: Date!, $until: Date!) {\n    report(figures: $figures, by: $by, from: $from, until: $until, first: 1000) {\n      edges { node { keys { key name } values } }\n      pageInfo { hasNextPage }\n    }\n  }\n": types.DashboardGroupsDocument,
    "\n  query DashboardResidentMetrics {\n    residentMetrics { figure unit clause nameZh nameEn definitionZh definitionEn }\n  }\n": types.DashboardResidentMetricsDocument,
    "\n  query DashboardResidents($figures: [ResidentFigure!]!, $from: Date!, $until: Date!, $earlier: Date!, $earlierUntil: Date!, $year: Date!, $today: Date!, $first: Int!) {\n    now: residentFigures(figures: $figures, from: $from, until: $until, first: $first) { edges { node { communityId community values } } }\n    before: residentFigures(figures: $figures, from: $earlier, until: $earlierUntil, first: $first) { edges { node { communityId values } } }\n    year: residentFigures(figures: $figures, from: $year, until: $today, first: $first) { edges { node { communityId values } } }\n  }\n": types.DashboardResidentsDocument,
    "\n  query DashboardRecords($figure: ResidentFigure!, $from: Date!, $until: Date!, $communityId: ID, $communityIds: [ID!], $after: Cursor) {\n    residentFigures(figures: [$figure], from: $from, until: $until, communityIds: $communityIds, first: 1) { edges { node { community values } } }\n    figureRecords(figure: $figure, from: $from, until: $until, communityId: $communityId, first: 50, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          day\n          value\n          about {\n            __typename\n            id\n            ... on JobSeeker { resident { name } seekerState: state }\n            ... on Program { title programState: state }\n            ... on Project { title number stage }\n          }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.DashboardRecordsDocument,
    "\n  query DashboardCases($figure: Figure!, $from: Date!, $until: Date!, $where: FigureFilter, $after: Cursor) {\n    figureCases(figure: $figure, from: $from, until: $until, where: $where, first: 50, after: $after) {\n      totalCount\n      edges { node { id receiptNo demand matter status contactAt channel item { id name } responsible { id name } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.DashboardCasesDocument,
    "\n  query DashboardOthers($figure: Figure!, $from: Date!, $until: Date!, $where: FigureFilter, $after: Cursor) {\n    figureOthers(figure: $figure, from: $from, until: $until, where: $where, first: 50, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          day\n          about {\n            __typename\n            id\n            ... on Breach { breachKind: kind person { name } }\n            ... on Absence { absenceKind: kind staff { name } }\n          }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.DashboardOthersDocument,
    "\n  query DashboardFigureOf($figures: [Figure!]!, $by: [ReportDimension!]!, $from: Date!, $until: Date!, $where: FigureFilter) {\n    report(figures: $figures, by: $by, from: $from, until: $until, where: $where, first: 1) { edges { node { keys { by key name } values } } }\n  }\n": types.DashboardFigureOfDocument,
    "\n  query DirectoryPage($search: String) {\n    departments(search: $search, first: 100) { id code name address phone hours website duties }\n  }\n": types.DirectoryPageDocument,
    "\n  mutation SaveDepartment($input: SaveDepartmentInput!) {\n    saveDepartment(input: $input) {\n      department { id code name address phone hours website duties }\n      clientMutationId\n    }\n  }\n": types.SaveDepartmentDocument,
    "\n  query DisclosurePage {\n    viewer {\n      community { id disclosure { organisation duties procedure supervision hours address phone } }\n    }\n  }\n": types.DisclosurePageDocument,
    "\n  mutation SetDisclosure($input: SetDisclosureInput!) {\n    setDisclosure(input: $input) {\n      community { id disclosure { organisation duties procedure supervision hours address phone } }\n      clientMutationId\n    }\n  }\n": types.SetDisclosureDocument,
    "\n  query GroupsPage($dissolved: Boolean!) {\n    groups(dissolved: $dissolved) { id name kind size foundedOn dissolvedAt contact { id name } }\n  }\n": types.GroupsPageDocument,
    "\n  fragment GroupSheet on Group {\n    id name kind about foundedOn dissolvedAt version size\n    contact { id name }\n    members { id name role leads phone joinedOn leftOn }\n    rehearsals { id from until place note present cancelledAt }\n    programs { id title state from }\n    events { id kind at reason facts actor { id name } }\n  }\n": types.GroupSheetFragmentDoc,
    "\n  query GroupPage($id: ID!) {\n    node(id: $id) { __typename id ... on Group { ...GroupSheet } }\n  }\n": types.GroupPageDocument,
    "\n  mutation SaveGroup($input: SaveGroupInput!) { saveGroup(input: $input) { group { id version } clientMutationId } }\n": types.SaveGroupDocument,
    "\n  mutation DissolveGroup($input: DissolveGroupInput!) { dissolveGroup(input: $input) { group { id } clientMutationId } }\n": types.DissolveGroupDocument,
    "\n  mutation SaveMember($input: SaveMemberInput!) { saveMember(input: $input) { group { id } clientMutationId } }\n": types.SaveMemberDocument,
    "\n  mutation LeaveGroup($input: LeaveGroupInput!) { leaveGroup(input: $input) { group { id } clientMutationId } }\n": types.LeaveGroupDocument,
    "\n  mutation RevealMember($input: RevealMemberInput!) { revealMember(input: $input) { value clientMutationId } }\n": types.RevealMemberDocument,
    "\n  mutation SetRehearsal($input: SetRehearsalInput!) { setRehearsal(input: $input) { group { id } clientMutationId } }\n": types.SetRehearsalDocument,
    "\n  mutation CancelRehearsal($input: RehearsalInput!) { cancelRehearsal(input: $input) { group { id } clientMutationId } }\n": types.CancelRehearsalDocument,
    "\n  mutation NoteRehearsal($input: NoteRehearsalInput!) { noteRehearsal(input: $input) { group { id } clientMutationId } }\n": types.NoteRehearsalDocument,
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
    "\n  query JobSeekers($filter: JobSeekerFilter, $first: Int!, $after: Cursor) {\n    jobSeekers(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          id\n          resident { id name phoneMasked }\n          counsellor { id name }\n          registeredAt\n          situations\n          residence\n          skills\n          wishes { titles }\n          state\n          consentedAt\n        }\n      }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      totalCount\n    }\n  }\n": types.JobSeekersDocument,
    "\n  query EmploymentFigures($from: Date!, $until: Date!) {\n    employmentFigures(from: $from, until: $until) { registered advised trained referred placed kept3 kept6 }\n  }\n": types.EmploymentFiguresDocument,
    "\n  query JobSeeker($id: ID!) {\n    jobSeeker(id: $id) {\n      id\n      version\n      mayWork\n      resident { id name phoneMasked idNumberMasked address recentCases { id receiptNo demand open green } }\n      counsellor { id name }\n      registeredAt\n      registeredBy { id name }\n      situations\n      residence\n      skills\n      wishes { titles sectors places hours pay }\n      obstacles\n      benefits\n      consentedAt\n      note\n      state\n      stateReason\n      stateAt\n      talks { id talkedBy { id name } heldAt way advised nextStep nextOn doneAt doneBy { id name } doneResult }\n      referrals {\n        id state referredAt referredBy { id name } score reasons { code word points } interviewAt decidedAt reason startedOn next\n        opening { id title employer place }\n      }\n      followUps { id referralId months dueOn doneAt doneBy { id name } employed note }\n      matches(first: 10) {\n        score excluded referred reasons { code word points }\n        opening { id title employer place sector payMin payMax hours headcount hired expiresOn }\n      }\n      events { id kind at actor { id name } facts }\n    }\n  }\n": types.JobSeekerDocument,
    "\n  query FindSeekerResidents($search: String!) {\n    residents(search: $search, first: 8) { id name phoneMasked idNumberMasked address jobSeeker { id } }\n  }\n": types.FindSeekerResidentsDocument,
    "\n  query Counsellors {\n    staff { id name title duty roles }\n  }\n": types.CounsellorsDocument,
    "\n  mutation RegisterJobSeeker($input: RegisterJobSeekerInput!) {\n    registerJobSeeker(input: $input) { jobSeeker { id } clientMutationId }\n  }\n": types.RegisterJobSeekerDocument,
    "\n  mutation EditJobSeeker($input: EditJobSeekerInput!) {\n    editJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": types.EditJobSeekerDocument,
    "\n  mutation SetCounsellor($input: SetCounsellorInput!) {\n    setCounsellor(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": types.SetCounsellorDocument,
    "\n  mutation SetJobSeekerState($input: SetJobSeekerStateInput!) {\n    setJobSeekerState(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": types.SetJobSeekerStateDocument,
    "\n  mutation RecordTalk($input: RecordTalkInput!) {\n    recordTalk(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": types.RecordTalkDocument,
    "\n  mutation FinishTalk($input: FinishTalkInput!) {\n    finishTalk(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": types.FinishTalkDocument,
    "\n  mutation ReferJobSeeker($input: ReferJobSeekerInput!) {\n    referJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": types.ReferJobSeekerDocument,
    "\n  mutation StepReferral($input: StepReferralInput!) {\n    stepReferral(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": types.StepReferralDocument,
    "\n  mutation RecordFollowUp($input: RecordFollowUpInput!) {\n    recordFollowUp(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": types.RecordFollowUpDocument,
    "\n  query LedgersPage {\n    ledgers { kind }\n    ledgersTaken { kind from until rows at by { id name } }\n  }\n": types.LedgersPageDocument,
    "\n  query Openings($filter: OpeningFilter, $first: Int!, $after: Cursor) {\n    openings(filter: $filter, first: $first, after: $after) {\n      edges { node { id title employer sector thirdSector place payMin payMax headcount hired hours expiresOn closedAt open } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      totalCount\n    }\n  }\n": types.OpeningsDocument,
    "\n  query Opening($id: ID!) {\n    opening(id: $id) {\n      id version mayWork title employer partnerId sector thirdSector place payMin payMax headcount hired hours skills demands about\n      contactName contactPhone expiresOn enteredAt enteredBy { id name } closedAt closedReason open\n      matches(first: 20) {\n        score excluded referred reasons { code word points }\n        jobSeeker { id version state consentedAt resident { id name phoneMasked } counsellor { id name } }\n      }\n      referrals { id state referredAt decidedAt jobSeeker { id resident { id name } } }\n    }\n  }\n": types.OpeningDocument,
    "\n  query OpeningPartner($id: ID!) { node(id: $id) { __typename ... on Partner { id name } } }\n": types.OpeningPartnerDocument,
    "\n  mutation SaveOpening($input: SaveOpeningInput!) {\n    saveOpening(input: $input) { opening { id version } clientMutationId }\n  }\n": types.SaveOpeningDocument,
    "\n  mutation CloseOpening($input: CloseOpeningInput!) {\n    closeOpening(input: $input) { opening { id version } clientMutationId }\n  }\n": types.CloseOpeningDocument,
    "\n  mutation ReferToOpening($input: ReferJobSeekerInput!) {\n    referJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n": types.ReferToOpeningDocument,
    "\n  query PartnerHome($first: Int!, $after: Cursor) {\n    officeName\n    officeTime { now }\n    currentToken {\n      id name scopes hint expiresAt\n      partner { id name kind address about offers agreementNo agreedOn agreedUntil contacts { id name title phone } }\n    }\n    projects(first: $first, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number title kind stage place plannedFrom plannedUntil openToJoin\n          partners { id }\n          pledges { id what quantity unit delivered withdrawnAt }\n        }\n      }\n    }\n  }\n": types.PartnerHomeDocument,
    "\n  query PartnerToken {\n    officeName\n    officeTime { now }\n    currentToken { id name kind scopes partner { id name } }\n  }\n": types.PartnerTokenDocument,
    "\n  query PartnerProject($id: ID!) {\n    project(id: $id) {\n      id number title kind stage stageAt place about plannedFrom plannedUntil openToJoin residents outcome endedAt\n      partners { id }\n      totals { kind unit pledged delivered pledgedWorth deliveredWorth }\n      pledges {\n        id version kind what quantity unit worth delivered pledgedAt withdrawnAt withdrawnReason\n        deliveries { id quantity worth deliveredOn proof reportedAt confirmed decidedAt decisionReason }\n      }\n      tasks { id number title dueOn doneAt partner { id name } }\n      pictures { id kind caption path width height }\n    }\n  }\n": types.PartnerProjectDocument,
    "\n  mutation EnterByToken($input: EnterByTokenInput!) { enterByToken(input: $input) { token { id } clientMutationId } }\n": types.EnterByTokenDocument,
    "\n  mutation LeavePartnerPage($input: SignOutInput!) { signOut(input: $input) { clientMutationId } }\n": types.LeavePartnerPageDocument,
    "\n  mutation PartnerPledge($input: PledgeInput!) { pledge(input: $input) { pledge { id } clientMutationId } }\n": types.PartnerPledgeDocument,
    "\n  mutation PartnerWithdraw($input: WithdrawPledgeInput!) { withdrawPledge(input: $input) { pledge { id version } clientMutationId } }\n": types.PartnerWithdrawDocument,
    "\n  mutation PartnerDeliver($input: ReportDeliveryInput!) { reportDelivery(input: $input) { delivery { id } clientMutationId } }\n": types.PartnerDeliverDocument,
    "\n  query PartnersPage($search: String, $kind: PartnerKind, $left: Boolean!, $first: Int!, $after: Cursor) {\n    mayBuild\n    partners(search: $search, kind: $kind, left: $left, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id name kind address offers agreementNo agreedOn agreedUntil leftAt } }\n    }\n  }\n": types.PartnersPageDocument,
    "\n  query PartnerSheet($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Partner {\n        id version name kind address about offers agreementNo agreedOn agreedUntil agreement leftAt mayEdit\n        contacts { id name title phone }\n        projects { id number title kind stage plannedFrom plannedUntil }\n        events { ...RecordJournal_Event }\n      }\n    }\n  }\n": types.PartnerSheetDocument,
    "\n  mutation SavePartner($input: SavePartnerInput!) { savePartner(input: $input) { partner { id version } clientMutationId } }\n": types.SavePartnerDocument,
    "\n  mutation EndPartner($input: EndPartnerInput!) { endPartner(input: $input) { partner { id version leftAt } clientMutationId } }\n": types.EndPartnerDocument,
    "\n  mutation AddPartnerContact($input: AddPartnerContactInput!) { addPartnerContact(input: $input) { partner { id contacts { id name title phone } } clientMutationId } }\n": types.AddPartnerContactDocument,
    "\n  mutation RemovePartnerContact($input: RemovePartnerContactInput!) { removePartnerContact(input: $input) { partner { id contacts { id name title phone } } clientMutationId } }\n": types.RemovePartnerContactDocument,
    "\n  mutation RevealPartnerPhone($input: RevealPartnerPhoneInput!) { revealPartnerPhone(input: $input) { value clientMutationId } }\n": types.RevealPartnerPhoneDocument,
    "\n  fragment ProgramRow on Program {\n    id kind title place state capacity seated waiting from until\n    group { id name }\n  }\n": types.ProgramRowFragmentDoc,
    "\n  query ProgramsPage($from: Time, $until: Time, $first: Int, $after: Cursor) {\n    programs(from: $from, until: $until, first: $first, after: $after) {\n      edges { cursor node { id ...ProgramRow } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.ProgramsPageDocument,
    "\n  query ProgramFigures($from: Time!, $until: Time!) {\n    programFigures(from: $from, until: $until) { events people volunteerMinutes }\n  }\n": types.ProgramFiguresDocument,
    "\n  fragment ProgramSheet on Program {\n    id kind title about place state stateReason capacity seated waiting publicEnrol enrolUntil from until result cost reached version publicPath\n    organiser { id name }\n    group { id name }\n    sessions { id number from until place attended }\n    acts { id number title performers minutes award group { id } }\n    volunteers { id name minutes recordedAt }\n    pictures { id kind caption published path width height }\n    events { id kind at reason facts actor { id name } }\n  }\n": types.ProgramSheetFragmentDoc,
    "\n  query ProgramPage($id: ID!) {\n    node(id: $id) { __typename id ... on Program { ...ProgramSheet } }\n  }\n": types.ProgramPageDocument,
    "\n  fragment EnrolmentRow on Enrolment { id ticket name phone way state enrolledAt passed award attended }\n": types.EnrolmentRowFragmentDoc,
    "\n  query ProgramEnrolments($id: ID!, $withdrawn: Boolean!, $first: Int!, $after: Int!) {\n    node(id: $id) { __typename id ... on Program { enrolments(withdrawn: $withdrawn, first: $first, after: $after) { id ...EnrolmentRow } } }\n  }\n": types.ProgramEnrolmentsDocument,
    "\n  query SessionCode($id: ID!) {\n    node(id: $id) { __typename id ... on ProgramSession { number from until place code { link pin rows } } }\n  }\n": types.SessionCodeDocument,
    "\n  query ProgramGroups { groups { id name } }\n": types.ProgramGroupsDocument,
    "\n  mutation PlanProgram($input: PlanProgramInput!) { planProgram(input: $input) { program { id } clientMutationId } }\n": types.PlanProgramDocument,
    "\n  mutation EditProgram($input: EditProgramInput!) { editProgram(input: $input) { program { id version } clientMutationId } }\n": types.EditProgramDocument,
    "\n  mutation PublishProgram($input: StepProgramInput!) { publishProgram(input: $input) { program { id state } clientMutationId } }\n": types.PublishProgramDocument,
    "\n  mutation CancelProgram($input: StepProgramInput!) { cancelProgram(input: $input) { program { id state } clientMutationId } }\n": types.CancelProgramDocument,
    "\n  mutation HoldProgram($input: HoldProgramInput!) { holdProgram(input: $input) { program { id state } clientMutationId } }\n": types.HoldProgramDocument,
    "\n  mutation SetProgramActs($input: SetProgramActsInput!) { setProgramActs(input: $input) { program { id version } clientMutationId } }\n": types.SetProgramActsDocument,
    "\n  mutation RecordVolunteer($input: RecordVolunteerInput!) { recordVolunteer(input: $input) { program { id } clientMutationId } }\n": types.RecordVolunteerDocument,
    "\n  mutation Enrol($input: EnrolInput!) { enrol(input: $input) { enrolment { id ticket state } clientMutationId } }\n": types.EnrolDocument,
    "\n  mutation WithdrawEnrolment($input: EnrolmentInput!) { withdrawEnrolment(input: $input) { enrolment { id state } clientMutationId } }\n": types.WithdrawEnrolmentDocument,
    "\n  mutation TickAttendance($input: TickAttendanceInput!) { tickAttendance(input: $input) { enrolment { id attended } clientMutationId } }\n": types.TickAttendanceDocument,
    "\n  mutation EnrolmentResult($input: RecordEnrolmentResultInput!) { recordEnrolmentResult(input: $input) { enrolment { id passed award } clientMutationId } }\n": types.EnrolmentResultDocument,
    "\n  mutation RevealEnrolment($input: RevealEnrolmentInput!) { revealEnrolment(input: $input) { value clientMutationId } }\n": types.RevealEnrolmentDocument,
    "\n  fragment ProjectCard on Project {\n    id version number title kind stage stageAt openToJoin published place plannedFrom plannedUntil lead { id name } mayEdit\n  }\n": types.ProjectCardFragmentDoc,
    "\n  query ProjectsPage($search: String, $first: Int!, $after: Cursor) {\n    mayBuild\n    projects(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id ...ProjectCard } }\n    }\n  }\n": types.ProjectsPageDocument,
    "\n  query ProjectMoves($id: ID!) {\n    node(id: $id) { __typename ... on Project { id version stage title moves { to needsReason needsOutcome refused } } }\n  }\n": types.ProjectMovesDocument,
    "\n  query ProjectFigures {\n    cobuildFigures {\n      residents\n      minutes\n      contributions { partner { id name } projects pledged delivered }\n      months { month residents minutes }\n      stages { stage count }\n    }\n  }\n": types.ProjectFiguresDocument,
    "\n  query ProjectSheet($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Project {\n        id ...ProjectCard\n        version number title kind origin stage stageReason stageAt openToJoin published about place plannedFrom plannedUntil\n        budget cost residents outcome proposedAt endedAt mayEdit\n        lead { id name }\n        proposedBy { id name }\n        partners { id name kind }\n        totals { kind unit pledged delivered pledgedWorth deliveredWorth }\n        pledges {\n          id version kind what quantity unit worth delivered pledgedAt withdrawnAt withdrawnReason\n          partner { id name }\n          pledgedBy { id name }\n          deliveries { id quantity worth deliveredOn proof reportedAt confirmed decisionReason mayDecide reportedBy { id name } decidedBy { id name } }\n        }\n        tasks { id number title dueOn doneAt doneNote mayFinish owner { id name } partner { id name } }\n        pictures { id kind caption published path width height }\n        participations { id date residents minutes note recordedBy { id name } }\n        bookings { id from until purpose resource { id name } }\n        cases { id receiptNo status item { id name } demand }\n        events { ...RecordJournal_Event }\n      }\n    }\n  }\n": types.ProjectSheetDocument,
    "\n  query ProjectStaff { staff { id name title duty roles } }\n": types.ProjectStaffDocument,
    "\n  mutation ProposeProject($input: ProposeProjectInput!) { proposeProject(input: $input) { project { id } clientMutationId } }\n": types.ProposeProjectDocument,
    "\n  mutation EditProject($input: EditProjectInput!) { editProject(input: $input) { project { id version } clientMutationId } }\n": types.EditProjectDocument,
    "\n  mutation MoveProject($input: MoveProjectInput!) { moveProject(input: $input) { project { id ...ProjectCard } clientMutationId } }\n": types.MoveProjectDocument,
    "\n  mutation JoinProject($input: JoinProjectInput!) { joinProject(input: $input) { project { id } clientMutationId } }\n": types.JoinProjectDocument,
    "\n  mutation Pledge($input: PledgeInput!) { pledge(input: $input) { pledge { id } clientMutationId } }\n": types.PledgeDocument,
    "\n  mutation WithdrawPledge($input: WithdrawPledgeInput!) { withdrawPledge(input: $input) { pledge { id version } clientMutationId } }\n": types.WithdrawPledgeDocument,
    "\n  mutation ReportDelivery($input: ReportDeliveryInput!) { reportDelivery(input: $input) { delivery { id } clientMutationId } }\n": types.ReportDeliveryDocument,
    "\n  mutation DecideDelivery($input: DecideDeliveryInput!) { decideDelivery(input: $input) { delivery { id confirmed } clientMutationId } }\n": types.DecideDeliveryDocument,
    "\n  mutation SaveProjectTask($input: SaveProjectTaskInput!) { saveProjectTask(input: $input) { project { id } clientMutationId } }\n": types.SaveProjectTaskDocument,
    "\n  mutation FinishProjectTask($input: FinishProjectTaskInput!) { finishProjectTask(input: $input) { project { id } clientMutationId } }\n": types.FinishProjectTaskDocument,
    "\n  mutation RemoveProjectTask($input: RemoveProjectTaskInput!) { removeProjectTask(input: $input) { project { id } clientMutationId } }\n": types.RemoveProjectTaskDocument,
    "\n  mutation RecordParticipation($input: RecordParticipationInput!) { recordParticipation(input: $input) { project { id residents } clientMutationId } }\n": types.RecordParticipationDocument,
    "\n  fragment PropRow on Prop {\n    id kind name quantity lent missing there cost invoiceNo boughtOn owner keptAt version\n    group { id name }\n  }\n": types.PropRowFragmentDoc,
    "\n  query PropsPage($kinds: [PropKind!], $groupId: ID, $out: Boolean, $missing: Boolean, $first: Int, $after: Cursor) {\n    props(kinds: $kinds, groupId: $groupId, out: $out, missing: $missing, first: $first, after: $after) {\n      edges { cursor node { id ...PropRow } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n    groups { id name }\n  }\n": types.PropsPageDocument,
    "\n  query PropPage($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Prop {\n        ...PropRow\n        loans { id toName quantity returned missing lentAt lentBy { id name } dueOn closedAt note late }\n        events { id kind at reason facts actor { id name } }\n      }\n    }\n  }\n": types.PropPageDocument,
    "\n  query PropMembers($id: ID!) {\n    node(id: $id) { __typename id ... on Group { members { id name } } }\n  }\n": types.PropMembersDocument,
    "\n  mutation SaveProp($input: SavePropInput!) { saveProp(input: $input) { prop { id version } clientMutationId } }\n": types.SavePropDocument,
    "\n  mutation LendProp($input: LendPropInput!) { lendProp(input: $input) { prop { id } clientMutationId } }\n": types.LendPropDocument,
    "\n  mutation ReturnProp($input: ReturnPropInput!) { returnProp(input: $input) { prop { id } clientMutationId } }\n": types.ReturnPropDocument,
    "\n  fragment QueueRow_Case on Case {\n    id\n    receiptNo\n    status\n    matter\n    about { id name }\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    anonymous\n    resident { id name }\n    item { id name }\n    post { id name }\n    responsible { id name duty }\n    responsibleRole\n    demand\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n    green\n  }\n": types.QueueRow_CaseFragmentDoc,
    "\n  query Queue($filter: CaseFilter, $order: CaseOrder, $first: Int, $after: Cursor) {\n    cases(filter: $filter, order: $order, first: $first, after: $after) {\n      edges { cursor node { id ...QueueRow_Case } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.QueueDocument,
    "\n  query QueueChoices {\n    posts { id name }\n    items(first: 100) { id code name }\n  }\n": types.QueueChoicesDocument,
    "\n  query StandingIn($me: ID!) {\n    standingIn { id staff { id name } kind until lists { id to { id } linesNow { caseId } } }\n    absences(staffId: $me, states: [ENDED], first: 1) {\n      edges { node { id until lists { id done { id } } } }\n    }\n  }\n": types.StandingInDocument,
    "\n  query RatingsPage($first: Int, $after: Cursor) {\n    ratings(first: $first, after: $after) {\n      edges {\n        cursor\n        node {\n          id\n          level\n          tags\n          comment\n          ratedAt\n          about { id name title }\n          case { id receiptNo demand }\n          matter { id receiptNo open status }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n": types.RatingsPageDocument,
    "\n  query RatingSums {\n    ratingSums {\n      total\n      levels { level count }\n      items { code name total levels { level count } community { id name } }\n      posts { code name total levels { level count } community { id name } }\n    }\n  }\n": types.RatingSumsDocument,
    "\n  query OpenMatters {\n    cases(filter: { open: true, matter: [COMPLAINT, BAD_RATING] }, order: DUE, first: 50) {\n      edges {\n        node {\n          id\n          receiptNo\n          matter\n          topic\n          status\n          demand\n          openedAt\n          dueAt\n          standing\n          extended\n          workingSecondsLeft\n          about { id name title }\n          aboutCase { id receiptNo }\n          responsible { id name }\n        }\n      }\n      totalCount\n    }\n  }\n": types.OpenMattersDocument,
    "\n  query MyRatings {\n    myRatings { level count }\n  }\n": types.MyRatingsDocument,
    "\n  query ResourcesPage($from: Time!, $until: Time!, $kind: ResourceKind, $first: Int!, $after: Cursor) {\n    mayBuild\n    resources(kind: $kind, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id version kind name about place quantity unit mayEdit partner { id name } } }\n    }\n    bookings(from: $from, until: $until) {\n      id from until purpose mayCancel resource { id } bookedBy { id name } project { id title }\n    }\n  }\n": types.ResourcesPageDocument,
    "\n  query BookedFor($from: Time!) {\n    projects(first: 100, stages: [PROPOSED, AGREED, UNDER_WAY, ACCEPTED]) { edges { node { id title } } }\n    programs(first: 100, states: [PLANNED, OPEN], from: $from) { edges { node { id title } } }\n  }\n": types.BookedForDocument,
    "\n  mutation SaveResource($input: SaveResourceInput!) { saveResource(input: $input) { resource { id version } clientMutationId } }\n": types.SaveResourceDocument,
    "\n  mutation RemoveResource($input: RemoveResourceInput!) { removeResource(input: $input) { resource { id removedAt } clientMutationId } }\n": types.RemoveResourceDocument,
    "\n  mutation BookResource($input: BookResourceInput!) { bookResource(input: $input) { booking { id } clientMutationId } }\n": types.BookResourceDocument,
    "\n  mutation CancelBooking($input: CancelBookingInput!) { cancelBooking(input: $input) { booking { id holds } clientMutationId } }\n": types.CancelBookingDocument,
    "\n  query StaffPage {\n    posts {\n      id\n      code\n      name\n      duties\n      window\n      a { ...StaffName_Staff id name duty }\n      b { ...StaffName_Staff id name duty }\n      onDuty { id name }\n      aMustMaster\n      bMustKnow\n      lacking { a b }\n      version\n    }\n    staff(includeLeft: false) {\n      ...StaffName_Staff\n      id\n      name\n      familyName\n      disclosed\n      portrait { id path }\n      pinyin\n      title\n      roles\n      duty\n      login\n      superior { id name }\n      posts { id name a { id } }\n    }\n  }\n": types.StaffPageDocument,
    "\n  mutation SetLeft($input: SetLeftInput!) {\n    setLeft(input: $input) { staff { ...StaffName_Staff id duty } movedCases clientMutationId }\n  }\n": types.SetLeftDocument,
    "\n  mutation TakeDownPortrait($input: RemovePublicFileInput!) {\n    removePublicFile(input: $input) { file { id path } clientMutationId }\n  }\n": types.TakeDownPortraitDocument,
    "\n  mutation SavePost($input: SavePostInput!) {\n    savePost(input: $input) { post { id version } movedCases clientMutationId }\n  }\n": types.SavePostDocument,
    "\n  mutation RecordStudy($input: RecordStudyInput!) {\n    recordStudy(input: $input) { post { id lacking { a b } } clientMutationId }\n  }\n": types.RecordStudyDocument,
    "\n  query PostStudies($id: ID!) {\n    node(id: $id) {\n      ... on Post {\n        id\n        studies { id staff { id name } subject kind date passed }\n      }\n    }\n  }\n": types.PostStudiesDocument,
    "\n  query TokensPage {\n    tokens {\n      id kind name scopes hint madeAt expiresAt revokedAt lastUsedAt\n      partner { id name }\n      communities { id name }\n      madeBy { id name }\n    }\n  }\n": types.TokensPageDocument,
    "\n  query TokenSheet($id: ID!, $first: Int!, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on ApiToken {\n        id kind name scopes hint madeAt expiresAt revokedAt lastUsedAt\n        partner { id name }\n        communities { id name }\n        madeBy { id name }\n        revokedBy { id name }\n        reads(first: $first, after: $after) {\n          pageInfo { hasNextPage endCursor }\n          edges { node { id at operation fields records errors } }\n        }\n      }\n    }\n  }\n": types.TokenSheetDocument,
    "\n  mutation CreateToken($input: CreateTokenInput!) {\n    createToken(input: $input) { secret token { id name } clientMutationId }\n  }\n": types.CreateTokenDocument,
    "\n  mutation RevokeToken($input: RevokeTokenInput!) {\n    revokeToken(input: $input) { token { id revokedAt } clientMutationId }\n  }\n": types.RevokeTokenDocument,
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
export function graphql(source: "\n  query MyWarnings {\n    myWarnings(first: 50) { cursor eventId kind caseId receiptNo recordId about title at dueAt responsible { id name } }\n  }\n"): (typeof documents)["\n  query MyWarnings {\n    myWarnings(first: 50) { cursor eventId kind caseId receiptNo recordId about title at dueAt responsible { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DeskEvents($after: Cursor) {\n    deskEvents(after: $after) { cursor eventId kind caseId recordId receiptNo at actorId responsibleId forViewer }\n  }\n"): (typeof documents)["\n  subscription DeskEvents($after: Cursor) {\n    deskEvents(after: $after) { cursor eventId kind caseId recordId receiptNo at actorId responsibleId forViewer }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DeadlineEvents($after: Cursor) {\n    deadlineEvents(after: $after) { cursor eventId kind caseId receiptNo recordId about title at dueAt responsible { id name } }\n  }\n"): (typeof documents)["\n  subscription DeadlineEvents($after: Cursor) {\n    deadlineEvents(after: $after) { cursor eventId kind caseId receiptNo recordId about title at dueAt responsible { id name } }\n  }\n"];
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
export function graphql(source: "\n  query PartnerPick($search: String!) { partners(search: $search, first: 50) { edges { node { id name } } } }\n"): (typeof documents)["\n  query PartnerPick($search: String!) { partners(search: $search, first: 50) { edges { node { id name } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishPicture($input: PublishPictureInput!) { publishPicture(input: $input) { picture { id published } clientMutationId } }\n"): (typeof documents)["\n  mutation PublishPicture($input: PublishPictureInput!) { publishPicture(input: $input) { picture { id published } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePicture($input: RemovePictureInput!) { removePicture(input: $input) { picture { id } clientMutationId } }\n"): (typeof documents)["\n  mutation RemovePicture($input: RemovePictureInput!) { removePicture(input: $input) { picture { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RecordJournal_Event on RecordEvent { id number kind at actor { id name } partner { id name } reason facts }\n"): (typeof documents)["\n  fragment RecordJournal_Event on RecordEvent { id number kind at actor { id name } partner { id name } reason facts }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResidentFind($search: String!) { residents(search: $search, first: 8) { id name phoneMasked address } }\n"): (typeof documents)["\n  query ResidentFind($search: String!) { residents(search: $search, first: 8) { id name phoneMasked address } }\n"];
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
export function graphql(source: "\n  fragment CaseSheet on Case {\n    id\n    ...ActTarget_Case\n    receiptNo\n    status\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    firstResponder { id name ...StaffName_Staff }\n    responsible { id name ...StaffName_Staff }\n    responsibleRole\n    projects { id number title stage plannedUntil }\n    holder { id name ...StaffName_Staff }\n    anonymous\n    contactWayMasked\n    contactRevealable\n    resident { id name sex birthDate phoneMasked idNumberMasked address tags }\n    item { id code version name kind limitDays immediate fee materials { name copies form issuedBy why sample required } legalBasis }\n    post { id name window a { id name ...StaffName_Staff } b { id name ...StaffName_Staff } onDuty { id name } }\n    situation\n    demand\n    outcome\n    guidedTo { id name address phone hours website }\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n    green\n    materialsCompleteAt\n    missingMaterials\n    promise { id ...CasePromise }\n    promises { id number ...CasePromise }\n    handOver { id }\n    handOvers {\n      id\n      from { id name }\n      to { id name }\n      explanation\n      offeredAt\n      answerBy\n      state\n      answeredAt\n      returnReason\n    }\n    report {\n      id\n      reporter { id name }\n      superior { id name }\n      reason\n      reportedAt\n      decideBy\n      state\n      decidedAt\n      decidedBy { id name }\n      instructions\n    }\n    extension { id state }\n    extensions {\n      id\n      askedBy { id name }\n      askedAt\n      reason\n      workingDays\n      oldDueAt\n      newDueAt\n      state\n      decidedBy { id name }\n      decidedAt\n      decisionReason\n      toldAt\n      toldBy { id name }\n      toldWay\n    }\n    matter\n    topic\n    about { id name title }\n    aboutCase { id receiptNo status demand item { id name } }\n    upheld\n    notices { id number missing reason toldWay givenBy { id name } givenAt second }\n    pieces {\n      id\n      name\n      form\n      count\n      condition\n      place\n      state\n      takenAt\n      takenBy { id name }\n      returnedAt\n      returnedBy { id name }\n      signedBy\n      reportedAs\n      report\n      reportedAt\n      reportedBy { id name }\n    }\n    piecesHeld\n    charges { id amount billNo chargedAt chargedBy { id name } }\n    charged\n    attachments { id name kind size attachedAt attachedBy { id name } path }\n    printed { id kind number draft printedAt printedBy { id name } path }\n    papers { kind subjectId number draft sizes }\n    breaches {\n      id\n      kind\n      clause\n      person { id name }\n      foundAt\n      reportedBy { id name }\n      facts\n    }\n    callBackAskedAt\n    callBackResult\n    allowedActs\n    version\n  }\n"): (typeof documents)["\n  fragment CaseSheet on Case {\n    id\n    ...ActTarget_Case\n    receiptNo\n    status\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    firstResponder { id name ...StaffName_Staff }\n    responsible { id name ...StaffName_Staff }\n    responsibleRole\n    projects { id number title stage plannedUntil }\n    holder { id name ...StaffName_Staff }\n    anonymous\n    contactWayMasked\n    contactRevealable\n    resident { id name sex birthDate phoneMasked idNumberMasked address tags }\n    item { id code version name kind limitDays immediate fee materials { name copies form issuedBy why sample required } legalBasis }\n    post { id name window a { id name ...StaffName_Staff } b { id name ...StaffName_Staff } onDuty { id name } }\n    situation\n    demand\n    outcome\n    guidedTo { id name address phone hours website }\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n    green\n    materialsCompleteAt\n    missingMaterials\n    promise { id ...CasePromise }\n    promises { id number ...CasePromise }\n    handOver { id }\n    handOvers {\n      id\n      from { id name }\n      to { id name }\n      explanation\n      offeredAt\n      answerBy\n      state\n      answeredAt\n      returnReason\n    }\n    report {\n      id\n      reporter { id name }\n      superior { id name }\n      reason\n      reportedAt\n      decideBy\n      state\n      decidedAt\n      decidedBy { id name }\n      instructions\n    }\n    extension { id state }\n    extensions {\n      id\n      askedBy { id name }\n      askedAt\n      reason\n      workingDays\n      oldDueAt\n      newDueAt\n      state\n      decidedBy { id name }\n      decidedAt\n      decisionReason\n      toldAt\n      toldBy { id name }\n      toldWay\n    }\n    matter\n    topic\n    about { id name title }\n    aboutCase { id receiptNo status demand item { id name } }\n    upheld\n    notices { id number missing reason toldWay givenBy { id name } givenAt second }\n    pieces {\n      id\n      name\n      form\n      count\n      condition\n      place\n      state\n      takenAt\n      takenBy { id name }\n      returnedAt\n      returnedBy { id name }\n      signedBy\n      reportedAs\n      report\n      reportedAt\n      reportedBy { id name }\n    }\n    piecesHeld\n    charges { id amount billNo chargedAt chargedBy { id name } }\n    charged\n    attachments { id name kind size attachedAt attachedBy { id name } path }\n    printed { id kind number draft printedAt printedBy { id name } path }\n    papers { kind subjectId number draft sizes }\n    breaches {\n      id\n      kind\n      clause\n      person { id name }\n      foundAt\n      reportedBy { id name }\n      facts\n    }\n    callBackAskedAt\n    callBackResult\n    allowedActs\n    version\n  }\n"];
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
export function graphql(source: "\n  query CaseProjectsSearch($search: String) {\n    projects(search: $search, stages: [PROPOSED, AGREED, UNDER_WAY, ACCEPTED, CLOSED], first: 8) { edges { node { id number title stage } } }\n  }\n"): (typeof documents)["\n  query CaseProjectsSearch($search: String) {\n    projects(search: $search, stages: [PROPOSED, AGREED, UNDER_WAY, ACCEPTED, CLOSED], first: 8) { edges { node { id number title stage } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LinkProject($input: LinkProjectInput!) { linkProject(input: $input) { case { id ...CaseSheet } clientMutationId } }\n"): (typeof documents)["\n  mutation LinkProject($input: LinkProjectInput!) { linkProject(input: $input) { case { id ...CaseSheet } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CoveragePage {\n    coverage(weeks: 6) {\n      from\n      weeks\n      posts {\n        post { id name window a { id name } b { id name } }\n        halfDays { date morning onDuty { id name } role gap unqualified }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CoveragePage {\n    coverage(weeks: 6) {\n      from\n      weeks\n      posts {\n        post { id name window a { id name } b { id name } }\n        halfDays { date morning onDuty { id name } role gap unqualified }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardMetrics {\n    metrics { figure unit clause nameZh nameEn definitionZh definitionEn }\n  }\n"): (typeof documents)["\n  query DashboardMetrics {\n    metrics { figure unit clause nameZh nameEn definitionZh definitionEn }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardToday {\n    queueTotals { open overdue dueToday offered }\n    extended: cases(filter: { open: true, extended: true }, first: 1) { totalCount }\n    posts { id name a { id } onDuty { id name } }\n  }\n"): (typeof documents)["\n  query DashboardToday {\n    queueTotals { open overdue dueToday offered }\n    extended: cases(filter: { open: true, extended: true }, first: 1) { totalCount }\n    posts { id name a { id } onDuty { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardFigures($figures: [Figure!]!, $from: Date!, $until: Date!, $earlier: Date!, $earlierUntil: Date!, $year: Date!, $today: Date!) {\n    now: report(figures: $figures, from: $from, until: $until, first: 1) { edges { node { values } } }\n    before: report(figures: $figures, from: $earlier, until: $earlierUntil, first: 1) { edges { node { values } } }\n    year: report(figures: $figures, from: $year, until: $today, first: 1) { edges { node { values } } }\n  }\n"): (typeof documents)["\n  query DashboardFigures($figures: [Figure!]!, $from: Date!, $until: Date!, $earlier: Date!, $earlierUntil: Date!, $year: Date!, $today: Date!) {\n    now: report(figures: $figures, from: $from, until: $until, first: 1) { edges { node { values } } }\n    before: report(figures: $figures, from: $earlier, until: $earlierUntil, first: 1) { edges { node { values } } }\n    year: report(figures: $figures, from: $year, until: $today, first: 1) { edges { node { values } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardCourse($figures: [Figure!]!, $step: ReportStep!, $from: Date!, $until: Date!) {\n    report(figures: $figures, step: $step, from: $from, until: $until, first: 150) { edges { node { from values } } }\n  }\n"): (typeof documents)["\n  query DashboardCourse($figures: [Figure!]!, $step: ReportStep!, $from: Date!, $until: Date!) {\n    report(figures: $figures, step: $step, from: $from, until: $until, first: 150) { edges { node { from values } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardGroups($figures: [Figure!]!, $by: [ReportDimension!]!, $from: Date!, $until: Date!) {\n    report(figures: $figures, by: $by, from: $from, until: $until, first: 1000) {\n      edges { node { keys { key name } values } }\n      pageInfo { hasNextPage }\n    }\n  }\n"): (typeof documents)["\n  query DashboardGroups($figures: [Figure!]!, $by: [ReportDimension!]!, $from: Date!, $until: Date!) {\n    report(figures: $figures, by: $by, from: $from, until: $until, first: 1000) {\n      edges { node { keys { key name } values } }\n      pageInfo { hasNextPage }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardResidentMetrics {\n    residentMetrics { figure unit clause nameZh nameEn definitionZh definitionEn }\n  }\n"): (typeof documents)["\n  query DashboardResidentMetrics {\n    residentMetrics { figure unit clause nameZh nameEn definitionZh definitionEn }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardResidents($figures: [ResidentFigure!]!, $from: Date!, $until: Date!, $earlier: Date!, $earlierUntil: Date!, $year: Date!, $today: Date!, $first: Int!) {\n    now: residentFigures(figures: $figures, from: $from, until: $until, first: $first) { edges { node { communityId community values } } }\n    before: residentFigures(figures: $figures, from: $earlier, until: $earlierUntil, first: $first) { edges { node { communityId values } } }\n    year: residentFigures(figures: $figures, from: $year, until: $today, first: $first) { edges { node { communityId values } } }\n  }\n"): (typeof documents)["\n  query DashboardResidents($figures: [ResidentFigure!]!, $from: Date!, $until: Date!, $earlier: Date!, $earlierUntil: Date!, $year: Date!, $today: Date!, $first: Int!) {\n    now: residentFigures(figures: $figures, from: $from, until: $until, first: $first) { edges { node { communityId community values } } }\n    before: residentFigures(figures: $figures, from: $earlier, until: $earlierUntil, first: $first) { edges { node { communityId values } } }\n    year: residentFigures(figures: $figures, from: $year, until: $today, first: $first) { edges { node { communityId values } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardRecords($figure: ResidentFigure!, $from: Date!, $until: Date!, $communityId: ID, $communityIds: [ID!], $after: Cursor) {\n    residentFigures(figures: [$figure], from: $from, until: $until, communityIds: $communityIds, first: 1) { edges { node { community values } } }\n    figureRecords(figure: $figure, from: $from, until: $until, communityId: $communityId, first: 50, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          day\n          value\n          about {\n            __typename\n            id\n            ... on JobSeeker { resident { name } seekerState: state }\n            ... on Program { title programState: state }\n            ... on Project { title number stage }\n          }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query DashboardRecords($figure: ResidentFigure!, $from: Date!, $until: Date!, $communityId: ID, $communityIds: [ID!], $after: Cursor) {\n    residentFigures(figures: [$figure], from: $from, until: $until, communityIds: $communityIds, first: 1) { edges { node { community values } } }\n    figureRecords(figure: $figure, from: $from, until: $until, communityId: $communityId, first: 50, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          day\n          value\n          about {\n            __typename\n            id\n            ... on JobSeeker { resident { name } seekerState: state }\n            ... on Program { title programState: state }\n            ... on Project { title number stage }\n          }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardCases($figure: Figure!, $from: Date!, $until: Date!, $where: FigureFilter, $after: Cursor) {\n    figureCases(figure: $figure, from: $from, until: $until, where: $where, first: 50, after: $after) {\n      totalCount\n      edges { node { id receiptNo demand matter status contactAt channel item { id name } responsible { id name } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query DashboardCases($figure: Figure!, $from: Date!, $until: Date!, $where: FigureFilter, $after: Cursor) {\n    figureCases(figure: $figure, from: $from, until: $until, where: $where, first: 50, after: $after) {\n      totalCount\n      edges { node { id receiptNo demand matter status contactAt channel item { id name } responsible { id name } } }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardOthers($figure: Figure!, $from: Date!, $until: Date!, $where: FigureFilter, $after: Cursor) {\n    figureOthers(figure: $figure, from: $from, until: $until, where: $where, first: 50, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          day\n          about {\n            __typename\n            id\n            ... on Breach { breachKind: kind person { name } }\n            ... on Absence { absenceKind: kind staff { name } }\n          }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query DashboardOthers($figure: Figure!, $from: Date!, $until: Date!, $where: FigureFilter, $after: Cursor) {\n    figureOthers(figure: $figure, from: $from, until: $until, where: $where, first: 50, after: $after) {\n      totalCount\n      edges {\n        cursor\n        node {\n          day\n          about {\n            __typename\n            id\n            ... on Breach { breachKind: kind person { name } }\n            ... on Absence { absenceKind: kind staff { name } }\n          }\n        }\n      }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DashboardFigureOf($figures: [Figure!]!, $by: [ReportDimension!]!, $from: Date!, $until: Date!, $where: FigureFilter) {\n    report(figures: $figures, by: $by, from: $from, until: $until, where: $where, first: 1) { edges { node { keys { by key name } values } } }\n  }\n"): (typeof documents)["\n  query DashboardFigureOf($figures: [Figure!]!, $by: [ReportDimension!]!, $from: Date!, $until: Date!, $where: FigureFilter) {\n    report(figures: $figures, by: $by, from: $from, until: $until, where: $where, first: 1) { edges { node { keys { by key name } values } } }\n  }\n"];
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
export function graphql(source: "\n  query GroupsPage($dissolved: Boolean!) {\n    groups(dissolved: $dissolved) { id name kind size foundedOn dissolvedAt contact { id name } }\n  }\n"): (typeof documents)["\n  query GroupsPage($dissolved: Boolean!) {\n    groups(dissolved: $dissolved) { id name kind size foundedOn dissolvedAt contact { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment GroupSheet on Group {\n    id name kind about foundedOn dissolvedAt version size\n    contact { id name }\n    members { id name role leads phone joinedOn leftOn }\n    rehearsals { id from until place note present cancelledAt }\n    programs { id title state from }\n    events { id kind at reason facts actor { id name } }\n  }\n"): (typeof documents)["\n  fragment GroupSheet on Group {\n    id name kind about foundedOn dissolvedAt version size\n    contact { id name }\n    members { id name role leads phone joinedOn leftOn }\n    rehearsals { id from until place note present cancelledAt }\n    programs { id title state from }\n    events { id kind at reason facts actor { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupPage($id: ID!) {\n    node(id: $id) { __typename id ... on Group { ...GroupSheet } }\n  }\n"): (typeof documents)["\n  query GroupPage($id: ID!) {\n    node(id: $id) { __typename id ... on Group { ...GroupSheet } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveGroup($input: SaveGroupInput!) { saveGroup(input: $input) { group { id version } clientMutationId } }\n"): (typeof documents)["\n  mutation SaveGroup($input: SaveGroupInput!) { saveGroup(input: $input) { group { id version } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DissolveGroup($input: DissolveGroupInput!) { dissolveGroup(input: $input) { group { id } clientMutationId } }\n"): (typeof documents)["\n  mutation DissolveGroup($input: DissolveGroupInput!) { dissolveGroup(input: $input) { group { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveMember($input: SaveMemberInput!) { saveMember(input: $input) { group { id } clientMutationId } }\n"): (typeof documents)["\n  mutation SaveMember($input: SaveMemberInput!) { saveMember(input: $input) { group { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeaveGroup($input: LeaveGroupInput!) { leaveGroup(input: $input) { group { id } clientMutationId } }\n"): (typeof documents)["\n  mutation LeaveGroup($input: LeaveGroupInput!) { leaveGroup(input: $input) { group { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevealMember($input: RevealMemberInput!) { revealMember(input: $input) { value clientMutationId } }\n"): (typeof documents)["\n  mutation RevealMember($input: RevealMemberInput!) { revealMember(input: $input) { value clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetRehearsal($input: SetRehearsalInput!) { setRehearsal(input: $input) { group { id } clientMutationId } }\n"): (typeof documents)["\n  mutation SetRehearsal($input: SetRehearsalInput!) { setRehearsal(input: $input) { group { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelRehearsal($input: RehearsalInput!) { cancelRehearsal(input: $input) { group { id } clientMutationId } }\n"): (typeof documents)["\n  mutation CancelRehearsal($input: RehearsalInput!) { cancelRehearsal(input: $input) { group { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NoteRehearsal($input: NoteRehearsalInput!) { noteRehearsal(input: $input) { group { id } clientMutationId } }\n"): (typeof documents)["\n  mutation NoteRehearsal($input: NoteRehearsalInput!) { noteRehearsal(input: $input) { group { id } clientMutationId } }\n"];
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
export function graphql(source: "\n  query JobSeekers($filter: JobSeekerFilter, $first: Int!, $after: Cursor) {\n    jobSeekers(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          id\n          resident { id name phoneMasked }\n          counsellor { id name }\n          registeredAt\n          situations\n          residence\n          skills\n          wishes { titles }\n          state\n          consentedAt\n        }\n      }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query JobSeekers($filter: JobSeekerFilter, $first: Int!, $after: Cursor) {\n    jobSeekers(filter: $filter, first: $first, after: $after) {\n      edges {\n        node {\n          id\n          resident { id name phoneMasked }\n          counsellor { id name }\n          registeredAt\n          situations\n          residence\n          skills\n          wishes { titles }\n          state\n          consentedAt\n        }\n      }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EmploymentFigures($from: Date!, $until: Date!) {\n    employmentFigures(from: $from, until: $until) { registered advised trained referred placed kept3 kept6 }\n  }\n"): (typeof documents)["\n  query EmploymentFigures($from: Date!, $until: Date!) {\n    employmentFigures(from: $from, until: $until) { registered advised trained referred placed kept3 kept6 }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JobSeeker($id: ID!) {\n    jobSeeker(id: $id) {\n      id\n      version\n      mayWork\n      resident { id name phoneMasked idNumberMasked address recentCases { id receiptNo demand open green } }\n      counsellor { id name }\n      registeredAt\n      registeredBy { id name }\n      situations\n      residence\n      skills\n      wishes { titles sectors places hours pay }\n      obstacles\n      benefits\n      consentedAt\n      note\n      state\n      stateReason\n      stateAt\n      talks { id talkedBy { id name } heldAt way advised nextStep nextOn doneAt doneBy { id name } doneResult }\n      referrals {\n        id state referredAt referredBy { id name } score reasons { code word points } interviewAt decidedAt reason startedOn next\n        opening { id title employer place }\n      }\n      followUps { id referralId months dueOn doneAt doneBy { id name } employed note }\n      matches(first: 10) {\n        score excluded referred reasons { code word points }\n        opening { id title employer place sector payMin payMax hours headcount hired expiresOn }\n      }\n      events { id kind at actor { id name } facts }\n    }\n  }\n"): (typeof documents)["\n  query JobSeeker($id: ID!) {\n    jobSeeker(id: $id) {\n      id\n      version\n      mayWork\n      resident { id name phoneMasked idNumberMasked address recentCases { id receiptNo demand open green } }\n      counsellor { id name }\n      registeredAt\n      registeredBy { id name }\n      situations\n      residence\n      skills\n      wishes { titles sectors places hours pay }\n      obstacles\n      benefits\n      consentedAt\n      note\n      state\n      stateReason\n      stateAt\n      talks { id talkedBy { id name } heldAt way advised nextStep nextOn doneAt doneBy { id name } doneResult }\n      referrals {\n        id state referredAt referredBy { id name } score reasons { code word points } interviewAt decidedAt reason startedOn next\n        opening { id title employer place }\n      }\n      followUps { id referralId months dueOn doneAt doneBy { id name } employed note }\n      matches(first: 10) {\n        score excluded referred reasons { code word points }\n        opening { id title employer place sector payMin payMax hours headcount hired expiresOn }\n      }\n      events { id kind at actor { id name } facts }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindSeekerResidents($search: String!) {\n    residents(search: $search, first: 8) { id name phoneMasked idNumberMasked address jobSeeker { id } }\n  }\n"): (typeof documents)["\n  query FindSeekerResidents($search: String!) {\n    residents(search: $search, first: 8) { id name phoneMasked idNumberMasked address jobSeeker { id } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Counsellors {\n    staff { id name title duty roles }\n  }\n"): (typeof documents)["\n  query Counsellors {\n    staff { id name title duty roles }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterJobSeeker($input: RegisterJobSeekerInput!) {\n    registerJobSeeker(input: $input) { jobSeeker { id } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RegisterJobSeeker($input: RegisterJobSeekerInput!) {\n    registerJobSeeker(input: $input) { jobSeeker { id } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditJobSeeker($input: EditJobSeekerInput!) {\n    editJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation EditJobSeeker($input: EditJobSeekerInput!) {\n    editJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetCounsellor($input: SetCounsellorInput!) {\n    setCounsellor(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation SetCounsellor($input: SetCounsellorInput!) {\n    setCounsellor(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetJobSeekerState($input: SetJobSeekerStateInput!) {\n    setJobSeekerState(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation SetJobSeekerState($input: SetJobSeekerStateInput!) {\n    setJobSeekerState(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordTalk($input: RecordTalkInput!) {\n    recordTalk(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RecordTalk($input: RecordTalkInput!) {\n    recordTalk(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FinishTalk($input: FinishTalkInput!) {\n    finishTalk(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation FinishTalk($input: FinishTalkInput!) {\n    finishTalk(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReferJobSeeker($input: ReferJobSeekerInput!) {\n    referJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation ReferJobSeeker($input: ReferJobSeekerInput!) {\n    referJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StepReferral($input: StepReferralInput!) {\n    stepReferral(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation StepReferral($input: StepReferralInput!) {\n    stepReferral(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordFollowUp($input: RecordFollowUpInput!) {\n    recordFollowUp(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RecordFollowUp($input: RecordFollowUpInput!) {\n    recordFollowUp(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LedgersPage {\n    ledgers { kind }\n    ledgersTaken { kind from until rows at by { id name } }\n  }\n"): (typeof documents)["\n  query LedgersPage {\n    ledgers { kind }\n    ledgersTaken { kind from until rows at by { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Openings($filter: OpeningFilter, $first: Int!, $after: Cursor) {\n    openings(filter: $filter, first: $first, after: $after) {\n      edges { node { id title employer sector thirdSector place payMin payMax headcount hired hours expiresOn closedAt open } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query Openings($filter: OpeningFilter, $first: Int!, $after: Cursor) {\n    openings(filter: $filter, first: $first, after: $after) {\n      edges { node { id title employer sector thirdSector place payMin payMax headcount hired hours expiresOn closedAt open } }\n      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Opening($id: ID!) {\n    opening(id: $id) {\n      id version mayWork title employer partnerId sector thirdSector place payMin payMax headcount hired hours skills demands about\n      contactName contactPhone expiresOn enteredAt enteredBy { id name } closedAt closedReason open\n      matches(first: 20) {\n        score excluded referred reasons { code word points }\n        jobSeeker { id version state consentedAt resident { id name phoneMasked } counsellor { id name } }\n      }\n      referrals { id state referredAt decidedAt jobSeeker { id resident { id name } } }\n    }\n  }\n"): (typeof documents)["\n  query Opening($id: ID!) {\n    opening(id: $id) {\n      id version mayWork title employer partnerId sector thirdSector place payMin payMax headcount hired hours skills demands about\n      contactName contactPhone expiresOn enteredAt enteredBy { id name } closedAt closedReason open\n      matches(first: 20) {\n        score excluded referred reasons { code word points }\n        jobSeeker { id version state consentedAt resident { id name phoneMasked } counsellor { id name } }\n      }\n      referrals { id state referredAt decidedAt jobSeeker { id resident { id name } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpeningPartner($id: ID!) { node(id: $id) { __typename ... on Partner { id name } } }\n"): (typeof documents)["\n  query OpeningPartner($id: ID!) { node(id: $id) { __typename ... on Partner { id name } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveOpening($input: SaveOpeningInput!) {\n    saveOpening(input: $input) { opening { id version } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation SaveOpening($input: SaveOpeningInput!) {\n    saveOpening(input: $input) { opening { id version } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseOpening($input: CloseOpeningInput!) {\n    closeOpening(input: $input) { opening { id version } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation CloseOpening($input: CloseOpeningInput!) {\n    closeOpening(input: $input) { opening { id version } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReferToOpening($input: ReferJobSeekerInput!) {\n    referJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation ReferToOpening($input: ReferJobSeekerInput!) {\n    referJobSeeker(input: $input) { jobSeeker { id version } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PartnerHome($first: Int!, $after: Cursor) {\n    officeName\n    officeTime { now }\n    currentToken {\n      id name scopes hint expiresAt\n      partner { id name kind address about offers agreementNo agreedOn agreedUntil contacts { id name title phone } }\n    }\n    projects(first: $first, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number title kind stage place plannedFrom plannedUntil openToJoin\n          partners { id }\n          pledges { id what quantity unit delivered withdrawnAt }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PartnerHome($first: Int!, $after: Cursor) {\n    officeName\n    officeTime { now }\n    currentToken {\n      id name scopes hint expiresAt\n      partner { id name kind address about offers agreementNo agreedOn agreedUntil contacts { id name title phone } }\n    }\n    projects(first: $first, after: $after) {\n      pageInfo { hasNextPage endCursor }\n      edges {\n        node {\n          id number title kind stage place plannedFrom plannedUntil openToJoin\n          partners { id }\n          pledges { id what quantity unit delivered withdrawnAt }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PartnerToken {\n    officeName\n    officeTime { now }\n    currentToken { id name kind scopes partner { id name } }\n  }\n"): (typeof documents)["\n  query PartnerToken {\n    officeName\n    officeTime { now }\n    currentToken { id name kind scopes partner { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PartnerProject($id: ID!) {\n    project(id: $id) {\n      id number title kind stage stageAt place about plannedFrom plannedUntil openToJoin residents outcome endedAt\n      partners { id }\n      totals { kind unit pledged delivered pledgedWorth deliveredWorth }\n      pledges {\n        id version kind what quantity unit worth delivered pledgedAt withdrawnAt withdrawnReason\n        deliveries { id quantity worth deliveredOn proof reportedAt confirmed decidedAt decisionReason }\n      }\n      tasks { id number title dueOn doneAt partner { id name } }\n      pictures { id kind caption path width height }\n    }\n  }\n"): (typeof documents)["\n  query PartnerProject($id: ID!) {\n    project(id: $id) {\n      id number title kind stage stageAt place about plannedFrom plannedUntil openToJoin residents outcome endedAt\n      partners { id }\n      totals { kind unit pledged delivered pledgedWorth deliveredWorth }\n      pledges {\n        id version kind what quantity unit worth delivered pledgedAt withdrawnAt withdrawnReason\n        deliveries { id quantity worth deliveredOn proof reportedAt confirmed decidedAt decisionReason }\n      }\n      tasks { id number title dueOn doneAt partner { id name } }\n      pictures { id kind caption path width height }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnterByToken($input: EnterByTokenInput!) { enterByToken(input: $input) { token { id } clientMutationId } }\n"): (typeof documents)["\n  mutation EnterByToken($input: EnterByTokenInput!) { enterByToken(input: $input) { token { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeavePartnerPage($input: SignOutInput!) { signOut(input: $input) { clientMutationId } }\n"): (typeof documents)["\n  mutation LeavePartnerPage($input: SignOutInput!) { signOut(input: $input) { clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PartnerPledge($input: PledgeInput!) { pledge(input: $input) { pledge { id } clientMutationId } }\n"): (typeof documents)["\n  mutation PartnerPledge($input: PledgeInput!) { pledge(input: $input) { pledge { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PartnerWithdraw($input: WithdrawPledgeInput!) { withdrawPledge(input: $input) { pledge { id version } clientMutationId } }\n"): (typeof documents)["\n  mutation PartnerWithdraw($input: WithdrawPledgeInput!) { withdrawPledge(input: $input) { pledge { id version } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PartnerDeliver($input: ReportDeliveryInput!) { reportDelivery(input: $input) { delivery { id } clientMutationId } }\n"): (typeof documents)["\n  mutation PartnerDeliver($input: ReportDeliveryInput!) { reportDelivery(input: $input) { delivery { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PartnersPage($search: String, $kind: PartnerKind, $left: Boolean!, $first: Int!, $after: Cursor) {\n    mayBuild\n    partners(search: $search, kind: $kind, left: $left, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id name kind address offers agreementNo agreedOn agreedUntil leftAt } }\n    }\n  }\n"): (typeof documents)["\n  query PartnersPage($search: String, $kind: PartnerKind, $left: Boolean!, $first: Int!, $after: Cursor) {\n    mayBuild\n    partners(search: $search, kind: $kind, left: $left, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id name kind address offers agreementNo agreedOn agreedUntil leftAt } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PartnerSheet($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Partner {\n        id version name kind address about offers agreementNo agreedOn agreedUntil agreement leftAt mayEdit\n        contacts { id name title phone }\n        projects { id number title kind stage plannedFrom plannedUntil }\n        events { ...RecordJournal_Event }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PartnerSheet($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Partner {\n        id version name kind address about offers agreementNo agreedOn agreedUntil agreement leftAt mayEdit\n        contacts { id name title phone }\n        projects { id number title kind stage plannedFrom plannedUntil }\n        events { ...RecordJournal_Event }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SavePartner($input: SavePartnerInput!) { savePartner(input: $input) { partner { id version } clientMutationId } }\n"): (typeof documents)["\n  mutation SavePartner($input: SavePartnerInput!) { savePartner(input: $input) { partner { id version } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndPartner($input: EndPartnerInput!) { endPartner(input: $input) { partner { id version leftAt } clientMutationId } }\n"): (typeof documents)["\n  mutation EndPartner($input: EndPartnerInput!) { endPartner(input: $input) { partner { id version leftAt } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddPartnerContact($input: AddPartnerContactInput!) { addPartnerContact(input: $input) { partner { id contacts { id name title phone } } clientMutationId } }\n"): (typeof documents)["\n  mutation AddPartnerContact($input: AddPartnerContactInput!) { addPartnerContact(input: $input) { partner { id contacts { id name title phone } } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemovePartnerContact($input: RemovePartnerContactInput!) { removePartnerContact(input: $input) { partner { id contacts { id name title phone } } clientMutationId } }\n"): (typeof documents)["\n  mutation RemovePartnerContact($input: RemovePartnerContactInput!) { removePartnerContact(input: $input) { partner { id contacts { id name title phone } } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevealPartnerPhone($input: RevealPartnerPhoneInput!) { revealPartnerPhone(input: $input) { value clientMutationId } }\n"): (typeof documents)["\n  mutation RevealPartnerPhone($input: RevealPartnerPhoneInput!) { revealPartnerPhone(input: $input) { value clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProgramRow on Program {\n    id kind title place state capacity seated waiting from until\n    group { id name }\n  }\n"): (typeof documents)["\n  fragment ProgramRow on Program {\n    id kind title place state capacity seated waiting from until\n    group { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProgramsPage($from: Time, $until: Time, $first: Int, $after: Cursor) {\n    programs(from: $from, until: $until, first: $first, after: $after) {\n      edges { cursor node { id ...ProgramRow } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query ProgramsPage($from: Time, $until: Time, $first: Int, $after: Cursor) {\n    programs(from: $from, until: $until, first: $first, after: $after) {\n      edges { cursor node { id ...ProgramRow } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProgramFigures($from: Time!, $until: Time!) {\n    programFigures(from: $from, until: $until) { events people volunteerMinutes }\n  }\n"): (typeof documents)["\n  query ProgramFigures($from: Time!, $until: Time!) {\n    programFigures(from: $from, until: $until) { events people volunteerMinutes }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProgramSheet on Program {\n    id kind title about place state stateReason capacity seated waiting publicEnrol enrolUntil from until result cost reached version publicPath\n    organiser { id name }\n    group { id name }\n    sessions { id number from until place attended }\n    acts { id number title performers minutes award group { id } }\n    volunteers { id name minutes recordedAt }\n    pictures { id kind caption published path width height }\n    events { id kind at reason facts actor { id name } }\n  }\n"): (typeof documents)["\n  fragment ProgramSheet on Program {\n    id kind title about place state stateReason capacity seated waiting publicEnrol enrolUntil from until result cost reached version publicPath\n    organiser { id name }\n    group { id name }\n    sessions { id number from until place attended }\n    acts { id number title performers minutes award group { id } }\n    volunteers { id name minutes recordedAt }\n    pictures { id kind caption published path width height }\n    events { id kind at reason facts actor { id name } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProgramPage($id: ID!) {\n    node(id: $id) { __typename id ... on Program { ...ProgramSheet } }\n  }\n"): (typeof documents)["\n  query ProgramPage($id: ID!) {\n    node(id: $id) { __typename id ... on Program { ...ProgramSheet } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EnrolmentRow on Enrolment { id ticket name phone way state enrolledAt passed award attended }\n"): (typeof documents)["\n  fragment EnrolmentRow on Enrolment { id ticket name phone way state enrolledAt passed award attended }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProgramEnrolments($id: ID!, $withdrawn: Boolean!, $first: Int!, $after: Int!) {\n    node(id: $id) { __typename id ... on Program { enrolments(withdrawn: $withdrawn, first: $first, after: $after) { id ...EnrolmentRow } } }\n  }\n"): (typeof documents)["\n  query ProgramEnrolments($id: ID!, $withdrawn: Boolean!, $first: Int!, $after: Int!) {\n    node(id: $id) { __typename id ... on Program { enrolments(withdrawn: $withdrawn, first: $first, after: $after) { id ...EnrolmentRow } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SessionCode($id: ID!) {\n    node(id: $id) { __typename id ... on ProgramSession { number from until place code { link pin rows } } }\n  }\n"): (typeof documents)["\n  query SessionCode($id: ID!) {\n    node(id: $id) { __typename id ... on ProgramSession { number from until place code { link pin rows } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProgramGroups { groups { id name } }\n"): (typeof documents)["\n  query ProgramGroups { groups { id name } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlanProgram($input: PlanProgramInput!) { planProgram(input: $input) { program { id } clientMutationId } }\n"): (typeof documents)["\n  mutation PlanProgram($input: PlanProgramInput!) { planProgram(input: $input) { program { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditProgram($input: EditProgramInput!) { editProgram(input: $input) { program { id version } clientMutationId } }\n"): (typeof documents)["\n  mutation EditProgram($input: EditProgramInput!) { editProgram(input: $input) { program { id version } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishProgram($input: StepProgramInput!) { publishProgram(input: $input) { program { id state } clientMutationId } }\n"): (typeof documents)["\n  mutation PublishProgram($input: StepProgramInput!) { publishProgram(input: $input) { program { id state } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelProgram($input: StepProgramInput!) { cancelProgram(input: $input) { program { id state } clientMutationId } }\n"): (typeof documents)["\n  mutation CancelProgram($input: StepProgramInput!) { cancelProgram(input: $input) { program { id state } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HoldProgram($input: HoldProgramInput!) { holdProgram(input: $input) { program { id state } clientMutationId } }\n"): (typeof documents)["\n  mutation HoldProgram($input: HoldProgramInput!) { holdProgram(input: $input) { program { id state } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetProgramActs($input: SetProgramActsInput!) { setProgramActs(input: $input) { program { id version } clientMutationId } }\n"): (typeof documents)["\n  mutation SetProgramActs($input: SetProgramActsInput!) { setProgramActs(input: $input) { program { id version } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordVolunteer($input: RecordVolunteerInput!) { recordVolunteer(input: $input) { program { id } clientMutationId } }\n"): (typeof documents)["\n  mutation RecordVolunteer($input: RecordVolunteerInput!) { recordVolunteer(input: $input) { program { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Enrol($input: EnrolInput!) { enrol(input: $input) { enrolment { id ticket state } clientMutationId } }\n"): (typeof documents)["\n  mutation Enrol($input: EnrolInput!) { enrol(input: $input) { enrolment { id ticket state } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawEnrolment($input: EnrolmentInput!) { withdrawEnrolment(input: $input) { enrolment { id state } clientMutationId } }\n"): (typeof documents)["\n  mutation WithdrawEnrolment($input: EnrolmentInput!) { withdrawEnrolment(input: $input) { enrolment { id state } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TickAttendance($input: TickAttendanceInput!) { tickAttendance(input: $input) { enrolment { id attended } clientMutationId } }\n"): (typeof documents)["\n  mutation TickAttendance($input: TickAttendanceInput!) { tickAttendance(input: $input) { enrolment { id attended } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnrolmentResult($input: RecordEnrolmentResultInput!) { recordEnrolmentResult(input: $input) { enrolment { id passed award } clientMutationId } }\n"): (typeof documents)["\n  mutation EnrolmentResult($input: RecordEnrolmentResultInput!) { recordEnrolmentResult(input: $input) { enrolment { id passed award } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevealEnrolment($input: RevealEnrolmentInput!) { revealEnrolment(input: $input) { value clientMutationId } }\n"): (typeof documents)["\n  mutation RevealEnrolment($input: RevealEnrolmentInput!) { revealEnrolment(input: $input) { value clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProjectCard on Project {\n    id version number title kind stage stageAt openToJoin published place plannedFrom plannedUntil lead { id name } mayEdit\n  }\n"): (typeof documents)["\n  fragment ProjectCard on Project {\n    id version number title kind stage stageAt openToJoin published place plannedFrom plannedUntil lead { id name } mayEdit\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProjectsPage($search: String, $first: Int!, $after: Cursor) {\n    mayBuild\n    projects(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id ...ProjectCard } }\n    }\n  }\n"): (typeof documents)["\n  query ProjectsPage($search: String, $first: Int!, $after: Cursor) {\n    mayBuild\n    projects(search: $search, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id ...ProjectCard } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProjectMoves($id: ID!) {\n    node(id: $id) { __typename ... on Project { id version stage title moves { to needsReason needsOutcome refused } } }\n  }\n"): (typeof documents)["\n  query ProjectMoves($id: ID!) {\n    node(id: $id) { __typename ... on Project { id version stage title moves { to needsReason needsOutcome refused } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProjectFigures {\n    cobuildFigures {\n      residents\n      minutes\n      contributions { partner { id name } projects pledged delivered }\n      months { month residents minutes }\n      stages { stage count }\n    }\n  }\n"): (typeof documents)["\n  query ProjectFigures {\n    cobuildFigures {\n      residents\n      minutes\n      contributions { partner { id name } projects pledged delivered }\n      months { month residents minutes }\n      stages { stage count }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProjectSheet($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Project {\n        id ...ProjectCard\n        version number title kind origin stage stageReason stageAt openToJoin published about place plannedFrom plannedUntil\n        budget cost residents outcome proposedAt endedAt mayEdit\n        lead { id name }\n        proposedBy { id name }\n        partners { id name kind }\n        totals { kind unit pledged delivered pledgedWorth deliveredWorth }\n        pledges {\n          id version kind what quantity unit worth delivered pledgedAt withdrawnAt withdrawnReason\n          partner { id name }\n          pledgedBy { id name }\n          deliveries { id quantity worth deliveredOn proof reportedAt confirmed decisionReason mayDecide reportedBy { id name } decidedBy { id name } }\n        }\n        tasks { id number title dueOn doneAt doneNote mayFinish owner { id name } partner { id name } }\n        pictures { id kind caption published path width height }\n        participations { id date residents minutes note recordedBy { id name } }\n        bookings { id from until purpose resource { id name } }\n        cases { id receiptNo status item { id name } demand }\n        events { ...RecordJournal_Event }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ProjectSheet($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Project {\n        id ...ProjectCard\n        version number title kind origin stage stageReason stageAt openToJoin published about place plannedFrom plannedUntil\n        budget cost residents outcome proposedAt endedAt mayEdit\n        lead { id name }\n        proposedBy { id name }\n        partners { id name kind }\n        totals { kind unit pledged delivered pledgedWorth deliveredWorth }\n        pledges {\n          id version kind what quantity unit worth delivered pledgedAt withdrawnAt withdrawnReason\n          partner { id name }\n          pledgedBy { id name }\n          deliveries { id quantity worth deliveredOn proof reportedAt confirmed decisionReason mayDecide reportedBy { id name } decidedBy { id name } }\n        }\n        tasks { id number title dueOn doneAt doneNote mayFinish owner { id name } partner { id name } }\n        pictures { id kind caption published path width height }\n        participations { id date residents minutes note recordedBy { id name } }\n        bookings { id from until purpose resource { id name } }\n        cases { id receiptNo status item { id name } demand }\n        events { ...RecordJournal_Event }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProjectStaff { staff { id name title duty roles } }\n"): (typeof documents)["\n  query ProjectStaff { staff { id name title duty roles } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ProposeProject($input: ProposeProjectInput!) { proposeProject(input: $input) { project { id } clientMutationId } }\n"): (typeof documents)["\n  mutation ProposeProject($input: ProposeProjectInput!) { proposeProject(input: $input) { project { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EditProject($input: EditProjectInput!) { editProject(input: $input) { project { id version } clientMutationId } }\n"): (typeof documents)["\n  mutation EditProject($input: EditProjectInput!) { editProject(input: $input) { project { id version } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MoveProject($input: MoveProjectInput!) { moveProject(input: $input) { project { id ...ProjectCard } clientMutationId } }\n"): (typeof documents)["\n  mutation MoveProject($input: MoveProjectInput!) { moveProject(input: $input) { project { id ...ProjectCard } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation JoinProject($input: JoinProjectInput!) { joinProject(input: $input) { project { id } clientMutationId } }\n"): (typeof documents)["\n  mutation JoinProject($input: JoinProjectInput!) { joinProject(input: $input) { project { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Pledge($input: PledgeInput!) { pledge(input: $input) { pledge { id } clientMutationId } }\n"): (typeof documents)["\n  mutation Pledge($input: PledgeInput!) { pledge(input: $input) { pledge { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawPledge($input: WithdrawPledgeInput!) { withdrawPledge(input: $input) { pledge { id version } clientMutationId } }\n"): (typeof documents)["\n  mutation WithdrawPledge($input: WithdrawPledgeInput!) { withdrawPledge(input: $input) { pledge { id version } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReportDelivery($input: ReportDeliveryInput!) { reportDelivery(input: $input) { delivery { id } clientMutationId } }\n"): (typeof documents)["\n  mutation ReportDelivery($input: ReportDeliveryInput!) { reportDelivery(input: $input) { delivery { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecideDelivery($input: DecideDeliveryInput!) { decideDelivery(input: $input) { delivery { id confirmed } clientMutationId } }\n"): (typeof documents)["\n  mutation DecideDelivery($input: DecideDeliveryInput!) { decideDelivery(input: $input) { delivery { id confirmed } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveProjectTask($input: SaveProjectTaskInput!) { saveProjectTask(input: $input) { project { id } clientMutationId } }\n"): (typeof documents)["\n  mutation SaveProjectTask($input: SaveProjectTaskInput!) { saveProjectTask(input: $input) { project { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FinishProjectTask($input: FinishProjectTaskInput!) { finishProjectTask(input: $input) { project { id } clientMutationId } }\n"): (typeof documents)["\n  mutation FinishProjectTask($input: FinishProjectTaskInput!) { finishProjectTask(input: $input) { project { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveProjectTask($input: RemoveProjectTaskInput!) { removeProjectTask(input: $input) { project { id } clientMutationId } }\n"): (typeof documents)["\n  mutation RemoveProjectTask($input: RemoveProjectTaskInput!) { removeProjectTask(input: $input) { project { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordParticipation($input: RecordParticipationInput!) { recordParticipation(input: $input) { project { id residents } clientMutationId } }\n"): (typeof documents)["\n  mutation RecordParticipation($input: RecordParticipationInput!) { recordParticipation(input: $input) { project { id residents } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PropRow on Prop {\n    id kind name quantity lent missing there cost invoiceNo boughtOn owner keptAt version\n    group { id name }\n  }\n"): (typeof documents)["\n  fragment PropRow on Prop {\n    id kind name quantity lent missing there cost invoiceNo boughtOn owner keptAt version\n    group { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PropsPage($kinds: [PropKind!], $groupId: ID, $out: Boolean, $missing: Boolean, $first: Int, $after: Cursor) {\n    props(kinds: $kinds, groupId: $groupId, out: $out, missing: $missing, first: $first, after: $after) {\n      edges { cursor node { id ...PropRow } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n    groups { id name }\n  }\n"): (typeof documents)["\n  query PropsPage($kinds: [PropKind!], $groupId: ID, $out: Boolean, $missing: Boolean, $first: Int, $after: Cursor) {\n    props(kinds: $kinds, groupId: $groupId, out: $out, missing: $missing, first: $first, after: $after) {\n      edges { cursor node { id ...PropRow } }\n      pageInfo { hasNextPage endCursor }\n      totalCount\n    }\n    groups { id name }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PropPage($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Prop {\n        ...PropRow\n        loans { id toName quantity returned missing lentAt lentBy { id name } dueOn closedAt note late }\n        events { id kind at reason facts actor { id name } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PropPage($id: ID!) {\n    node(id: $id) {\n      __typename id\n      ... on Prop {\n        ...PropRow\n        loans { id toName quantity returned missing lentAt lentBy { id name } dueOn closedAt note late }\n        events { id kind at reason facts actor { id name } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PropMembers($id: ID!) {\n    node(id: $id) { __typename id ... on Group { members { id name } } }\n  }\n"): (typeof documents)["\n  query PropMembers($id: ID!) {\n    node(id: $id) { __typename id ... on Group { members { id name } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveProp($input: SavePropInput!) { saveProp(input: $input) { prop { id version } clientMutationId } }\n"): (typeof documents)["\n  mutation SaveProp($input: SavePropInput!) { saveProp(input: $input) { prop { id version } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LendProp($input: LendPropInput!) { lendProp(input: $input) { prop { id } clientMutationId } }\n"): (typeof documents)["\n  mutation LendProp($input: LendPropInput!) { lendProp(input: $input) { prop { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReturnProp($input: ReturnPropInput!) { returnProp(input: $input) { prop { id } clientMutationId } }\n"): (typeof documents)["\n  mutation ReturnProp($input: ReturnPropInput!) { returnProp(input: $input) { prop { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment QueueRow_Case on Case {\n    id\n    receiptNo\n    status\n    matter\n    about { id name }\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    anonymous\n    resident { id name }\n    item { id name }\n    post { id name }\n    responsible { id name duty }\n    responsibleRole\n    demand\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n    green\n  }\n"): (typeof documents)["\n  fragment QueueRow_Case on Case {\n    id\n    receiptNo\n    status\n    matter\n    about { id name }\n    open\n    channel\n    contactAt\n    openedAt\n    closedAt\n    anonymous\n    resident { id name }\n    item { id name }\n    post { id name }\n    responsible { id name duty }\n    responsibleRole\n    demand\n    clock\n    dueAt\n    provisional\n    workingSecondsLeft\n    standing\n    extended\n    green\n  }\n"];
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
export function graphql(source: "\n  query ResourcesPage($from: Time!, $until: Time!, $kind: ResourceKind, $first: Int!, $after: Cursor) {\n    mayBuild\n    resources(kind: $kind, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id version kind name about place quantity unit mayEdit partner { id name } } }\n    }\n    bookings(from: $from, until: $until) {\n      id from until purpose mayCancel resource { id } bookedBy { id name } project { id title }\n    }\n  }\n"): (typeof documents)["\n  query ResourcesPage($from: Time!, $until: Time!, $kind: ResourceKind, $first: Int!, $after: Cursor) {\n    mayBuild\n    resources(kind: $kind, first: $first, after: $after) {\n      totalCount\n      pageInfo { hasNextPage endCursor }\n      edges { node { id version kind name about place quantity unit mayEdit partner { id name } } }\n    }\n    bookings(from: $from, until: $until) {\n      id from until purpose mayCancel resource { id } bookedBy { id name } project { id title }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BookedFor($from: Time!) {\n    projects(first: 100, stages: [PROPOSED, AGREED, UNDER_WAY, ACCEPTED]) { edges { node { id title } } }\n    programs(first: 100, states: [PLANNED, OPEN], from: $from) { edges { node { id title } } }\n  }\n"): (typeof documents)["\n  query BookedFor($from: Time!) {\n    projects(first: 100, stages: [PROPOSED, AGREED, UNDER_WAY, ACCEPTED]) { edges { node { id title } } }\n    programs(first: 100, states: [PLANNED, OPEN], from: $from) { edges { node { id title } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveResource($input: SaveResourceInput!) { saveResource(input: $input) { resource { id version } clientMutationId } }\n"): (typeof documents)["\n  mutation SaveResource($input: SaveResourceInput!) { saveResource(input: $input) { resource { id version } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveResource($input: RemoveResourceInput!) { removeResource(input: $input) { resource { id removedAt } clientMutationId } }\n"): (typeof documents)["\n  mutation RemoveResource($input: RemoveResourceInput!) { removeResource(input: $input) { resource { id removedAt } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BookResource($input: BookResourceInput!) { bookResource(input: $input) { booking { id } clientMutationId } }\n"): (typeof documents)["\n  mutation BookResource($input: BookResourceInput!) { bookResource(input: $input) { booking { id } clientMutationId } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelBooking($input: CancelBookingInput!) { cancelBooking(input: $input) { booking { id holds } clientMutationId } }\n"): (typeof documents)["\n  mutation CancelBooking($input: CancelBookingInput!) { cancelBooking(input: $input) { booking { id holds } clientMutationId } }\n"];
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
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TokensPage {\n    tokens {\n      id kind name scopes hint madeAt expiresAt revokedAt lastUsedAt\n      partner { id name }\n      communities { id name }\n      madeBy { id name }\n    }\n  }\n"): (typeof documents)["\n  query TokensPage {\n    tokens {\n      id kind name scopes hint madeAt expiresAt revokedAt lastUsedAt\n      partner { id name }\n      communities { id name }\n      madeBy { id name }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TokenSheet($id: ID!, $first: Int!, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on ApiToken {\n        id kind name scopes hint madeAt expiresAt revokedAt lastUsedAt\n        partner { id name }\n        communities { id name }\n        madeBy { id name }\n        revokedBy { id name }\n        reads(first: $first, after: $after) {\n          pageInfo { hasNextPage endCursor }\n          edges { node { id at operation fields records errors } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TokenSheet($id: ID!, $first: Int!, $after: Cursor) {\n    node(id: $id) {\n      __typename\n      ... on ApiToken {\n        id kind name scopes hint madeAt expiresAt revokedAt lastUsedAt\n        partner { id name }\n        communities { id name }\n        madeBy { id name }\n        revokedBy { id name }\n        reads(first: $first, after: $after) {\n          pageInfo { hasNextPage endCursor }\n          edges { node { id at operation fields records errors } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateToken($input: CreateTokenInput!) {\n    createToken(input: $input) { secret token { id name } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation CreateToken($input: CreateTokenInput!) {\n    createToken(input: $input) { secret token { id name } clientMutationId }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeToken($input: RevokeTokenInput!) {\n    revokeToken(input: $input) { token { id revokedAt } clientMutationId }\n  }\n"): (typeof documents)["\n  mutation RevokeToken($input: RevokeTokenInput!) {\n    revokeToken(input: $input) { token { id revokedAt } clientMutationId }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;