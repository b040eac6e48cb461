import { USERS } from "../../../core/index.ts";
import type { Host } from "../host-port.ts";
import type { Op } from "../ops.ts";
import type { Tab } from "../tab.ts";
import { mayChangeUsers, mayWrite, type NoRight } from "../users/rights.ts";
import type { EditAnswer, EditRequest } from "../wire.ts";
import type { Workbook } from "../workbook.ts";
import type { Door, Visitor } from "./door.ts";
import type { Lease } from "./lease.ts";
import { Refused } from "./refusals.ts";
import { lookOf } from "./views.ts";

/** Where edits are stored, and whose turn it is. */
export interface Desk {
  readonly door: Pick<Door, "whoMay">;
  readonly host: Host;
  readonly lease: Lease;
}

/**
 * Stores what a person did in the grid. Refused as a whole, before anything is stored, when another
 * browser tab has the lease (423), when a tab has changed its shape since the person saw it (409), or
 * when a place lies outside the tab (400), or when the visitor has no right to it (403).
 */
export function storeEdit({ door, host, lease }: Desk, asked: EditRequest, visitor: Visitor): EditAnswer {
  refuseWithoutRight(door, host.workbook, asked, visitor);
  if (!lease.beat(asked.client, visitor.user)) throw new Refused("notWriter");
  requireSameShape(host.workbook, asked);
  const rows = new Map(host.workbook.tabs.map((tab) => [tab.id, tab.rows]));
  for (const op of asked.ops) requireFits(op, rows);
  const ops = host.edit(asked.ops, { client: asked.client, ...visitor });
  return { ops, revision: host.workbook.revision };
}

/** Readers write nothing, nobody types into hidden tabs, and where there are roles only a controller says who has which. */
function refuseWithoutRight(
  door: Desk["door"],
  book: Workbook,
  { ops }: EditRequest,
  { role }: Visitor,
): void {
  const without = (why: NoRight) => new Refused(why, {}, door.whoMay(why));
  if (role && !mayWrite(role)) throw without("readsOnly");
  const touched = new Set(ops.map((op) => ("tab" in op ? op.tab : "")));
  const tabs = book.tabs.filter((tab) => touched.has(tab.id));
  if (tabs.some((tab) => tab.hidden)) throw new Refused("invalid");
  if (role && !mayChangeUsers(role) && tabs.some(isUsersTab)) throw without("usersOnly");
}

function isUsersTab({ name }: Tab): boolean {
  return name === USERS.name.zh || name === USERS.name.en;
}

function requireSameShape(book: Workbook, { ops, structure }: EditRequest): void {
  const touched = new Set(ops.flatMap((op) => ("tab" in op ? [op.tab] : [])));
  const tabs = [...touched].map((id) => tabOf(book, id));
  const stale = tabs.filter((tab) => structure[tab.id] !== tab.structure);
  if (stale.length > 0) throw new Refused("stale", { tabs: stale.map(lookOf) });
}

function tabOf(book: Workbook, id: string): Tab {
  const tab = book.tabs.find((candidate) => candidate.id === id);
  // The tab was removed in the meantime: as stale as moved rows, and the page loads afresh.
  if (!tab) throw new Refused("stale", { tabs: [] });
  return tab;
}

function requireFits(op: Op, rows: Map<string, number>): void {
  if (op.do === "set" && !isRectangular(op.cells)) throw new Refused("invalid");
  if (op.do === "insertRows") rows.set(op.tab, (rows.get(op.tab) ?? 0) + op.count);
  if (op.do === "removeRows") {
    const left = (rows.get(op.tab) ?? 0) - op.count;
    if (op.row > left + 1 || left < 1) throw new Refused("invalid");
    rows.set(op.tab, left);
  }
}

function isRectangular(cells: readonly (readonly unknown[])[]): boolean {
  const width = cells[0]?.length ?? 0;
  return width > 0 && cells.every((row) => row.length === width);
}
