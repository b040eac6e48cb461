import type { Api } from "./api.ts";
import type { Words } from "./words.ts";

/** Says over the page that this is the sample, and opens one's own books 自己的账本 beside it. */
export function offerOwnBooks(strip: HTMLElement, api: Api, words: Words): void {
  const [text, button] = [strip.querySelector("span"), strip.querySelector("button")];
  if (!text || !button) return;
  text.textContent = words.isSample;
  button.textContent = words.startOwn;
  button.onclick = async () => {
    button.disabled = true;
    text.textContent = words.startingOwn;
    try {
      location.href = (await api.ownBooks()).url;
    } catch {
      // Whatever kept it from opening, the sample is as it was and the way stays open.
      text.textContent = words.noOwn;
      button.disabled = false;
    }
  };
  strip.hidden = false;
}
