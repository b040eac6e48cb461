import type { Reply } from "../../protocol.ts";
import type { Person } from "../host-port.ts";
import type { Language } from "../http/refusals.ts";
import type { Workbook } from "../workbook.ts";

/** What has the ledger open and carries calls out: this process, or a host that runs. */
export interface Carrier {
  workbook(): Workbook;
  carry(name: string, input: unknown, who: Person): Promise<Reply<unknown>>;
  language(): Promise<Language | undefined>;
  close(): void;
}
