import * as fc from "fast-check";
import { expect, test } from "vitest";
import { boxesOf } from "../../../../addon/local/page/univer/rectangles.ts";

test("a block stays whole", () => {
  expect(boxesOf({ 3: { 1: "a", 2: "b" }, 4: { 1: "c", 2: "d" } })).toEqual([
    { top: 3, bottom: 4, left: 1, right: 2 },
  ]);
});

test("every cell is covered once, and no other", () => {
  const places = fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), { selector: String });
  fc.assert(
    fc.property(places, (cells) => {
      const matrix: Record<number, Record<number, string>> = {};
      for (const [row, col] of cells) matrix[row] = { ...matrix[row], [col]: "x" };
      const covered = boxesOf(matrix).flatMap(({ top, bottom, left, right }) => {
        const inside: string[] = [];
        for (let row = top; row <= bottom; row += 1)
          for (let col = left; col <= right; col += 1) inside.push(`${row},${col}`);
        return inside;
      });
      expect(covered.sort()).toEqual(cells.map(String).sort());
    }),
  );
});
