import type { Act, Around } from "./act.ts";
import { CREDIT_MAKERS } from "./credit-acts.ts";

const CURRENCIES = ["CNY", "CNY", "CNY", "USD", "JPY"];
const METHODS = ["transfer", "cash", "wechat", "bankDraft"];
const TERMS = [
  { kind: "net", days: 30 },
  { kind: "monthEnd", months: 1, days: 0 },
  { kind: "afterTaxInvoice", days: 15 },
  { kind: "retention", basisPoints: 1_000, months: 2, rest: { kind: "net", days: 10 } },
  { kind: "split", parts: [30, 60].map((days) => ({ weight: 1, terms: { kind: "net", days } })) },
];

const MAKERS: readonly (readonly [weight: number, make: (around: Around) => Act])[] = [
  [8, addCustomer],
  [30, addItem],
  [30, addReceipt],
  [5, (around) => ({ name: "apply", input: { ...own(around), customer: customerOf(around) } })],
  [4, dishonour],
  [10, undo],
  [8, (around) => ({ name: "takeOver", input: own(around) })],
  [2, makeStatements],
  [2, saveSettings],
  [1, (around) => ({ name: "savePolicy", input: { ...own(around), policy: { smallAmount: around.n } } })],
  [3, importOpen],
  [2, (around) => ({ name: "importClose", input: { batch: batchOf(around) } })],
  [4, voidImportedRow],
  [2, (around) => ({ name: "undoBatch", input: { ...own(around), batch: batchOf(around) } })],
  [2, () => ({ name: "rebuild", input: {} })],
  ...CREDIT_MAKERS,
];

const WEIGHTS = MAKERS.reduce((sum, [weight]) => sum + weight, 0);

export function randomAct(around: Around): Act {
  let at = around.random.below(WEIGHTS);
  for (const [weight, make] of MAKERS) {
    if (at < weight) return make(around);
    at -= weight;
  }
  return addItem(around);
}

function own({ n }: Around) {
  return { action: `action-${n}` };
}

function customerOf({ random, accounts }: Around): string {
  return random.of(accounts)?.customer.id ?? "c1.0";
}

function batchOf({ random, batches }: Around): string {
  return random.of(batches) ?? "b1.0";
}

/** Of what somebody booked, of what one tab of a take-over brought, or of a part of an import. */
function undo(around: Around): Act {
  const { random } = around;
  const action = random.of(around.actions) ?? "none";
  const of = random.of([action, `${action}:items`, `${action}:receipts`, `${batchOf(around)}:0`]) ?? action;
  return { name: "undo", input: { ...own(around), of } };
}

function voidImportedRow(around: Around): Act {
  const { random, accounts } = around;
  const imported = accounts.flatMap(({ customer, items, receipts }) =>
    [...items, ...receipts].flatMap(({ id, batch, voided }) =>
      batch && voided === 0 ? [{ customer: customer.id, record: id }] : [],
    ),
  );
  const row = random.of(imported) ?? { customer: customerOf(around), record: "i0.0" };
  return { name: "voidImportedRow", input: { ...own(around), ...row } };
}

function addCustomer(around: Around): Act {
  const { random, n } = around;
  const currency = random.of(CURRENCIES);
  const customer = { code: `K${n}`, name: `客户${n}`, currency, terms: random.of(TERMS) };
  return { name: "addCustomer", input: { ...own(around), customer } };
}

function addItem(around: Around): Act {
  const { random, n } = around;
  const kind = random.of(["invoice", "invoice", "invoice", "creditNote", "return", "debitNote", "delivery"]);
  const amount = 1 + random.below(100_000);
  const item = { customer: customerOf(around), kind, number: `N-${n}`, date: random.day(), amount };
  const currency = random.isLikely(15) ? { currency: random.of(CURRENCIES) } : {};
  const terms = random.isLikely(40) ? { terms: random.of(TERMS) } : {};
  return { name: "addItem", input: { ...own(around), item: { ...item, ...currency, ...terms } } };
}

function addReceipt(around: Around): Act {
  const { random, n, accounts } = around;
  const method = random.of(METHODS);
  const account = random.of(accounts);
  const customer = account && random.isLikely(92) ? { customer: account.customer.id } : {};
  const item = random.of(account?.items ?? []);
  const wish = random.isLikely(30) && item ? { items: [item.id] } : {};
  const isRefund = method !== "bankDraft" && random.isLikely(10);
  const draft = method === "bankDraft" ? { draft: { maturity: "2026-11-30", state: "held" } } : {};
  const small = random.isLikely(15) ? { settleDifference: "smallAmount" } : {};
  const sum = (isRefund ? -1 : 1) * (1 + random.below(isRefund ? 20_000 : 150_000));
  const paid = { date: random.day(), amount: sum, method, bankReference: `B-${n}` };
  return {
    name: "addReceipt",
    input: { ...own(around), receipt: { ...customer, ...paid, ...wish, ...draft, ...small } },
  };
}

function dishonour(around: Around): Act {
  const { random, accounts } = around;
  const receipt = random.of(accounts.flatMap(({ receipts }) => receipts.filter((each) => each.draft)));
  const which = { customer: receipt?.customer ?? "c1.0", receipt: receipt?.id ?? "r0.0", date: "2026-06-10" };
  return { name: "dishonour", input: { ...own(around), ...which } };
}

function makeStatements(around: Around): Act {
  const month = 1 + around.random.below(4);
  const period = { from: `2026-0${month}-01`, to: `2026-0${month}-28` };
  return { name: "makeStatements", input: { asks: [{ customer: customerOf(around), ...period }] } };
}

function saveSettings(around: Around): Act {
  const settings = { receiptsEnteredThrough: around.random.day() };
  return { name: "saveSettings", input: { ...own(around), settings } };
}

function importOpen(around: Around): Act {
  const { n } = around;
  const announced = { rows: 6, amounts: [], layout: "l" };
  const input = { ...own(around), source: `file-${n}.xlsx`, sourceHash: `hash-${n}`, ...announced };
  return { name: "importOpen", input };
}

/** What follows an import that was opened: its rows, and mostly its close at once. */
export function importRest(around: Around, batch: string): Act[] {
  const { random, n, accounts } = around;
  const kind = random.isLikely(60) ? "items" : "receipts";
  const rows = Array.from({ length: 6 }, (_, i) => {
    const name = random.of(accounts)?.customer.name;
    const customerName = random.isLikely(80) && name ? name : `新客户${n}-${i}`;
    const row = { row: i + 2, occurrence: 1, currency: "CNY", customerName, date: random.day() };
    const amount = 100 + random.below(50_000);
    return kind === "items"
      ? { ...row, number: `E-${n}-${i}`, amount, settledAmount: random.isLikely(30) ? 50 : 0 }
      : { ...row, bankReference: `E-${n}-${i}`, amount };
  });
  const chunk = { name: "importChunk", input: { batch, kind, from: 0, rows } };
  return random.isLikely(30) ? [chunk] : [chunk, { name: "importClose", input: { batch } }];
}
