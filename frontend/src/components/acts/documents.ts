import { graphql } from "@/graphql/gen";

/** What the forms of the acts need to know of a case. */
export const ActTargetFragment = graphql(`
  fragment ActTarget_Case on Case {
    id
    receiptNo
    version
    status
    channel
    contactAt
    dueAt
    missingMaterials
    materialsCompleteAt
    matter
    charged
    piecesHeld
    item { id name kind limitDays immediate fee materials { name copies form issuedBy why sample required } maxExtensions maxExtensionDays }
    post { id name a { id name } b { id name } onDuty { id name } }
    responsible { id name }
    extension { id state workingDays reason oldDueAt newDueAt decidedAt askedBy { id name } }
  }
`);

export const ActItemFragment = graphql(`
  fragment ActItem on Item { id code name kind limitDays immediate fee materials { name copies form issuedBy why sample required } maxExtensions maxExtensionDays post { id name } }
`);

export const ActItemsDocument = graphql(`
  query ActItems($search: String) {
    items(search: $search, first: 8) { ...ActItem }
  }
`);

export const ActDepartmentsDocument = graphql(`
  query ActDepartments($search: String) {
    departments(search: $search, first: 8) { id name address phone hours duties }
  }
`);

export const ActStaffDocument = graphql(`
  query ActStaff {
    staff { id name pinyin title duty roles }
  }
`);

export const ActPostsDocument = graphql(`
  query ActPosts {
    posts { id name window duties onDuty { id name } }
  }
`);

export const ActPreviewDocument = graphql(`
  query ActPreview($itemId: ID, $workingDays: Int!) {
    previewPromise(itemId: $itemId, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }
  }
`);

export const ActExplainDocument = graphql(`
  query ActExplain($from: Date!, $workingDays: Int!) {
    explainDeadline(from: $from, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }
  }
`);

export const ResolveDocument = graphql(`
  mutation ResolveOnSpot($input: ResolveOnSpotInput!) {
    resolveOnSpot(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const PromiseDocument = graphql(`
  mutation PromiseCase($input: PromiseCaseInput!) {
    promiseCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const ReportDocument = graphql(`
  mutation ReportCase($input: ReportCaseInput!) {
    reportCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const GuideDocument = graphql(`
  mutation GuideCase($input: GuideCaseInput!) {
    guideCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const RefuseDocument = graphql(`
  mutation RefuseCase($input: RefuseCaseInput!) {
    refuseCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const RequestMaterialsDocument = graphql(`
  mutation RequestMaterials($input: RequestMaterialsInput!) {
    requestMaterials(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const ReceiveMaterialsDocument = graphql(`
  mutation ReceiveMaterials($input: ReceiveMaterialsInput!) {
    receiveMaterials(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const OfferDocument = graphql(`
  mutation OfferHandOver($input: OfferHandOverInput!) {
    offerHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const AcceptDocument = graphql(`
  mutation AcceptHandOver($input: AcceptHandOverInput!) {
    acceptHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const ReturnDocument = graphql(`
  mutation ReturnHandOver($input: ReturnHandOverInput!) {
    returnHandOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const TakeOverDocument = graphql(`
  mutation TakeOver($input: TakeOverInput!) {
    takeOver(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const DirectDocument = graphql(`
  mutation Direct($input: DirectInput!) {
    direct(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const SendBackDocument = graphql(`
  mutation SendBack($input: SendBackInput!) {
    sendBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const RequestExtensionDocument = graphql(`
  mutation RequestExtension($input: RequestExtensionInput!) {
    requestExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const DecideExtensionDocument = graphql(`
  mutation DecideExtension($input: DecideExtensionInput!) {
    decideExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const TellExtensionDocument = graphql(`
  mutation TellExtension($input: TellExtensionInput!) {
    tellExtension(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const CompleteDocument = graphql(`
  mutation CompleteCase($input: CompleteCaseInput!) {
    completeCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const ReopenDocument = graphql(`
  mutation ReopenCase($input: ReopenCaseInput!) {
    reopenCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const AskCallBackDocument = graphql(`
  mutation AskCallBack($input: AskCallBackInput!) {
    askCallBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const RecordCallBackDocument = graphql(`
  mutation RecordCallBack($input: RecordCallBackInput!) {
    recordCallBack(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const ReportBreachDocument = graphql(`
  mutation ReportBreach($input: ReportBreachInput!) {
    reportBreach(input: $input) { breach { id case { id version } } clientMutationId }
  }
`);
export const ReceiveSomeDocument = graphql(`
  mutation ReceiveSome($input: ReceiveSomeInput!) {
    receiveSome(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const NoticeAgainDocument = graphql(`
  mutation NoticeAgain($input: NoticeAgainInput!) {
    noticeAgain(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const WithdrawDocument = graphql(`
  mutation WithdrawCase($input: WithdrawInput!) {
    withdrawCase(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const TakePiecesDocument = graphql(`
  mutation TakePieces($input: TakePiecesInput!) {
    takePieces(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const ReturnPieceDocument = graphql(`
  mutation ReturnPiece($input: ReturnPieceInput!) {
    returnPiece(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const ReportPieceDocument = graphql(`
  mutation ReportPiece($input: ReportPieceInput!) {
    reportPiece(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const ChargeDocument = graphql(`
  mutation ChargeCase($input: ChargeInput!) {
    charge(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const CheckDocument = graphql(`
  mutation CheckMatter($input: CheckInput!) {
    checkMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const PutRightDocument = graphql(`
  mutation PutRight($input: PutRightInput!) {
    putRight(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const AnswerDocument = graphql(`
  mutation AnswerMatter($input: AnswerInput!) {
    answerMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
export const CallBackDocument = graphql(`
  mutation CallBackMatter($input: CallBackInput!) {
    callBackMatter(input: $input) { case { ...ActTarget_Case allowedActs } clientMutationId }
  }
`);
