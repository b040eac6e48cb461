/** Row of what the last action left; row 1 is the identity's. */
export const HEAD_ROW = 2;

/** Row of the journal: the mark of its damage, hidden tabs that hands were in, the day it was last verified, its count. */
export const JOURNAL_ROW = 3;
export const DOUBT_COLUMN = 3;
export const VERIFIED_COLUMN = 4;

/** From here on one row a table. */
export const FIRST_TABLE_ROW = 4;

export const HEAD_CELLS = 8;
export const WIDTH = 1 + HEAD_CELLS;
