import type { Currency } from "../values/money.ts";
import { hasSides } from "./debit-credit.ts";
import { fieldTypeOf, type ImportKind } from "./import-kinds.ts";
import { type MappingProposal, proposeMapping } from "./propose-mapping.ts";
import type { RawTable } from "./raw-table.ts";
import { runningBalanceOf } from "./running-balance.ts";

/** Kinds in the order in which they are preferred where a table would do for several. */
const KINDS: readonly ImportKind[] = [
  "settledItems",
  "items",
  "openItems",
  "receipts",
  "customers",
  "openings",
];

const DRAFT_WORDS = /票据|汇票|承兑|draft/i;
const RECEIPT_WORDS = /收款|回款|到账|入账|进账|流水|receipt|payment|received/i;

/**
 * Proposes what a table holds and how: receipts where its headings speak of money received and nothing
 * of a due date, else the first kind that leaves no question, else the one with the fewest. Money that
 * came in must not be taken for a debt.
 *
 * @example
 * likeliestMapping({ name: "t", rows: [["客户", "收款日期", "收款金额"], ["甲", "2026-01-05", 100]] }, "CNY").mapping.kind // => "receipts"
 */
export function likeliestMapping(table: RawTable, currency: Currency): MappingProposal | undefined {
  const proposals = KINDS.flatMap((kind) => proposeMapping(table, { kind, currency }) ?? []);
  const ledger = ledgerAmong(proposals, table);
  if (ledger) return ledger;
  const receipts = proposals.find((proposal) => proposal.mapping.kind === "receipts");
  if (receipts && speaksOfReceipts(receipts, proposals)) return receipts;
  const kept = proposals
    .filter(({ mapping }) => mapping.kind !== "customers" || !holdsMoney(proposals))
    .filter(({ mapping }) => mapping.kind !== "openings" || !holdsDocuments(proposals));
  return kept.reduce<MappingProposal | undefined>(
    (best, each) => (!best || openness(each) < openness(best) ? each : best),
    undefined,
  );
}

/**
 * A ledger with a column for each side holds documents, unless its balances grow with credits, as a bank's do, or
 * nothing proves either and its headings are a bank's: 借 and 贷 mean there the opposite.
 */
function ledgerAmong(proposals: readonly MappingProposal[], table: RawTable): MappingProposal | undefined {
  const [items, receipts] = (["items", "receipts"] as const).map((kind) =>
    proposals.find(({ mapping }) => mapping.kind === kind && hasSides(mapping.columns)),
  );
  if (!items || !receipts) return undefined;
  const proved = runningBalanceOf(table, items.layout);
  const isBank = proved === undefined ? speaksOfReceipts(receipts, proposals) : proved === "reversed";
  return isBank ? receipts : items;
}

/** Questions count, and one that no column of the table can answer counts more than all others. */
function openness({ questions, columns }: MappingProposal): number {
  const isGrouped = questions.some(({ kind }) => kind === "groupsAre");
  const barred = questions.filter(
    (question) => question.kind === "missing" && question.choices.length === 0 && !isGrouped,
  );
  return questions.length + barred.length * (columns.length + questions.length);
}

/** A table with sums in it is never a mere list of customers, though that would leave no question. */
function holdsMoney(proposals: readonly MappingProposal[]): boolean {
  return proposals.some(({ mapping, columns }) =>
    columns.some(
      ({ field, sure }) =>
        sure && field !== undefined && mapping.kind !== "customers" && fieldTypeOf(field) === "amount",
    ),
  );
}

/** Rows with a number and a state or a type are documents, never mere balances, though fewer questions be left. */
function holdsDocuments(proposals: readonly MappingProposal[]): boolean {
  const fields = proposals.flatMap(({ columns }) =>
    columns.filter(({ sure }) => sure).map(({ field }) => field),
  );
  return fields.includes("number") && (fields.includes("status") || fields.includes("documentKind"));
}

function speaksOfReceipts(receipts: MappingProposal, all: readonly MappingProposal[]): boolean {
  const fields = new Set(all.flatMap((proposal) => proposal.mapping.columns.map(({ field }) => field)));
  const hasDraft = receipts.columns.some(
    ({ field, header }) => field === "maturity" && DRAFT_WORDS.test(header),
  );
  if ((fields.has("due") && !hasDraft) || fields.has("settledOn") || fields.has("openAmount")) return false;
  const own = receipts.columns.filter(({ field }) => field !== undefined);
  return own.some(
    ({ field, header }) => field === "bankReference" || field === "method" || RECEIPT_WORDS.test(header),
  );
}
