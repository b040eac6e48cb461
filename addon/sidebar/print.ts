import { newActionId } from "./server.ts";

/** What the printed frame tells when the print dialog was closed. */
const CLOSED = "onaccount-print-closed";

/**
 * Prints HTML documents in one go, through the browser's own print dialog, where "save as PDF" is one
 * of the printers. The pages come with their own styles; nothing is loaded. The frame prints itself: a
 * sandboxed page may not reach into its frames.
 */
export function printDocuments(documents: readonly string[]): Promise<void> {
  const frame = document.createElement("iframe");
  frame.className = "print-frame";
  frame.title = "print";
  const heard = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.data !== CLOSED) return;
    window.removeEventListener("message", heard);
    frame.remove();
  };
  window.addEventListener("message", heard);
  return new Promise((resolve) => {
    frame.onload = () => resolve();
    frame.srcdoc = printingItself(joined(documents), newActionId());
    document.body.append(frame);
  });
}

/** The document with the one script that it may run: a document allows none by itself. */
function printingItself(html: string, nonce: string): string {
  const allowed = html.replace(/(http-equiv="Content-Security-Policy" content="[^"]*)"/, (policy) => {
    return `${policy.slice(0, -1)}; script-src 'nonce-${nonce}'"`;
  });
  const closed = `parent.postMessage(${JSON.stringify(CLOSED)}, "*")`;
  const acts = `addEventListener("afterprint", () => ${closed}); addEventListener("load", () => { focus(); print(); });`;
  return withEnd(allowed, `<script nonce="${nonce}">${acts}</script>`);
}

/** One document of all: the first one's head, and every body on pages of its own. */
export function joined(documents: readonly string[]): string {
  const [first = "", ...rest] = documents;
  const bodies = rest.map((each) => /<body[^>]*>([\s\S]*)<\/body>/.exec(each)?.[1] ?? "");
  return withEnd(first, bodies.join("\n"));
}

/** The document with more at the end of its body. */
function withEnd(html: string, more: string): string {
  const end = html.lastIndexOf("</body>");
  return end < 0 ? html + more : `${html.slice(0, end)}${more}${html.slice(end)}`;
}
