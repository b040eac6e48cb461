import { agingOf, dayNumberOf, groupedBy, totalsOf } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { agingLines, notTakenOver, type Reading, readWhole, totalLine } from "./reading.ts";

/** Aging of everybody, by customer, payer or salesperson. */
export function aging(input: Input<"aging">): Output<"aging"> {
  const reading = readWhole(input);
  const policy = { ...reading.policy, agingBasis: input.basis ?? reading.policy.agingBasis };
  const rows = agingOf(reading.columns, dayNumberOf(reading.asOf), policy);
  const by = input.by ?? "customer";
  return {
    asOf: reading.asOf,
    asKnownAt: reading.asKnownAt,
    basis: policy.agingBasis,
    edges: [...policy.bucketEdges],
    totals: totalsOf(rows).map(totalLine),
    customers: by === "customer" ? agingLines(reading, policy) : groups(reading, rows, by),
    notTakenOver: notTakenOver(reading.ledger),
  };
}

function groups(reading: Reading, rows: ReturnType<typeof agingOf>, by: "payer" | "salesperson") {
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
