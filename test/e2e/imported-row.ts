import type { Bench } from "../addon/bundle.ts";

/** Brings two documents of K005 by an import of its own: the newest that happened with it, A-205 last. */
export function importForK005(bench: Bench): void {
  const source = { source: "2026-11.xlsx", sourceHash: "k005", rows: 2, layout: "k005" };
  const amounts = [{ currency: "CNY", amount: 645_050 }];
  const { batch } = bench.call<{ batch: string }>("importOpen", {
    ...{ action: "import-k005", ...source, amounts },
  });
  const row = { row: 2, occurrence: 1, currency: "CNY", customerCode: "K005", number: "A-205" };
  const rows = [
    { ...row, date: "2026-11-21", amount: 345_050 },
    { ...row, row: 3, number: "A-204", date: "2026-11-20", amount: 300_000 },
  ];
  bench.call("importChunk", { batch, kind: "items", from: 0, rows });
  bench.call("importClose", { batch });
}
