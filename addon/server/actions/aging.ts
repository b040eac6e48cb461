import {
  type AgingRow,
  agingOf,
  dayNumberOf,
  groupedBy,
  totalsOf,
  UNIDENTIFIED,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { AGING_TAB } from "../../words/aging-tab.ts";
import type { Ledger } from "../ledger.ts";
import {
  notTakenOver,
  type Reading,
  readSums,
  readWhole,
  type SumReading,
  totalLine,
  trustIn,
} from "./reading.ts";

/** Aging of everybody, by customer, payer or salesperson. */
export function aging(input: Input<"aging">): Output<"aging"> {
  const by = input.by ?? "customer";
  if (by === "customer") {
    const reading = readSums(input);
    return answer(reading, input, (rows) => rows.map((row) => named(row, reading)));
  }
  const reading = readWhole(input);
  return answer(reading, input, (rows) => groups(reading, rows, by));
}

function answer(
  reading: Reading,
  input: Input<"aging">,
  linesOf: (rows: readonly AgingRow[]) => Output<"aging">["customers"],
): Output<"aging"> {
  const policy = { ...reading.policy, agingBasis: input.basis ?? reading.policy.agingBasis };
  const rows = agingOf(reading.columns, dayNumberOf(reading.asOf), policy);
  return {
    asOf: reading.asOf,
    asKnownAt: reading.asKnownAt,
    basis: policy.agingBasis,
    edges: [...policy.bucketEdges],
    totals: totalsOf(rows).map(totalLine),
    customers: linesOf(rows),
    notTakenOver: notTakenOver(reading.ledger),
    ...trustIn(reading.ledger),
  };
}

function named(row: AgingRow, { lines, ledger }: SumReading) {
  if (row.customer === UNIDENTIFIED) return nobodys(row, ledger);
  const { code = "", name = "" } = lines.get(row.customer) ?? {};
  return { id: row.customer, code, name, ...totalLine(row) };
}

/** Money of nobody known is a row of its own, however the others are put together. */
function nobodys(row: AgingRow, { style }: Ledger) {
  const name = AGING_TAB.unidentified[style.language];
  return { id: UNIDENTIFIED, code: "", name, ...totalLine(row) };
}

function groups(reading: Reading, rows: readonly AgingRow[], by: "payer" | "salesperson") {
  const { accounts } = reading.ledger.book;
  const noSalesperson = AGING_TAB.noSalesperson[reading.ledger.style.language];
  const keyOf = (id: string) => {
    if (id === UNIDENTIFIED) return id;
    const customer = accounts.get(id)?.customer;
    return by === "payer" ? (customer?.payer ?? id) : (customer?.salesperson ?? "");
  };
  return groupedBy(rows, (row) => keyOf(row.customer)).map((row) => {
    if (row.customer === UNIDENTIFIED) return nobodys(row, reading.ledger);
    const payer = by === "payer" ? accounts.get(row.customer)?.customer : undefined;
    return {
      id: row.customer,
      code: payer?.code ?? "",
      name: payer?.name ?? (row.customer || noSalesperson),
      ...totalLine(row),
    };
  });
}
