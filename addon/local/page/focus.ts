/**
 * Keeps the grid from taking the keyboard by itself, as it does when it is painted for the first time,
 * while somebody is typing in the sidebar: their letters would land in a cell. Until the mouse comes
 * over the grid, or the Tab key is pressed, the grid is inert.
 *
 * @param room the element around the grid: an inert element hears nothing itself.
 * @returns opens the grid for the keyboard, as the mouse would.
 */
export function guardFocus(grid: HTMLElement, room: HTMLElement): () => void {
  let isInert = false;
  const turn = (to: boolean) => {
    isInert = to;
    grid.inert = to;
    // The library's text field begins its life outside the grid, and is moved into it later.
    for (const field of document.querySelectorAll<HTMLElement>('[id^="univer-doc-selection"]'))
      field.inert = to;
  };
  const guard = () => turn(document.activeElement instanceof HTMLIFrameElement);
  const open = () => turn(false);
  guard();
  // A frame that gets the keyboard tells nobody; the window only notices that it has lost it.
  addEventListener("blur", guard);
  new MutationObserver(() => turn(isInert)).observe(document.body, { childList: true });
  room.addEventListener("pointerenter", open);
  room.addEventListener("pointerdown", open);
  room.addEventListener("pointerleave", guard);
  addEventListener("keydown", ({ key }) => {
    if (key === "Tab") open();
  });
  return open;
}
