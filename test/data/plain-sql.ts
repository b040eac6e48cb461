import { DatabaseSync } from "node:sqlite";
import Papa from "papaparse";

type Row = Record<string, string | number | null>;

/** A delimited text as a table of texts, to be asked in plain SQL: nothing of core reads it. */
export class PlainSql {
  private readonly database = new DatabaseSync(":memory:");

  constructor(text: string) {
    const [headings = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    const names = headings.map((name) => `"${name.trim()}" TEXT`);
    this.database.exec(`CREATE TABLE source (${names.join(", ")})`);
    const insert = this.database.prepare(`INSERT INTO source VALUES (${headings.map(() => "?").join(", ")})`);
    this.database.exec("BEGIN");
    for (const row of rows) insert.run(...headings.map((_, i) => row[i] ?? ""));
    this.database.exec("COMMIT");
  }

  all(query: string, ...values: string[]): Row[] {
    return this.database.prepare(query).all(...values) as Row[];
  }

  one(query: string, ...values: string[]): Row {
    const [row] = this.all(query, ...values);
    if (!row) throw new Error(`no row: ${query}`);
    return row;
  }
}

/** A decimal text in whole cents, rounded half up, digit by digit: no floating point comes near it. */
export const CENTS = (column: string) => {
  const point = `instr(${column} || '.', '.')`;
  const fraction = `(replace(substr(${column} || '.', ${point} + 1), '.', '') || '000')`;
  return `(CAST(substr(${column} || '.', 1, ${point} - 1) AS INTEGER) * 100
    + CAST(substr(${fraction}, 1, 2) AS INTEGER) + (substr(${fraction}, 3, 1) >= '5'))`;
};

/**
 * The rule of aging over a list of open invoices, in SQL. What is posted after the day is not in it; due on
 * the day is current; 30 days past due is in 1–30, 31 in 31–60. A figure finer than a cent is rounded half up.
 */
export const AGED = (where = "1") => `
  WITH open AS (
    SELECT cust_number AS code, ${CENTS("converted_usd")} AS cents,
      CAST(julianday(?1) - julianday(due_in_date) AS INTEGER) AS late
    FROM source WHERE posting_date <= ?1 AND ${where}
  )
  SELECT code, count(*) AS n, sum(cents) AS balance,
    sum(CASE WHEN late <= 0 THEN cents ELSE 0 END) AS current,
    sum(CASE WHEN late BETWEEN 1 AND 30 THEN cents ELSE 0 END) AS b1,
    sum(CASE WHEN late BETWEEN 31 AND 60 THEN cents ELSE 0 END) AS b2,
    sum(CASE WHEN late BETWEEN 61 AND 90 THEN cents ELSE 0 END) AS b3,
    sum(CASE WHEN late BETWEEN 91 AND 180 THEN cents ELSE 0 END) AS b4,
    sum(CASE WHEN late > 180 THEN cents ELSE 0 END) AS b5
  FROM open`;

/** What {@link AGED} says as the figures of an aging. */
export function figuresOf(row: Row) {
  const buckets = [row.b1, row.b2, row.b3, row.b4, row.b5].map((cents) => Number(cents ?? 0));
  const current = Number(row.current ?? 0);
  return { current, buckets, unapplied: 0, balance: Number(row.balance ?? 0) };
}
