import type { News } from "../host-port.ts";
import type { LeaseState } from "../wire.ts";
import type { Api } from "./api.ts";
import { RefusedByServer } from "./api.ts";

/** What the live stream brings, by event name. */
export interface LiveEvents {
  hello(now: { revision: number; lease: LeaseState; name: string }): Promise<void> | void;
  ops(news: News): void;
  lease(state: LeaseState): void;
  dialog(dialog: { html: string }): void;
  /** The firm calls itself otherwise from now on. */
  name(ledger: { name: string }): void;
  /** The stream broke off; it is opened again by itself, and begins with another hello. */
  lost(): void;
  /** The server does not let the page in any more: its token is new, or the log-in has ended. */
  refused(why: RefusedByServer): void;
}

const RETRY_MILLISECONDS = 1000;

/**
 * Listens for as long as the page lives. It reads the stream through fetch, because an EventSource
 * cannot send the token as a header.
 */
export async function listenForever(api: Api, events: LiveEvents): Promise<void> {
  for (;;) {
    try {
      await readStream(await api.get(`/api/live?client=${api.client}`), events);
    } catch (thrown) {
      if (thrown instanceof RefusedByServer) return events.refused(thrown);
      // Anything else is a broken connection: said to the person, then tried again.
    }
    events.lost();
    await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
  }
}

async function readStream(response: Response, events: LiveEvents): Promise<void> {
  if (!response.body) return;
  let text = "";
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + part).split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) deliver(block, events);
  }
}

function deliver(block: string, events: LiveEvents): void {
  const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
  if (data === undefined) return;
  if (name === "hello") void events.hello(JSON.parse(data));
  if (name === "ops") events.ops(JSON.parse(data));
  if (name === "lease") events.lease(JSON.parse(data));
  if (name === "dialog") events.dialog(JSON.parse(data));
  if (name === "name") events.name(JSON.parse(data));
}
