import {
  type Batch,
  type Change,
  type CountedImportRow,
  firstCharacters,
  type ImportContext,
  type ImportPlan,
  knownRowsOf,
  planImport,
  policyOn,
  sumsByCurrency,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { requestsOfImport, standingWishes } from "../approvals/imported-wishes.ts";
import { commit } from "../committing.ts";
import { actorOf } from "../deciders.ts";
import { hasAction } from "../journal-tab.ts";
import type { Ledger } from "../ledger.ts";
import { loadAll } from "../loaded-accounts.ts";
import { withLedger } from "../opened-ledger.ts";
import { draftOf, idsFor, refuseClosed } from "../plan.ts";
import { allocateAll } from "../receipts/applying-all.ts";
import { readEntryOf } from "../single-entries.ts";
import { currentUser } from "./booking.ts";
import { cutsOf, cutsTold } from "./close-cuts.ts";
import { accountsOf, findBatch, refuseClosedFacts } from "./import-batch.ts";
import { todayIn } from "./reading.ts";

/**
 * An import is a batch: opened with what the file announces, filled chunk by chunk, closed. Its rows
 * count from the close. Killed anywhere it resumes behind the last chunk that is in the journal.
 */
export function importOpen(input: Input<"importOpen">): Output<"importOpen"> {
  return withLedger((ledger) => {
    const resumed = ledger.book.batches.find(
      (batch) => batch.state === "open" && batch.sourceHash === input.sourceHash,
    );
    if (resumed) return { batch: resumed.id, done: resumed.done, resumed: true };
    if (hasAction(input.action)) refuseOtherSource(input);
    const { sourceHash } = input;
    const source = firstCharacters(input.source, 80);
    const announced = { rows: input.rows, amounts: input.amounts };
    const id = idsFor(ledger.book.head.seq + 1).batch();
    const batch: Batch = {
      id,
      kind: "import",
      source,
      sourceHash,
      state: "open",
      day: todayIn(ledger),
      currency: input.mapping?.currency ?? ledger.book.settings.baseCurrency,
      done: 0,
      announced,
      taken: NOTHING,
    };
    const changes: Change[] = [{ put: "batch", row: batch }];
    if (input.mapping)
      changes.push({ put: "memory", row: { name: `mapping:${input.layout}`, value: input.mapping } });
    commit(ledger, [draftOf("importOpen", input.action, "", changes)], currentUser());
    return { batch: id, done: 0, resumed: false };
  });
}

/** The same table may be imported again under its action; another one is another action. */
function refuseOtherSource({ action, sourceHash }: Input<"importOpen">): void {
  const changes = readEntryOf(action)?.changes ?? [];
  const isSame = changes.some((change) => change.put === "batch" && change.row.sourceHash === sourceHash);
  if (!isSame) throw new Refusal("actionReused", {});
}

const NOTHING = { rows: 0, amounts: [] };

/**
 * Takes the next rows of a batch. A chunk that is done already is not taken twice; what of it could not be
 * taken is told again, for whoever lost the answer. What it says otherwise than is agreed is asked for.
 */
export function importChunk(input: Input<"importChunk">): Output<"importChunk"> {
  return withLedger((ledger) => {
    const batch = openBatch(ledger, input.batch);
    if (input.from > batch.done) throw new Refusal("chunkOutOfOrder", { expected: batch.done });
    loadAll(ledger);
    const today = todayIn(ledger);
    const standing = standingWishes(ledger, today);
    const plan = planOf(input, { batch, wishes: () => standing }, ledger);
    const told = { problems: [...plan.problems], proposals: plan.proposals.length };
    if (input.from < batch.done) return { ...told, done: batch.done, taken: 0, known: 0, amountsTaken: [] };
    const done = batch.done + input.rows.length;
    const taken = {
      rows: batch.taken.rows + plan.taken,
      amounts: sumsByCurrency([...batch.taken.amounts, ...plan.amountsTaken]),
    };
    const next: Change = { put: "batch", row: { ...batch, done, taken } };
    const asking = { ledger, ids: idsFor(ledger.book.head.seq + 1), by: actorOf(), today };
    const requests = requestsOfImport(plan.proposals, asking);
    const changes = [...plan.changes, ...requests, next];
    const draft = draftOf("importChunk", `${batch.id}:${input.from}`, "", changes);
    commit(ledger, [{ ...draft, batch: batch.id }], currentUser());
    return { ...told, done, taken: plan.taken, known: plan.known, amountsTaken: [...plan.amountsTaken] };
  });
}

function planOf(
  input: Input<"importChunk">,
  { batch, wishes }: { readonly batch: Batch; readonly wishes: ImportContext["wishes"] },
  ledger: Ledger,
): ImportPlan {
  const today = todayIn(ledger);
  return planImport(input.rows as CountedImportRow[], {
    book: ledger.book,
    known: knownRowsOf(ledger.book),
    ids: idsFor(ledger.book.head.seq + 1),
    kind: input.kind,
    batch: batch.id,
    source: batch.source,
    asOf: input.asOf ?? today,
    policyVersion: policyOn(ledger.book, today).version,
    wishes,
  });
}

/**
 * Makes the batch count, and puts the receipts it brought on the items they settle. What was settled otherwise
 * while it was open is told; whoever lost the answer is told again from the journal.
 */
export function importClose(input: Input<"importClose">): Output<"importClose"> {
  return withLedger((ledger) => {
    loadAll(ledger);
    const batch = findBatch(ledger, input.batch);
    const action = `${batch.id}:close`;
    const isOpen = batch.state === "open";
    const planned = isOpen ? closeOf(ledger, batch, input) : [];
    const current = isOpen
      ? commit(ledger, [draftOf("importClose", action, "", planned)], currentUser())
      : ledger;
    const { head, accounts } = current.book;
    const close = isOpen ? { seq: head.seq, changes: planned } : readEntryOf(action);
    const problems = close ? cutsTold(accounts, close, batch.source) : [];
    if (!hasAction(`${batch.id}:apply`)) applyBatch(current, batch.id);
    return { ...batch.taken, problems };
  });
}

function closeOf(ledger: Ledger, batch: Batch, input: Input<"importClose">): Change[] {
  refuseClosedFacts(ledger, batch.id, refuseClosed);
  const cuts = accountsOf(ledger.book, batch.id).flatMap((account) => cutsOf(account, batch.id));
  return [...cuts, { put: "batch", row: { ...batch, state: "closed" } }, ...throughChange(ledger, input)];
}

/** Receipts entered through: the import says up to which day its receipts are complete. */
function throughChange(ledger: Ledger, input: Input<"importClose">): Change[] {
  const { receiptsThrough } = input;
  const { settings } = ledger.book;
  const known = settings.receiptsEnteredThrough;
  if (!receiptsThrough || (known && known >= receiptsThrough)) return [];
  return [{ put: "settings", row: { ...settings, receiptsEnteredThrough: receiptsThrough } }];
}

function applyBatch(ledger: Ledger, id: string): void {
  const ids = idsFor(ledger.book.head.seq + 1);
  const changes = accountsOf(ledger.book, id).flatMap((account) => allocateAll(ledger, account, ids));
  if (changes.length === 0) return;
  const draft = draftOf("importApply", `${id}:apply`, "", changes);
  commit(ledger, [{ ...draft, batch: id }], currentUser());
}

function openBatch(ledger: Ledger, id: string): Batch {
  const batch = findBatch(ledger, id);
  if (batch.state !== "open") throw new Refusal("batchNotOpen", {});
  return batch;
}
