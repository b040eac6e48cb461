import { readFile } from "../../addon/files/read-file.ts";
import type { ImportReport } from "../../addon/importing/import-report.ts";
import { runImport } from "../../addon/importing/run-import.ts";
import type { CallName, Input, Output } from "../../addon/protocol.ts";
import { type ImportKind, proposeMapping } from "../../core/index.ts";
import { QuickBench } from "../addon/quick-bench.ts";

/** A new ledger with a file imported into it, the way every shell imports; mapping as it is proposed. */
export async function importBytes(
  bytes: Uint8Array,
  name: string,
  kind: ImportKind,
): Promise<{ report: ImportReport; bench: QuickBench; again: () => Promise<ImportReport> }> {
  const bench = new QuickBench();
  bench.call("setup", { language: "zh" });
  const { tables } = await readFile(bytes, name);
  const [table] = tables;
  if (!table) throw new Error(`${name} has no table`);
  const proposal = proposeMapping(table, { kind, currency: "USD" });
  if (!proposal) throw new Error(`${name} has no headings`);
  let n = 0;
  const call = async <N extends CallName>(called: N, input: Input<N>) => bench.call<Output<N>>(called, input);
  const again = () => {
    n += 1;
    return runImport(call, { table, mapping: proposal.mapping, action: `import-${n}-action` });
  };
  return { report: await again(), bench, again };
}
