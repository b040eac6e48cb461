import { afterEach, beforeEach, expect, test } from "vitest";
import { type Served, serve } from "./served.ts";

let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(() => served.server.close());

test("a stream begins with the revision from which it hears news, and brings every batch in order", async () => {
  const stream = await listen("a");
  expect(await stream.next()).toEqual(["hello", { revision: 7, lease: { holder: null }, name: "鸿运达" }]);
  served.host.act({ do: "set", tab: "items", row: 3, col: 1, cells: [["one\nline"]] });
  served.host.act(
    { do: "insertRows", tab: "items", row: 1, count: 1 },
    { do: "width", tab: "items", col: 1, pixels: 90 },
  );
  expect(await stream.next()).toMatchObject([
    "ops",
    { origin: "", revision: 8, ops: [{ cells: [["one\nline"]] }] },
  ]);
  expect(await stream.next()).toMatchObject([
    "ops",
    { revision: 10, ops: [{ do: "insertRows" }, { do: "width" }] },
  ]);
});

test("an edit of one tab is heard by all, with its origin", async () => {
  const streams = [await listen("a"), await listen("b")];
  for (const stream of streams) await stream.next();
  const ops = [{ do: "set", tab: "items", row: 3, col: 1, cells: [["x"]] }];
  await served.post("/api/edit", { client: "a", structure: { items: 0 }, ops });
  for (const stream of streams) {
    expect(await stream.next()).toEqual(["lease", { holder: "a" }]);
    expect(await stream.next()).toEqual(["ops", { ops, origin: "a", revision: 8 }]);
  }
});

test("a dialog is shown to one browser tab only", async () => {
  const [a, b] = [await listen("a"), await listen("b")];
  await a.next();
  await b.next();
  served.server.showDialog("b", "<p>hello</p>");
  await served.post("/api/lease", { client: "a" });
  expect(await b.next()).toEqual(["dialog", { html: "<p>hello</p>" }]);
  expect(await a.next()).toEqual(["lease", { holder: "a" }]);
});

test("another name of the ledger is told to open pages, behind what brought it, and to those that come later", async () => {
  await served.server.close();
  let name = "鸿运达";
  served = await serve({ name: () => name });
  const stream = await listen("a");
  expect(await stream.next()).toMatchObject(["hello", { name: "鸿运达" }]);
  served.host.act({ do: "set", tab: "items", row: 3, col: 1, cells: [["x"]] });
  expect(await stream.next()).toMatchObject(["ops", {}]);
  name = "大成实业";
  served.host.act({ do: "set", tab: "items", row: 4, col: 1, cells: [["y"]] });
  expect(await stream.next()).toMatchObject(["ops", {}]);
  expect(await stream.next()).toEqual(["name", { name: "大成实业" }]);
  expect(await (await served.get("/api/workbook")).json()).toMatchObject({ name: "大成实业" });
});

test("a stream needs a client's name", async () => {
  expect((await served.get("/api/live")).status).toBe(400);
});

test("closing the server ends the streams", async () => {
  const stream = await listen("a");
  await stream.next();
  await served.server.close();
  await expect(stream.next()).rejects.toThrow();
  served = await serve();
});

async function listen(client: string): Promise<{ next(): Promise<[string, unknown]> }> {
  const response = await served.get(`/api/live?client=${client}`);
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const next = async (): Promise<[string, unknown]> => {
    const found = /^event: (\w+)\ndata: (.*)\n\n/.exec(text);
    if (found) {
      text = text.slice(found[0].length);
      return [found[1] ?? "", JSON.parse(found[2] ?? "")];
    }
    const part = await reader?.read();
    if (part?.done !== false) throw new Error("the stream has ended");
    text += part.value;
    return next();
  };
  return { next };
}
