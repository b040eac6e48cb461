import type { CliSession } from "./session.ts";

/** One thing that the command line can do. */
export interface Action {
  readonly what: string;
  /** Options with what follows them. */
  readonly options?: Readonly<Record<string, string>>;
  /** Options that nothing follows. */
  readonly flags?: Readonly<Record<string, string>>;
  /** Gives one JSON value. */
  readonly run: (session: CliSession) => Promise<unknown>;
}
