import { graphql } from "@/graphql/gen";

export const IntakeResidentFragment = graphql(`
  fragment IntakeResident on Resident {
    id
    name
    pinyin
    idNumberMasked
    phoneMasked
    address
    tags
  }
`);

export const IntakeItemFragment = graphql(`
  fragment IntakeItem on Item {
    id
    code
    name
    kind
    limitDays
    immediate
    fee
    materials { name copies form issuedBy why sample required }
    legalBasis
    post { id name window onDuty { id name } }
    department { id name address phone hours website }
  }
`);

export const IntakeDepartmentFragment = graphql(`
  fragment IntakeDepartment on Department { id name address phone hours website duties }
`);

export const IntakeCaseFragment = graphql(`
  fragment IntakeCase on Case {
    id
    receiptNo
    status
    open
    version
    dueAt
    clock
    workingSecondsLeft
    responsible { id name }
    post { id name onDuty { id name } }
    promise { id dueAt explanation { ...Explain_DeadlineExplanation } }
    papers { kind subjectId number draft sizes }
    allowedActs
  }
`);

export const FindResidentsDocument = graphql(`
  query FindResidents($search: String!) {
    residents(search: $search, first: 8) { ...IntakeResident }
  }
`);

export const IntakeResidentDocument = graphql(`
  query IntakeResidentById($id: ID!) {
    node(id: $id) {
      __typename
      ... on Resident {
        ...IntakeResident
        recentCases { id receiptNo demand status open }
      }
    }
  }
`);

export const FindItemsDocument = graphql(`
  query FindItems($search: String) {
    items(search: $search, first: 8) { ...IntakeItem }
  }
`);

export const IntakeItemDocument = graphql(`
  query IntakeItemById($id: ID!) {
    node(id: $id) { __typename ... on Item { ...IntakeItem } }
  }
`);

export const FindDepartmentsDocument = graphql(`
  query FindDepartments($search: String) {
    departments(search: $search, first: 8) { ...IntakeDepartment }
  }
`);

export const PreviewPromiseDocument = graphql(`
  query PreviewPromise($itemId: ID, $workingDays: Int!) {
    previewPromise(itemId: $itemId, workingDays: $workingDays) { dueAt ...Explain_DeadlineExplanation }
  }
`);

export const IntakeCaseDocument = graphql(`
  query IntakeCaseById($id: ID!) {
    case(id: $id) { ...IntakeCase }
  }
`);

export const RegisterResidentDocument = graphql(`
  mutation RegisterResident($input: RegisterResidentInput!) {
    registerResident(input: $input) { resident { ...IntakeResident } existed clientMutationId }
  }
`);

export const OpenCaseDocument = graphql(`
  mutation OpenCase($input: OpenCaseInput!) {
    openCase(input: $input) { case { ...IntakeCase } clientMutationId }
  }
`);

export const IntakeResolveDocument = graphql(`
  mutation IntakeResolve($input: ResolveOnSpotInput!) {
    resolveOnSpot(input: $input) { case { ...IntakeCase } clientMutationId }
  }
`);

export const IntakePromiseDocument = graphql(`
  mutation IntakePromise($input: PromiseCaseInput!) {
    promiseCase(input: $input) { case { ...IntakeCase } clientMutationId }
  }
`);

export const IntakeReportDocument = graphql(`
  mutation IntakeReport($input: ReportCaseInput!) {
    reportCase(input: $input) { case { ...IntakeCase } clientMutationId }
  }
`);

export const IntakeGuideDocument = graphql(`
  mutation IntakeGuide($input: GuideCaseInput!) {
    guideCase(input: $input) { case { ...IntakeCase } clientMutationId }
  }
`);

export const IntakeRefuseDocument = graphql(`
  mutation IntakeRefuse($input: RefuseCaseInput!) {
    refuseCase(input: $input) { case { ...IntakeCase } clientMutationId }
  }
`);

export const IntakeMaterialsDocument = graphql(`
  mutation IntakeMaterials($input: RequestMaterialsInput!) {
    requestMaterials(input: $input) { case { ...IntakeCase } clientMutationId }
  }
`);
