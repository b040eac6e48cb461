import { useKept } from "../desk.ts";
import { slot } from "../router.ts";
import { type Channel, type Draft, draftFor, type Letter } from "./letter.ts";

/** What a person has made of a letter: by which way, and the words they put in the place of ours. */
export interface EditedLetter {
  readonly channel: Channel;
  /** Each stands for the words that it was made from: where those have changed, it is void. */
  readonly drafts: ReadonlyMap<string, { readonly of: Draft; readonly draft: Draft }>;
}

const letters = slot<EditedLetter>();

/** Kept while the screen is open, for each language and way. */
export function useEdited(): [EditedLetter, (edited: EditedLetter) => void] {
  return useKept<EditedLetter>(letters, () => ({ channel: "wechat", drafts: new Map() }));
}

/** The words as they stand: edited ones while figures and language are those that were edited. */
export function editedDraft({ channel, drafts }: EditedLetter, letter: Letter): Draft {
  const own = draftFor(letter, channel);
  const known = drafts.get(keyOf(channel, letter));
  return known && isSame(known.of, own) ? known.draft : own;
}

/** The words were edited, and then what they are about has changed: they were put back. */
export function isOvertaken({ channel, drafts }: EditedLetter, letter: Letter): boolean {
  const known = drafts.get(keyOf(channel, letter));
  return known !== undefined && !isSame(known.of, draftFor(letter, channel));
}

/** With words in the place of ours. */
export function withDraft(edited: EditedLetter, letter: Letter, draft: Draft): EditedLetter {
  const { channel, drafts } = edited;
  const next = { of: draftFor(letter, channel), draft };
  return { ...edited, drafts: new Map([...drafts, [keyOf(channel, letter), next]]) };
}

/** With our words again. */
export function withoutDraft(edited: EditedLetter, letter: Letter): EditedLetter {
  const key = keyOf(edited.channel, letter);
  return { ...edited, drafts: new Map([...edited.drafts].filter(([each]) => each !== key)) };
}

export function isEdited(edited: EditedLetter, letter: Letter): boolean {
  return !isSame(editedDraft(edited, letter), draftFor(letter, edited.channel));
}

function keyOf(channel: Channel, { language }: Letter): string {
  return `${channel} ${language}`;
}

function isSame(a: Draft, b: Draft): boolean {
  return a.subject === b.subject && a.text === b.text;
}
