import type { HostWords } from "../words.ts";
import type { Keyboard } from "./keyboard.ts";
import { Refused } from "./refused.ts";

/** Asks for a passphrase. Never an option: those are seen in the list of processes, and kept by the shell. */
export async function askPassphrase(keyboard: Keyboard, prompt: string, words: HostWords): Promise<string> {
  const typed = await keyboard.line(prompt);
  if (!typed) throw new Refused(words.noneCame);
  return typed;
}

/** A new passphrase is typed twice at a terminal: nobody sees a slip. */
export async function askNewPassphrase(keyboard: Keyboard, name: string, words: HostWords): Promise<string> {
  const typed = await askPassphrase(keyboard, words.askNew(name), words);
  if (keyboard.isTerminal && (await askPassphrase(keyboard, words.askAgain, words)) !== typed)
    throw new Refused(words.differ);
  return typed;
}
