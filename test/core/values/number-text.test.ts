import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NumberReader, NumberWriter } from "../../../core/values/number-text.ts";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
fc.configureGlobal({ seed, numRuns: 500 });
console.log(`numbers as text: SEED=${seed}`);

const whole = fc.oneof(
  fc.integer({ min: -40, max: 40 }),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(
    0,
    15,
    16,
    -15,
    -16,
    511,
    512,
    2 ** 31,
    -(2 ** 31),
    Number.MAX_SAFE_INTEGER,
    Number.MIN_SAFE_INTEGER,
  ),
);
/** Columns that are mostly one number, and columns that are not. */
const column = fc.oneof(fc.array(whole), fc.array(fc.oneof({ weight: 9, arbitrary: fc.constant(7) }, whole)));

function read(text: string, counts: readonly number[], how: "column" | "rising"): number[][] {
  const reader = new NumberReader(text);
  return counts.map((count) => {
    const into: number[] = [];
    reader[how](into, count);
    return into;
  });
}

describe("whole numbers as text", () => {
  it("are read back as they were, column after column", () => {
    fc.assert(
      fc.property(fc.array(column), (columns) => {
        const writer = new NumberWriter();
        for (const each of columns) writer.column(each);
        const counts = columns.map((each) => each.length);
        expect(read(writer.text, counts, "column")).toEqual(columns);
      }),
    );
  });

  it("are read back as they were where they rise", () => {
    const near = fc.array(fc.integer({ min: -1_000_000_000, max: Number.MAX_SAFE_INTEGER - 1_000_000_000 }));
    fc.assert(
      fc.property(near, (numbers) => {
        const { text } = new NumberWriter().rising(numbers);
        expect(read(text, [numbers.length], "rising")).toEqual([numbers]);
      }),
    );
  });

  it("stand in characters that no cell takes for a formula, a number or a date", () => {
    fc.assert(
      fc.property(column, (numbers) => {
        expect(new NumberWriter().column(numbers).text).toMatch(/^[A-Za-z0-9_.]*$/);
      }),
    );
  });

  it("take one character for a small number, and few for a thousand alike", () => {
    expect(new NumberWriter().number(15).text).toHaveLength(1);
    expect(new NumberWriter().column(Array<number>(1_000).fill(12_345)).text.length).toBeLessThan(8);
  });

  it("leave nothing of a longer column that stood in the same array before", () => {
    const [into, writer] = [[9, 9, 9, 9], new NumberWriter().column([1, 2])];
    new NumberReader(writer.text).column(into, 2);
    expect(into.slice(0, 2)).toEqual([1, 2]);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("%s is refused", (value) => {
    expect(() => new NumberWriter().number(value)).toThrow("whole numbers");
  });
});
