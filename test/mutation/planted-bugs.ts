import { CREDIT_BUGS } from "./planted-credit-bugs.ts";
import { bug, type PlantedBug } from "./planting.ts";

export type { PlantedBug };

const BOOKING = "addon/server/actions/booking.ts";
const OPENED = "addon/server/opened-ledger.ts";
const COMMITTING = "addon/server/committing.ts";
const IMPORTS = "addon/server/actions/imports.ts";
const MONEY = "core/values/money.ts";
const WRITTEN = "core/records/written-entries.ts";
const FAULTS = "core/records/chain-faults.ts";
const READING = "core/records/journal-reading.ts";
const APPLY = "core/calculations/apply.ts";
const AGING = "core/calculations/aging-sums.ts";
const GUARD = "addon/local/http/guard.ts";
const CELLS = "addon/server/cells.ts";

const RULES = "test/mutation/guarded-rules.test.ts";
const HANDS = "test/core/records/journal-damage.test.ts";
const DAMAGE = "test/addon/journal-damage.test.ts";
const KILLS = "test/addon/faults.test.ts";
const BUGS = "test/addon/known-bugs.test.ts";
const SUMS = "test/core/calculations/aging.test.ts";
const PAID = "test/core/calculations/apply.test.ts";
const DUE = "test/core/calculations/due-lines.test.ts";

/** Mistakes that a person would make in this code, each at the place where it would cost money or trust. */
export const PLANTED: readonly PlantedBug[] = [
  ...CREDIT_BUGS,
  bug("flush dropped", OPENED, "    flush();\n", "", RULES),
  bug("id check skipped", BOOKING, "if (hasAction(intent.action))", "if (seen())", RULES),
  bug("duplicate check skipped", BOOKING, "placeUnder(draft.key) !== undefined)", "!placeUnder)", RULES),
  bug("lock not taken", OPENED, "if (!tryLock())", "if (!tryLock)", RULES),
  bug("lock not given back", OPENED, "    releaseLock();\n", "", RULES),
  bug("recovery off", OPENED, "unfinished && mode", "!unfinished && mode", RULES),
  bug("torn rows left", OPENED, "  clearTornRows(complete, state.journalRowsNow);\n", "", KILLS),
  bug("journal before accounts", COMMITTING, "  writeAccounts(touchedAccounts(book, entries));\n", "", RULES),
  bug(
    "restored copy not noticed",
    OPENED,
    "found.identity.spreadsheetId !== spreadsheetId()",
    "!found",
    RULES,
  ),
  bug(
    "seal not verified",
    "core/records/packed.ts",
    "(sum >>> 0).toString(16)",
    "(sum * 0).toString(16)",
    RULES,
  ),
  bug(
    "open batch counts",
    "core/records/apply-entry.ts",
    'state === "open" ? [id]',
    'state === "undone" ? [id]',
    BUGS,
  ),
  bug(
    "payload hash not verified",
    WRITTEN,
    "hashOf(payload) !== payloadHash\n",
    'payload === "none"\n',
    RULES,
  ),
  bug("chain hash not verified", FAULTS, "wanted !== undefined && wanted !== hash", "wanted === null", RULES),
  bug("entry hash not verified", WRITTEN, ": hash !== ownHash\n", ': hash === "none"\n', RULES),
  bug(
    "what is left of an entry counts",
    WRITTEN,
    'entry.fault === "incomplete" &&',
    "entry.seq < 0 &&",
    HANDS,
  ),
  bug("damaged entries vouch", READING, "!faultyPlaces.has(seq)", "seq > 0", DAMAGE),
  bug(
    "a vouched row may change",
    READING,
    "places.through, expected, found, rows]",
    "places.through]",
    DAMAGE,
  ),
  bug(
    "writes below another end",
    COMMITTING,
    "if (!ledger.hasSeenEnd) refuse",
    "if (ledger.hasSeenEnd) refuse",
    DAMAGE,
  ),
  bug("unfounded allocations stay", "core/calculations/unfounded.ts", "kept = fitting;", "break;", DAMAGE),
  bug(
    "undo ignores dependents",
    "addon/server/actions/undo.ts",
    "if (dependents.length > 0) throw",
    "if (dependents.length < 0) throw",
    RULES,
  ),
  bug(
    "import undone under dependents",
    "addon/server/actions/undo-batch.ts",
    "if (documents.length > 0) throw",
    "if (documents.length < 0) throw",
    BUGS,
  ),
  bug(
    "undo settles more than there is",
    "addon/server/actions/over-settling.ts",
    "over > (was.get(key)?.over ?? 0)",
    "over < 0",
    "test/addon/undone-voids.test.ts",
  ),
  bug(
    "a moved record leaves its import",
    "core/records/account-change.ts",
    "if (left) return left;",
    "if (left && isPending(left, at)) return left;",
    "test/addon/undone-voids.test.ts",
  ),
  bug(
    "a typed alias is not known again",
    "addon/server/views/typed-rows.ts",
    "write.fields, write.otherNames)",
    "write.fields)",
    "test/addon/typed-otherwise.test.ts",
  ),
  bug("chunk taken twice", IMPORTS, "if (input.from < batch.done)", "if (input.from < 0)", RULES),
  bug(
    "closed period open",
    "addon/server/plan.ts",
    "date <= closedThrough) throw",
    "date < closedThrough) throw",
    RULES,
  ),
  bug(
    "what takes a draft back bounces",
    "core/records/receipt.ts",
    "return reverses !== undefined || draft",
    "return draft",
    "test/core/examples.test.ts",
  ),
  bug(
    "sign of credit notes",
    "addon/server/actions/items.ts",
    "&& amount > 0 ? negated(amount)",
    "&& amount < 0 ? negated(amount)",
    RULES,
  ),
  bug(
    "statement frozen twice",
    "addon/server/actions/statements.ts",
    "if (known) return",
    "if (!known) return",
    BUGS,
  ),
  bug("apostrophe gate off", CELLS, "DANGEROUS_START.test(text) ?", "!text ?", RULES),
  bug("full-width gate off", CELLS, "\\r'＝＋－＠]", "\\r']", RULES),
  bug(
    "rounding half down",
    MONEY,
    "/^[5-9]/.test(rest)",
    "/^[6-9]/.test(rest)",
    "test/core/values/money.test.ts",
  ),
  bug(
    "rounding not told",
    MONEY,
    "rounded: off > 1e-6",
    "rounded: off > 1",
    "test/core/values/money.test.ts",
  ),
  bug(
    "rest of a split lost",
    MONEY,
    "lost.slice(0, left)",
    "lost.slice(1, left)",
    "test/core/values/money.test.ts",
  ),
  bug(
    "every currency has cents",
    "core/values/currencies.ts",
    "decimalsByCode.get(code) ?? 2",
    "decimalsByCode.has(code) ? 2 : 2",
    "test/core/values/currencies.test.ts",
  ),
  bug(
    "days that do not exist",
    "core/values/date.ts",
    "date.getUTCMonth() === month - 1 && date.getUTCDate() === day",
    "date.getUTCDate() > 0",
    "test/core/values/date.test.ts",
  ),
  bug(
    "month end not clamped",
    "core/values/date.ts",
    "monthOf(date), day) ?? last",
    "monthOf(date), day) ?? daysAfter(last, 1)",
    "test/core/values/date.test.ts",
  ),
  bug(
    "cut-off day off by one",
    "core/calculations/due-lines.ts",
    "context.date > inOwnMonth",
    "context.date >= inOwnMonth",
    DUE,
  ),
  bug(
    "retention due at once",
    "core/calculations/due-lines.ts",
    "monthsAfter(context.date, terms.months)",
    "monthsAfter(context.date, 0)",
    DUE,
  ),
  bug(
    "allocation limit off by one",
    APPLY,
    "smaller(unapplied, left.get(line) ?? ZERO)",
    "smaller(unapplied, plus(left.get(line) ?? ZERO, money(1)))",
    PAID,
  ),
  bug("line filled twice", APPLY, "    left.set(line, minus(left.get(line) ?? ZERO, part));\n", "", PAID),
  bug("designation ignored", APPLY, "wishes.items ?? []", "[] as string[]", PAID),
  bug(
    "small difference by amount alone",
    APPLY,
    "smaller(policy.smallAmount, smallShareOf(of, policy.smallShare))",
    "policy.smallAmount",
    PAID,
  ),
  bug(
    "bucket edge off by one",
    AGING,
    "asOf - (age[i] ?? 0), bucketEdges",
    "asOf - (age[i] ?? 0) + 1, bucketEdges",
    SUMS,
  ),
  bug(
    "later documents count",
    AGING,
    "    if ((day[i] ?? 0) > asOf) continue;\n    buckets",
    "    buckets",
    SUMS,
  ),
  bug(
    "later allocations count",
    AGING,
    "    if ((day[i] ?? 0) > asOf) continue;\n    const",
    "    const",
    SUMS,
  ),
  bug(
    "delivery and invoice both count",
    "core/calculations/column-shape.ts",
    "item.kind === settings.debtCarriedBy : true",
    "true : true",
    SUMS,
  ),
  bug(
    "oldest due last",
    "core/calculations/open-amounts.ts",
    'compareText(a.due ?? "9999", b.due ?? "9999")',
    'compareText(b.due ?? "9999", a.due ?? "9999")',
    PAID,
  ),
  bug("twins taken once", "core/importing/occurrences.ts", "(seen.get(key) ?? 0) + 1", "1", RULES),
  bug(
    "known numbers forgotten",
    "core/importing/known-rows.ts",
    "if (item.number) push",
    "if (!item.number) push",
    RULES,
  ),
  bug(
    "namesakes merged",
    "core/importing/known-rows.ts",
    'other && other !== account ? "ambiguous" : account',
    "account",
    RULES,
  ),
  bug(
    "CSV quote off",
    "addon/files/read-csv.ts",
    "{ delimiter, preview,",
    '{ delimiter, quoteChar: "\\u0001", preview,',
    "test/addon/files",
  ),
  bug(
    "HTML not escaped",
    "core/documents/markup.ts",
    '(character) => ENTITIES[character] ?? "")',
    "(character) => character)",
    "test/core/documents/markup.test.ts",
  ),
  bug(
    "token not asked for",
    GUARD,
    "!timingSafeEqual(digest(given), digest(token))",
    "token === undefined",
    "test/addon/local/guard.test.ts",
  ),
  bug(
    "foreign pages let in",
    GUARD,
    "origin !== undefined && origin",
    "origin === host && origin",
    "test/addon/local/guard.test.ts",
  ),
  bug(
    "torn line on disk believed",
    "addon/local/store.ts",
    "checksum(json) === line.slice(0, 16)",
    "json.length > 0",
    RULES,
  ),
];
