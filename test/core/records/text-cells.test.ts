import { describe, expect, it } from "vitest";
import {
  CELL_CHARACTERS,
  chunksOfText,
  emptyAccount,
  packAccount,
  unpackAccount,
  unpackCustomer,
  unpackFigures,
} from "../../../core/index.ts";

/** A pair of surrogates stays in one cell: half of one is no text, and a sheet may keep another in its place. */
const hasHalf = (text: string) => /[\uD800-\uDBFF]$|^[\uDC00-\uDFFF]/.test(text);

describe("text in cells", () => {
  it("is never cut through a character, wherever it stands", () => {
    for (let before = CELL_CHARACTERS - 3; before <= CELL_CHARACTERS + 1; before += 1) {
      const text = "a".repeat(before) + "𠮷".repeat(CELL_CHARACTERS);
      const cells = chunksOfText(text);
      expect(cells.join("")).toBe(text);
      expect(cells.filter(hasHalf)).toEqual([]);
      expect(Math.max(...cells.map(({ length }) => length))).toBeLessThanOrEqual(CELL_CHARACTERS);
    }
  });

  it("is cut at its bound where no character stands across", () => {
    expect(chunksOfText("字".repeat(CELL_CHARACTERS + 1)).map(({ length }) => length)).toEqual([
      CELL_CHARACTERS,
      1,
    ]);
  });

  it("of an account is whole again, wherever a character stands across a cell's end", () => {
    for (let more = 0; more < 4; more += 1) {
      const note = "a".repeat(more) + "𠮷".repeat(CELL_CHARACTERS);
      const account = emptyAccount({ id: "c1.0", code: "K1", name: "𠮷野", note });
      const cells = packAccount(account);
      expect(cells.filter(hasHalf)).toEqual([]);
      expect(unpackAccount([...cells, ""])).toEqual(account);
      expect(unpackCustomer(cells)).toEqual(account.customer);
      expect(unpackFigures(cells)).toMatchObject({ currencies: [] });
    }
  });

  it("of an account that was cut through a character, as before, is read too", () => {
    const note = "𠮷".repeat(CELL_CHARACTERS);
    for (const odd of ["", "a"]) {
      const account = emptyAccount({ id: "c1.0", code: "K1", name: "Ann", note: odd + note });
      const [seal = "", ...cells] = packAccount(account);
      const records = JSON.stringify(account);
      const figures = cells.join("").slice(records.length);
      const before: string[] = [];
      for (let at = 0; at < records.length; at += CELL_CHARACTERS)
        before.push(records.slice(at, at + CELL_CHARACTERS));
      const sums = seal.split(":").slice(1, -1).join(":");
      expect(unpackAccount([`2:${sums}`, ...before, figures])).toEqual(account);
    }
  });
});
