import { FORMULA_LINES } from "./probe/formula-lines.ts";
import { LANGUAGE_LINES } from "./probe/language-lines.ts";
import type { ProbeLine } from "./probe/line.ts";
import { type Scratch, withScratch } from "./probe/scratch.ts";
import { SERVICE_LINES } from "./probe/service-lines.ts";
import { SHAPE_LINES } from "./probe/shape-lines.ts";
import { SHEET_LINES } from "./probe/sheet-lines.ts";
import { TEXT_LINES } from "./probe/text-lines.ts";
import { VALUE_LINES } from "./probe/value-lines.ts";

/** Shape first: its lines look at a tab that nothing has changed yet. */
const LINES: readonly ProbeLine[] = [
  ...SHAPE_LINES,
  ...TEXT_LINES,
  ...VALUE_LINES,
  ...FORMULA_LINES,
  ...SHEET_LINES,
  ...SERVICE_LINES,
  ...LANGUAGE_LINES,
];

/** What the probe saw. `seen` is "" where it is as expected. */
export interface ProbeReport {
  readonly expected: number;
  readonly asExpected: number;
  readonly lines: { id: string; assumption: string; covers: string[]; seen: string }[];
}

/**
 * Compares the platform, line by line, with what the add-on and its fake take it to do. It works on a
 * tab of its own, which is gone afterwards; the ledger's tabs are neither read nor written.
 */
export function probe(): ProbeReport {
  const lines = withScratch((scratch) =>
    LINES.map((line) => ({
      id: line.id,
      assumption: line.assumption,
      covers: [...line.covers],
      seen: seenBy(line, scratch),
    })),
  );
  return { expected: lines.length, asExpected: lines.filter((line) => line.seen === "").length, lines };
}

/** A line that throws has seen an error; the others go on. */
function seenBy(line: ProbeLine, scratch: Scratch): string {
  try {
    const finding = line.run(scratch);
    return finding === true ? "" : finding;
  } catch (error) {
    return `error: ${error instanceof Error ? error.message : String(error)}`;
  }
}
