import { type Currency, monthEndOf, monthsAfter } from "../../../core/index.ts";
import { useDesk, useKept } from "../desk.ts";
import type { Chosen } from "../forms/receipt-form.ts";
import { useChosen } from "../forms/use-chosen.ts";
import { slot } from "../router.ts";

interface Kept {
  readonly view: "toMake" | "made";
  readonly customer: Chosen | undefined;
  readonly isCleared: boolean;
  /** As typed. */
  readonly until: string;
  /** As typed; nothing where each customer's own period is meant. */
  readonly from: string;
  /** One sheet with those for whom the customer pays. */
  readonly forPayer: boolean;
  /** The customer's own currency where none is chosen. */
  readonly currency: Currency | undefined;
}

/** What the statements screen shows: those to be made or those that were made, of whom, and up to when. */
export interface StatementsWish extends Pick<Kept, "view" | "until"> {
  /** What is wished of a chosen customer's sheet beyond its own period. */
  readonly sheet: Sheet;
  /** As the field shows it, once the list of customers says the name. */
  readonly chosen: Chosen | undefined;
  /** Whose statements alone are shown. */
  readonly of: { readonly customer?: string };
  readonly show: (view: Kept["view"]) => void;
  readonly choose: (customer: Chosen | undefined) => void;
  readonly type: (until: string) => void;
  readonly change: (sheet: Partial<Sheet>) => void;
}

/** A sheet of a customer that is not simply that of its own period. */
export type Sheet = Pick<Kept, "from" | "forPayer" | "currency">;

const OWN_PERIOD: Sheet = { from: "", forPayer: false, currency: undefined };

const wishes = slot<Kept>();

/** The wish of the open screen: at first the customer that it was opened for, else everybody. */
export function useStatementsWish(opened: string | undefined): StatementsWish {
  const { today } = useDesk();
  const [kept, keep] = useKept<Kept>(wishes, () => ({
    ...{ view: "toMake", customer: undefined, isCleared: false, ...OWN_PERIOD },
    until: monthEndOf(monthsAfter(today, -1)),
  }));
  const chosen = useChosen(opened, kept.customer, kept.isCleared);
  const customer = chosen?.id ?? (kept.isCleared ? undefined : opened);
  return {
    ...{ view: kept.view, until: kept.until, chosen },
    sheet: { from: kept.from, forPayer: kept.forPayer, currency: kept.currency },
    of: customer === undefined ? {} : { customer },
    show: (view) => keep({ ...kept, view }),
    choose: (picked) => keep({ ...kept, ...OWN_PERIOD, customer: picked, isCleared: picked === undefined }),
    type: (until) => keep({ ...kept, until }),
    change: (sheet) => keep({ ...kept, ...sheet }),
  };
}
