import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mutant, mutantsOf, mutated } from "./mutants.ts";
import { failureWith, prepareMutated, removeMutated, textOf } from "./mutated-run.ts";

/**
 * The mutation score of the files on which money hangs: small changes, one at a time, each of which the file's
 * own tests must notice. DEEP=1 takes every change, `npm test` each 40th; EVERY says another. FILE picks one.
 */
const RULES = "test/mutation/guarded-rules.test.ts";
const DAMAGE = "test/addon/journal-damage.test.ts";
const FILES: readonly (readonly [file: string, tests: readonly string[]])[] = [
  ["core/values/money.ts", ["test/core/values/money.test.ts"]],
  ["core/values/date.ts", ["test/core/values/date.test.ts"]],
  ["core/calculations/apply.ts", ["test/core/calculations/apply.test.ts"]],
  ["core/records/journal.ts", [RULES, "test/addon/known-bugs.test.ts"]],
  ["core/records/journal-places.ts", [RULES, "test/core/records/journal-damage.test.ts", DAMAGE]],
  ["core/records/chain-faults.ts", [RULES, "test/core/records/journal-damage.test.ts", DAMAGE]],
  ["core/records/journal-reading.ts", [RULES, "test/core/records/journal-damage.test.ts", DAMAGE]],
  ["core/importing/known-rows.ts", [RULES, "test/addon/import.test.ts"]],
  ["addon/server/opened-ledger.ts", [RULES, "test/addon/known-bugs.test.ts"]],
  ["addon/server/committing.ts", [RULES, "test/addon/known-bugs.test.ts"]],
];
const EVERY = Number(process.env.EVERY ?? (process.env.DEEP === undefined ? 40 : 1));
const GOAL = 0.9;
const picked = FILES.filter(([file]) => file.includes(process.env.FILE ?? ""));
const sums = { made: 0, noticed: 0 };

describe("small changes of the sources", () => {
  beforeAll(prepareMutated);
  afterAll(() => {
    removeMutated();
    console.log(`mutation score: ${sums.noticed} of ${sums.made}`);
  });

  it.each(picked)("of %s are noticed", { timeout: 7_200_000 }, async (file, tests) => {
    const text = textOf(file);
    const mutants = mutantsOf(file, text).filter((_, i) => i % EVERY === 0);
    expect(await failureWith({ file, text }, tests)).toBeUndefined();
    const survivors: string[] = [];
    for (const mutant of mutants) {
      const failure = await failureWith({ file, text: mutated(text, mutant) }, tests);
      if (failure === undefined) survivors.push(said(file, text, mutant));
    }
    sums.made += mutants.length;
    sums.noticed += mutants.length - survivors.length;
    console.log(
      [`${file}: ${mutants.length - survivors.length} of ${mutants.length}`, ...survivors].join("\n"),
    );
    const allowed = Math.max(1, Math.floor(mutants.length * (1 - GOAL)));
    expect(survivors.length).toBeLessThanOrEqual(allowed);
  });
});

function said(file: string, text: string, { start, end, put, line }: Mutant): string {
  return `  ${file}:${line}  ${text.slice(start, end).slice(0, 90).replace(/\s+/g, " ")}  →  ${put || "nothing"}`;
}
