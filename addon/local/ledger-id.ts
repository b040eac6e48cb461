import * as z from "zod/mini";
import { STATE_TAB } from "../server/hidden-tabs.ts";
import { cellAt } from "./tab.ts";
import type { Workbook } from "./workbook.ts";

const IdentityShape = z.object({ ledgerId: z.string() });

/** Which ledger a workbook holds, read past the add-on, as of a copy that is not open; nothing where it holds none. */
export function ledgerIdIn(workbook: Workbook): string | undefined {
  const state = workbook.tabs.find(({ name }) => name === STATE_TAB);
  const cell = state && cellAt(state, 1, 2);
  const identity = IdentityShape.safeParse(typeof cell === "string" && cell !== "" ? JSON.parse(cell) : {});
  return identity.success ? identity.data.ledgerId : undefined;
}
