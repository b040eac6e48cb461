import type { Words } from "../words.ts";

/** Commands for which the ledger has no operation. They are stopped before they do anything. */
export function isBlocked(command: string): boolean {
  return BLOCKED.some((pattern) => pattern.test(command));
}

const BLOCKED = [
  /^sheet\.command\.move-(rows|cols)/,
  /^sheet\.command\.(insert-col|insert-multi-cols|remove-col)/,
  /^sheet\.command\.(insert|delete)-range-move/,
  /^sheet\.command\.(insert|remove|copy)-sheet/,
  /^sheet\.command\.set-worksheet-(name|order|hidden|show|protection|permission|default-style|right-to-left)/,
  /^sheet\.command\.(add|remove)-worksheet-merge/,
  /^sheet\.command\.set-(row|col|rows|selected-rows|selected-cols|specific-rows|specific-cols)-?(hidden|visible|frozen)/,
  /^sheet\.command\.(set-frozen|cancel-frozen|set-selection-frozen|set-first)/,
  /protection/,
  /^sheet\.command\.(insert|set|remove)-defined-name/,
  /^sheet\.command\.(split-text|text-to-number|set-tab-color|toggle-cell-checkbox)/,
  /range-theme-style/,
];

/**
 * The library's menus: without entries that lead to a blocked command, and with sorting under the
 * words of what it does here.
 */
export function menus(words: Words): Record<string, { hidden?: boolean; title?: string }> {
  return {
    ...Object.fromEntries(HIDDEN.map((id) => [id, { hidden: true }])),
    "sheet.command.sort-range-asc-ext-ctx": { title: words.sortUp },
    "sheet.command.sort-range-desc-ext-ctx": { title: words.sortDown },
  };
}

const HIDDEN = [
  "sheet.menu.paste-special",
  "sheet.menu.copy-special",
  "sheet.menu.sheet-frozen",
  "sheet.column-header-menu.sheet-frozen",
  "sheet.row-header-menu.sheet-frozen",
  "sheet.contextMenu.permission",
  "sheet.contextMenu.text-to-number",
  "sheet.menu.cell-insert",
  "sheet.menu.delete",
  "sheet.command.insert-col-before",
  "sheet.command.insert-col-after",
  "sheet.command.insert-multi-cols-before",
  "sheet.command.insert-multi-cols-right",
  "sheet.command.remove-col-confirm",
  "sheet.command.hide-col-confirm",
  "sheet.command.hide-row-confirm",
  "sheet.command.set-selected-cols-visible",
  "sheet.command.set-selected-rows-visible",
  "sheet.command.sort-range-asc-ctx",
  "sheet.command.sort-range-desc-ctx",
  "sheet.command.sort-range-custom-ctx",
];

/** Mutations that are only looks of this browser tab, such as row heights fitted to their text. */
export function isOnlyLook(mutation: string): boolean {
  return !mutation.startsWith("sheet.mutation.") || ONLY_LOOKS.has(mutation.slice("sheet.mutation.".length));
}

const ONLY_LOOKS = new Set([
  "empty",
  "mark-dirty-filter-change",
  "data-validation-formula-mark-dirty",
  "set-worksheet-row-height",
  "set-worksheet-row-auto-height",
  "set-worksheet-row-is-auto-height",
  "set-worksheet-row-count",
  "set-row-data",
  "set-worksheet-permission-points",
]);
