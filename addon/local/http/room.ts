import type { IncomingMessage, ServerResponse } from "node:http";
import type { Host } from "../host-port.ts";
import type { OwnBooks } from "../own-books.ts";
import type { Door, Visitor } from "./door.ts";
import type { OwnHosts } from "./guard.ts";
import type { Lease } from "./lease.ts";
import type { Live } from "./live.ts";

/** What the routes work on. */
export interface Room {
  readonly host: Host;
  readonly hosts: OwnHosts;
  readonly door: Door;
  readonly name: () => string;
  /** The way from a sample to one's own books. */
  readonly ownBooks?: OwnBooks;
  readonly sidebarHtml: string;
  readonly pageDir: string;
  readonly lease: Lease;
  readonly live: Live;
}

/** A request of somebody who has not come in. */
export interface AskedByAnybody {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

/** A request of somebody who was let in. */
export interface Asked extends AskedByAnybody {
  readonly visitor: Visitor;
}
