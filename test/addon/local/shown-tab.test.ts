import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundledCode } from "../../../addon/local/build.ts";
import { LocalHost } from "../../../addon/local/host.ts";
import { NOBODY } from "../../../addon/local/host-port.ts";

const code = await bundledCode();

test("the tab that a call brings before the person's eyes is told with that call, and no hidden one", () => {
  const directory = mkdtempSync(join(tmpdir(), "onaccount-shown-"));
  const host = new LocalHost({ directory, code, zone: "Asia/Shanghai" });
  const call = (name: string, input: object) => host.call("rpc", [name, input], { client: "a", ...NOBODY });
  const shown = () => host.workbook.tabs.find(({ id }) => id === host.shownTab)?.name;
  call("setup", { language: "en" });
  expect(shown()).toBeUndefined();
  call("showTab", { tab: "Receipts" });
  expect(shown()).toBe("Receipts");
  call("status", {});
  expect(shown()).toBeUndefined();
  call("showTab", { tab: "_journal" });
  expect(shown()).toBeUndefined();
  host.close();
  rmSync(directory, { recursive: true });
});
