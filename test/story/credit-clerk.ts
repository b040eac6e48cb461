import type { Locator } from "playwright-core";
import { Clerk } from "./clerk.ts";

/** What an order comes to on the screen. */
export interface Outcome {
  readonly decision: string;
  readonly reasons: readonly string[];
  /** Everything in the box of the decision, and what waits under it. */
  readonly text: string;
}

/** A person who decides about credit in the sidebar. */
export class CreditClerk extends Clerk {
  /** Presses the one filled button. */
  async primary(words?: string | RegExp): Promise<void> {
    const button = this.sidebar().locator("[data-primary]");
    await (words === undefined ? button : button.filter({ hasText: words })).click();
  }

  /** Waits until that is the screen. */
  async isOn(heading: string): Promise<void> {
    await this.sidebar().locator("h1", { hasText: heading }).waitFor();
  }

  async toToday(): Promise<void> {
    await this.tab("今天");
    await this.isOn("今天");
    await this.main().locator(".totals").waitFor();
  }

  async toCard(code: string): Promise<void> {
    await this.tab("客户");
    await this.fill("#search", code);
    await this.sidebar().locator("[data-row]", { hasText: code }).first().click();
    await this.isOn(code);
    await this.sidebar().locator(".strip-head").waitFor();
  }

  async toCredit(code: string): Promise<void> {
    await this.toCard(code);
    await this.press("查看信用");
    await this.sidebar().locator(".folds").waitFor();
  }

  /** A line of the list that a tab shows. */
  async line(tab: string, words: RegExp): Promise<void> {
    await this.tab(tab);
    await this.press(words);
  }

  /** Opens a part of the screen that is closed, by its title. */
  async unfolds(title: string): Promise<Locator> {
    const fold = this.main().locator(`.fold:has(.fold-title:text-is("${title}"))`);
    await fold.locator("summary").click();
    return fold;
  }

  /** What an order on account would come to. */
  async checks(code: string, amount: string, number: string): Promise<Outcome> {
    await this.toCard(code);
    await this.press("检查订单");
    await this.fill("#order-amount", amount);
    await this.fill("#order-number", number);
    await this.primary("检查订单");
    const box = this.sidebar().locator(".outcome");
    await box.waitFor();
    return {
      decision: (await box.locator(".decision").innerText()).trim(),
      reasons: await box.locator(".reasons li").allTextContents(),
      text: await this.text(),
    };
  }

  /** The rows of a part of the screen, each title with its verb. */
  async rows(part: string): Promise<[title: string, verb: string][]> {
    const rows = this.main().locator(`${part} .row`);
    await rows.first().waitFor();
    const texts = async (at: number): Promise<[string, string]> => [
      await rows.nth(at).locator(".row-title").innerText(),
      (await rows.nth(at).locator("button").allInnerTexts()).join("|"),
    ];
    return Promise.all(Array.from({ length: await rows.count() }, (_, at) => texts(at)));
  }

  /** Presses the verb of the row of that title. */
  async act(part: string, title: string): Promise<void> {
    await this.main().locator(`${part} .row`, { hasText: title }).locator("button").click();
  }

  /** Asks for a limit on the customer's credit screen; without a sum, for none. */
  async asksLimit(code: string, amount?: string): Promise<void> {
    await this.toCredit(code);
    await this.press("申请额度");
    if (amount === undefined) await this.sidebar().locator("#limit-type").selectOption("none");
    else await this.fill("#limit-amount", amount);
    await this.primary("提交申请");
    await this.isOn("申请已提交");
  }

  /** Holds a customer by hand, or stops its supply. */
  async holds(code: string, kind: "hold" | "block", reason: string): Promise<void> {
    await this.toCredit(code);
    await this.press("冻结客户");
    await this.sidebar().locator(`[name=hold-kind][value=${kind}]`).check();
    await this.fill("#hold-reason", reason);
    await this.primary("冻结");
    await this.reads(kind === "hold" ? "已冻结" : "已停止供货");
  }
}
