import * as z from "zod/mini";
import type { Entry } from "./journal.ts";
import { LineShape, PlainDateShape } from "./shapes.ts";

/** A period was closed 关账, or opened again 重新开放: up to which day from then on, and who decided why. */
export const PeriodChangeShape = z.object({
  id: z.string(),
  /** Closed through this day from then on; without it nothing is closed any more. */
  through: z.exactOptional(PlainDateShape),
  /** Why it was opened again. */
  reason: z.exactOptional(LineShape),
  /** Who decided it, by name; unknown in a ledger without users. */
  by: z.exactOptional(LineShape),
});

export type PeriodChange = z.infer<typeof PeriodChangeShape>;

/** The same with its place in the journal, its time and who was at the keyboard. */
export type EnteredPeriodChange = Omit<PeriodChange, "id"> & Pick<Entry, "seq" | "at" | "user">;

/**
 * Every closing of a period 关账 and every opening again, in journal order: the reasons stay for good.
 * Older entries closed a period by the settings alone.
 *
 * @example
 * periodChangesOf([]) // => []
 */
export function periodChangesOf(entries: readonly Entry[]): EnteredPeriodChange[] {
  return entries.flatMap(({ seq, at, user, kind, changes }): EnteredPeriodChange[] => {
    const said = changes.find((change) => change.put === "period");
    if (said?.put === "period") {
      const { id: _, ...row } = said.row;
      return [{ seq, at, user, ...row }];
    }
    const settings = kind === "closePeriod" ? changes.find((change) => change.put === "settings") : undefined;
    if (settings?.put !== "settings") return [];
    const { closedThrough: through } = settings.row;
    return [{ seq, at, user, ...(through ? { through } : {}) }];
  });
}
