import { Random } from "../simulation/random.ts";

/** An export of open invoices as firms have it, and what of it cannot be read. */
export interface MessyExport {
  readonly text: string;
  /** Numbers of the documents that must be listed, and in which column. */
  readonly unreadable: ReadonlyMap<string, string>;
}

const HEADINGS =
  "business_code,cust_number,name_customer,buisness_year,doc_id,posting_date,due_in_date,baseline_create_date,cust_payment_terms,converted_usd";

/**
 * The shape of a known ledger's export: codes with zeros in front, one customer under several spellings,
 * names with commas and quotes, amounts with float noise or finer than a cent, days after the as-of date;
 * and some rows that nobody can read.
 */
export function messyExport(seed: number, rows: number, customers: number, book = FIRST_BOOK): MessyExport {
  const random = new Random(seed);
  const unreadable = new Map<string, string>();
  const lines = Array.from({ length: rows }, (_, i) => {
    const doc = String(book.document + i * 7);
    const line = invoice(random, doc, book.customer + (i % customers) * 37);
    if (i % 500 === 17) return spoiled(line, doc, unreadable, i % 1000 === 17 ? "amount" : "date");
    return line.join(",");
  });
  return { text: `${[HEADINGS, ...lines].join("\r\n")}\r\n`, unreadable };
}

/** Where the numbers of documents and customers begin: two exports share none if their books differ. */
const FIRST_BOOK = { document: 1_930_000_000, customer: 10_000 };
export const SECOND_BOOK = { document: 2_930_000_000, customer: 30_000 };

function invoice(random: Random, doc: string, customer: number): string[] {
  const code = `02000${customer}`;
  const name = `"NORTH ${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[customer % 26]}${customer}, ""MILL"" ${random.of(["llc", "corp", "us", ""]) ?? ""}"`;
  const posted = dayAfter("2020-01-20", random.below(125));
  const due = dayAfter(posted, random.of([0, 15, 30, 65]) ?? 0);
  return [
    "U001",
    code,
    name,
    "2020",
    doc,
    posted,
    due,
    posted,
    random.of(["NAA8", "NAH4", "CA10"]) ?? "",
    amount(random),
  ];
}

function amount(random: Random): string {
  const cents = 100_000 + random.below(9_000_000);
  const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
  if (random.isLikely(6)) return `${text}${1 + random.below(9)}`; // finer than a cent: Canadian dollars turned over
  return random.isLikely(10) ? `${text}00000000004` : text;
}

function spoiled(
  line: string[],
  doc: string,
  unreadable: Map<string, string>,
  what: "amount" | "date",
): string {
  unreadable.set(doc, what);
  const at = what === "amount" ? 9 : 5;
  return line.map((cell, i) => (i === at ? (what === "amount" ? "500+300" : "2020-02-30") : cell)).join(",");
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
