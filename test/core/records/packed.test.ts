import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Account,
  CELL_CHARACTERS,
  emptyAccount,
  figureSpace,
  figuresOf,
  packAccount,
  unpackAccount,
  unpackCustomer,
  unpackFigures,
} from "../../../core/index.ts";
import { anyAccount } from "../any-account.ts";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
fc.configureGlobal({ seed, numRuns: 300 });
console.log(`packed accounts: SEED=${seed}`);

const ann = emptyAccount({ id: "c1.0", code: "K1", name: "安" });

/** An account of which the records take several cells. */
function longAccount(): Account {
  const receipt = {
    id: "r1.0",
    date: "2026-11-22",
    currency: "CNY",
    amount: 5,
    method: "cash",
    seq: 1,
    voided: 0,
  };
  const receipts = Array.from({ length: 900 }, (_, i) => ({ ...receipt, id: `r${i}.0`, amount: i }));
  return { ...ann, receipts: receipts as Account["receipts"] };
}

/** What version 1 wrote: a seal, and the records alone. The seal is the sum that Java gives a string. */
function packedByVersion1(account: Account): string[] {
  const text = JSON.stringify(account);
  let sum = 0;
  for (const unit of text.split("")) sum = (Math.imul(sum, 31) + unit.charCodeAt(0)) | 0;
  return [`1:${text.length}:${(sum >>> 0).toString(16)}`, text];
}

describe("a packed account", () => {
  it("is unpacked as it was, with the figures of its records", () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        const cells = packAccount(account);
        expect(unpackAccount(cells)).toEqual(account);
        expect(unpackFigures(cells)).toMatchObject(JSON.parse(JSON.stringify(figuresOf(account))));
      }),
    );
  });

  it("tells its customer without the rest, whatever stands in a name, and nothing once it is torn", () => {
    const anyName = fc.oneof(
      fc.string(),
      fc.constantFrom('a"}', "\\", '\\"', "{{", '}","items":[{', "安\u2028}"),
    );
    fc.assert(
      fc.property(anyAccount, anyName, (account, name) => {
        const customer = { ...account.customer, name, aliases: [name] };
        const cells = packAccount({ ...account, customer });
        expect(unpackCustomer(cells)).toEqual(customer);
        const [seal = "", ...rest] = cells;
        expect(unpackCustomer([seal, `${rest[0]} `, ...rest.slice(1)])).toBeUndefined();
      }),
    );
    expect(unpackCustomer(packedByVersion1(longAccount()))).toEqual(ann.customer);
    expect(unpackCustomer(packAccount(longAccount()))).toEqual(ann.customer);
  });

  it("gives the same figures when they are read where others stood", () => {
    const space = figureSpace();
    fc.assert(
      fc.property(anyAccount, (account) => {
        const figures = unpackFigures(packAccount(account), space);
        const { items, lines, receipts, allocations, covers } = figuresOf(account);
        for (const [found, expected] of [
          [figures?.items.day, items.day],
          [figures?.lines.due, lines.due],
          [figures?.receipts.amount, receipts.amount],
          [figures?.allocations.from, allocations.from],
          [figures?.covers.item, covers.item],
        ])
          expect(found?.slice(0, expected?.length)).toEqual(expected);
      }),
    );
  });

  it("keeps every cell within its bound, with empty cells after it, as the tab gives them back", () => {
    const cells = packAccount(longAccount());
    expect(cells.length).toBeGreaterThan(3);
    expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThanOrEqual(CELL_CHARACTERS);
    expect(unpackAccount([...cells, "", ""])).toEqual(longAccount());
    expect(unpackFigures([...cells, ""])?.receipts.amount.slice(-1)).toEqual([899]);
  });

  it("is not taken where any cell is missing, cut, or another account's", () => {
    const [whole, other] = [packAccount(longAccount()), packAccount(ann)];
    for (const at of whole.keys()) {
      for (const cell of ["", whole[at]?.slice(0, -1) ?? "", other[at] ?? "x"])
        expect(unpackAccount(whole.map((own, i) => (i === at ? cell : own)))).toBeUndefined();
    }
  });

  it("gives no figures where their cell is missing, cut, or another account's", () => {
    const [whole, other] = [packAccount(longAccount()), packAccount(ann)];
    const last = whole.length - 1;
    for (const cell of ["", whole[last]?.slice(0, -1) ?? "", other[2] ?? "x"])
      expect(unpackFigures(whole.map((own, i) => (i === last ? cell : own)))).toBeUndefined();
    expect(unpackFigures(["", ...whole.slice(1)])).toBeUndefined();
  });

  it("is not taken where figures that are whole say something else than the records", () => {
    const [richer, poorer] = [100, 1].map((amount) => {
      const receipt = {
        id: "r1.0",
        date: "2026-11-22",
        currency: "CNY",
        amount,
        method: "cash",
        seq: 1,
        voided: 0,
      };
      return packAccount({ ...ann, receipts: [receipt] as unknown as Account["receipts"] });
    });
    const [seal = "", records = ""] = richer ?? [];
    const [otherSeal = "", , figures = ""] = poorer ?? [];
    const mixed = [...seal.split(":").slice(0, 3), ...otherSeal.split(":").slice(3)].join(":");
    expect(unpackFigures([mixed, records, figures])?.receipts.amount).toEqual([1]);
    expect(unpackAccount([mixed, records, figures])).toBeUndefined();
  });

  it("of version 1 is still read, and its figures are taken from its records", () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        const cells = packedByVersion1(account);
        expect(unpackAccount([...cells, ""])).toEqual(account);
        expect(unpackFigures(cells)).toEqual(figuresOf(account));
      }),
    );
  });

  it("of version 2 is read, and its figures, which had drafts that were held no more, are taken from its records", () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        const [seal = "", ...cells] = packAccount(account);
        const [, ...sums] = seal.split(":").slice(0, -1);
        const before = [`2:${sums.join(":")}`, ...cells.slice(0, -1), "of another rule"];
        expect(unpackAccount([...before, ""])).toEqual(account);
        expect(unpackFigures(before)).toEqual(figuresOf(account));
        const torn = [before[0] ?? "", before[1]?.slice(0, -1) ?? "", ...before.slice(2)];
        expect(unpackAccount(torn)).toBeUndefined();
      }),
    );
  });

  it.each(["4:2:0:0:0", "", "x", "2", "1"])(
    "of a version that is not known (%s) is left to the journal",
    (seal) => {
      expect(unpackAccount([seal, "{}"])).toBeUndefined();
      expect(unpackFigures([seal, "{}"])).toBeUndefined();
    },
  );
});
