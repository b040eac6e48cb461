import { randomUUID } from "node:crypto";
import type { Op } from "../ops.ts";
import { type Runtime, strict } from "./runtime.ts";
import { fakeSheet } from "./sheet.ts";

/** What several runs share, as at Google: one lock for all of them, and the workbook's identity. */
export interface SharedWorld {
  readonly spreadsheetId: string;
  lockHolder: Runtime | undefined;
  /** Menus and sidebars asked for; the page shows them. */
  readonly shown: { readonly what: "sidebar" | "dialog"; readonly html: string }[];
}

/** The global names that the add-on's `Code.js` finds, for one run. */
export function fakeServices(run: Runtime, world: SharedWorld): Record<string, object> {
  return {
    SpreadsheetApp: spreadsheetApp(run, world),
    LockService: strict("LockService", {
      getScriptLock: () => fakeLock(run, world),
      getDocumentLock: () => null,
    }),
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
    flush: () => run.serverCall("flush", 0, () => run.settle()),
    newDataValidation: () => fakeValidation(),
  });
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
      return fakeSheet(run, id);
    },
  });
}

function fakeLock(run: Runtime, world: SharedWorld): object {
  return strict("Lock", {
    tryLock: (_milliseconds: number) =>
      run.serverCall("tryLock", 0, () => {
        if (world.lockHolder && world.lockHolder !== run) return false;
        world.lockHolder = run;
        return true;
      }),
    releaseLock: () =>
      run.serverCall("releaseLock", 0, () => {
        if (world.lockHolder === run) world.lockHolder = undefined;
      }),
    hasLock: () => world.lockHolder === run,
  });
}

function fakeProperties(run: Runtime): object {
  return strict("Properties", {
    getProperty: (key: string) => run.read("getProperty", 0, () => run.workbook.properties.get(key) ?? null),
    setProperty: (key: string, value: string) => {
      if (value.length > 9 * 1024) throw new run.realm.Error("Argument too large: value");
      run.write("setProperty", 0, [{ do: "property", key, value }]);
    },
    deleteProperty: (key: string) => run.write("deleteProperty", 0, [{ do: "property", key, value: null }]),
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
