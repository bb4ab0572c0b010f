import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { i18n } from "@/i18n/i18n";
import { makeOffice } from "@/test/office";
import { drawPage } from "@/test/page";
import { Component } from "./StaffView";

vi.mock("@/live/socket", () => ({ subscribeFeed: () => () => {}, closeSocket: () => {} }));

const t = i18n.t;

/** What a page sends as a form, answered by turns with a status and a body. */
class Request {
  static sent: Record<string, unknown>[] = [];
  static answers: [number, string][] = [];
  upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  status = 0;
  responseText = "";
  open() {}
  send(form: FormData) {
    Request.sent.push(Object.fromEntries(form));
    const [status, body] = Request.answers.shift() ?? [0, ""];
    this.status = status;
    this.responseText = body;
    queueMicrotask(() => (status === 0 ? this.onerror?.() : this.onload?.()));
  }
}

const photo = () => new File(["photo"], "IMG_1.jpg", { type: "image/jpeg", lastModified: 1 });
const refusal = (reason: string) =>
  JSON.stringify({
    errors: [{ message: "no", extensions: { code: "BAD_FILE", clause: "B3", reason, kinds: ["JPEG", "PNG"] } }],
  });

function director() {
  const office = makeOffice();
  Object.assign(office.viewer, { mayEditStaff: true });
  return office;
}

async function openPhoto(name: string) {
  fireEvent.click(await screen.findByRole("button", { name: t("staff:photo.title", { name }) }));
  const dialog = await screen.findByRole("dialog", { name: t("staff:photo.title", { name }) });
  const input = dialog.querySelector("input[type=file]");
  if (!(input instanceof HTMLInputElement)) throw new Error("nothing takes a file");
  return { dialog, choose: () => fireEvent.change(input, { target: { files: [photo()] } }) };
}

describe("a person's photo", () => {
  beforeEach(() => {
    Request.sent = [];
    vi.stubGlobal("XMLHttpRequest", Request);
  });
  afterEach(() => vi.unstubAllGlobals());

  it("stands beside the name; without one the family name does", async () => {
    const office = makeOffice();
    const [first] = office.root.staff();
    Object.assign(first ?? {}, { portrait: { __typename: "PublicFile", id: "pub_1", path: "/public/co/files/pub_1" } });
    drawPage(<Component />, { office });
    const shown = await screen.findByRole("img", { name: t("staff:photo.alt", { name: String(first?.name) }) });
    expect(shown.getAttribute("src")).toBe("/public/co/files/pub_1");
    expect(document.querySelectorAll("span.xx-face").length).toBeGreaterThan(0);
    expect(screen.queryByRole("button", { name: t("staff:photo.title", { name: String(first?.name) }) })).toBeNull();
  });

  it("is sent with one id until the server answers, and refused in words", async () => {
    const office = director();
    drawPage(<Component />, { office });
    const { dialog, choose } = await openPhoto("李晓梅");
    Request.answers = [
      [0, ""],
      [422, refusal("WRONG_KIND")],
      [200, "{}"],
    ];
    choose();
    await within(dialog).findByRole("alert");
    choose();
    await waitFor(() => expect(within(dialog).getByRole("alert").textContent).toContain("JPEG"));
    choose();
    await waitFor(() => expect(within(dialog).queryByRole("alert")).toBeNull());
    expect(Request.sent.map((one) => one.staffId)).toEqual(["st_li", "st_li", "st_li"]);
    const ids = Request.sent.map((one) => one.clientMutationId);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[1]);
  });

  it("is not offered for who is not on the board", async () => {
    const office = director();
    const one = office.root.staff()[0];
    Object.assign(one ?? {}, { disclosed: false });
    drawPage(<Component />, { office });
    await screen.findByRole("button", { name: t("staff:left.title", { name: String(one?.name) }) });
    expect(screen.queryByRole("button", { name: t("staff:photo.title", { name: String(one?.name) }) })).toBeNull();
  });
});

describe("a post", () => {
  it("B8: tells what its A and B have not learned; B1: A and B are two people, and what is changed is sent", async () => {
    const office = director();
    const sent: Record<string, unknown>[] = [];
    Object.assign(office.root, {
      savePost: ({ input }: { input: Record<string, unknown> }) => {
        sent.push(input);
        return {
          post: { ...office.root.posts()[0], version: 2 },
          movedCases: 1,
          clientMutationId: input.clientMutationId,
        };
      },
    });
    drawPage(<Component />, { office });
    const card = await screen.findByRole("button", { name: t("staff:post.edit", { name: "民政服务岗" }) });
    expect(screen.getByText(t("staff:post.lacks", { subject: "系统操作" }))).toBeTruthy();
    expect(screen.queryByText(t("staff:post.lacks", { subject: "低保政策" }))).toBeNull();
    fireEvent.click(card);
    const dialog = await screen.findByRole("dialog");
    fireEvent.change(within(dialog).getByLabelText(t("staff:post.bMustKnow")), {
      target: { value: "低保政策\n\n临时救助\n" },
    });
    fireEvent.click(within(dialog).getByRole("button", { name: /保\s*存/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ postId: "po_civil", version: 1, bMustKnow: ["低保政策", "临时救助"], code: "P01" });
    expect(sent[0]?.clientMutationId).toBeTruthy();
  });

  it("is changed by who edits the staff, and by nobody else", async () => {
    drawPage(<Component />, { office: makeOffice() });
    await screen.findByText("民政服务岗");
    expect(screen.queryByRole("button", { name: t("staff:post.add") })).toBeNull();
    expect(screen.queryByRole("button", { name: t("staff:post.edit", { name: "民政服务岗" }) })).toBeNull();
  });
});
