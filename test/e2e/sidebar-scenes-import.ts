import type { RawTable } from "../../core/index.ts";
import { type OpenedSidebar, settled } from "./sidebar-page.ts";
import { hangs, primary, reopened, type Scene, WAYS } from "./sidebar-ways.ts";
import { xlsxOf } from "./xlsx-file.ts";

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
    name: "import-into-sample",
    ledger: "sample",
    play: async (opened) => {
      opened.bench.call("saveSettings", { action: "scene-sample", settings: { sample: true } });
      await reopened(opened);
      await settled(opened.page);
      await chooseText(opened, "own.csv", TWO_CURRENCIES);
      await primary(opened.page);
      await opened.page.locator(".foot .strip.ask").waitFor();
    },
  },
  {
    name: "import-currencies",
    ledger: "empty",
    play: async (opened) => {
      await chooseText(opened, "own.csv", TWO_CURRENCIES);
      await primary(opened.page);
      await opened.page.locator(".empty.done").waitFor();
    },
  },
  {
    name: "import-put-right",
    ledger: "abroad",
    play: async (opened) => {
      await chooseText(opened, "own.csv", NO_CURRENCY);
      await opened.page.locator(".columns .quiet").first().click();
    },
  },
  {
    name: "import-hidden-sheets",
    ledger: "empty",
    play: async (opened) => {
      await WAYS.import.play(opened);
      await chooseSheets(opened, HIDDEN_SHEETS);
      await opened.page.locator(".columns").waitFor();
    },
  },
  {
    name: "import-sheets",
    ledger: "empty",
    play: async (opened) => {
      await WAYS.import.play(opened);
      await chooseSheets(opened, HIDDEN_SHEETS);
      await opened.page.locator(".strip.plain .quiet").click();
      await opened.page.locator(".links").waitFor();
    },
  },
  {
    name: "import-ledger",
    ledger: "empty",
    play: async (opened) => {
      await chooseText(opened, "ledger.csv", BOTH_SIDES);
      await opened.page.locator(".question button").first().click();
      await opened.page.locator(".import-totals").waitFor();
    },
  },
  {
    name: "import-ledger-done",
    ledger: "empty",
    play: async (opened) => {
      await chooseText(opened, "ledger.csv", BOTH_SIDES);
      await opened.page.locator(".question button").first().click();
      await primary(opened.page);
      await opened.page.locator(".empty.done").waitFor();
    },
  },
  {
    name: "import-two-currencies-named",
    ledger: "empty",
    play: async (opened) => {
      await chooseText(opened, "own.csv", `币种：人民币,,,\nCurrency: USD,,,\n${NO_CURRENCY}`);
      await opened.page.locator(".question").waitFor();
    },
  },
  {
    name: "import-terms",
    ledger: "waiting",
    play: async (opened) => {
      await chooseText(opened, "customers.csv", otherTerms("K001"));
      await opened.page.locator(".columns").waitFor();
    },
  },
  {
    name: "import-proposed",
    ledger: "waiting",
    play: async (opened) => {
      await chooseText(opened, "customers.csv", otherTerms("K005"));
      await primary(opened.page);
      await opened.page.locator(".strip.ask .secondary").waitFor();
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

/** Debts in two currencies, and a slip of the pen in one of them. */
const TWO_CURRENCIES = [
  "客户名称,单据编号,单据日期,币种,应收金额",
  "甲公司,A-1,2026-10-08,CNY,12000.5",
  "乙公司,A-2,2026-10-09,USD,830",
  "丙公司,A-3,2026-02-30,USD,20",
  "",
].join("\n");

/** Debts in one currency, which the table does not say. */
const NO_CURRENCY = "客户名称,单据编号,单据日期,应收金额\n甲公司,A-1,2026-10-08,12000.5\n";

/** A ledger with a column for each side: one credit says that money came in, one says nothing, a total is wrong. */
const BOTH_SIDES = [
  "客户名称,日期,凭证号,摘要,借方金额,贷方金额,方向,余额",
  "甲公司,2026-09-30,,期初余额,,,借,3000",
  "甲公司,2026-10-08,记-12,销售,12000.50,,借,15000.50",
  "甲公司,2026-10-20,记-31,收到货款,,10000,借,5000.50",
  "甲公司,2026-10-31,记-40,十月,,0.50,借,5000",
  "甲公司,2026-10-31,记-41,销售退货,,400,借,4600",
  "甲公司,2026-10-31,,本月合计,12000.50,10400,借,4600",
  "",
].join("\n");

/** A file whose first sheet is this month's; two others are hidden. */
const HIDDEN_SHEETS: readonly RawTable[] = [
  { name: "十月应收", rows: sheetRows("A-1") },
  { name: "九月应收（旧）", rows: sheetRows("A-0"), hidden: true },
  { name: "下拉选项", rows: [["现结"], ["月结30天"]], hidden: true },
];

function sheetRows(number: string): RawTable["rows"] {
  return [
    ["客户名称", "单据编号", "单据日期", "应收金额"],
    ["甲公司", number, "2026-10-08", 12_000.5],
  ];
}

async function chooseSheets({ page }: OpenedSidebar, tables: readonly RawTable[]): Promise<void> {
  await page.setInputFiles("#file", { name: "应收.xlsx", mimeType: "", buffer: await xlsxOf(tables) });
}

/** A list of customers with terms that are not in force for that one. */
function otherTerms(code: string): string {
  return `客户编码,付款条件,信用额度\n${code},票到45天,88000\n`;
}

async function chooseText(opened: OpenedSidebar, name: string, text: string): Promise<void> {
  await WAYS.import.play(opened);
  await opened.page.setInputFiles("#file", { name, mimeType: "", buffer: Buffer.from(text) });
  await opened.page.locator(".columns").waitFor();
}

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
