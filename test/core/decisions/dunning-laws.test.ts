import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Account,
  accountDunningOf,
  applyEntry,
  type Change,
  columnsOf,
  DEFAULT_POLICY,
  DEFAULT_SETTINGS,
  type Dunning,
  type DunningScope,
  dateOfDayNumber,
  dayNumberOf,
  emptyBook,
  openLinesOf,
  packAccount,
  type Reminder,
  unpackAccount,
} from "../../../core/index.ts";
import { DAYS, FIRST_DAY, RandomLedger, steps } from "../random-ledger.ts";

/**
 * What is due to be said follows from what is open and what was said, and from nothing else: over random ledgers of
 * invoices, payments, bounces and undoing, in which reminders are recorded between any two of them.
 */
const day = fc.integer({ min: 0, max: DAYS + 120 }).map((n) => dateOfDayNumber(FIRST_DAY + n));

function scopeOn(asOf: DunningScope["asOf"], knownAt: number): DunningScope {
  return { asOf, knownAt, policy: DEFAULT_POLICY, settings: DEFAULT_SETTINGS };
}

/** The letters of a customer as a reminder that was sent. */
function sent(dunning: Dunning, customer: string, id: string, date: Reminder["date"]): Change[] {
  return dunning.letters.map(({ lines, soon }, n) => ({
    put: "reminder",
    row: {
      ...{ id: `${id}.${n}`, customer, date, state: "sent" },
      lines: [...lines, ...soon].map(({ line, level }) => ({ item: line.item.id, line: line.line, level })),
    },
  }));
}

/** Lives through the entries once more, and reminds everybody on the days that stand between them. */
function reminded(ledger: RandomLedger, days: readonly DunningScope["asOf"][]) {
  const book = emptyBook();
  const entries = [];
  let seq = 0;
  for (const [n, entry] of ledger.entries.entries()) {
    seq += 1;
    entries.push({ ...entry, seq });
    applyEntry(book, { ...entry, seq });
    const asOf = days[n % days.length];
    if (asOf === undefined || n % 3 !== 2) continue;
    for (const account of [...book.accounts.values()]) {
      seq += 1;
      const dunning = accountDunningOf(account, scopeOn(asOf, seq));
      const changes = sent(dunning, account.customer.id, `n${seq}`, asOf);
      const own = { ...entry, seq, action: `remind-${seq}`, changes };
      entries.push(own);
      applyEntry(book, own);
    }
  }
  return { book, entries, seq };
}

describe("what is due to be said", () => {
  it("after any payment is what a fresh look at the journal says", () => {
    fc.assert(
      fc.property(steps, fc.array(day, { minLength: 1, maxLength: 6 }), day, (each, days, asOf) => {
        const { book, entries, seq } = reminded(new RandomLedger(each), days);
        const fresh = entries.reduce((so, entry) => applyEntry(so, entry), emptyBook());
        for (const [id, account] of book.accounts) {
          const packed = unpackAccount(packAccount(account)) as Account;
          const wanted = accountDunningOf(fresh.accounts.get(id) as Account, scopeOn(asOf, seq));
          expect(accountDunningOf(account, scopeOn(asOf, seq))).toEqual(wanted);
          expect(accountDunningOf(packed, scopeOn(asOf, seq))).toEqual(wanted);
        }
      }),
    );
  });

  it("asks for no more than is open, names each line once, and never twice at a level", () => {
    fc.assert(
      fc.property(steps, fc.array(day, { minLength: 1, maxLength: 6 }), day, (each, days, asOf) => {
        const { book, seq } = reminded(new RandomLedger(each), days);
        for (const account of book.accounts.values()) {
          const { letters, leftOut } = accountDunningOf(account, scopeOn(asOf, seq));
          const columns = columnsOf([account], { knownAt: seq, debtCarriedBy: "invoice" });
          const open = openLinesOf(columns, dayNumberOf(asOf));
          for (const { currency, lines, soon, total } of letters) {
            const own = open.filter(({ item }) => item.currency === currency);
            const owed = own.reduce((sum, line) => sum + line.open, 0);
            expect(total).toBe(lines.reduce((sum, { line }) => sum + line.open, 0));
            expect(total).toBeLessThanOrEqual(owed);
            expect(lines.every(({ days: late, level }) => late > 0 || level === "beforeDue")).toBe(true);
            expect(soon.every(({ days: late }) => late <= 0)).toBe(true);
          }
          const named = [...letters.flatMap(({ lines, soon }) => [...lines, ...soon]), ...leftOut].map(
            ({ line }) => `${line.item.id} ${line.line}`,
          );
          expect(new Set(named).size).toBe(named.length);
          const said = (account.file?.reminders ?? []).flatMap(({ lines }) =>
            lines.map((line) => JSON.stringify(line)),
          );
          expect(new Set(said).size).toBe(said.length);
        }
      }),
    );
  });
});
