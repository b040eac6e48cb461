import type { Frame, Locator, Page } from "playwright-core";
import { Hands } from "../e2e/grid-hands.ts";

/** A person at the local page: the sidebar by its words, the sheet by its cells. */
export class Clerk {
  readonly page: Page;
  readonly hands: Hands;

  constructor(page: Page) {
    this.page = page;
    this.hands = new Hands(page);
  }

  /** Opens the ledger and waits until the sidebar can be used; tells how long that and the figures took. */
  async open(url: string, who?: { name: string; passphrase: string }): Promise<void> {
    const from = Date.now();
    await this.page.goto(url);
    if (who) await this.logIn(who);
    await this.page.locator("#sidebar iframe").waitFor();
    await this.main().waitFor();
    const usable = Date.now() - from;
    await this.main().locator(".skeleton").waitFor({ state: "detached" });
    console.log(`page → sidebar usable ${usable} ms, Today's figures ${Date.now() - from} ms`);
  }

  private async logIn({ name, passphrase }: { name: string; passphrase: string }): Promise<void> {
    await this.page.getByLabel("姓名").fill(name);
    await this.page.getByLabel("口令").fill(passphrase);
    await this.page.getByRole("button", { name: "登录" }).click();
  }

  /** Presses the button, or the row, that says so. */
  async press(words: string | RegExp): Promise<void> {
    const named = { name: words, ...(typeof words === "string" ? { exact: true } : {}) };
    await this.sidebar().getByRole("button", named).first().click();
  }

  /** Goes to one of the four tabs at the bottom. */
  async tab(words: string): Promise<void> {
    await this.sidebar().locator("nav").getByRole("button", { name: words }).click();
  }

  /** Ticks the box that says so. */
  async tick(words: string | RegExp): Promise<void> {
    await this.sidebar().getByLabel(words).check();
  }

  async fill(field: string, text: string): Promise<void> {
    await this.sidebar().locator(field).fill(text);
  }

  /** Finds a customer by its code, as typing in the picker does. */
  async choose(field: string, code: string): Promise<void> {
    await this.fill(field, code);
    await this.sidebar().getByRole("option").first().waitFor();
    await this.sidebar().locator(field).press("Enter");
  }

  async choosesFile(path: string): Promise<void> {
    await this.sidebar().locator("#file").setInputFiles(path);
  }

  /** Waits until the sidebar says it, and gives the element. */
  async reads(words: string | RegExp, timeout = 30_000): Promise<Locator> {
    const found = this.sidebar().getByText(words).first();
    await found.waitFor({ timeout });
    return found;
  }

  /** Everything that the screen says. */
  async text(): Promise<string> {
    return this.main().innerText();
  }

  main(): Locator {
    return this.sidebar().locator("main");
  }

  sidebar() {
    return this.page.frameLocator("#sidebar iframe");
  }

  /** The sidebar's own frame. */
  frame(): Frame {
    const found = this.page.frames().find((frame) => frame.parentFrame() === this.page.mainFrame());
    if (!found) throw new Error("the sidebar is not there");
    return found;
  }
}
