import { beforeEach, describe, expect, it } from "vitest";
import { bundledCode } from "../../addon/local/build.ts";
import { AddonVm } from "../../addon/local/vm.ts";
import type { KnownBy, User } from "../../core/index.ts";
import { Bench } from "./bundle.ts";

let bench: Bench;
const add = (name: string, role = "clerk") =>
  bench.call<{ id: string }>("addUser", { action: `add-user-${name}`, user: { name, role, team: "财务" } });
const users = () => bench.call<{ users: User[] }>("users", {}).users;
const rows = () => bench.cells("用户").filter((row) => row.some((cell) => cell !== ""));

beforeEach(() => {
  bench = new Bench();
  bench.call("setup", { language: "zh" });
});

describe("users", () => {
  it("are records of the journal, and rows of their tab in the ledger's language", () => {
    const { id } = add("王芳", "controller");
    expect(users()).toEqual([{ id, name: "王芳", role: "controller", team: "财务", active: true }]);
    expect(rows().at(-1)?.slice(0, 5)).toEqual([id, "王芳", "主管", "财务", "是"]);
    expect(bench.call("check", {})).toMatchObject({ sound: true });
  });

  it("are told who they are only where they logged in: elsewhere there are no rights by role", () => {
    add("王芳", "controller");
    add("李军");
    const me = (user: string, knownBy: KnownBy) =>
      bench.run("status", {}, { user, knownBy }).reply as { value: { me?: object } };
    expect(me("李军", "passphrase").value.me).toEqual({ name: "李军", role: "clerk" });
    for (const known of ["google", "command line", "nobody"] as const)
      expect(me("李军", known).value).not.toHaveProperty("me");
    bench.call("removeUser", { action: "remove-user-1", name: "李军" });
    expect(me("李军", "passphrase").value).not.toHaveProperty("me");
  });

  it("have names of their own, whatever the spelling", () => {
    add("Ann Smith");
    for (const name of ["Ann Smith", "ann smith", "AnnSmith", "ＡＮＮ Smith", "Ann-Smith"]) {
      const { reply } = bench.run("addUser", { action: `again-${name}`, user: { name, role: "clerk" } });
      expect(reply).toMatchObject({ ok: false, why: "userTaken" });
    }
    for (const name of ["—", "。。"]) {
      const { reply } = bench.run("addUser", { action: `nobody-${name}`, user: { name, role: "clerk" } });
      expect(reply).toMatchObject({ ok: false, why: "badInput" });
    }
  });

  it("are switched off and stay; the name is free for another", () => {
    const first = add("王芳");
    bench.call("removeUser", { action: "remove-user-1", name: "王 芳" });
    expect(users()).toMatchObject([{ id: first.id, active: false }]);
    expect(rows().at(-1)?.slice(0, 5)).toEqual([first.id, "王芳", "会计", "财务", "否"]);
    const { reply } = bench.run("removeUser", { action: "remove-user-2", name: "王芳" });
    expect(reply).toMatchObject({ ok: false, why: "userUnknown" });
    const again = bench.call<{ id: string }>("addUser", {
      action: "add-user-again",
      user: { name: "王芳", role: "auditor" },
    });
    expect(again.id).not.toBe(first.id);
    expect(users().map(({ active }) => active)).toEqual([false, true]);
  });

  it("get another role or team under the same id and name", () => {
    const { id } = add("王芳");
    const user = { name: "王 芳", role: "approver", team: "总部" };
    bench.call("changeUser", { action: "change-user-1", user });
    expect(users()).toEqual([{ id, name: "王芳", role: "approver", team: "总部", active: true }]);
    bench.call("changeUser", { action: "change-user-2", user: { name: "王芳", role: "auditor" } });
    expect(users()).toEqual([{ id, name: "王芳", role: "auditor", active: true }]);
    expect(rows().at(-1)?.slice(0, 5)).toEqual([id, "王芳", "审计", "", "是"]);
    const { reply } = bench.run("changeUser", { action: "change-user-3", user: { ...user, name: "李" } });
    expect(reply).toMatchObject({ ok: false, why: "userUnknown" });
    expect(bench.call("check", {})).toMatchObject({ sound: true });
  });

  it("are never left without a controller, unless nobody is left at all", () => {
    add("王芳", "controller");
    add("李强");
    const change = (name: string, role: string) =>
      bench.run("changeUser", { action: `change-${name}-${role}`, user: { name, role } }).reply;
    const remove = (name: string) => bench.run("removeUser", { action: `remove-${name}`, name }).reply;
    expect(change("王芳", "clerk")).toMatchObject({ ok: false, why: "lastController" });
    expect(remove("王芳")).toMatchObject({ ok: false, why: "lastController" });
    expect(change("李强", "controller")).toMatchObject({ ok: true });
    expect(change("王芳", "clerk")).toMatchObject({ ok: true });
    expect(remove("王芳")).toMatchObject({ ok: true });
    expect(remove("李强")).toMatchObject({ ok: true });
  });

  it("are told for a ledger that was moved, so that they can log in and say so", () => {
    add("王芳");
    const moved = bench.copy();
    Object.assign(moved.world, { spreadsheetId: "another" });
    expect(moved.run("today", {}).reply).toMatchObject({ ok: false, why: "restoredOrCopied" });
    expect(moved.call<{ users: User[] }>("users", {}).users).toHaveLength(1);
  });

  it("are none where there is no ledger", () => {
    expect(new Bench().call("users", {})).toEqual({ users: [] });
  });
});

describe("how the user was known", async () => {
  const code = await bundledCode();
  const knownBy = (user: string, by?: KnownBy) => {
    const { workbook, world, zone } = bench;
    const vm = new AddonVm({ code, workbook, world, zone });
    const customer = { code: `K${bench.cells("_journal").length}`, name: "甲" };
    const args = ["addCustomer", { action: crypto.randomUUID(), customer }];
    vm.call({ name: "rpc", args, user, ...(by ? { knownBy: by } : {}) });
    const [head = [], ...entries] = bench.cells("_journal").filter((row) => row.some((cell) => cell !== ""));
    const last = entries.at(-1) ?? [];
    return [last[head.indexOf("user")], last[head.indexOf("knownBy")]];
  };

  it("is said by the host, and by nobody else: an address typed for --as is not Google's word", () => {
    expect(knownBy("王芳", "passphrase")).toEqual(["王芳", "passphrase"]);
    expect(knownBy("wang@example.com", "command line")).toEqual(["wang@example.com", "command line"]);
    expect(knownBy("", "nobody")).toEqual(["", "nobody"]);
  });

  it("is Google's word where no host says anything, and nobody's where Google does not tell", () => {
    expect(knownBy("wang@example.com")).toEqual(["wang@example.com", "google"]);
    expect(knownBy("")).toEqual(["", "nobody"]);
  });
});
