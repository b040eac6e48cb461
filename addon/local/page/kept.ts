import type { Op } from "../ops.ts";
import { element } from "./element.ts";
import type { Refused } from "./outbox.ts";
import { placeName, typedText } from "./places.ts";
import type { Words } from "./words.ts";

/** Shows what was typed and not stored, so that it can be copied and entered again: nothing is lost in silence. */
export function keep(box: HTMLElement, tabName: string, { ops, refusal }: Refused, words: Words): void {
  const typed = ops.flatMap(typedIn);
  const sentence = sentenceFor(refusal, words)(tabName);
  const list = element("ul", {}, ...typed.map((block) => itemOf(block, words)));
  addEntry(box, [element("p", {}, sentence), list], words);
}

/** Shows one sentence in the same place. */
export function say(box: HTMLElement, sentence: string, words: Words): void {
  if ([...box.children].some((child) => child.firstChild?.textContent === sentence)) return;
  addEntry(box, [element("p", {}, sentence)], words);
}

/** Takes a sentence back that is true no more. */
export function takeBack(box: HTMLElement, sentence: string): void {
  for (const entry of [...box.children]) if (entry.firstChild?.textContent === sentence) entry.remove();
  box.hidden = box.childElementCount === 0;
}

const NO_RIGHT: ReadonlySet<string> = new Set(["login", "readsOnly", "usersOnly"]);

interface Typed {
  readonly place: string;
  readonly text: string;
}

function typedIn(op: Op): Typed[] {
  if (op.do !== "set") return [];
  const text = op.cells.map((row) => row.map(typedText).join("\t")).join("\n");
  const last = placeName(op.row + op.cells.length - 1, op.col + (op.cells[0]?.length ?? 1) - 1);
  const first = placeName(op.row, op.col);
  return [{ place: first === last ? first : `${first}:${last}`, text }];
}

function sentenceFor(refusal: Refused["refusal"], words: Words): (tab: string) => string {
  const reason = refusal?.reason;
  if (reason === "stale") return words.kept;
  if (reason === "notWriter") return words.keptTaken;
  // Who may not write is told so by the server, in its own words.
  if (refusal && NO_RIGHT.has(refusal.reason)) return () => refusal.error;
  return reason === undefined ? words.keptOffline : words.keptInvalid;
}

// A read-only text area keeps tabs and line breaks, so that a refused paste can be pasted again.
function itemOf({ place, text }: Typed, words: Words): HTMLElement {
  const area = element("textarea", {
    readOnly: true,
    value: text,
    rows: Math.min(4, text.split("\n").length),
  });
  area.ariaLabel = place;
  const copy = element("button", { type: "button" }, words.copy);
  copy.onclick = async () => {
    // Over the office network browsers give no clipboard: the selection is copied.
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else copySelected(area);
    copy.textContent = words.copied;
  };
  return element("li", {}, element("b", {}, place), area, copy);
}

function copySelected(area: HTMLTextAreaElement): void {
  area.select();
  document.execCommand("copy");
}

function addEntry(box: HTMLElement, content: HTMLElement[], words: Words): void {
  const entry = element("div", { className: "kept-entry" }, ...content);
  const dismiss = element("button", { type: "button" }, words.dismiss);
  dismiss.onclick = () => {
    entry.remove();
    box.hidden = box.childElementCount === 0;
  };
  entry.append(dismiss);
  box.append(entry);
  box.hidden = false;
}
