/** Today as the ledger takes it: by this computer's own zone, written as in Sweden, year first. */
export const TODAY = new Date().toLocaleDateString("sv");

/** So many days from today; before it with a minus. */
export function day(days: number): string {
  return new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A customer who pays so many days after the due day, and owes one document still. */
export interface Payer {
  readonly code: string;
  readonly late: number;
  /** Days from today to the due day, and the amount. */
  readonly open: { readonly due: number; readonly amount: number };
}

export const PAYERS: readonly Payer[] = [
  { code: "GOOD", late: 0, open: { due: 20, amount: 3_000 } },
  { code: "SLOW", late: 4, open: { due: -10, amount: 4_000 } },
  { code: "LATE", late: 50, open: { due: -70, amount: 9_000 } },
  { code: "FREE", late: 0, open: { due: 20, amount: 3_000 } },
];

/** Documents of each payer: two years of monthly ones that are paid, and the one that is open. */
export const ROWS_EACH = 23;

const HEADINGS = "单号,客户编码,单据日期,到期日,金额,结清日期";

/** The export with which both stories of credit begin: two years of documents and how each customer paid them. */
export function creditExport(payers: readonly Payer[]): string {
  return [HEADINGS, ...payers.flatMap(rowsOf)].join("\n");
}

function rowsOf({ code, late, open }: Payer): string[] {
  const paid = Array.from({ length: ROWS_EACH - 1 }, (_, month) => {
    const due = -30 * (month + 3);
    return [`${code}-${month}`, code, day(due - 30), day(due), "10000.00", day(due + late)].join(",");
  });
  const { due, amount } = open;
  return [...paid, [`${code}-open`, code, day(due - 30), day(due), amount.toFixed(2), ""].join(",")];
}
