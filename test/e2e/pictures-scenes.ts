import type { Frame, Page } from "playwright-core";
import { plainDate, statementHtml } from "../../core/index.ts";
import { Hands } from "./grid-hands.ts";
import type { Language, PicturedLedger } from "./pictures-ledger.ts";

/** What a picture is taken of. */
export interface Shown {
  readonly language: Language;
  readonly ledger: PicturedLedger;
  /** The open page of the ledger, and its sidebar. */
  readonly page: Page;
  readonly sidebar: Frame;
}

/** A picture of a main screen: `addon/pictures/<name>.<language>.png`. */
export interface Picture {
  readonly name: string;
  readonly take: (shown: Shown) => Promise<Buffer>;
}

export const PICTURES: readonly Picture[] = [
  { name: "workbook", take: workbook },
  { name: "customer", take: inSidebar(openCustomer) },
  { name: "receipt", take: inSidebar(previewReceipt) },
  { name: "aging", take: inSidebar((shown) => openLine(shown, 3, 0)) },
  { name: "import", take: inSidebar(mapColumns) },
  { name: "statements", take: inSidebar((shown) => openLine(shown, 2, 1)) },
  { name: "statement-a4", take: printedStatement },
];

/** One customer for all pictures: it is late, and pays in the ledger's own currency. */
const CUSTOMER = { zh: "K003", en: "E002" };

/** A receipt that settles one of its documents and a part of the next. */
const AMOUNT = { zh: "20000", en: "4500" };

const A4 = { width: 794, height: 1123 };

async function workbook({ page, sidebar }: Shown): Promise<Buffer> {
  await new Hands(page).ready();
  // The tab of open items, the second of the workbook.
  await page.locator("#tabs button").nth(1).click();
  await settled(sidebar);
  await page.waitForTimeout(1_500);
  return page.screenshot();
}

function inSidebar(play: (shown: Shown) => Promise<void>): Picture["take"] {
  return async (shown) => {
    await settled(shown.sidebar);
    await play(shown);
    await settled(shown.sidebar);
    // The edge of the sidebar, so that nothing is pointed at.
    const { x = 0, y = 0 } = (await shown.page.locator("#sidebar").boundingBox()) ?? {};
    await shown.page.mouse.move(x + 4, y + 300);
    await shown.page.waitForTimeout(500);
    return shown.page.locator("#sidebar").screenshot();
  };
}

async function openCustomer({ page, sidebar, language }: Shown): Promise<void> {
  await sidebar.locator("nav button").nth(1).click();
  await settled(sidebar);
  await sidebar.fill("#search", CUSTOMER[language]);
  await page.keyboard.press("Enter");
}

async function previewReceipt({ page, sidebar, language }: Shown): Promise<void> {
  await sidebar.locator("[data-primary]").click();
  await sidebar.fill("#customer", CUSTOMER[language]);
  await sidebar.locator(".hit").first().waitFor();
  await page.keyboard.press("Enter");
  await sidebar.fill("#amount", AMOUNT[language]);
  await sidebar.locator("[data-primary]").click();
  await sidebar.locator(".from").waitFor();
}

/** A line of the lists Documents (2) and More (3), by its place. */
async function openLine({ sidebar }: Shown, list: number, at: number): Promise<void> {
  await sidebar.locator("nav button").nth(list).click();
  await sidebar.locator(".links .row-link").nth(at).click();
}

async function mapColumns(shown: Shown): Promise<void> {
  await openLine(shown, 3, 1);
  const buffer = Buffer.from(EXPORT[shown.language]);
  await shown.sidebar.setInputFiles("#file", { name: "export.csv", mimeType: "text/csv", buffer });
  await shown.sidebar.locator(".question").first().waitFor();
}

/** A list of invoices as other programs export it; its days can be read in two ways. */
const EXPORT = {
  zh: "客户名称,单据日期,单据编号,应收金额\n顺发建材商行,3/4/2026,A-101,12000\n博远五金店,5/6/2026,A-102,3450.50\n",
  en: "Customer,Invoice date,Invoice no.,Amount\nAsh & Sons,3/4/2026,A-101,12000\nBeech Ltd.,5/6/2026,A-102,3450.50\n",
};

async function printedStatement({ ledger, language, page }: Shown): Promise<Buffer> {
  const customer = ledger.call("findCustomer", { code: CUSTOMER[language] }).id;
  const asks = [{ customer, day: plainDate("2026-10-31") }];
  const [made] = ledger.call("makeStatements", { asks }).made;
  if (!made) throw new Error(`${CUSTOMER[language]} has no statement on 2026-10-31`);
  const paper = await page.context().newPage();
  await paper.setViewportSize(A4);
  await paper.emulateMedia({ media: "print" });
  await paper.setContent(statementHtml(made.statement, { paper: "a4", language }));
  const picture = await paper.screenshot();
  await paper.close();
  return picture;
}

async function settled(sidebar: Frame): Promise<void> {
  await sidebar.locator("nav").waitFor();
  await sidebar.locator(".skeleton").waitFor({ state: "detached" });
}
