import type { Problem } from "../../core/index.ts";
import { TypedBench } from "./typed-bench.ts";

/** Fields of one row of an import of K001, as the reader of files would send it. */
export type SentRow = Readonly<Record<string, unknown>>;

interface Chunk {
  readonly taken: number;
  readonly known: number;
  readonly problems: Problem[];
}

interface AgedCustomer {
  readonly code: string;
  readonly balance: number;
  readonly unapplied: number;
}

let imports = 0;

/** A ledger with K001 that imports row by row. */
export class ImportBench extends TypedBench {
  static override withCustomer(customer: object = {}): { bench: ImportBench; customer: string } {
    const bench = new ImportBench();
    bench.call("setup", { language: "zh" });
    return { bench, customer: bench.customer("K001", "深圳市鸿运达", customer) };
  }

  openImport(rows = 1): string {
    imports += 1;
    const announced = { rows, amounts: [], layout: "", sourceHash: `h${imports}` };
    const open = { action: this.action(), source: `f${imports}.csv`, ...announced };
    return this.call<{ batch: string }>("importOpen", open).batch;
  }

  send(batch: string, kind: string, rows: readonly SentRow[], more: object = {}): Chunk {
    const sent = rows.map((row, i) => {
      return { row: i + 2, occurrence: 1, currency: "CNY", customerCode: "K001", ...row };
    });
    return this.call<Chunk>("importChunk", { batch, kind, from: 0, rows: sent, ...more });
  }

  /** A whole import: opened, sent, closed. */
  imported(kind: string, rows: readonly SentRow[], more: object = {}): Chunk & { batch: string } {
    const batch = this.openImport(rows.length);
    const chunk = this.send(batch, kind, rows, more);
    this.call("importClose", { batch });
    return { ...chunk, batch };
  }

  /** Why an action was refused; "done" where it was not. */
  refusal(name: string, input: object): string {
    const { reply } = this.run(name, input);
    return reply.ok ? "done" : reply.kind === "refusal" ? reply.why : reply.report;
  }

  aged(code = "K001"): { balance: number; unapplied: number } {
    const { customers } = this.call<{ customers: AgedCustomer[] }>("aging", { asOf: "2026-12-31" });
    const { balance = 0, unapplied = 0 } = customers.find((each) => each.code === code) ?? {};
    return { balance, unapplied };
  }

  /** What is open of each document, by number. */
  openOf(customer: string): Record<string, number> {
    const { open } = this.call<{ open: { number: string; open: number }[] }>("customer", {
      id: customer,
      asOf: "2026-12-31",
    });
    return Object.fromEntries(open.map((line) => [line.number, line.open]));
  }
}
