/**
 * Keys that work everywhere: `/` goes to the search, Ctrl+Enter presses the primary button, Esc goes
 * back. A key held down counts once, and nothing happens while an input method composes.
 */
export function listenToKeys(keys: { toSearch(): void; escape(): void }): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (event.key === "/" && !isTyping(event.target)) {
      event.preventDefault();
      keys.toSearch();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      pressPrimary();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (!press("[data-back]")) keys.escape();
    }
  };
  document.addEventListener("keydown", hear);
  return () => document.removeEventListener("keydown", hear);
}

/** Leaves the field first, so that what was typed counts as it would with the mouse. */
function pressPrimary(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  setTimeout(() => press("[data-primary]"));
}

function press(selector: string): boolean {
  const button = document.querySelector<HTMLButtonElement>(selector);
  if (!button || button.disabled) return false;
  button.click();
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select");
}

/** Enter in a field of a form: on to the next field; on the last one `atEnd`. */
export function moveOn(event: KeyboardEvent, atEnd: () => void): void {
  if (event.key !== "Enter" || event.defaultPrevented || event.isComposing || event.repeat) return;
  if (event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
  // In a field of several lines Enter is a new line.
  if (!event.target.matches("[data-field]:not(textarea)")) return;
  event.preventDefault();
  const form = event.target.closest("form");
  const fields = Array.from(form?.querySelectorAll<HTMLElement>("[data-field]") ?? []);
  const next = fields[fields.indexOf(event.target) + 1];
  if (next) next.focus();
  else atEnd();
}
