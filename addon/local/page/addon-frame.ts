import type { CallAnswer } from "../wire.ts";
import { installScriptRun } from "./script-run.ts";

/** What the add-on's HTML asks of the page around it. */
export interface FrameEvents {
  call(name: string, args: unknown): Promise<CallAnswer>;
  close(): void;
  /** The add-on gives the keyboard back to the grid. */
  focus(): void;
  size?(size: { width?: number; height?: number }): void;
}

// No allow-same-origin: the add-on's HTML lives in an origin of its own, as it does at Google's, and
// can read neither the page nor its token.
const SANDBOX =
  "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";

/** A frame that shows one HTML document of the add-on, with `google.script` in place. */
export function addonFrame(title: string, html: string, events: FrameEvents): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.setAttribute("sandbox", SANDBOX);
  frame.allow = "clipboard-write";
  frame.src = "/frame";
  const hear = ({ source, data }: MessageEvent) => {
    if (!frame.isConnected) return window.removeEventListener("message", hear);
    if (source === frame.contentWindow) void obey(data, frame, html, events);
  };
  // Frames that were never attached would be taken for removed ones: listen once attached.
  queueMicrotask(() => window.addEventListener("message", hear));
  return frame;
}

async function obey(
  data: unknown,
  frame: HTMLIFrameElement,
  html: string,
  events: FrameEvents,
): Promise<void> {
  const message = messageOf(data);
  switch (message?.onaccount) {
    case "ready":
      return frame.contentWindow?.postMessage({ html: withScriptRun(html) }, "*");
    case "call": {
      const answer = await events.call(String(message.name), message.args);
      return frame.contentWindow?.postMessage({ onaccount: "answer", id: message.id, ...answer }, "*");
    }
    case "close":
      return events.close();
    case "focus":
      return events.focus();
    case "size":
      return events.size?.(sizeOf(message));
  }
}

/** The document with the shim as the first script of all, behind a doctype if there is one. */
export function withScriptRun(html: string): string {
  const shim = `<script>(${installScriptRun.toString()})()</script>`;
  const head = /<head[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : 0;
  return html.slice(0, at) + shim + html.slice(at);
}

function messageOf(data: unknown): Record<string, unknown> | null {
  return typeof data === "object" && data !== null ? { ...data } : null;
}

function sizeOf({ width, height }: Record<string, unknown>): { width?: number; height?: number } {
  return {
    ...(typeof width === "number" ? { width } : {}),
    ...(typeof height === "number" ? { height } : {}),
  };
}
