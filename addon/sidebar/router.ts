import type { Money, PlainDate, PolicyPart } from "../../core/index.ts";

/** The four tabs at the foot. */
export const TABS = ["today", "customers", "documents", "more"] as const;

export type Tab = (typeof TABS)[number];

/** A screen and what it is about. */
export type Screen =
  | { readonly name: Tab }
  | { readonly name: "customer"; readonly id: string; readonly asOf?: PlainDate }
  | { readonly name: "receipt"; readonly customer?: string }
  | { readonly name: "newItem"; readonly customer?: string }
  | { readonly name: "newCustomer"; readonly typed?: string }
  | { readonly name: "aging"; readonly bucket?: number }
  | { readonly name: "statements"; readonly customer?: string }
  | { readonly name: "statement"; readonly id: string }
  | { readonly name: "import" }
  | { readonly name: "batches" }
  | { readonly name: "identify"; readonly receipt?: string }
  | { readonly name: "handEdits" }
  /** `of`: the action's place in the journal. */
  | { readonly name: "undo"; readonly of: number }
  /** A record that an import brought. */
  | { readonly name: "importedRow"; readonly customer: string; readonly record: string }
  | { readonly name: "approvals" }
  | { readonly name: "reminders" }
  /** Without a currency: of whichever is due. */
  | { readonly name: "reminder"; readonly customer: string; readonly currency?: string }
  | { readonly name: "reviews" }
  | { readonly name: "credit"; readonly id: string }
  | { readonly name: "orderCheck"; readonly customer: string }
  | {
      readonly name: "request";
      readonly customer: string;
      readonly about: "limit" | "terms" | "grade" | "release";
      readonly amount?: Money;
      readonly order?: string;
    }
  /** With `lift`: that hold is to be lifted. */
  | { readonly name: "hold"; readonly customer: string; readonly lift?: string }
  | { readonly name: "promise"; readonly customer: string }
  | { readonly name: "drafts" }
  | { readonly name: "draft"; readonly customer: string; readonly receipt: string }
  | { readonly name: "users" }
  /** Without a name: a new one. */
  | { readonly name: "user"; readonly user?: string }
  | { readonly name: "policy" }
  | { readonly name: "policyPart"; readonly part: PolicyPart }
  | { readonly name: "policyVersions" }
  | { readonly name: "settings" }
  | { readonly name: "closePeriod" }
  | { readonly name: "reopenPeriod" }
  | { readonly name: "checkUp" };

export type ScreenName = Screen["name"];

/** A screen that is open. The object itself is the key under which its scroll and texts are kept. */
export interface Entry {
  readonly id: number;
  readonly screen: Screen;
}

/** Where the person is: a tab, and the screens opened from it, the first being its root. */
export interface Route {
  readonly tab: Tab;
  readonly stack: readonly Entry[];
  /** Roots live on while other tabs are shown, so that a tab is found as it was left. */
  readonly roots: Readonly<Record<Tab, Entry>>;
  readonly nextId: number;
}

/** How many screens may lie over a tab's page. */
export const DEPTH = 2;

/** The route at the start: the first tab. */
export function startAt(tab: Tab): Route {
  const entry = (name: Tab, id: number): Entry => ({ id, screen: { name } });
  const roots = {
    today: entry("today", 1),
    customers: entry("customers", 2),
    documents: entry("documents", 3),
    more: entry("more", 4),
  };
  return { tab, roots, stack: [roots[tab]], nextId: 5 };
}

/**
 * Opens a screen over the present one. Pages of a list (账龄 of 更多) take the list's place, so that a
 * customer opened from them still has room for a form. At the limit the new screen takes the place of
 * the top one.
 */
export function open(route: Route, screen: Screen): Route {
  const entry = { id: route.nextId, screen };
  const room = pagesOf(route) + DEPTH - 1;
  const kept = isPage(screen) ? [route.roots[route.tab]] : route.stack.slice(0, room);
  return { ...route, stack: [...kept, entry], nextId: route.nextId + 1 };
}

/** How many screens lie over the tab's page. */
export function depthOf(route: Route): number {
  return route.stack.length - pagesOf(route);
}

function pagesOf(route: Route): number {
  const second = route.stack[1];
  return second && isPage(second.screen) ? 2 : 1;
}

/** A page of a tab's list: as wide as a tab itself. */
function isPage(screen: Screen): boolean {
  return screen.name === "aging" || screen.name === "checkUp";
}

/** Closes the top screen; at a root nothing happens. */
export function back(route: Route): Route {
  return route.stack.length > 1 ? { ...route, stack: route.stack.slice(0, -1) } : route;
}

/** Puts another screen in the place of the top one, as after a form has made what it was for. */
export function replaceTop(route: Route, screen: Screen): Route {
  return open(back(route), screen);
}

/**
 * Goes to a tab's root. Whoever comes to the customers from elsewhere looks for another one: the search
 * begins anew, and only back finds it as it was left.
 */
export function goTo(route: Route, tab: Tab): Route {
  if (tab !== "customers" || route.tab === tab) return { ...route, tab, stack: [route.roots[tab]] };
  const entry = { id: route.nextId, screen: route.roots[tab].screen };
  return { tab, stack: [entry], roots: { ...route.roots, [tab]: entry }, nextId: route.nextId + 1 };
}

export function top(route: Route): Entry {
  return route.stack.at(-1) ?? route.roots[route.tab];
}

/** The screen that back leads to, if any. */
export function below(route: Route): Entry | undefined {
  return route.stack.at(-2);
}

/** Remembers something for an open screen as long as it is open; roots keep it for good. */
export interface Slot<T> {
  get(entry: Entry): T | undefined;
  set(entry: Entry, value: T): void;
}

export function slot<T>(): Slot<T> {
  const kept = new WeakMap<Entry, T>();
  return { get: (entry) => kept.get(entry), set: (entry, value) => void kept.set(entry, value) };
}
