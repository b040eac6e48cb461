import type { ServerResponse } from "node:http";

/** A browser that stops reading is cut off here; it comes back and loads afresh. */
const BACKLOG_BYTES = 64 * 1024 * 1024;
const PING_MILLISECONDS = 15_000;

/** A browser tab that listens. */
export interface Hearer {
  readonly client: string;
  /** False once its user has logged out or was switched off: it hears nothing more. */
  isWelcome(): boolean;
}

/** The open live streams (server-sent events), one for each page. */
export class Live {
  readonly #streams = new Map<ServerResponse, Hearer>();
  readonly #ping = setInterval(() => this.#write(": still here\n\n"), PING_MILLISECONDS);

  constructor() {
    this.#ping.unref();
  }

  /**
   * Opens a stream for a client, for as long as they are welcome, and greets it, so that it
   * knows from which revision on it hears news.
   */
  open(response: ServerResponse, hearer: Hearer, hello: unknown): void {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    this.#streams.set(response, hearer);
    response.on("close", () => this.#streams.delete(response));
    response.write(eventText("hello", hello));
  }

  /** Tells everybody, or one client only. */
  send(event: string, data: unknown, client?: string): void {
    this.#write(eventText(event, data), client);
  }

  close(): void {
    clearInterval(this.#ping);
    for (const response of this.#streams.keys()) response.end();
  }

  #write(text: string, client?: string): void {
    for (const [response, owner] of this.#streams) {
      if (client !== undefined && owner.client !== client) continue;
      if (!owner.isWelcome() || response.writableLength > BACKLOG_BYTES) response.destroy();
      else response.write(text);
    }
  }
}

// JSON has no line breaks of its own, so one data line is enough.
function eventText(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
