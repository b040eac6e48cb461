import { bundledCode } from "../../addon/local/build.ts";
import { LocalHost } from "../../addon/local/host.ts";
import { NOBODY } from "../../addon/local/host-port.ts";
import { releaseLedger, takeLedger } from "../../addon/local/ledger-lock.ts";
import { lastRowOf, type Tab } from "../../addon/local/tab.ts";

const code = await bundledCode();
const WHO = { client: "hands", ...NOBODY };

/** The tabs of a stored ledger, for a person's hands, as the page in the browser sends their edits. */
export interface Hands {
  rowsIn(tab: string): number;
  /** Types into cells of a row, found by the beginning of their heading. */
  type(tab: string, row: number, values: Readonly<Record<string, string | number>>): void;
  removeRow(tab: string, row: number): void;
  remove(tab: string): void;
}

/** Opens a ledger's folder as the local host does, lets hands work in it, and closes it. */
export function hand(folder: string, work: (hands: Hands) => void): void {
  if (takeLedger(folder)) throw new Error(`${folder} is open elsewhere`);
  const host = new LocalHost({ directory: folder, code, zone: "Asia/Shanghai" });
  try {
    work(handsOn(host));
  } finally {
    host.close();
    releaseLedger(folder);
  }
}

function handsOn(host: LocalHost): Hands {
  const tabNamed = (name: string): Tab => {
    const tab = host.workbook.tabs.find((each) => each.name === name);
    if (!tab) throw new Error(`no tab ${name}`);
    return tab;
  };
  return {
    rowsIn: (name) => lastRowOf(tabNamed(name)),
    type: (name, row, values) => {
      const tab = tabNamed(name);
      for (const [heading, value] of Object.entries(values)) {
        const col = (tab.cells[0] ?? []).findIndex((cell) => String(cell).startsWith(heading)) + 1;
        if (col === 0) throw new Error(`no column ${heading}`);
        host.edit([{ do: "set", tab: tab.id, row, col, cells: [[value]] }], WHO);
      }
    },
    removeRow: (name, row) =>
      void host.edit([{ do: "removeRows", tab: tabNamed(name).id, row, count: 1 }], WHO),
    remove: (name) => void host.edit([{ do: "removeTab", tab: tabNamed(name).id }], WHO),
  };
}
