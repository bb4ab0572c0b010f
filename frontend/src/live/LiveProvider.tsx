import { useApolloClient, useQuery } from "@apollo/client/react";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { DeadlineEventsDocument, DeskEventsDocument, MyWarningsDocument, OfficeTimeDocument } from "@/app/documents";
import type { MyWarningsQuery } from "@/graphql/gen/graphql";
import { officeNow, setOfficeTime } from "@/office/clock";
import { seesNoCases, useViewer } from "@/office/viewer";
import { keepCursor, lastCursor } from "./cursors";
import { nudgeDesk } from "./desk";
import { subscribeFeed } from "./socket";

export type Warning = MyWarningsQuery["myWarnings"][number];

interface LiveState {
  /** Newest first. */
  warnings: readonly Warning[];
  unread: number;
  markRead: () => void;
}

const LiveContext = createContext<LiveState>({ warnings: [], unread: 0, markRead: () => {} });
type WarningListener = (warning: Warning) => void;
const warningListeners = new Set<WarningListener>();

/** The viewer's warnings, those that came live included. */
export function useWarnings(): LiveState {
  return use(LiveContext);
}

/** Calls back with each warning that arrives live, once. */
export function useDeadlineEvents(onWarning: WarningListener) {
  const latest = useRef(onWarning);
  useEffect(() => {
    latest.current = onWarning;
  });
  useEffect(() => {
    const listener: WarningListener = (warning) => latest.current(warning);
    warningListeners.add(listener);
    return () => {
      warningListeners.delete(listener);
    };
  }, []);
}

const clockEvery = 60_000;

/** Keeps the office's clock, the desk's feed and the viewer's warnings running while somebody is signed in. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useApolloClient();
  const viewer = useViewer();
  const staffId = viewer.staff.id;
  const [arrived, setArrived] = useState<readonly Warning[]>([]);
  const readKey = `xinxing.warnings.read.${staffId}`;
  const [readUpTo, setReadUpTo] = useState(() => localStorage.getItem(readKey));

  const time = useQuery(OfficeTimeDocument, { pollInterval: clockEvery, fetchPolicy: "network-only" });
  const officeTime = time.data?.officeTime;
  useEffect(() => {
    if (officeTime && setOfficeTime(officeTime)) nudgeDesk();
  }, [officeTime]);

  const readTime = time.refetch;
  // Who sees no case has no warnings: the server would refuse them again and again.
  const blind = seesNoCases(viewer);

  useEffect(() => {
    return subscribeFeed(DeskEventsDocument, {}, (data) => data.deskEvents, {
      after: lastCursor(staffId, "desk"),
      onEvent: (event) => {
        keepCursor(staffId, "desk", event.cursor);
        // What happened in the future tells that the rehearsal clock was moved.
        if (Date.parse(event.at) > officeNow() + clockEvery) readTime().catch(() => {});
        nudgeDesk(event);
      },
      onStart: (gap) => {
        if (gap) nudgeDesk();
      },
    });
  }, [staffId, readTime]);

  const past = useQuery(MyWarningsDocument, { fetchPolicy: "network-only", skip: blind });
  const known = past.data?.myWarnings;
  const loaded = known !== undefined || past.error !== undefined;
  const firstCursor = useRef<string | null>(null);
  if (known?.[0]) firstCursor.current ??= known[0].cursor;

  useEffect(() => {
    if (!loaded) return;
    const seen = new Set<string>();
    return subscribeFeed(DeadlineEventsDocument, {}, (data) => data.deadlineEvents, {
      after: lastCursor(staffId, "deadline") ?? firstCursor.current,
      onEvent: (warning) => {
        keepCursor(staffId, "deadline", warning.cursor);
        if (seen.has(warning.eventId)) return;
        seen.add(warning.eventId);
        setArrived((before) =>
          before.some((w) => w.eventId === warning.eventId) ? before : [warning, ...before].slice(0, 200),
        );
        for (const listener of warningListeners) listener(warning);
        nudgeDesk();
      },
      onStart: (gap) => {
        if (gap) void client.refetchQueries({ include: [MyWarningsDocument] });
      },
    });
  }, [client, loaded, staffId]);

  const warnings = useMemo(() => {
    const ids = new Set(arrived.map((w) => w.eventId));
    return [...arrived, ...(known ?? []).filter((w) => !ids.has(w.eventId))];
  }, [arrived, known]);
  const unread = useMemo(() => {
    const at = warnings.findIndex((w) => w.eventId === readUpTo);
    return at < 0 ? warnings.length : at;
  }, [warnings, readUpTo]);
  const newest = warnings[0]?.eventId;
  const markRead = useCallback(() => {
    if (!newest) return;
    localStorage.setItem(readKey, newest);
    setReadUpTo(newest);
  }, [newest, readKey]);

  // What was read in one window of a person is read in the others.
  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key === readKey && event.newValue) setReadUpTo(event.newValue);
    };
    window.addEventListener("storage", onStorage);
    return () => window.removeEventListener("storage", onStorage);
  }, [readKey]);

  const state = useMemo(() => ({ warnings, unread, markRead }), [warnings, unread, markRead]);
  return <LiveContext value={state}>{children}</LiveContext>;
}
