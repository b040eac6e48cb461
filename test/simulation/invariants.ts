import {
  type Account,
  decisionOf,
  fileOf,
  isUndecided,
  type Known,
  nameKey,
  type OpenItem,
  type Receipt,
  unpackAccount,
} from "../../core/index.ts";
import type { QuickBench } from "../addon/quick-bench.ts";

interface Check {
  readonly totals: readonly { currency: string; balance: number }[];
  readonly problems: readonly { kind: string }[];
  readonly toTake: number;
  readonly toRestore: number;
}

interface Aging {
  readonly totals: readonly { currency: string; balance: number }[];
}

/** What must never be found: a damaged chain, an account or a total that is not what the journal says. */
const UNSOUND = ["journalDamaged", "accountDiffers", "totalsDiffer"];

/** The packed accounts as they stand. */
export function accountsOf(bench: QuickBench): Account[] {
  const [, ...rows] = bench.tab("_accounts").cells;
  return rows.flatMap((row) => (row[0] ? (unpackAccount(row.slice(3).map(String)) ?? []) : []));
}

/** Everything that does not hold in a ledger whose hand edits have just been taken over. */
export function brokenIn(bench: QuickBench): string[] {
  const accounts = accountsOf(bench);
  const check = bench.call<Check>("check", {});
  return [
    ...check.problems.filter(({ kind }) => UNSOUND.includes(kind)).map((each) => JSON.stringify(each)),
    ...(check.toTake > 0 ? [`${check.toTake} rows are taken over again and again`] : []),
    ...(check.toRestore > 0 ? [`${check.toRestore} rows are not as the journal says`] : []),
    ...balances(bench, check, accounts),
    ...accounts.flatMap(overAllocated),
    ...accounts.flatMap(ownGrants),
    ...waitingOtherwise(bench, accounts),
    ...idsTwice(bench),
    ...changedByRebuild(bench),
  ];
}

/** Open items less unapplied money, added up here, is the balance of the aging and the control total. */
function balances(bench: QuickBench, check: Check, accounts: readonly Account[]): string[] {
  const known = accounts.filter((account) => account.upTo > 0);
  const own = new Map<string, number>();
  for (const { currency, owed } of known.flatMap(factsOf)) own.set(currency, (own.get(currency) ?? 0) + owed);
  const aging = bench.call<Aging>("aging", { asOf: "2027-12-31" });
  return [...own].flatMap(([currency, owed]) => {
    const [total, aged] = [check, aging].map(
      ({ totals }) => totals.find((each) => each.currency === currency)?.balance ?? 0,
    );
    return total === owed && aged === owed ? [] : [`${currency}: ${owed}, control ${total}, aging ${aged}`];
  });
}

const PENDING = Number.MAX_SAFE_INTEGER;

function factsOf(account: Account): { currency: string; owed: number }[] {
  const counts = (fact: Known<OpenItem | Receipt>) => fact.voided === 0 && fact.seq !== PENDING;
  return [
    ...account.items.filter((item) => counts(item) && item.kind !== "delivery"),
    ...account.receipts.filter(counts),
  ].map((fact) => ({ currency: fact.currency, owed: "method" in fact ? -fact.amount : fact.amount }));
}

/** What an import that is still open has put somewhere counts from its close, which sees that it fits. */
export function overAllocated(account: Account): string[] {
  const live = account.allocations.filter((each) => each.voided === 0 && each.seq !== PENDING);
  const put = (of: (each: (typeof live)[number]) => boolean) =>
    live.filter(of).reduce((sum, each) => sum + each.amount, 0);
  const lines = account.items
    .filter((item) => item.voided === 0 && item.amount > 0)
    .flatMap((item) => item.lines.map(({ amount }, line) => ({ id: item.id, line, amount })))
    .filter(({ id, line, amount }) => {
      const sum = put((each) => each.item === id && each.line === line);
      return sum > amount || sum < 0;
    });
  const credits = [...account.receipts, ...account.items.filter((item) => item.amount < 0)]
    .filter((each) => each.voided === 0 && !("reverses" in each))
    .filter((each) => put(({ from }) => from === each.id) > Math.abs(each.amount));
  return [...lines, ...credits].map(({ id, amount }) => `more than ${amount} is put on or taken from ${id}`);
}

/** Nobody has granted what they asked for themselves. */
function ownGrants(account: Account): string[] {
  return fileOf(account).approvals.flatMap((approval) => {
    const decision = decisionOf(approval);
    const isOwn = decision?.as === "granted" && nameKey(decision.by) === nameKey(approval.requestedBy);
    return isOwn ? [`${decision.by} granted their own ${approval.id}`] : [];
  });
}

/** What waits by the book's head is what waits by the accounts. */
function waitingOtherwise(bench: QuickBench, accounts: readonly Account[]): string[] {
  const own = accounts.flatMap((account) =>
    fileOf(account).approvals.filter((each) => each.voided === 0 && isUndecided(each)),
  );
  const { toDo } = bench.call<{ toDo: { kind: string; count: number }[] }>("today", {});
  const told = toDo.find(({ kind }) => kind === "approvals")?.count ?? 0;
  return told === own.length ? [] : [`${told} approvals are told to wait, not ${own.length}`];
}

function idsTwice(bench: QuickBench): string[] {
  const tabs = ["客户", "应收明细", "收款", "核销", "对账单", "审批", "催收记录", "_accounts"];
  return tabs.flatMap((name) => {
    const [headings = [], ...rows] = bench.tab(name).cells;
    const at = headings.findIndex((heading) => String(heading).toLowerCase() === "id");
    const ids = rows.map((row) => String(row[at] ?? "")).filter(Boolean);
    return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} stands twice in ${name}`);
  });
}

function changedByRebuild(bench: QuickBench): string[] {
  const copy = bench.copy();
  const before = copy.workbook.tabs.map((tab) => JSON.stringify(tab.cells, withoutNoise));
  copy.call("rebuild", {});
  return copy.workbook.tabs.flatMap((tab, i) =>
    JSON.stringify(tab.cells, withoutNoise) === before[i] ? [] : [`rebuild changes ${tab.name}`],
  );
}

/** A tripwire's formula adds floating numbers: the order of the rows shows in the last digits of its sum. */
function withoutNoise(_: string, cell: unknown): unknown {
  return typeof cell === "number" ? Number(cell.toFixed(3)) : cell;
}
