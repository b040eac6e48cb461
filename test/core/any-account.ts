import fc from "fast-check";
import {
  type Account,
  type Allocation,
  dateOfDayNumber,
  type Known,
  money,
  type OpenItem,
  PENDING,
  type Receipt,
  type TaxInvoice,
} from "../../core/index.ts";

/** Days around 2026-11-22 on which everything happens. */
export const FROM = 20_700;
export const TO = 20_860;
/** Places in the journal at which facts become known or void. */
export const PLACES = 12;

/** A day of the whole stretch, or one of a few, so that many things fall on the same one. */
export const anyDay = fc.oneof(
  fc.integer({ min: FROM, max: TO }),
  fc.constantFrom(FROM, FROM + 1, FROM + 30),
);

const date = anyDay.map(dateOfDayNumber);
const currency = fc.constantFrom("CNY", "USD");
const amount = fc.integer({ min: -5_000, max: 3_000_000_000 }).map(money);
const known = fc.record({
  seq: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: PLACES }) }, fc.constant(PENDING)),
  voided: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: PLACES })),
});
const kind = fc.constantFrom("delivery", "delivery", "invoice", "debitNote", "return", "opening" as const);

/** Few ids, so that versions of one record and references that lead nowhere come up. */
const itemId = fc.integer({ min: 1, max: 6 }).map((n) => `i${n}.0`);
const receiptId = fc.integer({ min: 1, max: 4 }).map((n) => `r${n}.0`);
const customer = "c1.0";

const line = fc.record({ amount, due: fc.option(date, { nil: undefined }) }).map(({ due, ...rest }) => ({
  ...rest,
  ...(due ? { due } : {}),
  basis: "stated" as const,
}));

const item: fc.Arbitrary<Known<OpenItem>> = fc
  .record({
    ...{ id: itemId, kind, date, currency, known, lines: fc.array(line, { minLength: 1, maxLength: 3 }) },
    disputed: fc.option(date, { nil: undefined }),
  })
  .map(({ known: place, disputed, lines, ...rest }) => ({
    customer,
    ...rest,
    lines,
    amount: money(lines.reduce((sum, each) => sum + each.amount, 0)),
    ...(disputed ? { dispute: { since: disputed, reason: "?" } } : {}),
    ...place,
  }));

const receipt: fc.Arbitrary<Known<Receipt>> = fc
  .record({
    ...{ id: receiptId, date, currency, amount, known },
    matures: fc.option(date, { nil: undefined }),
    state: fc.constantFrom("held", "held", "endorsed", "discounted", "collected", "dishonoured"),
    takesBack: fc.option(receiptId, { nil: undefined }),
  })
  .map(({ known: place, matures, state, takesBack, ...rest }) => ({
    customer,
    ...rest,
    method: "bankDraft" as const,
    ...(matures ? { draft: { maturity: matures, state } } : {}),
    ...(takesBack ? { reverses: takesBack } : {}),
    ...place,
  }));

const allocation: fc.Arbitrary<Known<Allocation>> = fc
  .record({ from: fc.oneof(receiptId, itemId), item: itemId, date, amount, known, n: fc.nat() })
  .map(({ known: place, n, ...rest }) => {
    const rule = { rule: "byHand" as const, policyVersion: 1 };
    return { id: `a${n}.0`, customer, line: 0, ...rest, ...rule, ...place };
  });

const taxInvoice: fc.Arbitrary<Known<TaxInvoice>> = fc
  .record({
    covers: fc.array(
      itemId.map((id) => ({ item: id, amount: money(1) })),
      { maxLength: 3 },
    ),
    known,
    date,
  })
  .map(({ known: place, ...rest }) => ({
    id: "t1.0",
    customer,
    number: "T",
    amount: money(1),
    ...rest,
    ...place,
  }));

/** Accounts with everything that may stand in one, made sense of or not. */
export const anyAccount: fc.Arbitrary<Account> = fc.record({
  customer: fc.constant({ id: customer, code: "K1", name: "宏远达" }),
  items: fc.array(item, { maxLength: 12 }),
  receipts: fc.array(receipt, { maxLength: 6 }),
  allocations: fc.array(allocation, { maxLength: 12 }),
  orders: fc.constant([]),
  taxInvoices: fc.array(taxInvoice, { maxLength: 3 }),
  statements: fc.constant([]),
  upTo: fc.integer({ min: 0, max: PLACES }),
});
