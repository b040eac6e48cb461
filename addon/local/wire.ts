import type { Op, TabId } from "./ops.ts";
import type { Tab } from "./tab.ts";

/** A tab without its cells, as JSON: maps travel as pairs. */
export interface TabLook
  extends Pick<
    Tab,
    | "id"
    | "name"
    | "hidden"
    | "rows"
    | "cols"
    | "formats"
    | "styles"
    | "validations"
    | "protections"
    | "frozen"
    | "tags"
    | "structure"
  > {
  /** "row:col" and the note's text. */
  notes: [string, string][];
  /** Column and its width in pixels. */
  widths: [number, number][];
}

/** `GET /api/workbook`: everything but the cells. */
export interface WorkbookView {
  name: string;
  /** The ledger's own language, if it has one. */
  language: string | null;
  revision: number;
  lease: LeaseState;
  /** Who has logged in; null where the ledger asks nobody. */
  user: { name: string; mayWrite: boolean } | null;
  /** Whether it is the sample, and one's own books can be opened beside it. */
  isSample: boolean;
  tabs: TabLook[];
}

/** Which browser tab may write; null while nobody does. */
export interface LeaseState {
  holder: string | null;
  /** Who has logged in there; absent where the ledger asks nobody. */
  user?: string;
}

/** `GET /api/door`, for everybody: whether to log in, and in which language to ask. */
export interface DoorView {
  asks: boolean;
  language: string | null;
}

/** `POST /api/login`: the key goes with every call as its token; its other half is a cookie. */
export interface LoggedIn {
  key: string;
  name: string;
}

/** `POST /api/edit`: what a person did, and how many changes of shape their tabs had seen. */
export interface EditRequest {
  client: string;
  structure: Record<TabId, number>;
  ops: Op[];
}

/** What was really stored; it also arrives over the live stream, in order with everybody else's. */
export interface EditAnswer {
  ops: readonly Op[];
  revision: number;
}

/** Every refusal: one plain sentence; an edit refused for its shape brings the tabs as they are now. */
export interface Refusal {
  error: string;
  reason: RefusalReason;
  tabs?: TabLook[];
}

export type RefusalReason =
  | "host"
  | "origin"
  | "token"
  | "login"
  | "wrongLogIn"
  | "tooMany"
  | "readsOnly"
  | "usersOnly"
  | "decidersOnly"
  | "method"
  | "notFound"
  | "tooBig"
  | "notJson"
  | "invalid"
  | "notWriter"
  | "stale"
  | "broken";

/**
 * `POST /api/call`: an exception of the add-on is an answer too, and never brings a stack trace. `show` is
 * a tab that the call brought before the person's eyes.
 */
export type CallAnswer = { result: unknown; show?: TabId } | { error: string };

/** `GET /api/tab/<id>`: JSON lines, the head first, then rows in order, all of one revision. */
export type TabLine = TabHead | TabRows;

export interface TabHead {
  look: TabLook;
  revision: number;
}

export interface TabRows {
  row: number;
  cells: Tab["cells"];
}
