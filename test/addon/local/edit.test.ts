import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cellAt } from "../../../addon/local/tab.ts";
import type { TabLine } from "../../../addon/local/wire.ts";
import { type Served, serve } from "./served.ts";

let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(() => served.server.close());

const set = (row: number, col: number, ...cells: unknown[][]) => ({
  do: "set",
  tab: "items",
  row,
  col,
  cells,
});
const edit = (ops: unknown[], structure = 0, client = "a") =>
  served.post("/api/edit", { client, structure: { items: structure }, ops });

describe("reading", () => {
  test("the workbook comes with its tabs in order, without cells", async () => {
    const view = await (await served.get("/api/workbook")).json();
    expect(view).toMatchObject({ name: "鸿运达", language: "zh", lease: { holder: null }, revision: 7 });
    expect(view.tabs.map((tab: { id: string }) => tab.id)).toEqual(["items", "journal"]);
    expect(view.tabs[0]).not.toHaveProperty("cells");
    expect(view.tabs[0].formats).toEqual([{ row: 2, col: 1, rows: 0, cols: 1, value: "@" }]);
  });

  test("a tab comes as lines of one revision: the head, then rows in order", async () => {
    served.host.act({ do: "set", tab: "items", row: 2500, col: 1, cells: [["last"]] });
    const lines = (await (await served.get("/api/tab/items")).text()).trim().split("\n");
    const [head, ...parts] = lines.map((line): TabLine => JSON.parse(line));
    expect(head).toMatchObject({ revision: 8, look: { id: "items", rows: 2500 } });
    expect(parts.map((part) => ("row" in part ? [part.row, part.cells.length] : []))).toEqual([
      [1, 1000],
      [1001, 1000],
      [2001, 500],
    ]);
  });
});

describe("an edit", () => {
  test("is stored, and what was really stored comes back", async () => {
    const response = await edit([set(3, 1, ["00456", "大成", "88.50"])]);
    expect(response.status).toBe(200);
    const stored = set(3, 1, ["00456", "大成", 88.5]);
    expect(await response.json()).toEqual({ ops: [stored], revision: 8 });
    expect(cellAt(served.host.workbook.tab("items"), 3, 3)).toBe(88.5);
  });

  test("made on rows that have moved since is refused, and says what the tab looks like now", async () => {
    served.host.act({ do: "insertRows", tab: "items", row: 2, count: 1 });
    const response = await edit([set(3, 1, ["late"])]);
    expect(response.status).toBe(409);
    const body = await response.json();
    expect(body).toMatchObject({ reason: "stale", error: expect.stringContaining("行已变动") });
    expect(body.tabs).toMatchObject([{ id: "items", structure: 1, rows: 21 }]);
    expect(served.host.edits).toEqual([]);
    expect((await edit([set(3, 1, ["now"])], 1)).status).toBe(200);
  });

  test("in a tab that was removed is refused", async () => {
    served.host.act({ do: "removeTab", tab: "items" });
    expect((await edit([set(3, 1, ["x"])])).status).toBe(409);
  });

  test("stores all of its operations or none", async () => {
    const response = await edit([set(3, 1, ["x"]), { do: "removeRows", tab: "items", row: 20, count: 2 }]);
    expect(response.status).toBe(400);
    expect(served.host.edits).toEqual([]);
  });

  test("may insert rows and remove the last of them again", async () => {
    const response = await edit([
      { do: "insertRows", tab: "items", row: 21, count: 1 },
      { do: "removeRows", tab: "items", row: 21, count: 1 },
    ]);
    expect(response.status).toBe(200);
  });

  test.each([
    ["a property", { do: "property", key: "secret", value: "mine" }],
    ["a new tab", { do: "addTab", tab: "x", name: "x", at: 0, rows: 1, cols: 1 }],
    ["no tab", { do: "removeTab", tab: "items" }],
    ["columns", { do: "removeCols", tab: "items", col: 1, count: 1 }],
    ["protection", { do: "protect", tab: "items", row: 1, col: 1, rows: 1, cols: 1, warning: "" }],
    ["row 0", set(0, 1, ["x"])],
    ["half a row", set(1.5, 1, ["x"])],
    ["row ten million", set(10_000_000, 1, ["x"])],
    ["a ragged block", set(1, 1, ["x", "y"], ["z"])],
    ["nothing", set(1, 1)],
    ["a cell of objects", set(1, 1, [{ f: "=1", v: {} }])],
    ["a cell of null", set(1, 1, [null])],
    [
      "a colour with an address",
      { do: "style", tab: "items", row: 1, col: 1, rows: 1, cols: 1, style: { color: "url(//x)" } },
    ],
    ["removing every row", { do: "removeRows", tab: "items", row: 1, count: 20 }],
  ])("a hand cannot write %s", async (_what, op) => {
    const before = served.host.workbook.revision;
    expect((await edit([op])).status).toBe(400);
    expect(served.host.workbook.revision).toBe(before);
  });
});

describe("a call", () => {
  const call = (name: string, ...args: unknown[]) => served.post("/api/call", { client: "a", name, args });

  test("reaches the add-on and brings its answer", async () => {
    served.host.functions = { add: (a, b) => Number(a) + Number(b), nothing: () => undefined };
    expect(await (await call("add", 1, 2)).json()).toEqual({ result: 3 });
    expect(await (await call("nothing")).json()).toEqual({ result: null });
  });

  test("that throws brings the words and no stack", async () => {
    served.host.functions = {
      fail: () => {
        throw new Error("金额为空，请填写收款金额");
      },
    };
    expect(await (await call("fail")).json()).toEqual({ error: "金额为空，请填写收款金额" });
  });

  test.each(["private_", "a.b", "a b", "", "1x"])("cannot name %s", async (name) => {
    expect((await call(name)).status).toBe(400);
  });
});
