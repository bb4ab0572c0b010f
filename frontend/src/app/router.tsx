import { createBrowserRouter, Navigate } from "react-router";
import { Gate } from "./Gate";
import { Lost, NotFound } from "./Lost";

/** Every address of the desk. A feature's page is loaded when it is first opened; its module exports `Component`. */
export const router = createBrowserRouter([
  { path: "/signin", lazy: () => import("@/features/signin/SignInView"), ErrorBoundary: Lost, HydrateFallback: Blank },
  {
    path: "/partner",
    lazy: () => import("@/features/partner/PartnerPage"),
    ErrorBoundary: Lost,
    HydrateFallback: Blank,
    children: [
      { index: true, lazy: () => import("@/features/partner/Home") },
      { path: "projects/:id", lazy: () => import("@/features/partner/ProjectPage") },
      { path: "*", element: <Navigate to="/partner" replace /> },
    ],
  },
  {
    path: "/",
    element: <Gate />,
    ErrorBoundary: Lost,
    HydrateFallback: Blank,
    children: [
      {
        ErrorBoundary: Lost,
        children: [
          { index: true, element: <Navigate to="/queue" replace /> },
          { path: "queue", lazy: () => import("@/features/queue/QueueView") },
          { path: "intake", lazy: () => import("@/features/intake/IntakeView") },
          { path: "cases/:receiptNo", lazy: () => import("@/features/case/CaseView") },
          { path: "inbox", lazy: () => import("@/features/inbox/InboxView") },
          { path: "breaches", lazy: () => import("@/features/breaches/BreachesView") },
          { path: "breaches/:id", lazy: () => import("@/features/breaches/BreachView") },
          { path: "ratings", lazy: () => import("@/features/ratings/RatingsView") },
          { path: "projects", lazy: () => import("@/features/projects/ProjectsView") },
          { path: "projects/:id", lazy: () => import("@/features/projects/ProjectView") },
          { path: "partners", lazy: () => import("@/features/partners/PartnersView") },
          { path: "partners/:id", lazy: () => import("@/features/partners/PartnerView") },
          { path: "resources", lazy: () => import("@/features/resources/ResourcesView") },
          { path: "jobseekers", lazy: () => import("@/features/jobseekers/JobSeekersView") },
          { path: "jobseekers/:id", lazy: () => import("@/features/jobseekers/JobSeekerView") },
          { path: "openings", lazy: () => import("@/features/openings/OpeningsView") },
          { path: "openings/:id", lazy: () => import("@/features/openings/OpeningView") },
          { path: "dashboard", lazy: () => import("@/features/dashboard/DashboardView") },
          { path: "dashboard/cases", lazy: () => import("@/features/dashboard/CasesView") },
          { path: "dashboard/records", lazy: () => import("@/features/dashboard/RecordsView") },
          { path: "items", lazy: () => import("@/features/items/ItemsView") },
          { path: "directory", lazy: () => import("@/features/directory/DirectoryView") },
          { path: "directory/disclosure", lazy: () => import("@/features/directory/DisclosureView") },
          { path: "calendar", lazy: () => import("@/features/calendar/CalendarView") },
          { path: "absences", lazy: () => import("@/features/absences/AbsencesView") },
          { path: "absences/:id", lazy: () => import("@/features/absences/AbsenceView") },
          { path: "coverage", lazy: () => import("@/features/coverage/CoverageView") },
          { path: "staff", lazy: () => import("@/features/staff/StaffView") },
          { path: "programs", lazy: () => import("@/features/programs/ProgramsView") },
          { path: "programs/:id", lazy: () => import("@/features/programs/ProgramView") },
          { path: "groups", lazy: () => import("@/features/groups/GroupsView") },
          { path: "groups/:id", lazy: () => import("@/features/groups/GroupView") },
          { path: "props", lazy: () => import("@/features/props/PropsView") },
          { path: "tokens", lazy: () => import("@/features/tokens/TokensView") },
          { path: "tokens/:id", lazy: () => import("@/features/tokens/TokenView") },
          { path: "ledgers", lazy: () => import("@/features/ledgers/LedgersView") },
          { path: "exchange", lazy: () => import("@/features/exchange/ExchangeView") },
          { path: "*", Component: NotFound },
        ],
      },
    ],
  },
]);

function Blank() {
  return null;
}
