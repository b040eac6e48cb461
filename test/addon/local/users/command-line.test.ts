import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actions, readCommand } from "../../../../addon/local/cli/actions.ts";
import { openSession } from "../../../../addon/local/cli/open-session.ts";
import { Refused } from "../../../../addon/local/cli/refused.ts";
import type { CliSession } from "../../../../addon/local/cli/session.ts";
import { announceHost, releaseLedger, takeLedger } from "../../../../addon/local/ledger-lock.ts";
import { Store } from "../../../../addon/local/store.ts";
import { CHEAP, ServedLedger } from "./served-ledger.ts";

const ROOT = new URL("../../../../", import.meta.url).pathname;
const NODE = `${ROOT}node_modules/.bin/node`;
const WANG = "correct horse battery";
const LI = "春天的花都开了吧";

let directory: string;
beforeAll(() => {
  directory = join(mkdtempSync(join(tmpdir(), "onaccount-cli-")), "ledger");
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Done {
  code: number | null;
  out: Record<string, unknown>;
  error: string;
}

/** One command, with lines on its standard input. */
async function ledger(given: readonly string[], ...argv: string[]): Promise<Done> {
  const args = readCommand([...argv, "--ledger", directory]);
  const lines = [...given];
  const keyboard = { isTerminal: false, line: async () => lines.shift(), close: () => undefined };
  let session: CliSession | undefined;
  try {
    session = openSession(args, { keyboard, cost: CHEAP });
    const out = await actions[args.action]?.run(session);
    return { code: 0, out: Object(out), error: "" };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { code: 1, out: {}, error: error.message };
  } finally {
    session?.close();
  }
}

const ONE_SENTENCE = /^[^\n]+[.。]$/;
const customer = (code: string) => ["add-customer", "--code", code, "--name", `公司${code}`];

/** Kind, user and how known of each entry; nobody may have the ledger open. */
function journal(): string[] {
  const store = Store.open(directory);
  const cells = store.workbook.tabs.find((tab) => tab.name === "_journal")?.cells ?? [];
  store.close();
  const [head = [], ...rows] = cells;
  const at = (key: string) => head.indexOf(key);
  return rows
    .filter((row) => Boolean(row[at("kind")]))
    .map((row) => `${row[at("kind")]}: ${row[at("user")]} (${row[at("knownBy")]})`);
}

describe("the command line of a ledger", () => {
  test("without users asks nobody: a name given with --as is written as it is", async () => {
    expect((await ledger([], "setup", "--language", "zh")).code).toBe(0);
    expect((await ledger([], ...customer("K1"))).code).toBe(0);
    expect((await ledger([], ...customer("K2"), "--as", "任何人")).code).toBe(0);
    expect(journal()).toEqual(["addCustomer:  (command line)", "addCustomer: 任何人 (command line)"]);
  });

  test("gets its first user by a passphrase on standard input, who must be a controller", async () => {
    const clerk = await ledger([LI], "add-user", "--name", "李军", "--role", "clerk");
    expect([clerk.code, clerk.error]).toEqual([1, expect.stringMatching(/主管.*--role controller。$/)]);
    const short = await ledger(["short"], "add-user", "--name", "王芳", "--role", "controller");
    expect([short.code, short.error]).toEqual([1, expect.stringMatching(ONE_SENTENCE)]);
    const made = await ledger([WANG], "add-user", "--name", "王芳", "--role", "controller", "--team", "财务");
    expect(made).toMatchObject({ code: 0, out: { name: "王芳", already: false }, error: "" });
    expect((await ledger([], "users")).out).toEqual({
      users: [{ name: "王芳", role: "controller", team: "财务", active: true, passphrase: true }],
    });
  });

  test("with users wants to know who writes, and their passphrase; it does not take one as an option", async () => {
    const before = journal();
    const attempts: [string[], string[]][] = [
      [[], []],
      [["wrong passphrase"], ["--as", "王芳"]],
      [[""], ["--as", "王芳"]],
      [[WANG], ["--as", "李军"]],
      [["no"], ["--as", "王芳", "--passphrase", WANG]],
    ];
    for (const [lines, options] of attempts) {
      const refused = await ledger(lines, ...customer("K3"), ...options);
      expect([refused.code, refused.error]).toEqual([1, expect.stringMatching(ONE_SENTENCE)]);
    }
    expect(journal()).toEqual(before);
    expect((await ledger([WANG], ...customer("K3"), "--as", "王芳")).code).toBe(0);
    expect(journal().at(-1)).toBe("addCustomer: 王芳 (command line)");
  });

  test("with users reads for whoever keeps the folder, and for a name only with the passphrase", async () => {
    expect((await ledger([], "today")).code).toBe(0);
    expect((await ledger(["wrong passphrase"], "today", "--as", "王芳")).code).toBe(1);
  });

  test("lets a controller add others: first their own passphrase, then the new one", async () => {
    expect((await ledger([LI], "add-user", "--name", "李军", "--role", "clerk")).code).toBe(1);
    const made = await ledger([WANG, LI], "add-user", "--name", "李军", "--role", "clerk", "--as", "王芳");
    expect(made).toMatchObject({ code: 0, out: { name: "李军" } });
    const byClerk = await ledger([LI, WANG], "add-user", "--name", "陈一", "--role", "clerk", "--as", "李军");
    expect([byClerk.code, byClerk.error]).toEqual([1, expect.stringContaining("只有主管")]);
    const last = await ledger([WANG], "remove-user", "--name", "王芳", "--as", "王芳");
    expect([last.code, last.error]).toEqual([1, expect.stringContaining("最后一位主管")]);
  });

  test("keeps hashes in a file of their own, and nowhere else: journal, backup and export have none", async () => {
    const { out } = await ledger([], "backup");
    const exported = join(directory, "..", "exported");
    await ledger([], "export", "--to", exported, "--format", "csv");
    expect(readFileSync(join(directory, "passphrases.json"), "utf8").match(/scrypt\$/g)).toHaveLength(2);
    const backup = gunzipSync(readFileSync(String(out.file))).toString("utf8");
    const users = readFileSync(join(exported, "用户.csv"), "utf8");
    const log = readFileSync(join(directory, "log-0.jsonl"), "utf8");
    for (const text of [backup, users, log]) {
      expect(text).toContain("王芳");
      expect(text).not.toContain("scrypt");
    }
  });
});

test("where a host runs, commands go through it under the same names, and it hears of new users at once", async () => {
  const served = await new ServedLedger().start();
  directory = served.directory;
  const { url, commandToken } = served.server;
  expect(takeLedger(directory)).toBeUndefined();
  announceHost(directory, { url, commands: `${new URL("/api/command", url)}`, commandToken });
  const logIn = async (passphrase: string) => (await served.browser("a").logIn("审计员", passphrase)).status;
  try {
    expect((await ledger([WANG], "add-user", "--name", "王芳", "--role", "controller")).code).toBe(0);
    const unnamed = await ledger([], ...customer("K4"));
    expect([unnamed.code, unnamed.error]).toEqual([1, expect.stringContaining("--as")]);
    expect((await ledger([WANG], ...customer("K4"), "--as", "王芳")).code).toBe(0);
    const auditor = ["add-user", "--name", "审计员", "--role", "auditor", "--as", "王芳"];
    expect((await ledger([WANG, "auditors horse"], ...auditor)).code).toBe(0);
    const refused = await ledger(["auditors horse"], ...customer("K5"), "--as", "审计员");
    expect([refused.code, refused.error]).toEqual([1, expect.stringContaining("会计（王芳）")]);
    expect(await logIn("auditors horse")).toBe(200);
    expect((await ledger(["another horse"], "set-passphrase", "--name", "审计员")).code).toBe(0);
    expect(await logIn("auditors horse")).toBe(401);
    expect(await logIn("another horse")).toBe(200);
    expect((await ledger([WANG], "remove-user", "--name", "审计员", "--as", "王芳")).code).toBe(0);
    expect(await logIn("another horse")).toBe(401);
    expect(served.journal).toEqual([
      "addUser:  (command line)",
      "addCustomer: 王芳 (command line)",
      "addUser: 王芳 (command line)",
      "removeUser: 王芳 (command line)",
    ]);
  } finally {
    await served.stop();
    releaseLedger(directory);
  }
});

test("the real command reads the passphrase from standard input, whose end may stay open, and never shows it", async () => {
  directory = join(mkdtempSync(join(tmpdir(), "onaccount-cli-")), "ledger");
  await ledger([], "setup", "--language", "en");
  const add = ["addon/local/cli/main.ts", "add-user", "--name", "Ann", "--role", "controller", "--json"];
  const { code, out, error } = await spawned([...add, "--ledger", directory], `${WANG}\n`);
  expect([code, error]).toEqual([0, ""]);
  expect(JSON.parse(out)).toMatchObject({ name: "Ann", already: false });
  expect(readFileSync(join(directory, "passphrases.json"), "utf8")).toMatch(
    /"scrypt\$17\$8\$1\$[\w-]{22}\$[\w-]{43}"/,
  );
});

test("a ledger without users is not shared: one sentence, and nothing listens", async () => {
  const empty = join(mkdtempSync(join(tmpdir(), "onaccount-cli-")), "ledger");
  const { code, out, error } = await spawned(["addon/local/start.ts", "--share", "--ledger", empty], "");
  expect([code, out]).toEqual([1, ""]);
  expect(error).toMatch(/^[^\n]*cannot be shared[^\n]*add-user[^\n]*\.$/);
  expect(existsSync(join(empty, "host.json"))).toBe(false);
});

/** Runs a program with something on its standard input, whose end stays open as a terminal's would. */
function spawned(
  args: readonly string[],
  input: string,
): Promise<{ code: number | null; out: string; error: string }> {
  const child = spawn(NODE, ["--disable-warning=ExperimentalWarning", ...args], {
    cwd: ROOT,
    env: { ...process.env, LC_ALL: "en_US" },
  });
  child.stdin.write(input);
  const text = { out: "", error: "" };
  child.stdout.on("data", (chunk) => {
    text.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    text.error += chunk;
  });
  return new Promise((resolve) =>
    child.on("close", (code) => resolve({ code, out: text.out, error: text.error.trim() })),
  );
}
