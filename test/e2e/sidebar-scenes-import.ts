import type { OpenedSidebar } from "./sidebar-page.ts";
import { hangs, primary, type Scene, WAYS } from "./sidebar-ways.ts";

/** The import, from the choice of a table to its report. */
export const IMPORT_SCENES: readonly Scene[] = [
  { name: "start-own-table", ledger: "none", play: chooseOwn },
  {
    name: "import",
    ledger: "none",
    play: async (opened) => {
      await opened.page.locator(".welcome").waitFor();
      await primary(opened.page);
      await opened.page.locator(".links").waitFor();
    },
  },
  { name: "import-empty", ledger: "empty", play: WAYS.import.play },
  {
    name: "import-loading",
    ledger: "none",
    isLoading: true,
    play: async (opened) => {
      await opened.page.locator(".welcome").waitFor();
      opened.interfere(hangs("tabRows"));
      await chooseOwn(opened);
    },
  },
  {
    name: "import-problem",
    ledger: "sample",
    play: async (opened) => {
      await WAYS.import.play(opened);
      await opened.page.setInputFiles("#file", {
        name: "a.pdf",
        mimeType: "",
        buffer: Buffer.from("%PDF-1.7"),
      });
      await opened.page.locator(".problems").waitFor();
    },
  },
  {
    name: "import-questions",
    ledger: "sample",
    play: async (opened) => {
      await WAYS.import.play(opened);
      await opened.page.setInputFiles("#file", {
        name: "unsure.csv",
        mimeType: "",
        buffer: Buffer.from(unsureTable()),
      });
      await opened.page.locator(".question").first().waitFor();
    },
  },
  {
    name: "import-columns",
    ledger: "none",
    play: async (opened) => {
      await chooseOwn(opened);
      await opened.page.locator(".columns").waitFor();
      await opened.page.locator("main").evaluate((main) => main.scrollTo(0, 9999));
    },
  },
  {
    name: "import-done",
    ledger: "none",
    play: async (opened) => {
      await chooseOwn(opened);
      await opened.page.locator(".columns").waitFor();
      await primary(opened.page);
      await opened.page.locator(".empty.done").waitFor();
    },
  },
  {
    name: "import-dialog",
    ledger: "sample",
    hash: "#dialog=import",
    size: { width: 900, height: 600 },
    play: async ({ page }) => {
      await page.locator("#file").waitFor({ state: "attached" });
      await page.setInputFiles("#file", {
        name: "unsure.csv",
        mimeType: "",
        buffer: Buffer.from(unsureTable()),
      });
      await page.locator(".question").first().waitFor();
    },
  },
];

/** A table whose days can be read in two ways. */
export function unsureTable(): string {
  const rows = ["甲公司,3/4/2026,100,货", "乙公司,5/6/2026,200,", "丙公司,7/8/2026,300,"];
  return ["客户,日期,金额,备注", ...rows, ""].join("\n");
}

/** From an empty workbook to the firm's own tab in the import. */
async function chooseOwn({ page }: OpenedSidebar): Promise<void> {
  await page.locator(".welcome").waitFor();
  await primary(page);
  await page.locator(".links .row-link").last().click();
}
