import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  agingOf,
  columnsOf,
  DEFAULT_POLICY,
  dateOfDayNumber,
  oldestOverdueOf,
  openLinesOf,
  overdueAgingOf,
} from "../../../core/index.ts";
import { anyAccount, anyDay, PLACES } from "../any-account.ts";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
console.log(`oldest overdue: SEED=${seed}`);

describe("the oldest overdue of each party", () => {
  it("is that of the open lines of its records: earliest day before the as-of date, and how many", () => {
    const view = fc.record({ asOf: anyDay, knownAt: fc.integer({ min: 0, max: PLACES + 1 }) });
    const property = fc.property(fc.array(anyAccount, { maxLength: 3 }), view, (some, { asOf, knownAt }) => {
      const accounts = some.map((account, i) => ({
        ...account,
        customer: { ...account.customer, id: `c${i}.0` },
      }));
      const columns = columnsOf(accounts, { knownAt, debtCarriedBy: "invoice" });
      const found = oldestOverdueOf(columns, asOf);
      const atOnce = overdueAgingOf(columns, asOf, DEFAULT_POLICY);
      expect(atOnce.oldest).toEqual(found);
      expect(atOnce.rows).toEqual(agingOf(columns, asOf, DEFAULT_POLICY));
      for (const [party, { customer, currency }] of columns.parties.entries()) {
        const late = accounts
          .filter((account) => account.customer.id === customer)
          .flatMap((account) =>
            openLinesOf(columnsOf([account], { knownAt, debtCarriedBy: "invoice" }), asOf),
          )
          .filter(({ item, due }) => item.currency === currency && due && due < dateOfDayNumber(asOf));
        const due = late.map((line) => line.due ?? "").sort()[0];
        expect(found.get(party)).toEqual(due ? { due, lines: late.length } : undefined);
      }
    });
    fc.assert(property, { seed, numRuns: 400 });
  });
});
