import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { bundledCode } from "../../addon/local/build.ts";
import { BEHAVIOURS, UNSEEN_BY_ONE_RUN } from "../../addon/local/google/behaviours.ts";
import { emulated, type Fault } from "../../addon/local/google/runtime.ts";
import type { SharedWorld } from "../../addon/local/google/services.ts";
import { tabAsOps } from "../../addon/local/tab.ts";
import { AddonVm } from "../../addon/local/vm.ts";
import { Workbook } from "../../addon/local/workbook.ts";
import { CALLS, type Output, type Reply } from "../../addon/protocol.ts";

const GOOGLE = new URL("../../addon/local/google/", import.meta.url);
const code = await bundledCode();

/** A workbook that is a ledger, with the sidebar's page beside the code. */
class World {
  readonly workbook = new Workbook();
  readonly shared: SharedWorld = {
    spreadsheetId: "s1",
    lockHolder: undefined,
    shown: [],
    files: { sidebar: '<html data-dialog=""><body><div id="app"></div></body></html>' },
  };

  constructor() {
    this.workbook.apply({ do: "addTab", tab: "t0", name: "Sheet1", at: 0, rows: 1000, cols: 26 });
    this.call("rpc", ["setup", { language: "zh" }]);
  }

  call(name: string, args: readonly unknown[], fault?: Fault, zone = "Asia/Shanghai"): unknown {
    const vm = new AddonVm({ code, workbook: this.workbook, world: this.shared, zone });
    return vm.call({ name, args, user: "wang@example.com", ...(fault ? { fault } : {}) }).value;
  }

  probe(fault?: Fault, zone?: string): Output<"probe"> {
    const reply = JSON.parse(String(this.call("rpc", ["probe", {}], fault, zone))) as Reply<unknown>;
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    return CALLS.probe.output.parse(reply.value);
  }

  /** Every tab and property as text. */
  snapshot(): string {
    const tabs = this.workbook.tabs.map((tab, at) => [...tabAsOps(tab, at)]);
    return JSON.stringify([tabs, [...this.workbook.properties]]);
  }
}

const world = new World();
const before = world.snapshot();
let report: Output<"probe">;

beforeAll(() => {
  report = world.probe();
});

describe("the probe on the fake", () => {
  it("finds every line as expected, and there are at least sixty", () => {
    expect(report.lines.filter((line) => line.seen !== "").map(({ id, seen }) => `${id}: ${seen}`)).toEqual(
      [],
    );
    expect(report.expected).toBeGreaterThanOrEqual(60);
    expect(report.asExpected).toBe(report.expected);
    expect(new Set(report.lines.map((line) => line.id)).size).toBe(report.expected);
  });

  it("finds the same west of Greenwich and where summer time is", () => {
    for (const zone of ["America/New_York", "UTC"]) {
      expect(new World().probe(undefined, zone).lines.filter((line) => line.seen !== "")).toEqual([]);
    }
  });

  it("says every assumption in one sentence", () => {
    for (const { assumption } of report.lines) expect(assumption).toMatch(/^\S.* .*\.$/);
  });

  it("leaves the ledger's tabs as they were and no tab or property of its own", () => {
    expect(world.snapshot() === before).toBe(true);
  });

  it("leaves nothing behind and goes on with the other lines when one throws", () => {
    const timedOut = [7, 40, 90, 140, 200, 230].filter((at) => {
      const broken = new World();
      const sound = broken.snapshot();
      const seen = broken.probe({ at, mode: "unknown" }).lines.flatMap((line) => line.seen || []);
      expect(seen.length).toBeLessThan(10);
      expect(broken.snapshot() === sound).toBe(true);
      return seen.some((text) => text.includes("timed out"));
    });
    expect(timedOut.length).toBeGreaterThanOrEqual(3);
  });

  it("tidies up after a probe that was killed", () => {
    const broken = new World();
    const sound = broken.snapshot();
    expect(() => broken.probe({ at: 50, mode: "after" })).toThrow("killed");
    expect(broken.workbook.tabs.some((tab) => tab.name.startsWith("_onaccount-probe-"))).toBe(true);
    broken.probe();
    expect(broken.snapshot() === sound).toBe(true);
  });
});

describe("what the fake takes Google to do", () => {
  const covered = () => new Set(report.lines.flatMap((line) => line.covers));

  it("is looked at by a line of the probe, every method of it", () => {
    const names = strictNames();
    expect(names.filter((name) => ![...emulated].some((method) => method.startsWith(`${name}.`)))).toEqual(
      [],
    );
    expect([...emulated].filter((method) => !covered().has(method))).toEqual([]);
  });

  it("is looked at by a line of the probe, every behaviour of it", () => {
    expect(Object.keys(BEHAVIOURS).filter((behaviour) => !covered().has(behaviour))).toEqual([]);
  });

  it("is all that the lines say they cover", () => {
    const known = new Set([...emulated, ...Object.keys(BEHAVIOURS)]);
    expect([...covered()].filter((name) => !known.has(name))).toEqual([]);
  });

  it("is done where the list says", () => {
    for (const { is, where } of [...Object.values(BEHAVIOURS), ...UNSEEN_BY_ONE_RUN]) {
      const [file = "", name = ""] = where.split("#");
      expect(readFileSync(new URL(file, GOOGLE), "utf8"), where).toMatch(new RegExp(`\\b${name}\\b.*[({]`));
      expect(is).toMatch(/^.+\.$/);
    }
  });
});

/** The names of all strict objects that the fake's sources make. */
function strictNames(): string[] {
  const files = readdirSync(GOOGLE).filter((name) => name.endsWith(".ts"));
  const found = files.flatMap((file) => [
    ...readFileSync(new URL(file, GOOGLE), "utf8").matchAll(/strict\("(\w+)"/g),
  ]);
  return [...new Set(found.map((match) => match[1] ?? ""))];
}
