import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Served, serve } from "./served.ts";

let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(() => served.server.close());

const EVERY_GET = ["/api/workbook", "/api/tab/items", "/api/live?client=a", "/api/sidebar"];
const EVERY_POST = ["/api/edit", "/api/call", "/api/lease"];

describe("the token", () => {
  test("opens the page, in the address", async () => {
    expect(await (await fetch(served.server.url)).text()).toBe("<p>page</p>");
  });

  test.each(["", "?token=", "?token=wrong"])("without it the page stays shut: %s", async (query) => {
    const response = await fetch(`${served.base}/${query}`);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      reason: "token",
      error: expect.stringMatching(/^[^\n]+。$/),
    });
  });

  test.each(EVERY_GET)("is required by GET %s, in a header", async (path) => {
    for (const wrong of ["", "x", served.server.token.slice(1), `${served.server.token}x`]) {
      expect((await served.get(path, { "x-onaccount-token": wrong })).status).toBe(403);
    }
    const inAddress = `${served.base}${path}${path.includes("?") ? "&" : "?"}token=${served.server.token}`;
    expect((await fetch(inAddress)).status).toBe(403);
  });

  test.each(EVERY_POST)("is required by POST %s", async (path) => {
    expect((await served.post(path, { client: "a" }, { "x-onaccount-token": "x" })).status).toBe(403);
  });

  test("is another one at every start", async () => {
    const other = await serve();
    expect(other.server.token).not.toBe(served.server.token);
    expect(other.server.token.length).toBeGreaterThanOrEqual(43);
    await other.server.close();
  });
});

describe("pages elsewhere", () => {
  test.each(["/", "/frame", "/assets/page-1.js", ...EVERY_GET])(
    "another origin gets nothing of %s",
    async (path) => {
      for (const origin of ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"]) {
        const response = await served.get(path, { origin });
        expect(response.status).toBe(403);
        expect(response.headers.get("access-control-allow-origin")).toBeNull();
      }
    },
  );

  test("the own origin is welcome", async () => {
    expect((await served.get("/api/workbook", { origin: served.base })).status).toBe(200);
  });

  test.each(["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", "[::1]"])(
    "a rebound name is refused: %s",
    async (host) => {
      const { status, body } = await rawGet(served, host);
      expect(status).toBe(403);
      expect(JSON.parse(body)).toMatchObject({ reason: "host" });
    },
  );

  test("a preflight is answered by nobody", async () => {
    const response = await fetch(`${served.base}/api/edit`, {
      method: "OPTIONS",
      headers: { origin: "http://evil.example" },
    });
    expect(response.status).toBe(403);
    expect(response.headers.get("access-control-allow-methods")).toBeNull();
  });

  test("a form of another page cannot be a body", async () => {
    const response = await served.post("/api/lease", '{"client":"a"}', { "content-type": "text/plain" });
    expect(response.status).toBe(400);
  });

  test("the page and the frame may not be framed by others, and the frame reaches no network", async () => {
    const page = await fetch(served.server.url);
    expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    const frame = await fetch(`${served.base}/frame`);
    expect(frame.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(frame.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
  });
});

describe("what is refused", () => {
  test.each(EVERY_POST)("GET %s changes nothing", async (path) => {
    expect((await served.get(path)).status).toBe(405);
    expect(served.host.edits).toEqual([]);
  });

  test.each([
    "/api/nothing",
    "/nothing",
    "/assets/..%2findex.html",
    "/assets/../../etc/passwd",
    "/assets/",
    "/api/tab/none",
  ])("%s is not there", async (path) => {
    expect((await served.get(path)).status).toBe(404);
  });

  test("31 MB are not read", async () => {
    const response = await served.post("/api/edit", JSON.stringify({ client: "a".repeat(31 * 1024 * 1024) }));
    expect(response.status).toBe(413);
  });

  test.each([
    "",
    "{",
    "[]",
    "null",
    '{"client":"a"}',
    '{"client":"a","name":"x","args":{}}',
    '{"client":"<b>","name":"x","args":[]}',
  ])("a malformed body gets one sentence: %s", async (body) => {
    const response = await served.post("/api/call", body);
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error: expect.stringMatching(/^.{5,60}。$/) });
    expect(text).not.toMatch(/at .*\.ts|node_modules|Error:/);
  });

  test("our own fault is told to the one who runs us, and to the browser in one sentence", async () => {
    served.host.edit = () => {
      throw new TypeError("cannot read property of undefined");
    };
    const response = await served.post("/api/edit", edit());
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/TypeError|undefined|\.ts/);
    expect(served.faults).toHaveLength(1);
  });
});

test("secrets among the properties never travel", async () => {
  expect(await (await served.get("/api/workbook")).text()).not.toContain("s3cr3t");
});

function edit() {
  return {
    client: "a",
    structure: { items: 0 },
    ops: [{ do: "set", tab: "items", row: 3, col: 1, cells: [["x"]] }],
  };
}

// fetch will not lie about its Host; a plain request will.
function rawGet({ server }: Served, host: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { host, "x-onaccount-token": server.token };
    const asked = request(
      { port: server.port, host: "127.0.0.1", path: "/api/workbook", headers },
      (response) => {
        let body = "";
        response.on("data", (chunk) => {
          body += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode, body }));
      },
    );
    asked.on("error", reject).end();
  });
}
