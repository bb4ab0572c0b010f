import type { TypedDocumentNode } from "@apollo/client";
import { print } from "graphql";
import { type Client, createClient } from "graphql-ws";
import { sessionLost } from "@/graphql/session";
import { setConnection } from "./connection";

let socket: Client | null = null;

function address() {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss:" : "ws:"}//${host}/graphql`;
}

/** Pause before the n-th new try: doubling from half a second to fifteen, with a spread so that an office does not come at once. */
export function pauseBefore(retries: number, random = Math.random()): number {
  return Math.min(15_000, 500 * 2 ** retries) * (0.75 + random / 2);
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A pong that has not come after this long (ms) means a dead line that nobody has closed. */
const pongWithin = 5_000;

function open(): Client {
  if (socket) return socket;
  let overdue: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: address,
    lazy: true,
    lazyCloseTimeout: 3000,
    keepAlive: 12_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) => wait(pauseBefore(retries)),
    on: {
      connected: () => setConnection("open"),
      ping: (received) => {
        if (!received) overdue = setTimeout(() => client.terminate(), pongWithin);
      },
      pong: (received) => {
        if (received) clearTimeout(overdue);
      },
      closed: (event) => {
        clearTimeout(overdue);
        const code = event && typeof event === "object" && "code" in event ? event.code : 0;
        setConnection(code === 1000 ? "resting" : "lost");
        // The server ended the session: the page asks who is signed in.
        if (code === 4403) sessionLost.dispatchEvent(new Event("lost"));
      },
    },
  });
  socket = client;
  return client;
}

// The machine says itself that its network is gone: no need to wait for a pong.
window.addEventListener("offline", () => socket?.terminate());

/** Closes the websocket (sign-out); the next subscription opens a new one. */
export function closeSocket() {
  void socket?.dispose();
  socket = null;
  setConnection("resting");
}

export interface LiveFeed<E extends { cursor: string }> {
  /** Where to go on from; null means from now on. */
  after: string | null;
  onEvent: (event: E) => void;
  /** Called whenever the feed starts anew; `gap` is true where events may have been missed because there was no cursor yet. */
  onStart?: (gap: boolean) => void;
}

/**
 * Subscribes to a feed with an `after` cursor and goes on from the last event after every break, for ever, until the
 * returned function is called. An event that comes twice is given once.
 */
export function subscribeFeed<T, V extends { after?: unknown }, E extends { cursor: string }>(
  document: TypedDocumentNode<T, V>,
  variables: Omit<V, "after">,
  pick: (data: T) => E,
  feed: LiveFeed<E>,
): () => void {
  // graphql-ws sends this same object again after a break, so that moving `after` here resumes from there.
  const payload = { query: print(document), variables: { ...variables, after: feed.after } as Record<string, unknown> };
  let stopped = false;
  let started = false;
  let tries = 0;
  let dispose = () => {};
  let last: string | null = feed.after;

  const client = open();
  const unlisten = client.on("connected", () => {
    if (started) feed.onStart?.(last === null);
  });

  const start = () => {
    started = true;
    dispose = client.subscribe<T>(payload, {
      next(result) {
        if (!result.data) return;
        tries = 0;
        const event = pick(result.data);
        if (event.cursor === last) return;
        last = event.cursor;
        payload.variables.after = event.cursor;
        feed.onEvent(event);
      },
      error: (errors) => {
        // A cursor that the server does not know (another database, a kept one grown old) would be refused for ever.
        if (Array.isArray(errors) && errors.some((one) => one.extensions?.code === "BAD_INPUT")) {
          last = null;
          payload.variables.after = null;
        }
        again();
      },
      complete: again,
    });
  };
  // The server ended the feed (slow reader, refused, restarted): begin again from the last cursor.
  const again = () => {
    if (stopped || socket !== client) return;
    void wait(pauseBefore(tries++)).then(() => {
      if (!stopped && socket === client) {
        start();
        feed.onStart?.(last === null);
      }
    });
  };
  start();
  return () => {
    stopped = true;
    unlisten();
    dispose();
  };
}
