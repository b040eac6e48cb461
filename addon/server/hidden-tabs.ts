/** Names of the tabs that belong to the add-on alone; they are hidden and warn before editing. */
export const STATE_TAB = "_state";
export const JOURNAL_TAB = "_journal";
export const ACCOUNTS_TAB = "_accounts";

const HIDDEN: readonly string[] = [STATE_TAB, JOURNAL_TAB, ACCOUNTS_TAB];

export function isHiddenTab(name: string): boolean {
  return HIDDEN.includes(name);
}
