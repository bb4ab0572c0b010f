import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { nudgeDesk } from "@/live/desk";
import { useCalmRefresh } from "./useCalmRefresh";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const happen = async (ms: number) => {
  nudgeDesk();
  await act(() => vi.advanceTimersByTimeAsync(ms));
};

it("figures are read at once when something happened, then at most once in three seconds", async () => {
  const read = vi.fn(() => Promise.resolve());
  renderHook(() => useCalmRefresh(read));
  await happen(300);
  expect(read).toHaveBeenCalledTimes(1);
  for (let times = 0; times < 5; times++) await happen(300);
  expect(read).toHaveBeenCalledTimes(1);
  await act(() => vi.advanceTimersByTimeAsync(3000));
  expect(read).toHaveBeenCalledTimes(2);
  // Nothing happened since: nothing is read.
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(read).toHaveBeenCalledTimes(2);
});

it("a page that is gone reads nothing more, a failed reading is tried again by what happens next", async () => {
  const read = vi.fn(() => Promise.reject(new Error("no connection")));
  const { unmount } = renderHook(() => useCalmRefresh(read));
  await happen(300);
  await happen(4000);
  expect(read).toHaveBeenCalledTimes(2);
  unmount();
  await happen(10_000);
  expect(read).toHaveBeenCalledTimes(2);
});
