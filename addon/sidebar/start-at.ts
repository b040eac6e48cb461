const SCREENS = ["today", "receipt", "customer", "statements", "reminders", "import", "check"] as const;
const DIALOGS = ["aging", "import"] as const;

/** What the sidebar opens with: the screen that the menu asked for, and whose. */
export interface StartAt {
  readonly screen: (typeof SCREENS)[number];
  /** Code of the customer in the selected row; "" for none. */
  readonly code: string;
  /** As a dialog it is one wide screen. */
  readonly dialog: (typeof DIALOGS)[number] | undefined;
}

/**
 * Reads it from the root's attributes, which a server sets where an address is not its own, as at
 * Google's; `#dialog=aging` in the address says the same.
 */
export function startAsked(root: HTMLElement, hash: string): StartAt {
  const { start, code = "", dialog = /^#dialog=(\w+)$/.exec(hash)?.[1] } = root.dataset;
  return {
    screen: SCREENS.find((screen) => screen === start) ?? "today",
    code,
    dialog: DIALOGS.find((name) => name === dialog),
  };
}
