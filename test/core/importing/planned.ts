import {
  type Book,
  countedRows,
  emptyBook,
  type ImportKind,
  type ImportPlan,
  type ImportRow,
  knownRowsOf,
  plainDate,
  planImport,
} from "../../../core/index.ts";

/** What rows of a file become in a book, as a chunk of an import. */
export function planned(
  kind: ImportKind,
  rows: readonly Partial<ImportRow>[],
  book = emptyBook(),
): ImportPlan {
  const whole = rows.map((row, i): ImportRow => ({ row: i + 2, currency: "CNY", ...row }));
  return planImport(countedRows(whole), contextOf(kind, book));
}

function contextOf(kind: ImportKind, book: Book) {
  let made = 0;
  const id = (letter: string) => () => `${letter}1.${made++}`;
  return {
    book,
    known: knownRowsOf(book),
    ids: { item: id("i"), receipt: id("r"), allocation: id("a"), customer: id("c") },
    kind,
    batch: "b1.0",
    source: "来表",
    asOf: plainDate("2026-11-22"),
    policyVersion: 1,
    wishes: () => [],
  };
}
