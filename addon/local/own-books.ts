import { fillIfEmpty } from "./first-filling.ts";
import { languageOf } from "./http/views.ts";
import { ownBooksBeside } from "./ledger-folder.ts";
import { releaseLedger, takeLedger } from "./ledger-lock.ts";
import { closeLedger, type OpenedLedger, openLedger, serveLedger, verifyFolder } from "./opened-ledger.ts";
import { factsOf } from "./reply-of.ts";
import type { RunningServer } from "./server.ts";

/** The way from the sample to the firm's own books. */
export interface OwnBooks {
  /** Whether the ledger that is served is the sample. */
  isOffered(): boolean;
  /** Makes them where there are none, serves them beside the sample, and says their address. */
  open(): Promise<string>;
}

/** The firm's own books 自己的账本: an empty ledger in a folder beside the sample, which stays as it is. */
export class BooksBesideSample implements OwnBooks {
  private readonly sample: OpenedLedger;
  private readonly tell: (url: string, directory: string) => void;
  private served: Promise<{ opened: OpenedLedger; server: RunningServer }> | undefined;

  constructor(sample: OpenedLedger, tell: (url: string, directory: string) => void) {
    this.sample = sample;
    this.tell = tell;
  }

  /** Not where people log in: what such a ledger is for, its users decide. */
  isOffered(): boolean {
    return !this.sample.users.areAsked && factsOf(this.sample.host)?.sample === true;
  }

  async open(): Promise<string> {
    if (this.served) return (await this.served).server.url;
    const directory = ownBooksBeside(this.sample.directory);
    const holder = takeLedger(directory);
    if (holder?.host) return holder.host.url;
    if (holder) throw new Error(`process ${holder.pid} works on ${directory}`);
    this.served = this.serve(directory).catch((fault: unknown) => {
      // Whoever presses again begins anew.
      this.served = undefined;
      releaseLedger(directory);
      throw fault;
    });
    const { server } = await this.served;
    this.tell(server.url, directory);
    return server.url;
  }

  async close(): Promise<void> {
    const served = await this.served?.catch(() => undefined);
    if (!served) return;
    await served.server.close();
    closeLedger(served.opened);
  }

  private async serve(directory: string) {
    const opened = openLedger(directory);
    fillIfEmpty(opened.host, "empty", languageOf(this.sample.host.workbook));
    const server = await serveLedger(opened, { port: 0, shared: [], always: false });
    verifyFolder(opened);
    return { opened, server };
  }
}
