import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the ledger that `npm start` makes by itself: the sample. */
const FIRST = "ledger";

/** The folder of the firm's own books beside the sample. */
const OWN = "my-ledger";

/** Where the firm's own books 自己的账本 stand beside a ledger's folder. */
export function ownBooksBeside(directory: string): string {
  return join(dirname(directory), OWN);
}

/** The folder that is meant where none is named: the firm's own books, once they are there. */
export function usualFolder(): string {
  const own = ownBooksBeside(FIRST);
  return existsSync(own) ? own : FIRST;
}
