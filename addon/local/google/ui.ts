import { type Page, pageOf } from "./html.ts";
import { strict } from "./runtime.ts";

/** Something put on a person's screen: a menu, a sidebar, a dialog. */
export type Shown =
  | { readonly what: "menu"; readonly title: string; readonly items: readonly MenuItem[] }
  | ({ readonly what: "sidebar" | "dialog" } & Readonly<Page>);

/** One line of a menu, and the global function it calls; "-" is a separating line. */
export interface MenuItem {
  readonly label: string;
  readonly calls: string;
}

/** The fake of Ui: what is asked for is remembered, for the page and for tests. */
export function fakeUi(shown: Shown[]): object {
  return strict("Ui", {
    createMenu: (title: string) => fakeMenu(title, shown),
    showSidebar: (output: object) => {
      shown.push({ what: "sidebar", ...pageOf(output) });
    },
    showModalDialog: (output: object, title: string) => {
      shown.push({ what: "dialog", ...pageOf(output), title });
    },
  });
}

function fakeMenu(title: string, shown: Shown[]): object {
  const items: MenuItem[] = [];
  const menu: object = strict("Menu", {
    addItem: (label: string, calls: string) => {
      items.push({ label, calls });
      return menu;
    },
    addSeparator: () => {
      items.push({ label: "-", calls: "" });
      return menu;
    },
    addToUi: () => {
      shown.push({ what: "menu", title, items });
    },
  });
  return menu;
}
