import type { TabId } from "../ops.ts";
import type { Tab } from "../tab.ts";
import { element } from "./element.ts";

/** Paints the tabs at the foot; arrows, Home and End move between them as a screen reader expects. */
export function paintTabs(
  bar: HTMLElement,
  tabs: readonly Tab[],
  current: TabId | null,
  choose: (tab: TabId) => void,
): void {
  const hadFocus = bar.contains(document.activeElement);
  bar.replaceChildren(...tabs.map((tab) => tabButton(tab, tab.id === current, choose)));
  bar.onkeydown = (event) => move(event, tabs, current, choose);
  if (hadFocus) bar.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
}

function tabButton({ id, name }: Tab, isCurrent: boolean, choose: (tab: TabId) => void): HTMLButtonElement {
  const button = element(
    "button",
    { type: "button", onclick: () => choose(id), tabIndex: isCurrent ? 0 : -1 },
    name,
  );
  button.role = "tab";
  button.ariaSelected = String(isCurrent);
  return button;
}

function move(
  event: KeyboardEvent,
  tabs: readonly Tab[],
  current: TabId | null,
  choose: (tab: TabId) => void,
): void {
  const at = tabs.findIndex((tab) => tab.id === current);
  const targets: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: tabs.length - 1,
  };
  const target = tabs[targets[event.key] ?? -1];
  if (!target) return;
  event.preventDefault();
  choose(target.id);
}
