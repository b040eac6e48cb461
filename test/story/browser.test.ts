import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ITEMS, money, moneyText } from "../../core/index.ts";
import { readPdf } from "../addon/print/pdf-reader.ts";
import { AGED, figuresOf, PlainSql } from "../data/plain-sql.ts";
import { sharedFile } from "../data/shared-data.ts";
import { launchChromium } from "../e2e/chromium.ts";
import { Clerk } from "./clerk.ts";
import { LedgerFolder } from "./ledger-command.ts";
import { messyExport, SECOND_BOOK } from "./messy-export.ts";
import { ServedFolder } from "./served-ledger.ts";

/**
 * The whole story as a clerk lives it, in a browser on what `npm start` serves: import, aging, statements,
 * a receipt with its small difference, undo, hands in the sheet, a power cut, and the check-up.
 */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const real = sharedFile("highradius_ar/open_invoices_9681.csv");
const text = real ? readFileSync(real, "utf8") : messyExport(SEED, 2_200, 6).text;
const other = messyExport(SEED + 1, 6_000, 5, SECOND_BOOK);
/** Rows of the second file that can be read at all. */
const READABLE = `doc_id NOT IN (${["''", ...[...other.unreadable.keys()].map((id) => `'${id}'`)].join(",")})`;

/** The letter of a column of the open items. */
const letterOf = (column: string) =>
  String.fromCharCode(65 + ITEMS.columns.findIndex(({ key }) => key === column));

interface Aged {
  readonly totals: readonly { balance: number }[];
}

const name = real ? "9,681 real invoices" : `a generated export (SEED=${SEED})`;

describe(`the story in a browser, with ${name}`, () => {
  const base = mkdtempSync(join(tmpdir(), "onaccount-story-"));
  const folder = join(base, "ledger");
  const ledger = new LedgerFolder(folder);
  const sql = new PlainSql(text);
  const second = new PlainSql(other.text);
  /** A customer that owes enough for a small difference to be one. */
  const payer = { code: "", cents: 0 };
  const printed: string[] = [];
  /** By how much hands changed what is owed. */
  let typedMore = 0;
  let browser: Browser;
  let host: ServedFolder;
  let clerk: Clerk;

  async function opened(): Promise<Clerk> {
    host = await ServedFolder.start(folder);
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, locale: "zh-CN" });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.exposeFunction("onAccountPrinted", (html: string) => void printed.push(html));
    await page.addInitScript(() => {
      const told = window as unknown as { onAccountPrinted: (html: string) => void };
      window.print = () => told.onAccountPrinted(document.documentElement.outerHTML);
    });
    const person = new Clerk(page);
    await person.open(host.url);
    return person;
  }

  beforeAll(async () => {
    mkdirSync(base, { recursive: true });
    writeFileSync(join(base, "export.csv"), text);
    writeFileSync(join(base, "second.csv"), other.text);
    const [owing] = sql.all(`${AGED()} GROUP BY code HAVING balance > 300000 ORDER BY n, code`, "2020-12-31");
    Object.assign(payer, { code: String(owing?.code), cents: Number(owing?.balance) });
    await ledger.json("setup", "--language", "zh");
    browser = await launchChromium();
    clerk = await opened();
  });
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
    rmSync(base, { recursive: true, force: true });
  });

  let isBroken = false;
  beforeEach(() => {
    if (isBroken) throw new Error("an earlier step of the story failed");
  });
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === "fail";
  });

  /** Prints what the sidebar sent to the printer last. */
  async function pdfOfLast() {
    await expect.poll(() => printed.length, { timeout: 30_000 }).toBeGreaterThan(0);
    const paper = await browser.newPage();
    await paper.setContent(printed.pop() ?? "");
    const pages = readPdf(await paper.pdf({ preferCSSPageSize: true }));
    await paper.close();
    printed.length = 0;
    return pages;
  }

  async function importFile(path: string): Promise<void> {
    await clerk.tab("更多");
    await clerk.press(/^导入/);
    await clerk.choosesFile(path);
    await clerk.reads(/^原表各行之和|^与原表合计一致/, 120_000);
    await clerk.press(/^写入 [\d,]+ 行$/);
  }

  async function soundness(): Promise<void> {
    await clerk.tab("更多");
    await clerk.press(/^检查账本/);
    await clerk.reads("账本完好", 120_000);
  }

  const total = async () => (await ledger.json<Aged>("aging")).totals[0]?.balance;

  it("imports the file, and says that what was written is the file's own sum", async () => {
    await importFile(join(base, "export.csv"));
    await clerk.reads(/^已导入/, 240_000);
    await clerk.press("查看今天");
  });

  it("ages it as of a day, as an independent query does", async () => {
    await clerk.press(/^未到期/);
    await clerk.fill("#as-of", "2020-04-30");
    const { balance, current } = figuresOf(sql.one(AGED(), "2020-04-30"));
    for (const sum of [balance, current]) await clerk.reads(moneyText(money(sum), "USD"));
  });

  it("makes the statements of everybody whose period has ended, and prints one and all as PDF", async () => {
    await clerk.tab("单据");
    await clerk.press(/^生成对账单|^对账单/);
    await clerk.fill("#until", "2020-02-29");
    const button = await clerk.reads(/^生成 \d+ 份$/);
    const count = Number(/\d+/.exec(await button.innerText())?.[0]);
    await button.click();
    await clerk.fill("#firm-name", "恒泰五金");
    await clerk.press("保存并生成");
    await clerk.reads(`已生成 ${count} 份对账单`, 120_000);
    await clerk.press("打印");
    const [page, ...more] = await pdfOfLast();
    expect([page?.width, page?.height].map((points) => Math.round(points ?? 0))).toEqual([595, 842]);
    const one = [page, ...more].length;
    await clerk.sidebar().locator(".foot").getByRole("button", { name: "打印" }).click();
    const all = await pdfOfLast();
    expect(all.length).toBeGreaterThanOrEqual(one + count - 1);
  });

  it("books a receipt with its small difference 抹零, and takes both back", async () => {
    const before = await total();
    await clerk.tab("今天");
    await clerk.press("登记收款");
    await clerk.choose("#customer", payer.code);
    await clerk.fill("#amount", String((payer.cents - 30) / 100));
    await clerk.press("预览核销");
    await clerk.tick(/尾差 .*0\.30.* 抹零/);
    await clerk.press("保存");
    await clerk.reads(/^已登记收款 /);
    expect(await total()).toBe(Number(before) - payer.cents);
    await clerk.press("撤销");
    await clerk.reads("已撤销，账目已恢复");
    expect(await total()).toBe(before);
  });

  it("takes over what hands did in the sheet, and puts back what is not theirs", async () => {
    const before = Number(await total());
    await clerk.page.getByRole("tab", { name: "应收明细" }).click();
    await clerk.hands.ready();
    await clerk.hands.goTo(`${letterOf("customerName")}3`);
    const name = await clerk.hands.copiedHere();
    await clerk.hands.typeHere("another name");
    await clerk.hands.goTo(`${letterOf("amount")}2`);
    const was = await clerk.hands.copiedHere();
    await clerk.hands.typeHere("1234.56");
    await clerk.tab("今天");
    await clerk.press("更新");
    await clerk.press("接收");
    await clerk.reads("待接收（1）");
    await clerk.reads("没有接收的行（1）");
    await clerk.press("接收修改");
    await clerk.reads("已接收 1 行，恢复 1 行");
    typedMore = 123_456 - Math.round(Number(was.replace(/[^\d.-]/g, "")) * 100);
    expect(await total()).toBe(before + typedMore);
    await clerk.hands.goTo(`${letterOf("customerName")}3`);
    await expect.poll(() => clerk.hands.copiedHere(), { timeout: 10_000 }).toBe(name);
    await soundness();
  });

  it("goes on where a power cut stopped an import", async () => {
    await importFile(join(base, "second.csv"));
    await clerk.reads(/^已写入 [1-9]/, 120_000);
    await host.kill();
    await clerk.page.close();
    clerk = await opened();
    await importFile(join(base, "second.csv"));
    await clerk.reads(/^已导入/, 240_000);
    await soundness();
    const known = Number(figuresOf(sql.one(AGED(), "2020-12-31")).balance);
    const added = Number(figuresOf(second.one(AGED(READABLE), "2020-12-31")).balance);
    expect(await total()).toBe(known + typedMore + added);
  });
});
