import { describe, expect, it } from "vitest";
import { Bench } from "./bundle.ts";
import { RunningBench } from "./running-bench.ts";
import { sampleLedger } from "./sidebar/sample.ts";

/** What runs in one context must be what runs in a context of its own for each call, as at Google. */
const READING = ["status", "today", "aging", "customers", "unidentified", "drafts", "batches", "settings"];

/** All that a ledger answers, and how many cells each of its tabs holds. */
function told(bench: Bench) {
  const tabs = bench.workbook.tabs.map(({ name, cells }) => [
    name,
    cells.flat().filter((cell) => cell !== "").length,
  ]);
  const replies = READING.map((name) => [name, bench.run(name, {}).reply] as const);
  // Ids are random.
  return JSON.parse(JSON.stringify([tabs, replies]).replace(/"[\w-]{20,}"/g, '"id"')) as unknown;
}

describe("the bundle in one context for all calls", () => {
  const warm = new RunningBench();

  it("answers as one started anew for each call, in either language, one ledger after another", () => {
    const empty = told(warm);
    for (const language of ["zh", "en"] as const)
      expect(told(sampleLedger(language, new RunningBench()).bench)).toEqual(
        told(sampleLedger(language).bench),
      );
    expect(told(new RunningBench())).toEqual(empty);
  });

  it("knows of a user only for the call in which it was told", () => {
    const knownBy = "passphrase";
    const asked = (bench: Bench, options: object) => bench.run("status", {}, options).reply;
    const user = "Li Jun";
    warm.call("setup", { language: "zh" });
    warm.call("addUser", { action: "warm-user-1", user: { name: user, role: "auditor" } });
    const known = asked(warm, { user, knownBy });
    const unknown = asked(warm, { user });
    const cold = new Bench({ workbook: warm.copy().workbook });
    expect([known, unknown]).toEqual([asked(cold, { user, knownBy }), asked(cold, { user })]);
    expect(known).not.toEqual(unknown);
  });
});
