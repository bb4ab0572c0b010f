import {
  BankOutlined,
  BarChartOutlined,
  BuildOutlined,
  CalendarOutlined,
  CoffeeOutlined,
  ExceptionOutlined,
  FileExcelOutlined,
  InboxOutlined,
  KeyOutlined,
  LikeOutlined,
  PhoneOutlined,
  ProfileOutlined,
  ReconciliationOutlined,
  ScheduleOutlined,
  ShareAltOutlined,
  ShopOutlined,
  SkinOutlined,
  SmileOutlined,
  SolutionOutlined,
  SwapOutlined,
  TableOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import { grantsReports, seesNoCases, servesResidents, type Viewer } from "@/office/viewer";

/** The parts of the menu: cases, what the community does beside them, the office itself. */
export const groups = ["work", "together", "office"] as const;

export interface Place {
  key:
    | "queue"
    | "intake"
    | "inbox"
    | "breaches"
    | "ratings"
    | "jobseekers"
    | "openings"
    | "dashboard"
    | "items"
    | "directory"
    | "calendar"
    | "absences"
    | "coverage"
    | "staff"
    | "programs"
    | "groups"
    | "props"
    | "exchange"
    | "ledgers"
    | "projects"
    | "partners"
    | "resources"
    | "tokens";
  path: string;
  icon: ReactNode;
  group: (typeof groups)[number];
  /** Whether the viewer has a use for it; all have where left out. */
  for?: (viewer: Viewer) => boolean;
}

const places: readonly Place[] = [
  { key: "queue", path: "/queue", icon: <UnorderedListOutlined aria-hidden />, group: "work" },
  { key: "intake", path: "/intake", icon: <PhoneOutlined aria-hidden />, group: "work" },
  { key: "inbox", path: "/inbox", icon: <InboxOutlined aria-hidden />, group: "work" },
  { key: "breaches", path: "/breaches", icon: <ExceptionOutlined aria-hidden />, group: "work" },
  { key: "ratings", path: "/ratings", icon: <LikeOutlined aria-hidden />, group: "work" },
  {
    key: "jobseekers",
    path: "/jobseekers",
    icon: <SolutionOutlined aria-hidden />,
    group: "together",
    for: servesResidents,
  },
  { key: "openings", path: "/openings", icon: <ReconciliationOutlined aria-hidden />, group: "together" },
  { key: "programs", path: "/programs", icon: <ScheduleOutlined aria-hidden />, group: "together" },
  { key: "groups", path: "/groups", icon: <SmileOutlined aria-hidden />, group: "together" },
  { key: "props", path: "/props", icon: <SkinOutlined aria-hidden />, group: "together" },
  { key: "projects", path: "/projects", icon: <BuildOutlined aria-hidden />, group: "together" },
  { key: "partners", path: "/partners", icon: <ShopOutlined aria-hidden />, group: "together" },
  { key: "resources", path: "/resources", icon: <ShareAltOutlined aria-hidden />, group: "together" },
  {
    key: "dashboard",
    path: "/dashboard",
    icon: <BarChartOutlined aria-hidden />,
    group: "office",
    for: (viewer) => !seesNoCases(viewer),
  },
  { key: "items", path: "/items", icon: <ProfileOutlined aria-hidden />, group: "office" },
  { key: "directory", path: "/directory", icon: <BankOutlined aria-hidden />, group: "office" },
  { key: "calendar", path: "/calendar", icon: <CalendarOutlined aria-hidden />, group: "office" },
  { key: "absences", path: "/absences", icon: <CoffeeOutlined aria-hidden />, group: "office" },
  { key: "coverage", path: "/coverage", icon: <TableOutlined aria-hidden />, group: "office" },
  { key: "staff", path: "/staff", icon: <TeamOutlined aria-hidden />, group: "office" },
  {
    key: "ledgers",
    path: "/ledgers",
    icon: <FileExcelOutlined aria-hidden />,
    group: "office",
    for: (viewer) => !seesNoCases(viewer),
  },
  {
    key: "tokens",
    path: "/tokens",
    icon: <KeyOutlined aria-hidden />,
    group: "office",
    for: grantsReports,
  },
  {
    key: "exchange",
    path: "/exchange",
    icon: <SwapOutlined aria-hidden />,
    group: "office",
    for: (viewer) => viewer.mayEditItems,
  },
];

/** The pages that the viewer has a use for; the server refuses the rest anyway. */
export function placesFor(viewer: Viewer): readonly Place[] {
  const noCases = seesNoCases(viewer);
  return places.filter((place) => (place.group === "office" || !noCases) && (place.for?.(viewer) ?? true));
}
