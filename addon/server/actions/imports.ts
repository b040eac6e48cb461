import {
  type Account,
  assert,
  type Batch,
  type Book,
  type Change,
  type CountedImportRow,
  dependentsOf,
  type ImportPlan,
  knownRowsOf,
  planImport,
  policyOn,
  sumsByCurrency,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { commit } from "../committing.ts";
import { proposeImported } from "../imported-proposals.ts";
import { hasAction } from "../journal-tab.ts";
import type { Ledger } from "../ledger.ts";
import { loadAll } from "../loaded-accounts.ts";
import { withLedger } from "../opened-ledger.ts";
import { draftOf, idsFor, refuseClosed, refuseClosedUndo } from "../plan.ts";
import { allocateAll } from "../receipts/allocating.ts";
import { readEntryOf } from "../single-entries.ts";
import { currentUser } from "./booking.ts";
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
    const source = input.source.slice(0, 80);
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
 * taken is told again, for whoever lost the answer, and what it proposes is written if it is not there yet.
 */
export function importChunk(input: Input<"importChunk">): Output<"importChunk"> {
  return withLedger((ledger) => {
    const batch = openBatch(ledger, input.batch);
    if (input.from > batch.done) throw new Refusal("chunkOutOfOrder", { expected: batch.done });
    loadAll(ledger);
    const plan = planOf(input, batch, ledger);
    const told = { problems: [...plan.problems], proposals: plan.proposals.length };
    if (input.from < batch.done) {
      proposeImported(ledger, plan.proposals);
      return { ...told, done: batch.done, taken: 0, known: 0, amountsTaken: [] };
    }
    const done = batch.done + input.rows.length;
    const taken = {
      rows: batch.taken.rows + plan.taken,
      amounts: sumsByCurrency([...batch.taken.amounts, ...plan.amountsTaken]),
    };
    const next: Change = { put: "batch", row: { ...batch, done, taken } };
    const draft = draftOf("importChunk", `${batch.id}:${input.from}`, "", [...plan.changes, next]);
    const committed = commit(ledger, [{ ...draft, batch: batch.id }], currentUser());
    proposeImported(committed, plan.proposals);
    return { ...told, done, taken: plan.taken, known: plan.known, amountsTaken: [...plan.amountsTaken] };
  });
}

function planOf(input: Input<"importChunk">, batch: Batch, ledger: Ledger): ImportPlan {
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
  });
}

/** Makes the batch count, and puts the receipts it brought on the items they settle. */
export function importClose(input: Input<"importClose">): Output<"importClose"> {
  return withLedger((ledger) => {
    loadAll(ledger);
    const batch = findBatch(ledger, input.batch);
    let current = ledger;
    if (batch.state === "open") {
      refuseClosedFacts(ledger, batch.id, refuseClosed);
      const closed: Batch = { ...batch, state: "closed" };
      const changes: Change[] = [{ put: "batch", row: closed }, ...throughChange(ledger, input)];
      current = commit(ledger, [draftOf("importClose", `${batch.id}:close`, "", changes)], currentUser());
    }
    if (!hasAction(`${batch.id}:apply`)) applyBatch(current, batch.id);
    return { ...batch.taken };
  });
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

/** Takes a whole batch back; refused, with a list, where later entries depend on it. */
export function undoBatch(input: Input<"undoBatch">): Output<"undoBatch"> {
  return withLedger((ledger) => {
    const batch = findBatch(ledger, input.batch);
    if (batch.state === "undone") return { undone: 0 };
    if (hasAction(input.action)) throw new Refusal("actionReused", {});
    loadAll(ledger);
    const accounts = accountsOf(ledger.book, batch.id);
    if (batch.state === "closed") refuseClosedFacts(ledger, batch.id, refuseClosedUndo);
    refuseDependents(accounts, batch.id);
    const changes: Change[] = [{ put: "batch", row: { ...batch, state: "undone" } }];
    commit(ledger, [draftOf("undoBatch", input.action, "", changes)], currentUser());
    return { undone: batch.taken.rows };
  });
}

/** 已关账: figures of a closed period stand; an import that is open may still be discarded. */
function refuseClosedFacts({ book }: Ledger, batch: string, refuse: typeof refuseClosed): void {
  for (const { items, receipts, allocations } of accountsOf(book, batch))
    for (const fact of [...items, ...receipts, ...allocations])
      if (fact.batch === batch && fact.voided === 0) refuse(fact.date, book.settings);
}

function refuseDependents(accounts: readonly Account[], batch: string): void {
  const documents = accounts.flatMap((account) => {
    const facts = [...account.items, ...account.receipts, ...account.allocations];
    const own = new Set(facts.filter((fact) => fact.batch === batch).map((fact) => fact.id));
    return dependentsOf(account, own);
  });
  if (documents.length > 0) throw new Refusal("dependsOn", { documents: documents.slice(0, 8).join(", ") });
}

function accountsOf(book: Book, batch: string): Account[] {
  return [...book.accounts.values()].filter((account) =>
    [account.items, account.receipts].some((facts) =>
      facts.some((fact) => fact.batch === batch && fact.voided === 0),
    ),
  );
}

function openBatch(ledger: Ledger, id: string): Batch {
  const batch = findBatch(ledger, id);
  if (batch.state !== "open") throw new Refusal("batchNotOpen", {});
  return batch;
}

function findBatch(ledger: Ledger, id: string): Batch {
  const batch = ledger.book.batches.find((candidate) => candidate.id === id);
  if (!batch) throw new Refusal("batchNotOpen", {});
  assert(batch.kind === "import", "only imports are filled in chunks");
  return batch;
}
