import { later, type PlainDate, type Settings } from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { asksDecider, deciderOf, decidersOf } from "../deciders.ts";
import type { Ledger } from "../ledger.ts";
import { openLedger } from "../opened-ledger.ts";
import { draftOf, idsFor } from "../plan.ts";
import { book } from "./booking.ts";
import { notTakenOver, todayIn } from "./reading.ts";

/** How far the books are closed, who may change that, and what would be left outside. */
export function period(): Output<"period"> {
  const ledger = openLedger("read");
  const { settings, users, batches } = ledger.book;
  const { closedThrough, reopenedThrough } = settings;
  return {
    ...(closedThrough ? { closedThrough } : {}),
    ...(reopenedThrough ? { reopenedThrough } : {}),
    deciders: decidersOf(users).map(({ name }) => name),
    asksName: asksDecider(users),
    typedRows: notTakenOver(ledger).rows,
    openImports: batches.filter(({ state }) => state === "open").length,
  };
}

/** Period close 关账: nothing dated up to that day may be entered, changed or taken back any more. */
export function closePeriod(input: Input<"closePeriod">): Output<"closePeriod"> {
  return book(input, (ledger) => {
    const { through } = input;
    const { closedThrough } = ledger.book.settings;
    if (through > todayIn(ledger)) throw new Refusal("closingAhead", { through });
    if (closedThrough && through < closedThrough) throw new Refusal("closedFurther", { closedThrough });
    return entryOf("closePeriod", input, { ledger, through });
  });
}

/** Opens a closed period again 重新开放, wholly or from a day on; the reason stays in the journal. */
export function reopenPeriod(input: Input<"reopenPeriod">): Output<"reopenPeriod"> {
  return book(input, (ledger) => {
    const { through } = input;
    const { closedThrough } = ledger.book.settings;
    if (!closedThrough) throw new Refusal("nothingClosed", {});
    if (through && through >= closedThrough) throw new Refusal("notReopened", { closedThrough });
    return entryOf("reopenPeriod", input, { ledger, through });
  });
}

interface Said {
  readonly action: string;
  readonly reason?: string;
  readonly by?: string;
}

function entryOf(kind: string, said: Said, to: { ledger: Ledger; through: PlainDate | undefined }) {
  const { book: known } = to.ledger;
  const by = deciderOf(known.users, said.by);
  const { closedThrough: _, reopenedThrough: __, ...settings } = known.settings;
  const through = to.through ? { through: to.through } : {};
  const row: Settings = { ...settings, ...closedTo(to.through, known.settings) };
  const why = { ...(said.reason ? { reason: said.reason } : {}), ...(by ? { by } : {}) };
  const id = idsFor(known.head.seq + 1).other();
  return draftOf(kind, said.action, "", [
    { put: "settings", row },
    { put: "period", row: { id, ...through, ...why } },
  ]);
}

/** How far the books are closed from now on, and while they once were further, how far that was. */
function closedTo(
  through: PlainDate | undefined,
  before: Settings,
): Pick<Settings, "closedThrough" | "reopenedThrough"> {
  const furthest = [before.closedThrough, before.reopenedThrough]
    .filter((day) => day !== undefined)
    .reduce<PlainDate | undefined>((known, day) => (known ? later(known, day) : day), undefined);
  const isReopened = furthest !== undefined && (through === undefined || through < furthest);
  return {
    ...(through ? { closedThrough: through } : {}),
    ...(isReopened ? { reopenedThrough: furthest } : {}),
  };
}
