import { assert, html, TABLES } from "../../core/index.ts";
import { bothWords, MENU_WORDS, type MenuVerb, PRODUCT } from "../words/menu.ts";
import {
  htmlFile,
  type MenuLine,
  readCells,
  selectedPlace,
  showDialog,
  showMenu,
  showSidebar,
} from "./google.ts";
import { probePage } from "./probe/report-page.ts";
import { probe } from "./probe.ts";
import { positionsIn } from "./tabs.ts";

/** The screen that the sidebar is asked to begin with, and the customer's code where one was selected. */
export interface Start {
  readonly screen: "today" | "receipt" | "customer" | "statements" | "reminders" | "import" | "check";
  readonly code?: string;
}

/** The global function that each line of the menu calls. */
const CALLS: Readonly<Record<MenuVerb, string>> = {
  today: "openToday",
  receipt: "recordReceipt",
  customer: "showSelectedCustomer",
  statements: "makeStatements",
  reminders: "remindCustomers",
  import: "openImport",
  check: "checkLedger",
  probe: "probePlatform",
};

const GROUPS: readonly (readonly MenuVerb[])[] = [
  ["today", "receipt", "customer", "statements", "reminders", "check"],
  ["import", "probe"],
];

/** Only makes the menu: before anybody has given permission (AuthMode.NONE) nothing else is allowed. */
export function makeMenu(): void {
  const line = (verb: MenuVerb): MenuLine => ({ label: bothWords(MENU_WORDS[verb]), calls: CALLS[verb] });
  showMenu(
    bothWords(PRODUCT),
    GROUPS.map((group) => group.map(line)),
  );
}

/** Opens the sidebar at a screen. */
export function openSidebar(start: Start): void {
  showSidebar(bothWords(PRODUCT), startingAt(htmlFile("sidebar"), start, "sidebar"));
}

/** Opens the same page over the sheet, about 900 × 600, for what 300 px cannot show. */
export function openDialog(start: Start, verb: MenuVerb): void {
  showDialog(bothWords(MENU_WORDS[verb]), startingAt(htmlFile("sidebar"), start, "dialog"));
}

/** Runs the probe and shows what it saw. */
export function showProbe(): void {
  showDialog(bothWords(MENU_WORDS.probe), probePage(probe()));
}

/** The customer of the selected row, by its code: on the ledger's tabs, where the row names one. */
export function selectedCustomer(): string | undefined {
  const place = selectedPlace();
  if (!place || place.row < 2) return undefined;
  const name = place.sheet.getName();
  const table = TABLES.find((each) => each.name.zh === name || each.name.en === name);
  if (!table) return undefined;
  const [headings = [], row = []] = [1, place.row].map(
    (at) => readCells(place.sheet, at, 1, 1, place.sheet.getMaxColumns())[0],
  );
  const key = table.key === "customers" ? "code" : "customer";
  const at = positionsIn(table, headings.map(String), place.sheet).get(key);
  const code = at === undefined ? "" : String(row[at] ?? "");
  return code === "" ? undefined : code;
}

const ROOT = 'data-dialog=""';
const APP = '<div id="app">';

/**
 * Writes the first screen into the page: `data-start` (and `data-code`) on its element, and for a dialog
 * `data-dialog` on its root, both places that stand in the page for this.
 */
function startingAt(page: string, start: Start, as: "sidebar" | "dialog"): string {
  assert(page.includes(ROOT) && page.includes(APP), "the sidebar's page has the places for its first screen");
  const root = as === "dialog" ? html`data-dialog="${start.screen}"`.markup : ROOT;
  const app = html`<div id="app" data-start="${start.screen}" data-code="${start.code ?? ""}">`.markup;
  return page.replace(ROOT, () => root).replace(APP, () => app);
}
