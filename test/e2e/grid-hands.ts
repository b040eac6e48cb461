import type { Locator, Page } from "playwright-core";

/** The grid of a page, used as a person would: by mouse and keyboard only. */
export class Hands {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits until the grid has taken the list's place. */
  async ready(): Promise<void> {
    await this.#canvas.waitFor({ state: "visible" });
    await this.page.locator("#table").waitFor({ state: "hidden" });
    // The grid listens to the keyboard a moment after it was painted.
    await this.page.waitForTimeout(1200);
  }

  /** Clicks a cell that is on the screen; rows and columns count from 1. */
  async click(row: number, col: number, how: Click = {}): Promise<void> {
    const { x, y } = await this.#middle(row, col);
    const left = how.rowHead ? (await this.#box()).x + 20 : x;
    await this.page.mouse.move(left, y);
    if (how.modifiers) await this.page.keyboard.down("Shift");
    await this.page.mouse.click(left, y, { button: how.button ?? "left" });
    if (how.modifiers) await this.page.keyboard.up("Shift");
    await this.page.waitForTimeout(120);
  }

  /** Goes to a cell by its name, as "K2", wherever it is. */
  async goTo(cell: string): Promise<void> {
    const name = this.page.locator("#grid [data-u-comp=defined-name] input");
    await name.click();
    await name.fill(cell);
    await name.press("Enter");
    await this.page.waitForTimeout(200);
  }

  /** Types into the selected cell. */
  async typeHere(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 15 });
    await this.page.keyboard.press("Enter");
    await this.page.waitForTimeout(60);
  }

  /** Types into a cell and leaves it open. */
  async begin(row: number, col: number, text: string): Promise<void> {
    await this.click(row, col);
    await this.page.keyboard.type(text, { delay: 15 });
  }

  async type(row: number, col: number, text: string): Promise<void> {
    await this.begin(row, col, text);
    await this.page.keyboard.press("Enter");
    await this.page.waitForTimeout(60);
  }

  /**
   * Types as a Chinese input method does, into a cell on which a click put the keyboard: letters that are
   * composed, replaced and confirmed, phrase after phrase.
   */
  async compose(phrases: readonly { spelt: string; meant: string }[]): Promise<void> {
    const method = await this.page.context().newCDPSession(this.page);
    for (const { spelt, meant } of phrases) {
      for (let end = 1; end <= spelt.length; end += 1) {
        const text = spelt.slice(0, end);
        await method.send("Input.imeSetComposition", { text, selectionStart: end, selectionEnd: end });
        await this.page.waitForTimeout(30);
      }
      await method.send("Input.insertText", { text: meant });
      await this.page.waitForTimeout(60);
    }
    await method.detach();
  }

  /** Pastes plain text at the selected cell, as after copying it from another program. */
  async pasteHere(text: string): Promise<void> {
    await this.page.waitForTimeout(120);
    await this.page.evaluate((plain) => navigator.clipboard.writeText(plain), text);
    await this.page.keyboard.press("Control+V");
  }

  /** Pastes a table as a browser or an office program would give it. */
  async pasteHtml(html: string): Promise<void> {
    await this.page.evaluate(async (text) => {
      const blob = new Blob([text], { type: "text/html" });
      await navigator.clipboard.write([new ClipboardItem({ "text/html": blob })]);
    }, html);
    await this.page.keyboard.press("Control+V");
  }

  /** What copying a cell brings: the text that the grid shows. */
  async copied(row: number, col: number): Promise<string> {
    await this.click(row, col);
    return this.copiedHere();
  }

  /** The same of the selected cell. */
  async copiedHere(): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText(""));
    await this.page.keyboard.press("Control+C");
    await this.page.waitForTimeout(120);
    return (await this.page.evaluate(() => navigator.clipboard.readText())).trim();
  }

  /** Chooses an entry of the right-click menu by its words. */
  async choose(row: number, col: number, words: string, how: Pick<Click, "rowHead"> = {}): Promise<void> {
    await this.click(row, col, how);
    await this.click(row, col, { ...how, button: "right" });
    // At its beginning: the middle of an entry can be a field for a number.
    await this.page
      .getByText(words)
      .first()
      .click({ position: { x: 12, y: 8 } });
    await this.page.waitForTimeout(200);
  }

  /** Drags a selected row by its head to another place. */
  async dragRow(from: number, to: number): Promise<void> {
    const { x } = await this.#box();
    await this.click(from, 1, { rowHead: true });
    await this.page.mouse.down();
    await this.page.mouse.move(x + 20, (await this.#middle(to, 1)).y, { steps: 10 });
    await this.page.mouse.up();
  }

  /** Has looked at the grid when it comes back; gives when it is painted next, in milliseconds of the clock. */
  async nextPaint(): Promise<() => Promise<number>> {
    const watch = await this.#canvas.evaluateHandle((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new Error("not a canvas");
      const look = () => canvas.getContext("2d")?.getImageData(0, 0, 500, 300).data.join();
      const before = look();
      const painted = new Promise<number>((resolve) => {
        const again = () => (look() === before ? requestAnimationFrame(again) : resolve(Date.now()));
        again();
      });
      return { painted };
    });
    return () => watch.evaluate(({ painted }) => painted);
  }

  get #canvas(): Locator {
    return this.page.locator("#grid canvas[id^=univer-sheet-main]");
  }

  async #box(): Promise<{ x: number; y: number }> {
    const box = await this.#canvas.boundingBox();
    if (!box) throw new Error("the grid is not on the screen");
    return box;
  }

  // Columns are 110 wide, the second one 220; row heads 46; rows 25 high under 20 of column heads.
  async #middle(row: number, col: number): Promise<{ x: number; y: number }> {
    const { x, y } = await this.#box();
    const left = 46 + (col - 1) * 110 + (col > 2 ? 110 : 0);
    return { x: x + left + 50, y: y + 20 + (row - 1) * 25 + 12 };
  }
}

interface Click {
  button?: "right";
  modifiers?: ["Shift"];
  rowHead?: true;
}
