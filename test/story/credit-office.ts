import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { Store } from "../../addon/local/store.ts";
import type { Output } from "../../addon/protocol.ts";
import { launchChromium } from "../e2e/chromium.ts";
import { CreditClerk } from "./credit-clerk.ts";
import { InProcessLedger, type Person } from "./in-process-ledger.ts";
import { ServedFolder } from "./served-ledger.ts";

export const CONTROLLER: Person = { name: "陈主管", role: "controller", passphrase: "correct horse battery" };
export const APPROVER: Person = { name: "周敏", role: "approver", passphrase: "春天的花都开了吧" };
export const CLERK: Person = { name: "李娜", role: "clerk", passphrase: "a lamp over the harbour" };

/** A served ledger with three users, a browser for each of them, and what the ledger itself says. */
export class CreditOffice {
  readonly ledger: InProcessLedger;
  readonly file: string;
  private readonly base = mkdtempSync(join(tmpdir(), "onaccount-credit-browser-"));
  private browser: Browser | undefined;
  private host: ServedFolder | undefined;

  constructor(exported: string) {
    this.ledger = new InProcessLedger(join(this.base, "ledger"));
    this.file = join(this.base, "export.csv");
    writeFileSync(this.file, exported);
  }

  async opens(): Promise<void> {
    await this.ledger.json("setup", "--language", "zh");
    await this.ledger.json("firm", "--name", "恒泰五金");
    // Whatever day the story runs on: a holiday would keep every reminder back.
    await this.ledger.json("policy", "--set", "dunning.quietDays=none");
    await this.ledger.add(CONTROLLER);
    await this.ledger.add(APPROVER, CONTROLLER);
    await this.ledger.add(CLERK, CONTROLLER);
    [this.browser, this.host] = await Promise.all([launchChromium(), ServedFolder.start(this.ledger.folder)]);
  }

  /** Somebody at a browser that knows nothing of the others'. */
  async comes(who: Person): Promise<CreditClerk> {
    if (!this.browser || !this.host) throw new Error("the office is not open");
    const context = await this.browser.newContext({
      viewport: { width: 1400, height: 900 },
      locale: "zh-CN",
    });
    const person = new CreditClerk(await context.newPage());
    await person.open(this.host.url, who);
    return person;
  }

  async closes(): Promise<void> {
    await this.browser?.close();
    await this.host?.stop();
    rmSync(this.base, { recursive: true, force: true });
  }

  /** Everything that the journal holds, once nobody serves it any more. */
  async journal(): Promise<string> {
    await this.host?.stop();
    const store = Store.open(this.ledger.folder);
    const cells = store.workbook.tabs.find(({ name }) => name === "_journal")?.cells ?? [];
    store.close();
    return cells.flat().join("\n");
  }

  async grades(): Promise<Output<"grade">["customers"]> {
    return (await this.ledger.json<Output<"grade">>("grade")).customers;
  }

  async gradeOf(code: string): Promise<Output<"grade">["customers"][number]> {
    const found = (await this.grades()).find((each) => each.code === code);
    if (!found) throw new Error(`${code} is not there`);
    return found;
  }

  standingOf(code: string): Promise<Output<"standing">> {
    return this.ledger.json("standing", "--customer", code);
  }

  async waiting(): Promise<Output<"approvals">["approvals"]> {
    return (await this.ledger.json<Output<"approvals">>("approvals")).approvals;
  }

  remind(): Promise<Output<"remind">> {
    return this.ledger.json("remind");
  }

  orderCheck(code: string, amount: string, number: string): Promise<Output<"orderCheck">> {
    const order = number === "" ? [] : ["--order", number];
    return this.ledger.json(...["order-check", "--customer", code, "--amount", amount, ...order]);
  }
}

export function codes(list: readonly { readonly code: string }[]): string[] {
  return list.map(({ code }) => code).sort();
}
