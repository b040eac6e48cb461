/**
 * Gives the keyboard back to the sidebar when the grid takes it by itself, as it does when it is painted
 * for the first time: the letters of somebody who is typing there would land in a cell. Once the mouse
 * is over the grid, or the Tab key was pressed, the grid may have it. The grid is not made inert: a text
 * field that is inert when the library makes it hears nothing ever after.
 *
 * @param room the element around the grid.
 * @returns opens the grid for the keyboard, as the mouse would.
 */
export function guardFocus(grid: HTMLElement, room: HTMLElement): () => void {
  let isMeant = false;
  let sidebar: HTMLIFrameElement | undefined;
  const open = () => {
    isMeant = true;
  };
  // A frame that gets the keyboard tells nobody; the window only notices that it has lost it.
  const guard = () => {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLIFrameElement)) return;
    sidebar = activeElement;
    isMeant = false;
  };
  guard();
  addEventListener("blur", guard);
  addEventListener("focusin", ({ target }) => {
    if (!isMeant && isOfGrid(target, grid)) sidebar?.focus();
  });
  // Coming back from a frame is not always told as entering.
  for (const name of ["pointerenter", "pointermove", "pointerdown"]) room.addEventListener(name, open);
  addEventListener("keydown", ({ key }) => {
    if (key === "Tab") open();
  });
  return open;
}

/** The library's text field begins its life outside the grid, and is moved into it later. */
function isOfGrid(target: EventTarget | null, grid: HTMLElement): boolean {
  if (!(target instanceof Element)) return false;
  return grid.contains(target) || target.closest('[id^="univer-doc-selection"]') !== null;
}
