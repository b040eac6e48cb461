import { AS_OF, MONTH } from "./sample-ledger.ts";

/** The tables as the CSV files hold them: days as day numbers, amounts in minor units. */
export const TABLES = {
  lines: ["line", "party", "day", "due", "amount", "disputed_from"],
  credits: ["credit", "party", "day", "amount", "matures"],
  allocations: ["line", "credit", "day", "amount"],
} as const;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = ["lines", "credits", "allocations"] as const;

/** A due date that is not fixed. */
const NO_DAY = 2_147_483_647;

/**
 * Aging of every party in plain SQL, written from the rule: what is open of each line at the end of the
 * day, in its bucket. DuckDB and SQLite run the same text.
 */
export const AGING = `
with paid as (select line, sum(amount) as amount from allocations where day <= ${AS_OF} group by line),
used as (select credit, sum(amount) as amount from allocations where day <= ${AS_OF} group by credit),
open_lines as (
  select party, ${AS_OF} - due as late, due, disputed_from, lines.amount - coalesce(paid.amount, 0) as amount
  from lines left join paid on paid.line = lines.line where day <= ${AS_OF}),
open_credits as (
  select party, day, matures, credits.amount as whole, credits.amount - coalesce(used.amount, 0) as amount
  from credits left join used on used.credit = credits.credit where day <= ${AS_OF}),
owed as (
  select party,
    sum(case when late <= 0 then amount else 0 end) as current,
    sum(case when late between 1 and 30 then amount else 0 end) as to30,
    sum(case when late between 31 and 60 then amount else 0 end) as to60,
    sum(case when late between 61 and 90 then amount else 0 end) as to90,
    sum(case when late between 91 and 180 then amount else 0 end) as to180,
    sum(case when late > 180 then amount else 0 end) as over180,
    sum(case when disputed_from <= ${AS_OF} then amount else 0 end) as disputed,
    sum(case when due = ${NO_DAY} then amount else 0 end) as not_fixed
  from open_lines group by party),
over as (
  select party, sum(amount) as amount,
    sum(case when matures <> ${NO_DAY} and matures > ${AS_OF} then whole else 0 end) as drafts
  from open_credits group by party),
parties as (select party from lines union select party from credits)
select parties.party, coalesce(current, 0), coalesce(to30, 0), coalesce(to60, 0), coalesce(to90, 0),
  coalesce(to180, 0), coalesce(over180, 0), -coalesce(over.amount, 0), coalesce(disputed, 0),
  coalesce(not_fixed, 0), coalesce(drafts, 0)
from parties left join owed on owed.party = parties.party left join over on over.party = parties.party
order by parties.party`;

/** What all statements of the month come to: opening, increases, decreases, closing. */
export const MOVEMENTS = `
with moved as (
  select party, day, amount from lines where day <= ${MONTH.to}
  union all select party, day, -amount from credits where day <= ${MONTH.to}),
sums as (
  select party,
    sum(case when day < ${MONTH.from} then amount else 0 end) as opening,
    sum(case when day >= ${MONTH.from} and amount > 0 then amount else 0 end) as increases,
    sum(case when day >= ${MONTH.from} and amount < 0 then amount else 0 end) as decreases,
    sum(amount) as closing
  from moved group by party),
parties as (select party from lines union select party from credits)
select parties.party, coalesce(opening, 0), coalesce(increases, 0), coalesce(decreases, 0),
  coalesce(closing, 0)
from parties left join sums on sums.party = parties.party order by parties.party`;
