import { describe, expect, it } from "vitest";
import { readAmount } from "../../../core/index.ts";

const inTenThousands = { currency: "CNY", unitPlaces: 4 };
const read = (cell: string | number) => {
  const reading = readAmount(cell, inTenThousands);
  return reading.kind === "amount" ? reading.amount : reading.kind;
};

describe("a cell that names its own unit in a column of 万元", () => {
  it.each([
    ["12000元", 1_200_000],
    ["人民币12,000.00元", 1_200_000],
    ["12000圆", 1_200_000],
    ["-12000元整", -1_200_000],
    ["1.2万元", 1_200_000],
    ["1.2万", 1_200_000],
    ["0.5亿元", 5_000_000_000],
  ])("%s is read in that unit, once", (cell, amount) => {
    expect(read(cell)).toBe(amount);
  });

  it.each([
    [1.2, 1_200_000],
    ["1.2", 1_200_000],
    ["¥1.2", 1_200_000],
    ["CNY 1.2", 1_200_000],
  ])("%s names none and is in the column's", (cell, amount) => {
    expect(read(cell)).toBe(amount);
  });

  it("in another currency's sign alone leaves open whether it is in the column's: nothing is taken", () => {
    expect(readAmount("US$100", inTenThousands)).toEqual({ kind: "ambiguous", readings: ["100", "1000000"] });
    expect(readAmount("US$100", { currency: "USD", unitPlaces: 4 })).toMatchObject({ amount: 100_000_000 });
  });

  it("is in the named currency's own unit", () => {
    expect(readAmount("12000美元", inTenThousands)).toMatchObject({ currency: "USD", amount: 1_200_000 });
  });
});
