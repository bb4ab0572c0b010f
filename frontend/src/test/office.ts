import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, GraphQLError, type GraphQLSchema } from "graphql";

/** A small office in memory behind the real schema: what the page tests talk to. It knows answers, not rules. */

export function readSchema(folder: string): GraphQLSchema {
  const text = readdirSync(folder)
    .filter((name) => name.endsWith(".graphqls"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
  return buildSchema(text, { assumeValidSDL: true });
}

export function refuse(code: string, more: { clause?: string; field?: string; [fact: string]: unknown } = {}): never {
  throw new GraphQLError(`refused: ${code}`, { extensions: { code, ...more } });
}

type Row = Record<string, unknown> & { id: string };

export const material = (name: string, more: Record<string, unknown> = {}) => ({
  name,
  copies: 1,
  form: "ORIGINAL",
  issuedBy: "",
  why: "",
  sample: "",
  required: true,
  ...more,
});

const person = (id: string, name: string, title: string, roles: string[]): Row => ({
  __typename: "Staff",
  id,
  name,
  pinyin: "",
  title,
  roles,
  duty: "ON_DUTY",
  familyName: name.slice(0, 1),
  disclosed: true,
  portrait: null,
  superior: null,
  posts: [],
  login: null,
});

export interface Call {
  name: string;
  input: Record<string, unknown>;
}

export function makeOffice(now = "2026-02-26T10:00:00+08:00") {
  const director = person("st_director", "王立新", "主任", ["DIRECTOR"]);
  const li = { ...person("st_li", "李晓梅", "窗口工作人员", ["CLERK"]), superior: director };
  const zhao = { ...person("st_zhao", "赵国强", "民政专干", ["CLERK"]), superior: director };
  const community = {
    __typename: "Community",
    id: "co_xinxing",
    name: "新星社区",
    parent: null,
    timeZone: "Asia/Shanghai",
    settings: {
      firstContactHours: 2,
      handOverOfferHours: 2,
      handOverAnswerHours: 4,
      reportHours: 8,
      materialsChaseDays: 5,
    },
  };
  const viewer = {
    staff: li,
    roles: ["CLERK"],
    community,
    communities: [community],
    rehearsal: true,
    mayEditCalendar: false,
    mayEditStaff: false,
    mayEditItems: false,
    mayMoveClock: false,
    mayDecide: false,
  };
  const post = {
    __typename: "Post",
    id: "po_civil",
    code: "P01",
    name: "民政服务岗",
    duties: "低保、临时救助、高龄津贴",
    window: "1号窗口",
    a: zhao,
    b: li,
    onDuty: zhao,
    items: [],
    aMustMaster: ["低保政策", "系统操作"],
    bMustKnow: ["低保政策"],
    lacking: { __typename: "Lacking", a: ["系统操作"], b: [] },
    studies: [],
    version: 1,
  };
  const department = {
    __typename: "Department",
    id: "de_police",
    code: "D01",
    name: "九站派出所户籍室",
    pinyin: "jiuzhanpaichusuohujishi",
    address: "九站街 12 号",
    phone: "0432-63000110",
    hours: "周一至周五 08:30–16:30",
    website: "https://example.org/hj",
    duties: "户籍、身份证",
  };
  const item = (id: string, code: string, name: string, more: Record<string, unknown>): Row => ({
    __typename: "Item",
    id,
    code,
    version: 1,
    name,
    pinyin: "",
    kind: "REGISTRATION",
    limitDays: 5,
    immediate: false,
    post,
    fee: "0.00",
    channels: ["VISIT", "PHONE"],
    materials: ["居民身份证", "户口簿", "收入证明"].map((name) => material(name)),
    steps: ["受理", "入户核查", "上报"],
    legalBasis: "社会救助暂行办法",
    forms: [],
    department: null,
    maxExtensions: 1,
    maxExtensionDays: 5,
    validFrom: "2025-01-01",
    retiredFrom: null,
    versions: [],
    ...more,
  });
  const items = [
    item("it_relief", "MZ-003", "临时救助申请初审", {}),
    item("it_old", "MZ-011", "高龄津贴登记", { immediate: true, limitDays: 1 }),
    item("it_alive", "BC-002", "生存证明", { kind: "NOT_ISSUED", post: null, department, limitDays: 1, materials: [] }),
  ];
  const residents: Row[] = [
    {
      __typename: "Resident",
      id: "re_zhang",
      name: "张桂兰",
      pinyin: "zhangguilan",
      idNumberMasked: "220***********1234",
      phoneMasked: "138****5678",
      sex: "女",
      birthDate: "1950-03-02",
      address: "新星小区 3 栋 2 单元 501",
      tags: ["独居老人"],
      recentCases: [],
    },
    {
      __typename: "Resident",
      id: "re_zhang2",
      name: "张国立",
      pinyin: "zhangguoli",
      idNumberMasked: "220***********9876",
      phoneMasked: "139****0001",
      sex: "男",
      birthDate: null,
      address: "新星小区 8 栋 1 单元 202",
      tags: [],
      recentCases: [],
    },
  ];
  const day = (date: string, counted: boolean, ordinal: number, reason: string, name = "") => ({
    date,
    counted,
    ordinal,
    reason,
    kind: counted ? "WEEKDAY" : "WEEKEND",
    name,
    source: "",
    provisional: false,
  });
  const explain = (workingDays: number) => ({
    from: "2026-02-26",
    workingDays,
    dueAt: "2026-03-05T17:00:00+08:00",
    provisional: false,
    steps: [
      day("2026-02-26", false, 0, "DAY_OF_EVENT"),
      day("2026-02-27", true, 1, "WORKING_DAY"),
      day("2026-02-28", true, 2, "MAKE_UP_WORKING_DAY", "春节调休上班"),
      day("2026-03-01", false, 0, "WEEKEND"),
      day("2026-03-02", true, 3, "WORKING_DAY"),
      day("2026-03-03", true, 4, "WORKING_DAY"),
      day("2026-03-04", true, 5, "WORKING_DAY"),
    ].slice(0, workingDays + 2),
  });
  const makeCase = (number: number, more: Record<string, unknown> = {}): Row => ({
    __typename: "Case",
    id: `ca_${number}`,
    receiptNo: `20260226-${String(number).padStart(4, "0")}`,
    status: "PROMISED",
    open: true,
    channel: "PHONE",
    contactAt: "2026-02-25T09:10:00+08:00",
    openedAt: "2026-02-25T09:10:00+08:00",
    closedAt: null,
    firstResponder: li,
    responsible: li,
    responsibleRole: "HANDLER",
    holder: li,
    anonymous: false,
    resident: residents[0],
    contactWayMasked: null,
    contactRevealable: false,
    item: items[0],
    post,
    situation: "独居老人，近日住院",
    demand: "申请临时救助",
    outcome: null,
    guidedTo: null,
    clock: "PROMISE",
    dueAt: "2026-02-26T17:00:00+08:00",
    provisional: false,
    workingSecondsLeft: 18_000,
    standing: "DUE_SOON",
    extended: false,
    green: false,
    materialsCompleteAt: null,
    missingMaterials: [],
    promise: null,
    promises: [],
    handOver: null,
    handOvers: [],
    report: null,
    extension: null,
    extensions: [],
    breaches: [],
    projects: [],
    callBackAskedAt: null,
    callBackResult: null,
    matter: "SERVICE",
    topic: null,
    about: null,
    aboutCase: null,
    upheld: null,
    notices: [],
    pieces: [],
    piecesHeld: 0,
    charges: [],
    charged: "0.00",
    attachments: [],
    printed: [],
    papers: [],
    allowedActs: ["COMPLETE", "REQUEST_EXTENSION"],
    version: 3,
    ...more,
  });
  const cases: Row[] = [
    makeCase(1, {
      dueAt: "2026-02-25T17:00:00+08:00",
      workingSecondsLeft: -5400,
      standing: "OVERDUE",
      demand: "楼道照明损坏三周无人维修，夜间老人上下楼不便，要求尽快修复",
    }),
    makeCase(2),
    makeCase(3, { anonymous: true, resident: null, responsible: zhao, status: "RECEIVED", clock: "FIRST_CONTACT" }),
    makeCase(4, {
      dueAt: "2026-03-05T17:00:00+08:00",
      workingSecondsLeft: 118_800,
      standing: "ON_TIME",
      extended: true,
    }),
  ];
  const calls: Call[] = [];
  const refusals: Record<string, () => void> = {};
  let counter = 100;
  const act = (name: string, apply: (input: Record<string, unknown>) => Record<string, unknown>) => {
    return ({ input }: { input: Record<string, unknown> }) => {
      calls.push({ name, input });
      refusals[name]?.();
      return { ...apply(input), clientMutationId: input.clientMutationId };
    };
  };
  const find = (id: unknown) => cases.find((one) => one.id === id) ?? refuse("NOT_FOUND");
  const move = (name: string, next: (input: Record<string, unknown>) => Record<string, unknown>) =>
    act(name, (input) => {
      const one = find(input.caseId);
      if (one.version !== input.version) refuse("CONFLICT");
      Object.assign(one, next(input), { version: (one.version as number) + 1 });
      return { case: one };
    });
  const promiseOf = (workingDays: unknown) => ({
    __typename: "Promise",
    id: "pr_1",
    number: 1,
    dueAt: explain(1).dueAt,
    explanation: explain(Number(workingDays)),
  });
  const closed = { open: false, closedAt: now, standing: "CLOSED_IN_TIME", allowedActs: [] };
  const byText = (rows: Row[], search: string | null | undefined) =>
    rows.filter((row) => !search || `${row.name}${row.pinyin}${row.code ?? ""}`.includes(search));

  const root = {
    officeName: () => community.name,
    viewer: () => viewer,
    officeTime: () => ({
      now,
      open: true,
      periods: ["02-26", "02-27", "02-28", "03-02", "03-03", "03-04", "03-05", "03-06"].flatMap((d) => [
        { start: `2026-${d}T08:30:00+08:00`, end: `2026-${d}T11:30:00+08:00` },
        { start: `2026-${d}T13:30:00+08:00`, end: `2026-${d}T17:00:00+08:00` },
      ]),
    }),
    standingIn: () => [] as unknown[],
    absencesWaiting: () => [] as unknown[],
    absences: () => ({ edges: [] as unknown[], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 }),
    queueTotals: () => ({ open: cases.length, mine: 3, overdue: 1, dueToday: 2, offers: 1, offered: 2, inbox: 0 }),
    myWarnings: () => [],
    posts: () => [post],
    staff: (): Row[] => [director, li, zhao],
    items: ({ search }: { search?: string | null }) => byText(items, search),
    departments: ({ search }: { search?: string | null }) => byText([department as Row], search),
    residents: ({ search }: { search: string }) => byText(residents, search),
    cases: (args: { filter?: { search?: string } }) => {
      const shown = cases.filter((one) => !args.filter?.search || String(one.receiptNo).includes(args.filter.search));
      return {
        edges: shown.map((node) => ({ cursor: node.id, node })),
        pageInfo: {
          hasNextPage: false,
          hasPreviousPage: false,
          startCursor: null,
          endCursor: shown.at(-1)?.id ?? null,
        },
        totalCount: shown.length,
      };
    },
    case: ({ id, receiptNo }: { id?: string; receiptNo?: string }) =>
      cases.find((one) => one.id === id || one.receiptNo === receiptNo) ?? null,
    node: ({ id }: { id: string }) => [...items, ...residents, ...cases].find((one) => one.id === id) ?? null,
    previewPromise: ({ workingDays }: { workingDays: number }) => explain(workingDays),
    signIn: act("signIn", () => ({ viewer })),
    signOut: act("signOut", () => ({})),
    registerResident: act("registerResident", (input) => {
      const made: Row = {
        ...(residents[0] as Row),
        id: `re_${++counter}`,
        name: input.name,
        phoneMasked: null,
        idNumberMasked: null,
        address: input.address,
      };
      residents.push(made);
      return { resident: made, existed: false };
    }),
    openCase: act("openCase", (input) => {
      const made = makeCase(++counter, {
        status: "RECEIVED",
        clock: "FIRST_CONTACT",
        standing: "ON_TIME",
        version: 1,
        situation: input.situation,
        demand: input.demand,
        allowedActs: ["RESOLVE_ON_SPOT", "PROMISE", "REPORT_UP", "GUIDE"],
      });
      cases.push(made);
      return { case: made };
    }),
    resolveOnSpot: move("resolveOnSpot", (input) => ({
      ...closed,
      status: "RESOLVED_ON_SPOT",
      outcome: input.outcome,
    })),
    promiseCase: move("promiseCase", (input) => ({
      status: "PROMISED",
      clock: "PROMISE",
      dueAt: explain(1).dueAt,
      promise: promiseOf(input.workingDays),
      allowedActs: ["OFFER_HAND_OVER"],
    })),
    reportCase: move("reportCase", () => ({ status: "REPORTED", clock: "REPORT" })),
    guideCase: move("guideCase", () => ({ ...closed, status: "GUIDED", guidedTo: department })),
    refuseCase: move("refuseCase", () => ({ ...closed, status: "REFUSED" })),
    requestMaterials: move("requestMaterials", (input) => ({
      status: "AWAITING_MATERIALS",
      clock: "MATERIALS",
      missingMaterials: input.missing,
    })),
  };
  return { root, calls, refusals, cases, residents, items, department, viewer, community, explain };
}

export type Office = ReturnType<typeof makeOffice>;
