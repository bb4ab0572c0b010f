import { createBrowserRouter, Navigate } from "react-router";
import { Gate } from "./Gate";
import { Lost, NotFound } from "./Lost";

/** Every address of the desk. A feature's page is loaded when it is first opened; its module exports `Component`. */
export const router = createBrowserRouter([
  { path: "/signin", lazy: () => import("@/features/signin/SignInView"), ErrorBoundary: Lost, HydrateFallback: Blank },
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
          { path: "items", lazy: () => import("@/features/items/ItemsView") },
          { path: "directory", lazy: () => import("@/features/directory/DirectoryView") },
          { path: "directory/disclosure", lazy: () => import("@/features/directory/DisclosureView") },
          { path: "calendar", lazy: () => import("@/features/calendar/CalendarView") },
          { path: "absences", lazy: () => import("@/features/absences/AbsencesView") },
          { path: "absences/:id", lazy: () => import("@/features/absences/AbsenceView") },
          { path: "coverage", lazy: () => import("@/features/coverage/CoverageView") },
          { path: "staff", lazy: () => import("@/features/staff/StaffView") },
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
