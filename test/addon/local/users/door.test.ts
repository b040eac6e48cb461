import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CALLS } from "../../../../addon/protocol.ts";
import { ServedLedger } from "./served-ledger.ts";

const WANG = "correct horse battery";
const LI = "春天的花都开了吧";
let ledger: ServedLedger;

beforeEach(async () => {
  ledger = await new ServedLedger().start();
});
afterEach(() => ledger.stop());

async function withUsers(): Promise<void> {
  await ledger.addUser("王芳", "controller", WANG);
  await ledger.addUser("李军", "clerk", LI);
}

const customer = (code: string) => ({ action: `customer-${code}`, customer: { code, name: `公司${code}` } });

describe("a ledger without users", () => {
  test("asks nobody: the token of this start opens it, and entries are nobody's", async () => {
    const browser = ledger.browser("a");
    browser.key = ledger.server.token;
    expect(await (await browser.get("/api/door")).json()).toEqual({ asks: false, language: "zh" });
    expect(await browser.call("addCustomer", customer("K1"))).toMatchObject({ ok: true });
    expect(ledger.journal).toEqual(["addCustomer:  (nobody)"]);
    expect(await (await browser.get("/api/workbook")).json()).toMatchObject({ user: null });
  });

  test("does not ask for a user who has no passphrase yet", async () => {
    ledger.call("addUser", { action: "add-user-1", user: { name: "王芳", role: "controller" } });
    expect(await (await ledger.browser("a").get("/api/door")).json()).toMatchObject({ asks: false });
  });

  test("says with its users who of them has a passphrase", async () => {
    const browser = ledger.browser("a");
    browser.key = ledger.server.token;
    ledger.call("addUser", { action: "add-user-1", user: { name: "王芳", role: "controller" } });
    expect(await browser.call("users", {})).toMatchObject({ ok: true, value: { withPassphrase: [] } });
    await ledger.addUser("李军", "controller", LI);
    const own = ledger.browser("b");
    await own.logIn("李军", LI);
    const told = await own.call("users", {});
    expect(told).toMatchObject({ ok: true, value: { users: [{ name: "王芳" }, { name: "李军" }] } });
    const { users, withPassphrase } = CALLS.users.output.parse(Object(told).value);
    expect(users.filter(({ id }) => withPassphrase?.includes(id)).map(({ name }) => name)).toEqual(["李军"]);
  });

  test("asks from the moment on in which a user has a passphrase: the token opens nothing any more", async () => {
    const browser = ledger.browser("a");
    browser.key = ledger.server.token;
    expect((await browser.get("/api/workbook")).status).toBe(200);
    await withUsers();
    expect(await (await browser.get("/api/door")).json()).toMatchObject({ asks: true });
    for (const path of ["/api/workbook", "/api/sidebar", "/api/tab/t0", "/api/live?client=a"]) {
      const refused = await browser.get(path);
      expect([path, refused.status, (await refused.json()).reason]).toEqual([path, 401, "login"]);
    }
  });

  test("asks nobody again when its last user is gone, unless it is shared", async () => {
    await ledger.addUser("王芳", "controller", WANG);
    ledger.call("removeUser", { action: "remove-user-1", name: "王芳" });
    expect(await (await ledger.browser("a").get("/api/door")).json()).toMatchObject({ asks: false });
    await ledger.server.close();
    await ledger.start({ always: true });
    const browser = ledger.browser("a");
    browser.key = ledger.server.token;
    expect((await browser.get("/api/workbook")).status).toBe(401);
    expect((await browser.logIn("王芳", WANG)).status).toBe(401);
  });
});

describe("a log-in", () => {
  beforeEach(withUsers);

  test("opens the ledger by cookie and key together, and says who it is", async () => {
    const browser = await ledger.loggedIn("王芳", WANG);
    const view = await (await browser.get("/api/workbook")).json();
    expect(view.user).toEqual({ name: "王芳", mayWrite: true });
    const [key, cookie] = [browser.key, browser.cookie];
    browser.key = "";
    expect((await browser.get("/api/workbook")).status).toBe(401);
    Object.assign(browser, { key, cookie: "" });
    expect((await browser.get("/api/workbook")).status).toBe(401);
    browser.cookie = cookie;
    expect((await browser.get("/api/workbook")).status).toBe(200);
  });

  test("gives a cookie that no script reads, no other site sends, and another ledger's port does not share", async () => {
    const response = await ledger.browser("a").logIn("王芳", WANG);
    const [cookie = ""] = response.headers.getSetCookie();
    expect(cookie).toMatch(
      new RegExp(
        `^onaccount-${ledger.server.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/; Max-Age=2592000$`,
      ),
    );
    expect(await response.text()).not.toContain(cookie.slice(16, 40));
  });

  test("of a name in another spelling is the same user's", async () => {
    await ledger.addUser("Ann Smith", "clerk", WANG);
    const browser = await ledger.loggedIn(" ann  SMITH ", WANG);
    expect(await (await browser.get("/api/workbook")).json()).toMatchObject({ user: { name: "Ann Smith" } });
  });

  test("that is wrong gets one sentence, the same whether there is such a user or not", async () => {
    const answers = [];
    for (const [name, passphrase] of [
      ["王芳", LI],
      ["王芳", "x"],
      ["没有此人", WANG],
      ["王芳 李军", WANG],
    ]) {
      const refused = await ledger.browser("a").logIn(name ?? "", passphrase ?? "");
      answers.push([refused.status, await refused.text()]);
    }
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]?.[0]).toBe(401);
    expect(String(answers[0]?.[1])).toContain("姓名或口令不对");
  });

  test("of two active users of one name is nobody's", async () => {
    ledger.call("addUser", { action: "add-user-3", user: { name: "赵丽", role: "clerk" } });
    await ledger.users.setPassphrase(ledger.users.named("赵丽") ?? { ...NO_USER }, WANG);
    expect((await ledger.browser("a").logIn("赵丽", WANG)).status).toBe(200);
    expect(() =>
      ledger.call("addUser", { action: "add-user-4", user: { name: "赵 丽", role: "clerk" } }),
    ).toThrow("已有名为");
  });

  test("that is wrong again and again waits longer each time; the right one does not wait", async () => {
    const browser = ledger.browser("a");
    for (let n = 0; n < 6; n += 1) await browser.logIn("王芳", `wrong ${n}`);
    expect(ledger.waits).toEqual([0, 0, 0, 1000, 2000, 4000]);
    expect((await browser.logIn("王芳", WANG)).status).toBe(200);
    expect(ledger.waits).toHaveLength(6);
  });

  test("of a known browser is not kept out by a flood from the same address", async () => {
    const known = await ledger.loggedIn("王芳", WANG);
    await known.post("/api/logout", {});
    const held: (() => void)[] = [];
    await ledger.server.close();
    await ledger.start({});
    const flood = holdWrongOnes(ledger, held);
    await flood.full;
    expect((await ledger.browser("b").logIn("李军", LI)).status).toBe(429);
    // The port changed with the restart, and the cookie's name with it.
    known.cookie = known.cookie.replace(/^onaccount-\d+/, `onaccount-${ledger.server.port}`);
    const again = ledger.browser("a");
    again.cookie = known.cookie;
    expect((await again.logIn("王芳", WANG)).status).toBe(200);
    for (const free of held) free();
    await flood.done;
  });

  test("survives a restart of the program, and ends by log-out, a new passphrase, removal, and time", async () => {
    const browsers = await Promise.all(
      ["王芳", "王芳", "李军"].map((name) => ledger.loggedIn(name, name === "王芳" ? WANG : LI)),
    );
    const [first, second, li] = browsers;
    if (!first || !second || !li) throw new Error("three browsers");
    const status = async () =>
      Promise.all(browsers.map(async (each) => (await each.get("/api/workbook")).status));
    expect(await status()).toEqual([200, 200, 200]);
    await first.post("/api/logout", {});
    expect(await status()).toEqual([401, 200, 200]);
    await ledger.users.setPassphrase(ledger.users.named("王芳") ?? NO_USER, "another horse");
    expect(await status()).toEqual([401, 401, 200]);
    ledger.call("removeUser", { action: "remove-user-1", name: "李军" });
    expect(await status()).toEqual([401, 401, 401]);
    expect(ledger.faults).toEqual([]);
  });

  test("that ends cuts the live stream off before another word of the ledger goes out", async () => {
    const browser = await ledger.loggedIn("李军", LI);
    const stream = await browser.get("/api/live?client=tab");
    const reader = stream.body?.getReader();
    await reader?.read();
    await browser.post("/api/logout", {});
    ledger.call("addCustomer", customer("K9"));
    const rest = await reader?.read().catch(() => ({ done: true, value: undefined }));
    expect(rest?.done).toBe(true);
  });
});

describe("who acts", () => {
  beforeEach(withUsers);

  test("stands in the journal, also when two work at once", async () => {
    const [wang, li] = await Promise.all([ledger.loggedIn("王芳", WANG), ledger.loggedIn("李军", LI)]);
    const calls = Array.from({ length: 20 }, (_, at) =>
      (at % 2 ? wang : li).call("addCustomer", customer(at % 2 ? `W${at}` : `L${at}`)),
    );
    const seqs = (await Promise.all(calls)).map((reply) => (reply.ok ? reply.value.seq : reply));
    const names = new Map(ledger.journal.map((line, at) => [at + 1, line]));
    for (const [at, seq] of seqs.entries())
      expect(names.get(Number(seq))).toBe(`addCustomer: ${at % 2 ? "王芳" : "李军"} (passphrase)`);
  });

  test("cannot be said by the page itself", async () => {
    const li = await ledger.loggedIn("李军", LI);
    const forged = { client: "x", name: "rpc", args: ["addCustomer", customer("K1")], user: "王芳" };
    expect((await li.post("/api/call", forged)).status).toBe(400);
    expect((await li.post("/api/command", { user: "王芳", name: "rpc", args: [] })).status).toBe(403);
    await li.call("addCustomer", { ...customer("K2"), user: "王芳", knownBy: "google" });
    expect(ledger.journal.at(-1)).toBe("addCustomer: 李军 (passphrase)");
  });

  test("by the command line stands there as such, and a name that is no user's is nobody's", async () => {
    const command = (user: string, input: object, token = ledger.server.commandToken) =>
      ledger
        .browser("x")
        .post(
          "/api/command",
          { user, name: "rpc", args: ["addCustomer", input] },
          { "x-onaccount-token": token },
        );
    expect((await command("王芳", customer("K1"))).status).toBe(200);
    expect(ledger.journal.at(-1)).toBe("addCustomer: 王芳 (command line)");
    const refused = await (await command("没有此人", customer("K2"))).json();
    expect(JSON.parse(refused.result)).toMatchObject({ ok: false, why: "login" });
    for (const token of ["", ledger.server.token, `${ledger.server.commandToken}x`])
      expect((await command("王芳", customer("K3"), token)).status).toBe(403);
    expect(ledger.journal).toHaveLength(3);
  });
});

describe("roles", () => {
  beforeEach(async () => {
    await withUsers();
    await ledger.addUser("审计员", "auditor", WANG);
    await ledger.addUser("销售员", "sales", WANG);
  });
  const typing = (tab: string) => ({
    client: "t",
    structure: { [tab]: 0 },
    ops: [{ do: "set", tab, row: 2, col: 2, cells: [["x"]] }],
  });
  const tabOf = (name: string) => ledger.host.workbook.tabs.find((tab) => tab.name === name)?.id ?? "";

  test.each(["审计员", "销售员"])(
    "%s reads, and every writing call is refused in one sentence",
    async (name) => {
      const browser = await ledger.loggedIn(name, WANG);
      const entries = ledger.journal.length;
      expect(await browser.call("today", {})).toMatchObject({ ok: true });
      for (const call of [
        "addCustomer",
        "addReceipt",
        "undo",
        "takeOver",
        "rebuild",
        "addUser",
        "loadSample",
      ]) {
        const reply = await browser.call(call, {});
        expect([call, reply]).toEqual([
          call,
          { ok: false, kind: "refusal", why: "readsOnly", sentence: expect.stringMatching(/^[^\n]+。$/) },
        ]);
      }
      const refused = await browser.post("/api/edit", typing(tabOf("客户")));
      expect([refused.status, (await refused.json()).reason]).toEqual([403, "readsOnly"]);
      expect(ledger.journal).toHaveLength(entries);
    },
  );

  test("who only reads never takes the pen from a writer", async () => {
    const [auditor, li] = [await ledger.loggedIn("审计员", WANG), await ledger.loggedIn("李军", LI)];
    for (const wish of [{}, { take: true }])
      expect(await (await auditor.post("/api/lease", { client: "t1", ...wish })).json()).toEqual({
        holder: null,
      });
    expect(await (await li.post("/api/lease", { client: "t2" })).json()).toEqual({
      holder: "t2",
      user: "李军",
    });
  });

  test("only a controller types into the users' tab or calls for other users", async () => {
    const [li, wang] = [await ledger.loggedIn("李军", LI), await ledger.loggedIn("王芳", WANG)];
    const refused = await li.post("/api/edit", typing(tabOf("用户")));
    expect([refused.status, (await refused.json()).reason]).toEqual([403, "usersOnly"]);
    const user = { name: "陈一", role: "controller" };
    expect(await li.call("addUser", { action: "add-user-9", user })).toMatchObject({ why: "usersOnly" });
    expect((await wang.post("/api/edit", typing(tabOf("用户")))).status).toBe(200);
    expect(await wang.call("addUser", { action: "add-user-9", user })).toMatchObject({ ok: true });
  });

  test("a refusal says which roles may, who has them, and nothing of other acts", async () => {
    const li = await ledger.loggedIn("李军", LI);
    const told = async (call: string) => (await li.call(call, {})) as { sentence: string };
    expect((await told("decideApprovals")).sentence).toBe("没有保存。只有主管或审批人（王芳）可以决定。");
    expect((await told("addUser")).sentence).toBe("没有保存。只有主管（王芳）可以更改用户。");
    const typed = await (await li.post("/api/edit", typing(tabOf("用户")))).json();
    expect(typed.error).toBe("没有保存。只有主管（王芳）可以更改用户。");
  });

  test("nobody types into hidden tabs", async () => {
    const wang = await ledger.loggedIn("王芳", WANG);
    for (const name of ["_state", "_journal", "_accounts"])
      expect((await wang.post("/api/edit", typing(tabOf(name)))).status).toBe(400);
  });

  test("a role that was changed counts from the next call on", async () => {
    const li = await ledger.loggedIn("李军", LI);
    ledger.call("removeUser", { action: "remove-user-1", name: "李军" });
    expect((await li.get("/api/workbook")).status).toBe(401);
    await ledger.addUser("李军", "auditor", LI);
    expect((await li.get("/api/workbook")).status).toBe(401);
    const again = await ledger.loggedIn("李军", LI);
    expect(await again.call("addCustomer", customer("K1"))).toMatchObject({ why: "readsOnly" });
  });
});

test("no hash is in the workbook, its log, its backups or what pages are told", async () => {
  await withUsers();
  const browser = await ledger.loggedIn("王芳", WANG);
  const told = await Promise.all(
    ledger.host.workbook.tabs.map(async ({ id }) => (await browser.get(`/api/tab/${id}`)).text()),
  );
  const workbook = [...ledger.host.workbook.asOps()].map((op) => JSON.stringify(op));
  const users = JSON.stringify(await browser.call("users", {}));
  for (const text of [...told, ...workbook, users])
    expect(text).not.toMatch(/scrypt|passphrase"?:|\$\d\d?\$8\$/);
});

const NO_USER = { id: "", name: "", role: "clerk", active: false } as const;

/** Wrong log-ins whose answers are kept back until they are freed: they take all places of the address. */
function holdWrongOnes(served: ServedLedger, held: (() => void)[]) {
  let filled = () => {};
  const full = new Promise<void>((resolve) => {
    filled = resolve;
  });
  served.hold = () =>
    new Promise((resolve) => {
      held.push(() => resolve());
      if (held.length === 4) filled();
    });
  const wrong = Array.from({ length: 4 }, (_, n) => served.browser(`g${n}`).logIn("王芳", "wrong one"));
  return { full, done: Promise.all(wrong) };
}
