/**
 * One change to the workbook, in the order it happened: the one language that the grid in the
 * browser, the host, the disk and other browser tabs speak. Rows and columns count from 1, as in
 * Apps Script. No operation names the grid library.
 */
export type Op =
  | { do: "addTab"; tab: TabId; name: string; at: number; rows: number; cols: number }
  | { do: "renameTab"; tab: TabId; name: string }
  | { do: "removeTab"; tab: TabId }
  | { do: "moveTab"; tab: TabId; at: number }
  | { do: "hideTab"; tab: TabId; hidden: boolean }
  | { do: "set"; tab: TabId; row: number; col: number; cells: Cell[][] }
  | { do: "insertRows" | "removeRows"; tab: TabId; row: number; count: number }
  | { do: "insertCols" | "removeCols"; tab: TabId; col: number; count: number }
  /** One column goes to stand before another, with its looks and tags. */
  | { do: "moveCols"; tab: TabId; col: number; before: number }
  /** Number format of a rectangle; `rows: 0` reaches to the end of the tab, rows added later included. */
  | ({ do: "format"; format: NumberFormat } & Rectangle)
  | ({ do: "style"; style: Style } & Rectangle)
  | ({ do: "validate"; list: readonly string[] | null } & Rectangle)
  | ({ do: "protect"; warning: string } & Rectangle)
  | { do: "note"; tab: TabId; row: number; col: number; note: string }
  | { do: "freeze"; tab: TabId; rows: number; cols: number }
  | { do: "width"; tab: TabId; col: number; pixels: number }
  /** A developer metadata key on a column: it moves with the column. */
  | { do: "tag"; tab: TabId; col: number; key: string; value: string }
  /** A script or document property; `null` deletes it. */
  | { do: "property"; key: string; value: string | null };

export type TabId = string;

export interface Rectangle {
  tab: TabId;
  row: number;
  col: number;
  /** 0 = to the end of the tab. */
  rows: number;
  cols: number;
}

/** "" is an empty cell. A date is a number of days since 1899-12-30 under a date format. */
export type Value = string | number | boolean;

/** A formula keeps its text and its last computed value. */
export interface Formula {
  f: string;
  v: Value;
}

export type Cell = Value | Formula;

/** "@" is plain text; "" is automatic. */
export type NumberFormat = string;

export interface Style {
  bold?: boolean;
  background?: string;
  color?: string;
  wrap?: boolean;
  align?: "left" | "center" | "right";
}

export function isFormula(cell: Cell): cell is Formula {
  return typeof cell === "object";
}
