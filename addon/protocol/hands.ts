import * as z from "zod/mini";
import type { Problem } from "../../core/index.ts";
import { ActionId } from "./shapes.ts";

/** Calls about what people typed in the tabs 手工录入. */
export const HANDS_CALLS = {
  /** What people typed in the tabs and the ledger has not taken over; nothing is written. */
  handEdits: {
    input: z.object({}),
    output: z.object({
      /** As many as Today says: a row that was touched and is as before counts too. */
      marked: z.int(),
      rows: z.array(
        z.object({
          /** The tab's name, and the row as the sheet counts. */
          tab: z.string(),
          row: z.int(),
          change: z.enum(["new", "changed", "restored", "deleted"]),
          /** Number, name or sum by which a person knows the row. */
          text: z.string(),
        }),
      ),
      problems: z.array(z.custom<Problem>()),
    }),
  },
  /** Takes over what people typed in the tabs; `all` looks at every row, not only where a mark stands. */
  takeOver: {
    input: z.object({ action: ActionId, all: z.exactOptional(z.boolean()) }),
    output: z.object({
      taken: z.int(),
      restored: z.int(),
      problems: z.array(z.custom<Problem>()),
      /** Ids of what was booked, one a tab: undo takes them. */
      booked: z.exactOptional(z.array(z.string())),
    }),
  },
} as const;
