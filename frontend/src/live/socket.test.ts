import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DeskEventsDocument } from "@/app/documents";
import { pauseBefore } from "./socket";

interface Sent {
  type: string;
  id?: string;
  payload?: { variables: { after: string | null } };
}

/** A server's end of a websocket that the test holds. */
class Line {
  static lines: Line[] = [];
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static readonly CONNECTING = 0;
  readyState = 0;
  sent: Sent[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number; reason: string; wasClean: boolean }) => void;
  onerror?: () => void;
  constructor() {
    Line.lines.push(this);
    queueMicrotask(() => {
      this.readyState = 1;
      this.onopen?.();
    });
  }
  send(text: string) {
    const message = JSON.parse(text) as Sent;
    this.sent.push(message);
    if (message.type === "connection_init") queueMicrotask(() => this.say({ type: "connection_ack" }));
  }
  say(message: unknown) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
  close(code = 1000) {
    this.readyState = 3;
    this.onclose?.({ code, reason: "", wasClean: true });
  }
  get subscribe() {
    return this.sent.find((one) => one.type === "subscribe");
  }
  event(cursor: string) {
    this.say({ type: "next", id: this.subscribe?.id, payload: { data: { deskEvents: { cursor } } } });
  }
}

async function until(ready: () => boolean) {
  await vi.waitFor(() => {
    if (!ready()) throw new Error("not yet");
  });
}

describe("a live feed", () => {
  beforeEach(() => {
    Line.lines = [];
    vi.stubGlobal("WebSocket", Line);
    vi.spyOn(Math, "random").mockReturnValue(0);
  });
  afterEach(() => vi.unstubAllGlobals());

  it("goes on from the last event after a break, and gives an event that comes twice once", async () => {
    const { closeSocket, subscribeFeed } = await import("./socket");
    const seen: string[] = [];
    const gaps: boolean[] = [];
    const stop = subscribeFeed(DeskEventsDocument, {}, (data) => data.deskEvents, {
      after: "c0",
      onEvent: (event) => seen.push(event.cursor),
      onStart: (gap) => gaps.push(gap),
    });
    await until(() => Line.lines[0]?.subscribe !== undefined);
    expect(Line.lines[0]?.subscribe?.payload?.variables.after).toBe("c0");
    Line.lines[0]?.event("c1");
    Line.lines[0]?.event("c2");
    Line.lines[0]?.close(1012);
    await until(() => Line.lines[1]?.subscribe !== undefined);
    expect(Line.lines[1]?.subscribe?.payload?.variables.after).toBe("c2");
    Line.lines[1]?.event("c2");
    Line.lines[1]?.event("c3");
    expect(seen).toEqual(["c1", "c2", "c3"]);
    expect(gaps.every((gap) => !gap)).toBe(true);
    stop();
    closeSocket();
  });

  it("says that events may have been missed when it breaks before the first", async () => {
    const { closeSocket, subscribeFeed } = await import("./socket");
    const gaps: boolean[] = [];
    subscribeFeed(DeskEventsDocument, {}, (data) => data.deskEvents, {
      after: null,
      onEvent: () => {},
      onStart: (gap) => gaps.push(gap),
    });
    await until(() => Line.lines[0]?.subscribe !== undefined);
    Line.lines[0]?.close(1012);
    await until(() => Line.lines[1]?.subscribe !== undefined);
    expect(Line.lines[1]?.subscribe?.payload?.variables.after).toBeNull();
    expect(gaps.at(-1)).toBe(true);
    closeSocket();
  });
});

it("begins anew where the server does not know the kept cursor, and says that something may have been missed", async () => {
  Line.lines = [];
  vi.stubGlobal("WebSocket", Line);
  vi.spyOn(Math, "random").mockReturnValue(0);
  const { closeSocket, subscribeFeed } = await import("./socket");
  const gaps: boolean[] = [];
  subscribeFeed(DeskEventsDocument, {}, (data) => data.deskEvents, {
    after: "of another database",
    onEvent: () => {},
    onStart: (gap) => gaps.push(gap),
  });
  await until(() => Line.lines[0]?.subscribe !== undefined);
  const line = Line.lines[0];
  line?.say({ type: "error", id: line.subscribe?.id, payload: [{ message: "no", extensions: { code: "BAD_INPUT" } }] });
  await until(() => gaps.includes(true));
  const subscribes = () => Line.lines.flatMap((one) => one.sent).filter((one) => one.type === "subscribe");
  await until(() => subscribes().length > 1);
  expect(subscribes().at(-1)?.payload?.variables.after).toBeNull();
  closeSocket();
  vi.unstubAllGlobals();
});

it("waits longer from try to try, up to fifteen seconds, spread over the office", () => {
  expect(pauseBefore(0, 0.5)).toBe(500);
  expect(pauseBefore(3, 0.5)).toBe(4000);
  expect(pauseBefore(40, 0.5)).toBe(15_000);
  expect(pauseBefore(40, 0)).toBeLessThan(pauseBefore(40, 1));
});
