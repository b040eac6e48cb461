import { STATE_TAB } from "../server/hidden-tabs.ts";
import type { Host } from "./host-port.ts";
import type { Op } from "./ops.ts";

/** From this row of `_state` on stand edit marks; above them what an action left behind: settings, users. */
const FIRST_MARK_ROW = 4;

/** Hears that an action has left something behind, or that somebody has touched what it left. */
function onStateLeft(host: Host, heard: () => void): () => void {
  return host.onOps(({ ops }) => {
    const state = host.workbook.tabs.find((tab) => tab.name === STATE_TAB);
    if (ops.some((op) => leavesState(op, state?.id))) heard();
  });
}

/** What is read of a ledger, once again only after an action has left something behind: each call takes its time. */
export function untilStateLeft<T>(host: Host, read: () => T): () => T {
  let known: { readonly value: T } | undefined;
  onStateLeft(host, () => {
    known = undefined;
  });
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}

function leavesState(op: Op, state: string | undefined): boolean {
  if (!("tab" in op) || (state !== undefined && op.tab !== state)) return false;
  return op.do !== "set" || op.row < FIRST_MARK_ROW;
}
