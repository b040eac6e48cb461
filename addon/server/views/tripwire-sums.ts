import {
  dayNumberOf,
  decimalText,
  type Fields,
  money,
  type PlainDate,
  SERIAL_OF_1970,
  type Table,
} from "../../../core/index.ts";
import { currencyOf } from "../cells.ts";
import { emptyTripwires, type Tripwires, tripwireColumns } from "../state/tripwires.ts";
import type { RowWrite } from "./row-write.ts";

/** What the tripwires of a tab must show when it holds exactly these rows. */
export function tripwiresOf(table: Table, writes: Iterable<RowWrite>): Tripwires {
  let sums = emptyTripwires(table);
  for (const write of writes) sums = raised(sums, write);
  return sums;
}

/** A row more. */
export function raised(sums: Tripwires, { table, fields }: RowWrite): Tripwires {
  return added(sums, sharesOf(table, fields), 1);
}

/** A row that holds something else than before. */
export function changed(sums: Tripwires, { table, fields, before }: RowWrite): Tripwires {
  return before ? added(added(sums, sharesOf(table, fields), 1), sharesOf(table, before), -1) : sums;
}

/** No currency has more decimals: what floating sums carry beyond them is noise, which depends on the order. */
const MOST_DECIMALS = 4;

function added(sums: Tripwires, shares: Tripwires, sign: 1 | -1): Tripwires {
  return {
    ids: sums.ids + sign * shares.ids,
    rows: sums.rows + sign * shares.rows,
    amount: Number((sums.amount + sign * shares.amount).toFixed(MOST_DECIMALS)),
    days: sums.days + sign * shares.days,
  };
}

/** What one row adds to the tripwires of its tab. */
function sharesOf(table: Table, fields: Fields): Tripwires {
  const columns = tripwireColumns(table);
  const amount = columns.amount ? fields[columns.amount] : undefined;
  const day = columns.days ? fields[columns.days] : undefined;
  return {
    ids: 1,
    rows: columns.rows && fields[columns.rows] !== undefined ? 1 : 0,
    amount: typeof amount === "number" ? Number(decimalText(money(amount), currencyOf(fields))) : 0,
    days: typeof day === "string" ? dayNumberOf(day as PlainDate) + SERIAL_OF_1970 : 0,
  };
}
