import { type AgingRow, agingOf, dayNumberOf, groupedBy, totalsOf } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import {
  damagedRow,
  notTakenOver,
  type Reading,
  readSums,
  readWhole,
  type SumReading,
  totalLine,
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
    ...damagedRow(reading.ledger),
  };
}

function named(row: AgingRow, { lines }: SumReading) {
  const { code = "", name = "" } = lines.get(row.customer) ?? {};
  return { id: row.customer, code, name, ...totalLine(row) };
}

function groups(reading: Reading, rows: readonly AgingRow[], by: "payer" | "salesperson") {
  const { accounts } = reading.ledger.book;
  const keyOf = (id: string) => {
    const customer = accounts.get(id)?.customer;
    return by === "payer" ? (customer?.payer ?? id) : (customer?.salesperson ?? "");
  };
  return groupedBy(rows, (row) => keyOf(row.customer)).map((row) => {
    const payer = by === "payer" ? accounts.get(row.customer)?.customer : undefined;
    return {
      id: row.customer,
      code: payer?.code ?? "",
      name: payer?.name ?? row.customer,
      ...totalLine(row),
    };
  });
}
