import {
  type Account,
  type Allocation,
  allocationDate,
  type Change,
  compareText,
  type Known,
  later,
  lineKey,
  liveFact,
  type OpenItem,
  PENDING,
  type PlainDate,
  type Receipt,
  recordOf,
  type Settings,
  SettlingDays,
} from "../../../core/index.ts";

type Dated = Pick<OpenItem | Receipt, "id" | "date">;

/**
 * New versions of the live allocations 核销 that a changed date of a document moves: its own hold from the later of
 * its two documents, and none, of any other document of these lines either, from a day on which the line or the
 * money has no room for it. No day shows a debt settled by money that was not there yet, or twice.
 */
export function redatedAllocations(account: Account, document: Dated, settings: Settings): Change[] {
  const live = account.allocations.filter((each) => each.voided === 0);
  const isOwn = ({ from, item }: Known<Allocation>) => from === document.id || item === document.id;
  const lines = new Set(live.filter(isOwn).map(lineKey));
  const isTouched = (each: Known<Allocation>) =>
    lines.has(lineKey(each)) && (each.seq !== PENDING || isOwn(each));
  const days = new SettlingDays(account, (each) => each.seq === PENDING || isTouched(each));
  const earliest = live.filter(isTouched).map((each) => ({
    each,
    from: isOwn(each) ? ownDay(account, each, document, settings) : each.date,
  }));
  return laidOut(
    earliest.sort((a, b) => compareText(a.from, b.from)),
    days,
    account,
  ).flatMap(({ each, date }): Change[] =>
    date === each.date ? [] : [{ put: "allocation", row: { ...recordOf(each), date } }],
  );
}

interface Earliest {
  readonly each: Known<Allocation>;
  readonly from: PlainDate;
}

interface LaidOut {
  readonly each: Known<Allocation>;
  readonly date: PlainDate;
}

/** Each on its first day with room; what has none yet waits for those behind it, or comes with them. */
function laidOut(waiting: readonly Earliest[], days: SettlingDays, account: Account): LaidOut[] {
  const done: LaidOut[] = [];
  const place = (each: Known<Allocation>, date: PlainDate) => {
    days.add({ ...each, date });
    done.push({ each, date });
  };
  let left = waiting;
  while (left.length > 0) {
    const still = left.flatMap(({ each, from }) => {
      const earliest = later(from, ofReversed(account, each, done) ?? from);
      const date = days.dayOf(each, earliest);
      if (date) place(each, date);
      return date ? [] : [{ each, from: earliest }];
    });
    left = still.length < left.length ? still : togetherOf(still, days, place);
  }
  return done;
}

/**
 * What fits on no day alone may fit with others: a bounce takes back what other money of that day pays. They hold from
 * the first day on which those that are there fit together, all of them from the last. Gives what is left.
 */
function togetherOf(
  stuck: readonly Earliest[],
  days: SettlingDays,
  place: (each: Known<Allocation>, date: PlainDate) => void,
): Earliest[] {
  const tried = stuck.flatMap(({ each, from }) => [from, days.lastDayOf(each, from)]).sort(compareText);
  const thereOn = (day: PlainDate) => stuck.flatMap(({ each, from }) => (from <= day ? [each] : []));
  const day = tried.find((on) => days.dayOfAll(thereOn(on), on) === on) ?? tried[tried.length - 1];
  if (day === undefined) return [];
  for (const each of thereOn(day)) place(each, day);
  return stuck.filter(({ from }) => from > day);
}

/** What a bounce takes back it takes back no earlier than it was settled. */
function ofReversed(
  { receipts }: Account,
  each: Known<Allocation>,
  done: readonly LaidOut[],
): PlainDate | undefined {
  const reverses = each.amount < 0 ? liveFact(receipts, each.from)?.reverses : undefined;
  const of = done.find(
    (other) => other.each.from === reverses && other.each.amount > 0 && lineKey(other.each) === lineKey(each),
  );
  return of?.date;
}

function ownDay(account: Account, each: Known<Allocation>, { id, date }: Dated, settings: Settings) {
  const other = documentIn(account, each.from === id ? each.item : each.from);
  return other ? allocationDate(date, other.date, settings) : each.date;
}

function documentIn({ items, receipts }: Account, id: string): OpenItem | Receipt | undefined {
  return liveFact(items, id) ?? liveFact(receipts, id);
}
