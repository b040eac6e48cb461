import type { Tab } from "../tab.ts";
import type { TabLine, TabLook, WorkbookView } from "../wire.ts";
import type { Workbook } from "../workbook.ts";
import type { Language } from "./refusals.ts";

const ROWS_A_LINE = 1000;

/** The language in which the host speaks: the ledger's own. */
export function languageOf({ properties }: Workbook): Language {
  return properties.get("language")?.startsWith("zh") ? "zh" : "en";
}

/** What the page is told beside the workbook itself. */
type AroundWorkbook = Pick<WorkbookView, "name" | "lease" | "user" | "isSample">;

/** The workbook without its cells. Properties stay here: they hold secrets; only the language travels. */
export function workbookView(book: Workbook, around: AroundWorkbook): WorkbookView {
  const language = book.properties.get("language") ?? null;
  return { ...around, language, revision: book.revision, tabs: book.tabs.map(lookOf) };
}

/** A tab without its cells. */
export function lookOf(tab: Tab): TabLook {
  const { cells: _, notes, widths, ...look } = tab;
  return { ...look, notes: [...notes], widths: [...widths] };
}

/**
 * A tab with its cells as JSON lines, made in one go so that all of it is of one revision; the page
 * can paint after the first lines.
 */
export function tabLines(tab: Tab, revision: number): string[] {
  const lines = [lineOf({ look: lookOf(tab), revision })];
  for (let start = 0; start < tab.cells.length; start += ROWS_A_LINE) {
    lines.push(lineOf({ row: start + 1, cells: tab.cells.slice(start, start + ROWS_A_LINE) }));
  }
  return lines;
}

function lineOf(line: TabLine): string {
  return `${JSON.stringify(line)}\n`;
}
