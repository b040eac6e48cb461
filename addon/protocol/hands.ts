import * as z from "zod/mini";
import type { Problem } from "../../core/index.ts";
import { ActionId } from "./shapes.ts";

/** A column of the customers in which typing is a wish. */
const ProposedColumn = z.enum(["terms", "limitType", "limit"]);

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
  /** Terms and limits that people typed beside customers: wishes until somebody decides. */
  proposals: {
    input: z.object({}),
    output: z.object({
      proposals: z.array(
        z.object({
          customer: z.string(),
          code: z.string(),
          name: z.string(),
          column: ProposedColumn,
          /** As a person reads them; "" is nothing. */
          proposed: z.string(),
          inForce: z.string(),
        }),
      ),
    }),
  },
  /** Puts wishes in force, or what is in force back into their cells. */
  decideProposals: {
    input: z.object({
      action: ActionId,
      decisions: z
        .array(
          z.object({
            customer: z.string(),
            column: ProposedColumn,
            proposed: z.string(),
            as: z.enum(["inForce", "discarded"]),
          }),
        )
        .check(z.minLength(1), z.maxLength(500)),
    }),
    output: z.object({ inForce: z.int(), discarded: z.int() }),
  },
} as const;
