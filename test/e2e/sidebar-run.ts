import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { CallName, Input, Output } from "../../addon/protocol.ts";
import type { Bench } from "../addon/bundle.ts";
import { launchChromium } from "./chromium.ts";
import { type LedgerName, ledgersIn } from "./sidebar-ledgers.ts";
import {
  builtSidebar,
  type OpenedSidebar,
  openStage,
  type Stage,
  type StageOptions,
  settled,
} from "./sidebar-page.ts";
import { WAYS } from "./sidebar-ways.ts";

/** What every test of a screen begins with: one browser for the file, and no request or complaint after any test. */
export function sidebarRun(options: StageOptions = {}): SidebarRun {
  const run = new SidebarRun();
  beforeAll(() => run.open(options), 120_000);
  afterAll(() => run.close());
  afterEach(() => {
    expect(run.opened.requests).toEqual([]);
    expect(run.opened.complaints).toEqual([]);
  });
  return run;
}

interface Theatre {
  readonly browser: Browser;
  readonly stage: Stage;
  readonly html: string;
  readonly ledgers: Record<LedgerName, Bench>;
}

/** One sidebar after another, in Chinese, and what tests ask of the one that is shown. */
export class SidebarRun {
  #theatre: Theatre | undefined;
  #opened: OpenedSidebar | undefined;

  async open(options: StageOptions): Promise<void> {
    const [browser, html, ledgers] = await Promise.all([launchChromium(), builtSidebar(), ledgersIn("zh")]);
    this.#theatre = { browser, html, ledgers, stage: await openStage(browser, "zh-CN", options) };
  }

  async close(): Promise<void> {
    await this.#theatre?.browser.close();
  }

  /** The sidebar that is shown. */
  get opened(): OpenedSidebar {
    if (!this.#opened) throw new Error("no sidebar is shown yet");
    return this.#opened;
  }

  /** A copy of a ledger, for a test to prepare. */
  ledger(name: LedgerName): Bench {
    return this.#own.ledgers[name].copy();
  }

  /** Shows the sidebar over a ledger, at one of its screens. */
  async start(ledger: LedgerName | Bench, screen: keyof typeof WAYS = "today"): Promise<Page> {
    const page = await this.show(typeof ledger === "string" ? this.ledger(ledger) : ledger);
    await settled(page);
    await WAYS[screen].play(this.opened);
    await settled(page);
    return page;
  }

  /** Shows it and waits for nothing. */
  async show(bench: Bench): Promise<Page> {
    const { html, stage } = this.#own;
    this.#opened = await stage.show({ html, bench });
    this.#opened.page.setDefaultTimeout(10_000);
    return this.#opened.page;
  }

  primary() {
    return this.opened.page.locator("[data-primary]");
  }

  heading(): Promise<string | null> {
    return this.opened.page.locator("#heading").textContent();
  }

  /** Waits for the word that it is done. */
  async good(): Promise<void> {
    await this.opened.page.locator(".note.good").waitFor();
  }

  sent(name: CallName): OpenedSidebar["calls"] {
    return this.opened.calls.filter((each) => each.name === name);
  }

  /** What the server says now, past the sidebar. */
  ask<N extends CallName>(name: N, input: Input<N>): Output<N> {
    return this.opened.bench.call<Output<N>>(name, input);
  }

  get #own(): Theatre {
    if (!this.#theatre) throw new Error("the stage is not open yet");
    return this.#theatre;
  }
}

/** A busy machine takes its time. */
export const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 });
