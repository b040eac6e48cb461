import { randomUUID } from "node:crypto";
import type { Op, Rectangle } from "../ops.ts";
import { fakeHtmlService } from "./html.ts";
import { type Runtime, strict } from "./runtime.ts";
import { fakeRange, fakeSheet } from "./sheet.ts";
import { fakeUi, type Shown } from "./ui.ts";

/** What several runs share, as at Google: one lock for all of them, and the workbook's identity. */
export interface SharedWorld {
  readonly spreadsheetId: string;
  lockHolder: Runtime | undefined;
  /** Menus, sidebars and dialogs asked for; the page shows them. */
  readonly shown: Shown[];
  /** The HTML files pushed beside the code, by their names without ".html". */
  readonly files?: Readonly<Record<string, string>>;
  /** Which cells the person has selected. */
  selection?: Rectangle | undefined;
}

/** The global names that the add-on's `Code.js` finds, for one run. */
export function fakeServices(run: Runtime, world: SharedWorld): Record<string, object> {
  return {
    SpreadsheetApp: spreadsheetApp(run, world),
    LockService: strict("LockService", {
      getScriptLock: () => fakeLock(run, world),
      getDocumentLock: () => null,
    }),
    HtmlService: fakeHtmlService(run, world.files ?? {}),
    PropertiesService: strict("PropertiesService", { getScriptProperties: () => fakeProperties(run) }),
    Utilities: strict("Utilities", { getUuid: () => randomUUID() }),
    Session: strict("Session", {
      getActiveUser: () => strict("User", { getEmail: () => run.user }),
      getScriptTimeZone: () => run.zone,
    }),
  };
}

function spreadsheetApp(run: Runtime, world: SharedWorld): object {
  return strict("SpreadsheetApp", {
    getActiveSpreadsheet: () => fakeSpreadsheet(run, world),
    getUi: () => fakeUi(world.shown),
    getActiveSheet: () => fakeSheet(run, activeTab(run, world)),
    setActiveSheet: (sheet: { getName(): string }) => {
      run.settle();
      const tab = run.workbook.tabs.find((candidate) => candidate.name === sheet.getName());
      if (tab) world.selection = { tab: tab.id, row: 1, col: 1, rows: 1, cols: 1 };
      return sheet;
    },
    getActiveRange: () => {
      const tab = activeTab(run, world);
      return fakeRange(run, tab, world.selection ?? { tab, row: 1, col: 1, rows: 1, cols: 1 });
    },
    flush: () => run.serverCall("flush", 0, () => run.settle()),
    newDataValidation: () => fakeValidation(),
  });
}

/** The tab that the person looks at: the selected one while it is there, else the first that is shown. */
function activeTab(run: Runtime, world: SharedWorld): string {
  run.settle();
  const { tabs } = run.workbook;
  const selected = tabs.find((tab) => tab.id === world.selection?.tab);
  if (!selected) world.selection = undefined;
  return (selected ?? tabs.find((tab) => !tab.hidden) ?? tabs[0])?.id ?? "";
}

function fakeSpreadsheet(run: Runtime, world: SharedWorld): object {
  const tabs = () => {
    run.settle();
    return run.workbook.tabs;
  };
  return strict("Spreadsheet", {
    getId: () => world.spreadsheetId,
    getSpreadsheetTimeZone: () => run.zone,
    getSheets: () => tabs().map((tab) => fakeSheet(run, tab.id)),
    getSheetByName: (name: string) => {
      const tab = tabs().find((candidate) => candidate.name === name);
      return tab ? fakeSheet(run, tab.id) : null;
    },
    insertSheet: (name: string, at: number) => {
      if (tabs().some((tab) => tab.name === name)) {
        throw new run.realm.Error(
          `A sheet with the name "${name}" already exists. Please enter another name.`,
        );
      }
      const id = `t${randomUUID().slice(0, 8)}`;
      const op: Op = { do: "addTab", tab: id, name, at, rows: 1000, cols: 26 };
      run.quiet([op]);
      run.settle();
      world.selection = { tab: id, row: 1, col: 1, rows: 1, cols: 1 };
      return fakeSheet(run, id);
    },
    deleteSheet: (sheet: { getName(): string }) => {
      const name = sheet.getName();
      if (!tabs().some((tab) => tab.name !== name && !tab.hidden)) {
        throw new run.realm.Error("You can't remove all the visible sheets in a document.");
      }
      for (const tab of tabs().filter((candidate) => candidate.name === name))
        run.quiet([{ do: "removeTab", tab: tab.id }]);
      run.settle();
    },
  });
}

function fakeLock(run: Runtime, world: SharedWorld): object {
  let isHeld = false;
  return strict("Lock", {
    tryLock: (_milliseconds: number) =>
      run.serverCall("tryLock", 0, () => {
        if (world.lockHolder && world.lockHolder !== run) return false;
        world.lockHolder = run;
        isHeld = true;
        return true;
      }),
    releaseLock: () =>
      run.serverCall("releaseLock", 0, () => {
        if (world.lockHolder === run) world.lockHolder = undefined;
        isHeld = false;
      }),
    hasLock: () => isHeld && world.lockHolder === run,
  });
}

function fakeProperties(run: Runtime): object {
  return strict("Properties", {
    getProperty: (key: string) => run.read("getProperty", 0, () => run.workbook.properties.get(key) ?? null),
    setProperty: (key: string, value: string) => {
      if (Buffer.byteLength(value) > 9 * 1024) throw new run.realm.Error("Argument too large: value");
      run.write("setProperty", 0, () => [{ do: "property", key, value }]);
    },
    deleteProperty: (key: string) =>
      run.write("deleteProperty", 0, () => [{ do: "property", key, value: null }]),
  });
}

function fakeValidation(): object {
  let list: readonly string[] = [];
  const builder: object = strict("DataValidationBuilder", {
    requireValueInList: (values: readonly string[]) => {
      list = [...values];
      return builder;
    },
    setAllowInvalid: () => builder,
    build: () => ({ list }),
  });
  return builder;
}
