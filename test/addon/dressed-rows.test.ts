import { format as shown } from "numfmt";
import { describe, expect, it } from "vitest";
import { layerAt } from "../../addon/local/tab.ts";
import { TABLES } from "../../core/index.ts";
import { TypedBench } from "./typed-bench.ts";

/** Columns that only the ledger writes are grey, warn, and keep their format: in every row that there will ever be. */
const ITEMS = TABLES.find(({ key }) => key === "items");
const TAB = "应收明细";
const GREY = "#f6f7f9";

function looks(bench: TypedBench, row: number): string[] {
  const { styles, protections, formats } = bench.tab(TAB);
  return (ITEMS?.columns ?? []).map(({ owner }, i) => {
    const at = [row, i + 1] as const;
    const style = layerAt(styles, ...at)?.background === GREY ? "grey" : "plain";
    const warning = layerAt(protections, ...at) === undefined ? "" : " warns";
    return `${owner}: ${style}${warning} ${layerAt(formats, ...at)}`;
  });
}

/** As set-up dressed the first row below the heading. */
const expected = () => looks(TypedBench.withCustomer().bench, 2);

it("the first row is dressed by the owners of its columns", () => {
  const machine = expected().filter((look) => look.startsWith("machine"));
  expect(machine.length).toBeGreaterThan(3);
  for (const look of machine) expect(look).toMatch(/^machine: grey warns/);
  for (const look of expected()) if (look.startsWith("hand")) expect(look).toMatch(/^hand: plain [^w]/);
});

it("a number without decimals stands without a point", () => {
  const { bench } = TypedBench.withCustomer({ cutOffDay: 25 });
  const { formats, name } = bench.tab("客户");
  const cutOff = TABLES.find(({ key }) => key === "customers")?.columns.findIndex(
    ({ key }) => key === "cutOffDay",
  );
  const format = layerAt(formats, 2, (cutOff ?? 0) + 1);
  expect(shown(String(format), 25), name).toBe("25");
});

describe("rows that come later are dressed alike", () => {
  it.each([
    ["booked into an empty tab", (b: TypedBench) => void b.importRow("XS-1", "2026-01-20", 5_000), 2],
    ["booked far down", (b: TypedBench) => far(b), 1_100],
    ["added by hand at the end", (b: TypedBench) => inserted(b, b.tab(TAB).rows + 1), 1_003],
    ["inserted by hand below the heading", (b: TypedBench) => inserted(b, 2), 3],
    ["inserted by hand among others", (b: TypedBench) => inserted(b, 40), 41],
    ["pasted beyond the end", (b: TypedBench) => b.type(TAB, 1_205, 3, [["XS-9"]]), 1_205],
  ])("%s", (_, act, row) => {
    const { bench } = TypedBench.withCustomer();
    act(bench);
    expect(looks(bench, row)).toEqual(expected());
    expect(looks(bench, 2)).toEqual(expected());
  });

  it("the heading keeps its own look", () => {
    const { bench } = TypedBench.withCustomer();
    far(bench);
    expect(layerAt(bench.tab(TAB).styles, 1, 1)).toMatchObject({ bold: true, background: "#eef2f6" });
  });
});

/** So many documents that the tab, of a thousand rows, must grow. */
function far(bench: TypedBench): void {
  const rows = Array.from({ length: 1_150 }, (_, i) => ({
    ...{ row: i + 2, occurrence: 1, currency: "CNY", customerCode: "K001", customerName: "深圳市鸿运达" },
    ...{ number: `E-${i}`, date: "2026-03-01", due: "2026-04-01", amount: 1_000 },
  }));
  const source = { source: "旧账.xlsx", sourceHash: "h1", rows: rows.length, amounts: [], layout: "l" };
  const { batch } = bench.call<{ batch: string }>("importOpen", { action: "import-far", ...source });
  bench.call("importChunk", { batch, kind: "items", from: 0, rows });
  bench.call("importClose", { batch });
}

function inserted(bench: TypedBench, row: number): void {
  bench.workbook.apply({ do: "insertRows", tab: bench.tab(TAB).id, row, count: 3 });
}
