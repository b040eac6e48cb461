import type { DayNumber } from "../values/date.ts";
import type { Columns } from "./column-shape.ts";

/** Rows for which a first account finds room. */
const FIRST_ROOM = 1_024;

/** Due lines under way: `count` rows are filled, and there is room for more. */
export class LineSpace {
  count = 0;
  party = new Int32Array(FIRST_ROOM);
  item = new Int32Array(FIRST_ROOM);
  index = new Int32Array(FIRST_ROOM);
  day = new Int32Array(FIRST_ROOM);
  due = new Int32Array(FIRST_ROOM);
  amount = new Float64Array(FIRST_ROOM);
  flags = new Uint8Array(FIRST_ROOM);
  readonly disputedFrom = new Map<number, DayNumber>();

  /** Makes sure that so many more rows find room; what is there is moved rarely, because room grows fourfold. */
  reserve(rows: number): void {
    if (this.count + rows <= this.party.length) return;
    const room = 4 * (this.count + rows);
    this.party = widerInts(this.party, room);
    this.item = widerInts(this.item, room);
    this.index = widerInts(this.index, room);
    this.day = widerInts(this.day, room);
    this.due = widerInts(this.due, room);
    this.amount = widerAmounts(this.amount, room);
    this.flags = widerFlags(this.flags, room);
  }

  filled(): Columns["lines"] {
    const { count } = this;
    return {
      party: this.party.subarray(0, count),
      item: this.item.subarray(0, count),
      index: this.index.subarray(0, count),
      day: this.day.subarray(0, count),
      due: this.due.subarray(0, count),
      amount: this.amount.subarray(0, count),
      flags: this.flags.subarray(0, count),
      disputedFrom: this.disputedFrom,
    };
  }
}

/** Credits under way. */
export class CreditSpace {
  count = 0;
  party = new Int32Array(FIRST_ROOM);
  record = new Int32Array(FIRST_ROOM);
  day = new Int32Array(FIRST_ROOM);
  amount = new Float64Array(FIRST_ROOM);

  reserve(rows: number): void {
    if (this.count + rows <= this.party.length) return;
    const room = 4 * (this.count + rows);
    this.party = widerInts(this.party, room);
    this.record = widerInts(this.record, room);
    this.day = widerInts(this.day, room);
    this.amount = widerAmounts(this.amount, room);
  }

  filled(): Columns["credits"] {
    const { count } = this;
    return {
      party: this.party.subarray(0, count),
      record: this.record.subarray(0, count),
      day: this.day.subarray(0, count),
      amount: this.amount.subarray(0, count),
    };
  }
}

/** Allocations under way. */
export class AllocationSpace {
  count = 0;
  line = new Int32Array(FIRST_ROOM);
  credit = new Int32Array(FIRST_ROOM);
  day = new Int32Array(FIRST_ROOM);
  amount = new Float64Array(FIRST_ROOM);

  reserve(rows: number): void {
    if (this.count + rows <= this.line.length) return;
    const room = 4 * (this.count + rows);
    this.line = widerInts(this.line, room);
    this.credit = widerInts(this.credit, room);
    this.day = widerInts(this.day, room);
    this.amount = widerAmounts(this.amount, room);
  }

  filled(): Columns["allocations"] {
    const { count } = this;
    return {
      line: this.line.subarray(0, count),
      credit: this.credit.subarray(0, count),
      day: this.day.subarray(0, count),
      amount: this.amount.subarray(0, count),
    };
  }
}

function widerInts(values: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(room);
  wider.set(values);
  return wider;
}

function widerAmounts(values: Float64Array, room: number): Float64Array<ArrayBuffer> {
  const wider = new Float64Array(room);
  wider.set(values);
  return wider;
}

function widerFlags(values: Uint8Array, room: number): Uint8Array<ArrayBuffer> {
  const wider = new Uint8Array(room);
  wider.set(values);
  return wider;
}
