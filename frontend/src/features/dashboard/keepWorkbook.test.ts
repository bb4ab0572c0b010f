import { afterEach, expect, test, vi } from "vitest";
import { keepWorkbook } from "./csv";

const sheet = { head: ["人员", "接待件数"], rows: [["安晓梅", 3] as const, ["无", null] as const] };
const words = { title: "按人员", note: "今年", number: "序号" };

afterEach(() => vi.unstubAllGlobals());

test("R: the table goes out as it is shown, and comes back as a file", async () => {
  const asked = vi.fn(async () => ({ ok: true, blob: async () => new Blob(["PK"]) }));
  vi.stubGlobal("fetch", asked);
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:one", revokeObjectURL: () => {} }));
  expect(await keepWorkbook(sheet, "按人员", words)).toBeNull();
  const [path, sent] = asked.mock.calls[0] as unknown as [string, RequestInit];
  expect(path).toBe("/sheets");
  expect(JSON.parse(String(sent.body))).toEqual({
    ...words,
    columns: ["人员", "接待件数"],
    rows: [
      ["安晓梅", 3],
      ["无", null],
    ],
  });
});

test("R: a refusal is told, and nothing is kept", async () => {
  vi.stubGlobal(
    "fetch",
    async () =>
      new Response(
        JSON.stringify({
          errors: [{ message: "x", extensions: { code: "LIMIT_EXCEEDED", clause: "R", field: "rows", limit: 5000 } }],
        }),
        { status: 422 },
      ),
  );
  expect((await keepWorkbook(sheet, "按人员", words))?.code).toBe("LIMIT_EXCEEDED");
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("no network")));
  expect(await keepWorkbook(sheet, "按人员", words)).not.toBeNull();
});
