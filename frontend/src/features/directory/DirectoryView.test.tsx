import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { makeOffice, refuse } from "@/test/office";
import { drawPage } from "@/test/page";
import { Component } from "./DirectoryView";

function withDirectory(mayEditItems: boolean) {
  const office = makeOffice();
  office.viewer.mayEditItems = mayEditItems;
  const searches: string[] = [];
  const sent: Record<string, unknown>[] = [];
  const state = { refuse: false };
  Object.assign(office.root, {
    departments: ({ search }: { search?: string | null }) => {
      searches.push(search ?? "");
      return [office.department].filter((one) => !search || `${one.name}${one.pinyin}${one.phone}`.includes(search));
    },
    saveDepartment: ({ input }: { input: Record<string, unknown> }) => {
      sent.push(input);
      if (state.refuse) refuse("BAD_INPUT", { clause: "F7", field: "phone" });
      Object.assign(office.department, input);
      return { department: office.department, clientMutationId: input.clientMutationId };
    },
  });
  return { office, searches, sent, state };
}
const box = (name: string) => screen.findByRole<HTMLInputElement>("textbox", { name });

describe("the directory", () => {
  it("Q2: shows where to go, and finds by what is typed", async () => {
    const { office, searches } = withDirectory(false);
    const { router } = drawPage(<Component />, { at: "/directory", office });
    expect(await screen.findByRole("heading", { name: "九站派出所户籍室" })).toBeTruthy();
    for (const said of ["九站街 12 号", "0432-63000110", "周一至周五 08:30–16:30"])
      expect(screen.getByText(said)).toBeTruthy();
    expect(screen.getByRole<HTMLAnchorElement>("link", { name: "https://example.org/hj" }).rel).toBe("noreferrer");
    fireEvent.change(await box("名称、拼音、首字母、电话或职责"), { target: { value: "民政" } });
    await waitFor(() => expect(router.state.location.search).toBe(`?q=${encodeURIComponent("民政")}`));
    expect(await screen.findByText("没有符合条件的部门")).toBeTruthy();
    expect(searches).toEqual(["", "民政"]);
    fireEvent.click(screen.getByRole("button", { name: "清除条件" }));
    expect(await screen.findByRole("heading", { name: "九站派出所户籍室" })).toBeTruthy();
  });

  it("is changed by who may; a clerk reads, also by an address that asks to edit", async () => {
    const { office } = withDirectory(false);
    drawPage(<Component />, { at: "/directory?edit=D01", office });
    await screen.findByRole("heading", { name: "九站派出所户籍室" });
    expect(screen.queryByRole("button", { name: /新增部门|修改/ })).toBeNull();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("sends what was changed once, with its code, and shows it", async () => {
    const { office, sent } = withDirectory(true);
    const { router } = drawPage(<Component />, { at: "/directory?edit=D01", office });
    const phone = await box("电话");
    expect((await box("编码")).disabled).toBe(true);
    fireEvent.change(phone, { target: { value: "0432-63000999" } });
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: /保\s*存/ }));
    await waitFor(() => expect(router.state.location.search).toBe(""));
    expect(await screen.findByText("0432-63000999")).toBeTruthy();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ code: "D01", name: "九站派出所户籍室", phone: "0432-63000999" });
    expect(sent[0]?.clientMutationId).toBeTruthy();
  });

  it("says a refusal beside its field and keeps what was typed", async () => {
    const { office, sent, state } = withDirectory(true);
    state.refuse = true;
    drawPage(<Component />, { at: "/directory?edit=D01", office });
    fireEvent.change(await box("电话"), { target: { value: "1" } });
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: /保\s*存/ }));
    await waitFor(() => expect(document.querySelector(".ant-form-item-explain-error")).toBeTruthy());
    expect((await box("电话")).value).toBe("1");
    expect(sent).toHaveLength(1);
    // What cannot stand is not sent at all.
    fireEvent.change(await box("网址"), { target: { value: "hunyin" } });
    fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: /保\s*存/ }));
    expect(await screen.findByText("网址以 http:// 或 https:// 开头")).toBeTruthy();
    expect(sent).toHaveLength(1);
  });
});
