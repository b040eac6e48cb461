import { ColumnMappingShape, type Language, valueAt } from "../../core/index.ts";
import { CALLS, type CallName, type Input, type Output, type Reply } from "../protocol.ts";
import { Refusal } from "../refusal.ts";
import { fieldWords } from "../words/field-names.ts";
import { refusalText } from "../words/refusals.ts";
import { aging } from "./actions/aging.ts";
import { writeAging } from "./actions/aging-tab.ts";
import { approvals, decideApprovals, requestApproval, withdrawApproval } from "./actions/approvals.ts";
import { batches } from "./actions/batches.ts";
import { check, rebuild, verify } from "./actions/check.ts";
import { customer, customers, findCustomer } from "./actions/customer-card.ts";
import { addCustomer } from "./actions/customers.ts";
import { dishonour, draft, drafts, markDraft } from "./actions/drafts.ts";
import { duties } from "./actions/duties.ts";
import { grade } from "./actions/grade.ts";
import { history } from "./actions/history.ts";
import { hold, liftHold, reviewGrades } from "./actions/holds.ts";
import { identify, unidentified } from "./actions/identify.ts";
import { settleIdentity } from "./actions/identity.ts";
import { previewImportedRow, voidImportedRow } from "./actions/imported-row.ts";
import { importChunk, importClose, importOpen } from "./actions/imports.ts";
import { addItem } from "./actions/items.ts";
import { orderCheck } from "./actions/order-check.ts";
import { closePeriod, period, reopenPeriod } from "./actions/periods.ts";
import { policyVersions, previewPolicy, savePolicy } from "./actions/policies.ts";
import { addPromise } from "./actions/promises.ts";
import { previewReanchor, reanchor } from "./actions/reanchor.ts";
import { addReceipt, apply, previewReceipt } from "./actions/receipts.ts";
import { remind } from "./actions/remind.ts";
import { pauseReminders, recordReminders } from "./actions/reminders.ts";
import { loadSample } from "./actions/sample.ts";
import { saveSettings, settings } from "./actions/settings.ts";
import { showTab } from "./actions/show-tab.ts";
import { standing } from "./actions/standing.ts";
import {
  madeStatements,
  makeStatements,
  previewStatement,
  statement,
  statementCandidates,
} from "./actions/statements.ts";
import { status } from "./actions/status.ts";
import { tabRows } from "./actions/tab-rows.ts";
import { handEdits, takeOver } from "./actions/take-over.ts";
import { today } from "./actions/today.ts";
import { previewUndo, undo } from "./actions/undo.ts";
import { undoBatch } from "./actions/undo-batch.ts";
import { addUser, changeUser, removeUser, users } from "./actions/users.ts";
import { htmlFile } from "./google.ts";
import { settleJournal } from "./journal-settling.ts";
import { openLedger } from "./opened-ledger.ts";
import { probe } from "./probe.ts";
import { setUp } from "./setup.ts";
import { readState } from "./state/state-tab.ts";

type Handlers = { readonly [N in CallName]: (input: Input<N>) => Output<N> };

const handlers: Handlers = {
  setup: ({ language }) => setUp(language),
  addCustomer,
  addItem,
  previewReceipt,
  addReceipt,
  apply,
  dishonour,
  draft,
  drafts,
  markDraft,
  undo,
  previewUndo,
  unidentified,
  identify,
  batches,
  status,
  probe,
  today,
  customers,
  customer,
  aging,
  grade,
  history,
  orderCheck,
  standing,
  writeAging,
  statementCandidates,
  previewStatement,
  makeStatements,
  madeStatements,
  statement,
  loadSample,
  settleIdentity,
  findCustomer,
  showTab,
  tabRows,
  takeOver,
  approvals,
  requestApproval,
  decideApprovals,
  withdrawApproval,
  hold,
  liftHold,
  reviewGrades,
  remind,
  recordReminders,
  pauseReminders,
  addPromise,
  duties,
  handEdits,
  check,
  verify,
  rebuild,
  previewReanchor,
  reanchor,
  settings,
  saveSettings,
  savePolicy,
  previewPolicy,
  policyVersions,
  period,
  closePeriod,
  reopenPeriod,
  importOpen,
  importChunk,
  importClose,
  undoBatch,
  previewImportedRow,
  voidImportedRow,
  users,
  addUser,
  changeUser,
  removeUser,
  fileReader: () => ({ html: htmlFile("file-reader") }),
  rememberedMapping: ({ layout }) => {
    const mapping = ColumnMappingShape.safeParse(openLedger("read").book.memory[`mapping:${layout}`]);
    return mapping.success ? { mapping: mapping.data } : {};
  },
};

/** The one entry of the sidebar, the command line and scripts: the outermost handler of the add-on. */
export function answer(name: string, input: unknown): Reply<unknown> {
  try {
    return { ok: true, value: call(name, input) };
  } catch (error) {
    if (error instanceof Refusal) {
      if (error.kind === "damaged") noteDamage();
      return { ok: false, kind: "refusal", why: error.kind, sentence: refusalText(error, languageNow()) };
    }
    return { ok: false, kind: "bug", report: reportOf(name, error) };
  }
}

/** Whoever meets damage first marks the ledger; where that fails, the next one meets it again. */
function noteDamage(): void {
  try {
    if (!readState()?.damage) settleJournal();
  } catch {
    // The refusal that is on its way says what matters.
  }
}

function call(name: string, input: unknown): unknown {
  if (!isCallName(name)) throw new Refusal("badInput", { field: { zh: "操作", en: "Action" }, found: name });
  return run(name, input);
}

function run<N extends CallName>(name: N, input: unknown): Output<N> {
  const parsed = CALLS[name].input.safeParse(input);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path ?? [];
    throw new Refusal("badInput", { field: fieldWords(path), found: textAt(input, path) });
  }
  return handlers[name](parsed.data as Input<N>);
}

/** What was given under that path, as a person would read it; nothing where nothing was. */
function textAt(input: unknown, path: readonly PropertyKey[]): string | undefined {
  const found = valueAt(input, path);
  if (found === undefined) return undefined;
  return typeof found === "object" ? JSON.stringify(found) : String(found);
}

/** The ledger's language, as far as it can be read. */
function languageNow(): Language {
  try {
    return readState()?.left.book.settings.language ?? "zh";
  } catch {
    return "zh"; // the service failed once more: the sentence is said all the same
  }
}

function isCallName(name: string): name is CallName {
  return Object.keys(CALLS).includes(name);
}

function reportOf(name: string, error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `OnAccount, call "${name}"\n${text}`;
}
