import type { CallAnswer } from "../wire.ts";
import { addonFrame, type FrameEvents } from "./addon-frame.ts";
import { byId, element } from "./element.ts";
import type { Words } from "./words.ts";

/** Milliseconds without a further change. */
const PAUSE_AFTER_CHANGES = 500;

const DIALOG = { width: 900, height: 600 };

/** Where the add-on's HTML is shown: the sidebar at the right, dialogs over the page. */
export class AddonRoom {
  readonly #words: Words;
  readonly #call: FrameEvents["call"];
  readonly #focus: () => void;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(words: Words, call: (name: string, args: unknown) => Promise<CallAnswer>, focus: () => void) {
    this.#words = words;
    this.#call = call;
    this.#focus = focus;
  }

  /** Shows the sidebar; closing it leaves a button to open it again. */
  showSidebar(html: string): void {
    const box = byId("sidebar");
    const reopen = byId("open-sidebar");
    const turn = (isOpen: boolean) => {
      document.body.classList.toggle("without-sidebar", !isOpen);
      reopen.hidden = isOpen;
    };
    const frame = addonFrame(this.#words.sidebar, html, {
      call: this.#call,
      focus: this.#focus,
      close: () => turn(false),
    });
    reopen.onclick = () => turn(true);
    box.replaceChildren(frame);
    turn(true);
  }

  /** Tells the sidebar that the ledger has changed past it: once for what comes in quick succession. */
  tellChanged(): void {
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => {
      const frame = byId("sidebar").querySelector("iframe");
      frame?.contentWindow?.postMessage({ onaccount: "changed" }, "*");
    }, PAUSE_AFTER_CHANGES);
  }

  /** Shows one HTML document of the add-on as a dialog in the page; Esc and × close it. */
  showDialog(html: string): void {
    const dialog = element("dialog", { className: "dialog" });
    const close = element(
      "button",
      { type: "button", title: this.#words.close, onclick: () => dialog.close() },
      "×",
    );
    close.ariaLabel = this.#words.close;
    const frame = addonFrame(this.#words.dialog, html, {
      call: this.#call,
      focus: this.#focus,
      close: () => dialog.close(),
      size: (size) => sizeTo(frame, size),
    });
    sizeTo(frame, DIALOG);
    dialog.append(close, frame);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }
}

function sizeTo(frame: HTMLIFrameElement, { width, height }: { width?: number; height?: number }): void {
  if (width !== undefined) frame.style.width = `${width}px`;
  if (height !== undefined) frame.style.height = `${height}px`;
}
