import { say, takeBack } from "./kept.ts";
import type { Status } from "./status.ts";
import type { Words } from "./words.ts";

/** Says, where somebody typed and this page may only look, who has the pen and what to do, until it is here. */
export class Locked {
  readonly #box: HTMLElement;
  readonly #words: Words;
  #said: string | null = null;

  constructor(box: HTMLElement, words: Words) {
    this.#box = box;
    this.#words = words;
  }

  say(status: Status): void {
    this.takeBack();
    this.#said = whyLocked(status, this.#words);
    say(this.#box, this.#said, this.#words);
  }

  /** The pen is here, or somewhere else than was said. */
  takeBack(): void {
    if (this.#said !== null) takeBack(this.#box, this.#said);
    this.#said = null;
  }
}

/** Why nothing can be typed into the tabs, in one sentence. */
export function whyLocked({ connection, user, mayWrite, writer }: Status, words: Words): string {
  if (connection === "restarted") return words.restarted;
  if (connection === "loggedOut") return words.loggedOut;
  if (connection === "lost") return words.offline;
  if (!mayWrite) return words.lockedForReader(user);
  return writer === "" || writer === user ? words.lockedElsewhere : words.lockedBy(writer);
}
