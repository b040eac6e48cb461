import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bundledCode } from "../../../addon/local/build.ts";
import { LocalHost } from "../../../addon/local/host.ts";
import { NOBODY } from "../../../addon/local/host-port.ts";
import { ledgerName } from "../../../addon/local/ledger-name.ts";
import type { Reply } from "../../../addon/protocol.ts";

/** The heading of the page: what the firm calls itself in the settings, from the moment it is saved. */
const base = mkdtempSync(join(tmpdir(), "onaccount-name-"));
const host = new LocalHost({ directory: base, code: await bundledCode(), zone: "Asia/Shanghai" });
afterAll(() => {
  host.close();
  rmSync(base, { recursive: true });
});

function call(name: string, input: object): void {
  const text = host.call("rpc", [name, input], { client: "a", ...NOBODY });
  const reply = JSON.parse(String(text)) as Reply<unknown>;
  if (!reply.ok) throw new Error(JSON.stringify(reply));
}

test("is the program's until the firm has one, then the firm's own, and asks only after an action", () => {
  let asked = 0;
  const counted: Pick<LocalHost, "workbook" | "call" | "onOps" | "edit" | "shownTab"> = {
    workbook: host.workbook,
    shownTab: undefined,
    edit: (ops, who) => host.edit(ops, who),
    onOps: (listener) => host.onOps(listener),
    call: (name, args, who) => {
      asked += 1;
      return host.call(name, args, who);
    },
  };
  const name = ledgerName(counted);
  expect(name()).toBe("OnAccount");
  call("setup", { language: "zh" });
  expect(name()).toBe("OnAccount");
  call("saveSettings", { action: "settings-1", settings: { firm: { name: "恒泰五金" } } });
  expect([name(), name(), name()]).toEqual(["恒泰五金", "恒泰五金", "恒泰五金"]);
  expect(asked).toBe(3);
});
