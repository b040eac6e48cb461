import { byId } from "./element.ts";
import type { Words } from "./words.ts";

/** What the line at the top says of the page's state. */
export interface Status {
  connection: "live" | "lost" | "restarted" | "loggedOut";
  /** Who has logged in; "" where the ledger asks nobody. */
  user: string;
  /** Whether the user may write at all. */
  mayWrite: boolean;
  /** Who types in the page that has the pen; "" where nobody does, or the ledger asks nobody. */
  writer: string;
  isWriter: boolean;
  isSaving: boolean;
}

/** Paints the state beside the ledger's name, and "edit here" where this tab may only look. */
export function paintStatus({ connection, mayWrite, isWriter, isSaving }: Status, words: Words): void {
  const [kind, text] =
    connection === "restarted"
      ? ["lost", words.restarted]
      : connection === "loggedOut"
        ? ["lost", words.loggedOut]
        : connection === "lost"
          ? ["lost", words.offline]
          : isWriter
            ? isSaving
              ? ["saving", words.saving]
              : ["saved", words.saved]
            : ["read-only", words.readOnly];
  const state = byId("state");
  state.dataset.state = kind;
  if (state.textContent !== text) state.textContent = text;
  byId("edit-here").hidden = isWriter || !mayWrite || connection !== "live";
}
