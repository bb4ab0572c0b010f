import {
  CalendarOutlined,
  ExceptionOutlined,
  InboxOutlined,
  PhoneOutlined,
  ProfileOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import { seesNoCases, type Viewer } from "@/office/viewer";

export interface Place {
  key: "queue" | "intake" | "inbox" | "breaches" | "items" | "calendar" | "staff";
  path: string;
  icon: ReactNode;
  group: "work" | "office";
}

const places: readonly Place[] = [
  { key: "queue", path: "/queue", icon: <UnorderedListOutlined aria-hidden />, group: "work" },
  { key: "intake", path: "/intake", icon: <PhoneOutlined aria-hidden />, group: "work" },
  { key: "inbox", path: "/inbox", icon: <InboxOutlined aria-hidden />, group: "work" },
  { key: "breaches", path: "/breaches", icon: <ExceptionOutlined aria-hidden />, group: "work" },
  { key: "items", path: "/items", icon: <ProfileOutlined aria-hidden />, group: "office" },
  { key: "calendar", path: "/calendar", icon: <CalendarOutlined aria-hidden />, group: "office" },
  { key: "staff", path: "/staff", icon: <TeamOutlined aria-hidden />, group: "office" },
];

/** The pages that the viewer has a use for; the server refuses the rest anyway. */
export function placesFor(viewer: Viewer): readonly Place[] {
  return seesNoCases(viewer) ? places.filter((p) => p.group === "office") : places;
}
