import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { type PickOption, SearchPick } from "./SearchPick";

function draw() {
  const answers: ((options: PickOption<string>[]) => void)[] = [];
  const search = vi.fn((_typed: string) => new Promise<PickOption<string>[]>((resolve) => answers.push(resolve)));
  const onPick = vi.fn();
  const onNew = vi.fn();
  render(
    <SearchPick
      control={{ id: "who" }}
      placeholder="who"
      search={search}
      onPick={onPick}
      extras={() => [
        { key: "new", label: "new", run: onNew },
        { key: "none", label: "none", run: () => {} },
      ]}
    />,
  );
  const box = screen.getByRole("combobox");
  const type = (value: string) => fireEvent.change(box, { target: { value } });
  const press = (key: string) => fireEvent.keyDown(box, { key });
  const answer = async (names: string[]) => {
    await waitFor(() => expect(answers.length).toBeGreaterThan(0));
    await act(async () => answers.shift()?.(names.map((name) => ({ key: name, value: name, label: name }))));
  };
  return { search, onPick, onNew, box, type, press, answer };
}
const selected = () =>
  screen.getAllByRole("option").find((one) => one.getAttribute("aria-selected") === "true")?.textContent;

it("takes what the arrows chose", async () => {
  const { type, press, answer, onPick } = draw();
  type("zh");
  await answer(["zhang", "zhao"]);
  press("ArrowDown");
  expect(selected()).toBe("zhao");
  press("Enter");
  expect(onPick).toHaveBeenCalledExactlyOnceWith("zhao");
});

it("an Enter ahead of the answer takes the only one found", async () => {
  const { type, press, answer, onPick, onNew } = draw();
  type("zhang");
  press("Enter");
  expect(onPick).not.toHaveBeenCalled();
  await answer(["zhang"]);
  expect(onPick).toHaveBeenCalledExactlyOnceWith("zhang");
  expect(onNew).not.toHaveBeenCalled();
});

it("an Enter ahead of the answer never chooses among several", async () => {
  const { type, press, answer, onPick, onNew } = draw();
  type("zh");
  press("Enter");
  await answer(["zhang", "zhao"]);
  expect(onPick).not.toHaveBeenCalled();
  expect(onNew).not.toHaveBeenCalled();
  expect(selected()).toBe("zhang");
});

it("an Enter ahead of the answer begins a new one where nobody is found", async () => {
  const { type, press, answer, onPick, onNew } = draw();
  type("ouyang");
  press("Enter");
  await answer([]);
  expect(onNew).toHaveBeenCalledExactlyOnceWith("ouyang");
  expect(onPick).not.toHaveBeenCalled();
});

it("an answer that arrives does not move what was gone to by hand", async () => {
  const { type, press, answer } = draw();
  type("zh");
  expect(selected()).toBeUndefined();
  press("ArrowDown");
  press("ArrowDown");
  expect(selected()).toBe("none");
  await answer(["zhang", "zhao"]);
  expect(selected()).toBe("none");
});

it("an older answer does not stand for what is typed now", async () => {
  const { type, press, answer, onPick, search } = draw();
  type("a");
  await waitFor(() => expect(search).toHaveBeenCalledTimes(1));
  type("b");
  await answer(["old"]);
  press("Enter");
  expect(onPick).not.toHaveBeenCalled();
  expect(screen.queryByText("old")).toBeNull();
});
