/** One thing that the fake does beyond having a method: what it is, and where it is done. */
export interface Behaviour {
  readonly is: string;
  /** File in this folder (or above it) and the function that does it. */
  readonly where: `${string}.ts#${string}`;
}

/**
 * What the fake does, and so takes Google to do. Each is looked at by a line of the probe
 * (addon/server/probe), which a test insists on: a new behaviour here needs a new line there.
 */
export const BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  "text.column": { is: 'A "@" column keeps text as it is.', where: "typed-value.ts#typedValue" },
  "text.longest": { is: "A cell holds 50,000 characters.", where: "cell-values.ts#typedOf" },
  "auto.number": { is: "Text that reads as a number becomes one.", where: "typed-value.ts#recognised" },
  "auto.boolean": { is: '"true" and "false" become booleans.', where: "typed-value.ts#recognised" },
  "auto.plain": { is: "Other text stays.", where: "typed-value.ts#recognised" },
  apostrophe: { is: "A leading apostrophe makes text and is dropped.", where: "typed-value.ts#typedValue" },
  "number.exact": { is: "Numbers come back as they were written.", where: "typed-value.ts#typedValue" },
  "boolean.kept": { is: "Booleans come back as they were written.", where: "typed-value.ts#typedValue" },
  "empty.cell": {
    is: 'null, undefined and "" make an empty cell, read as "".',
    where: "cell-values.ts#plainValue",
  },
  "date.iso": {
    is: "Days as year-month-day become dates where they exist.",
    where: "typed-value.ts#serialOfIso",
  },
  "date.midnight": { is: "A date is midnight of the workbook's zone.", where: "cell-values.ts#dateOf" },
  "date.object": {
    is: "A Date is written as the workbook's clock shows it and read as the script's Date.",
    where: "cell-values.ts#serialOf",
  },
  "date.serial": { is: "A date is a number of days since 1899-12-30.", where: "cell-values.ts#dateOf" },
  "date.zone": { is: "Script and workbook have one zone.", where: "services.ts#fakeServices" },
  "size.mismatch": { is: "Written cells must fit the range.", where: "sheet.ts#sameSize" },
  "size.outside": { is: "Cells beyond the tab are refused.", where: "sheet.ts#within" },
  "last.content": { is: "Only content makes a last row or column.", where: "../tab.ts#lastRowOf" },
  "append.afterAny": { is: "appendRow goes below any content.", where: "sheet.ts#fakeSheet" },
  "append.format": { is: "appendRow keeps to the cells' formats.", where: "sheet.ts#setOps" },
  "insert.before": { is: "Rows inserted before a row look like that row.", where: "sheet.ts#fakeSheet" },
  "insert.inherits": { is: "Rows added at the end look like the column.", where: "sheet.ts#toEnd" },
  "tab.names": { is: "Names of tabs are unique.", where: "services.ts#fakeSpreadsheet" },
  "tab.active": { is: "A tab that is made becomes the active one.", where: "services.ts#fakeSpreadsheet" },
  "tab.hidden": { is: "Hidden tabs are read and written like others.", where: "sheet.ts#fakeSheet" },
  "formula.written": { is: '"=" makes a formula, in "@" columns too.', where: "typed-value.ts#typedValue" },
  "formula.counta": { is: "COUNTA of a column is computed.", where: "formulas.ts#countOf" },
  "formula.sum": { is: "SUM of a column is computed, texts passed over.", where: "formulas.ts#sumOf" },
  "formula.textjoin": { is: "TEXTJOIN of a row keeps empty cells.", where: "formulas.ts#textJoin" },
  "formula.recomputed": { is: "A formula is computed when it is read.", where: "formulas.ts#computed" },
  "formula.lost": { is: 'A formula over a missing tab is "#REF!".', where: "formulas.ts#computed" },
  "formula.follows": {
    is: "Formulas follow renamed tabs, moved columns, and rows and columns that are inserted or removed.",
    where: "formula-refs.ts#applyFollowed",
  },
  "write.visible": { is: "A read sees this run's earlier writes.", where: "runtime.ts#settle" },
  "find.whole": { is: "Only whole cells are found, from above.", where: "text-finder.ts#firstRow" },
  "find.case": { is: "Capitals are told apart.", where: "text-finder.ts#firstRow" },
  "find.none": { is: "Nothing found is null.", where: "text-finder.ts#fakeTextFinder" },
  "find.number": { is: "A number is found by its digits.", where: "text-finder.ts#firstRow" },
  "list.invalid": { is: "A list does not stop other values.", where: "services.ts#fakeValidation" },
  "protect.warning": { is: "A warning does not stop a script.", where: "protection.ts#fakeProtection" },
  "metadata.column": {
    is: "Metadata is put on whole columns only, moves with them and is found by key.",
    where: "sheet.ts#wholeColumn",
  },
  "looks.told": { is: "Looks are told back as set.", where: "looks.ts#looksOf" },
  "lock.one": {
    is: "One lock for all runs, told by the object that took it.",
    where: "services.ts#fakeLock",
  },
  "lock.again": { is: "The run that has the lock gets it again.", where: "services.ts#fakeLock" },
  "property.kept": {
    is: "Properties are texts; a missing one is null.",
    where: "services.ts#fakeProperties",
  },
  "property.size": { is: "A property holds 9 KB, counted in bytes.", where: "services.ts#fakeProperties" },
  "user.known": { is: "The person's address is known.", where: "services.ts#fakeServices" },
  "html.unchanged": { is: "A page's text is kept as it is.", where: "html.ts#fakeOutput" },
  "html.file": { is: "A pushed page is read by its name.", where: "html.ts#fakeHtmlService" },
  "errors.kind": { is: "Errors are of the script's own realm.", where: "../vm.ts#open" },
  "language.bare": { is: "No names of other platforms.", where: "../vm.ts#open" },
  "language.es2020": { is: "The language of 2020.", where: "../vm.ts#open" },
  "language.unicode": { is: "Unicode forms, properties and code points.", where: "../vm.ts#open" },
  "language.numbers": { is: "Numbers as V8 writes them.", where: "../vm.ts#open" },
  "language.intl": { is: "Intl with all time zones.", where: "../vm.ts#open" },
  "language.dates": { is: "Moments as ISO text in UTC.", where: "../vm.ts#open" },
  "language.json": { is: "JSON as the standard has it.", where: "../vm.ts#call" },
};

/** What the fake does that one run cannot see of itself, and so no line of the probe looks at. */
export const UNSEEN_BY_ONE_RUN: readonly Behaviour[] = [
  { is: "What a killed run had flushed stays; the rest is lost.", where: "runtime.ts#die" },
  { is: "A timed-out call may have been carried out.", where: "runtime.ts#failing" },
  { is: "A torn write leaves its first half.", where: "runtime.ts#tornHalf" },
  { is: "A second run does not get the lock.", where: "services.ts#fakeLock" },
  { is: "Hands fire onEdit with their range; scripts fire nothing.", where: "../vm.ts#edited" },
  { is: "Menus, sidebars and dialogs are seen by the person only.", where: "ui.ts#fakeUi" },
];
