import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import type { Currency, Language, PlainDate } from "../../core/index.ts";
import type { Output } from "../protocol.ts";
import type { Entry, Route, Screen, Slot, Tab } from "./router.ts";
import type { Say } from "./words/words.ts";

/** What the strip under the header says after an act. */
export interface Note {
  readonly text: string;
  /** Action that can be taken back. */
  readonly undo?: string;
  readonly isTrouble?: boolean;
}

export type Facts = NonNullable<Output<"status">["facts"]>;

/** What every screen has at hand. */
export interface Desk {
  readonly say: Say;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly route: Route;
  readonly entry: Entry;
  readonly open: (screen: Screen) => void;
  readonly back: () => void;
  readonly replaceTop: (screen: Screen) => void;
  readonly goTo: (tab: Tab) => void;
  readonly facts: Facts | undefined;
  /** Who is logged in, where rights go by roles. */
  readonly me: Output<"status">["me"] | undefined;
  readonly today: PlainDate;
  /** The ledger's own. */
  readonly currency: Currency;
  /** All that the ledger holds, its own first. */
  readonly currencies: readonly Currency[];
  readonly note: Note | undefined;
  readonly tell: (note: Note | undefined) => void;
  /** Customers used in this session, latest first. */
  readonly recent: readonly string[];
  readonly use: (customer: string) => void;
  /** A dialog shows one wide screen, without tabs. */
  readonly isDialog: boolean;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("a screen is shown outside the app");
  return desk;
}

/** State that an open screen keeps while others lie over it. */
export function useKept<T>(slot: Slot<T>, initial: () => T): [T, (value: T) => void] {
  const { entry } = useDesk();
  const [value, setValue] = useState(() => slot.get(entry) ?? initial());
  const set = (next: T) => {
    slot.set(entry, next);
    setValue(next);
  };
  return [value, set];
}
