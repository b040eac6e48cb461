import { describe, expect, it } from "vitest";
import { applyFollowed } from "../../../addon/local/google/formula-refs.ts";
import { computed } from "../../../addon/local/google/formulas.ts";
import { cellAt, layerAt } from "../../../addon/local/tab.ts";
import { Workbook } from "../../../addon/local/workbook.ts";

const COLUMNS = ["A", "B", "C", "D", "E"];
const PLACES = [1, 2, 3, 4, 5];
const MOVES = PLACES.flatMap((from) => [...PLACES, 6].map((before): [number, number] => [from, before]));

/** A tab whose columns say everywhere which one they are, and a tab with a formula over each. */
function book(): Workbook {
  const made = new Workbook();
  made.apply({ do: "addTab", tab: "t", name: "表", at: 0, rows: 10, cols: 5 });
  made.apply({ do: "addTab", tab: "f", name: "公式", at: 1, rows: 10, cols: 5 });
  made.apply({ do: "set", tab: "t", row: 1, col: 1, cells: [COLUMNS, PLACES] });
  made.apply({ do: "style", tab: "t", row: 1, col: 2, rows: 1, cols: 3, style: { bold: true } });
  for (const col of PLACES) {
    const name = COLUMNS[col - 1] ?? "";
    made.apply({ do: "format", tab: "t", row: 2, col, rows: 0, cols: 1, format: name });
    made.apply({ do: "note", tab: "t", row: 1, col, note: name });
    made.apply({ do: "width", tab: "t", col, pixels: 100 + col });
    made.apply({ do: "tag", tab: "t", col, key: name, value: "" });
    const cells = [[{ f: `=SUM('表'!${name}:${name})`, v: "" }]];
    made.apply({ do: "set", tab: "f", row: 1, col, cells });
  }
  return made;
}

/** What each column says it is, from the first on. */
function order(made: Workbook): string[] {
  return PLACES.map((col) => String(cellAt(made.tab("t"), 1, col)));
}

describe("a moved column", () => {
  it.each(MOVES)(
    "%i before %i takes everything along, and every other one stays beside it",
    (col, before) => {
      const made = book();
      const others = COLUMNS.filter((_, at) => at + 1 !== col);
      const at = before > col ? before - 2 : before - 1;
      const wanted = [...others.slice(0, at), COLUMNS[col - 1] ?? "", ...others.slice(at)];
      applyFollowed(made, { do: "moveCols", tab: "t", col, before });
      const tab = made.tab("t");
      expect(order(made)).toEqual(wanted);
      expect(PLACES.map((place) => tab.notes.get(`1:${place}`))).toEqual(wanted);
      expect(PLACES.map((place) => layerAt(tab.formats, 7, place))).toEqual(wanted);
      expect(PLACES.map((place) => (tab.widths.get(place) ?? 0) - 100)).toEqual(
        wanted.map((name) => COLUMNS.indexOf(name) + 1),
      );
      expect([...tab.tags].sort((a, b) => a.col - b.col).map(({ key }) => key)).toEqual(wanted);
      expect(PLACES.map((place) => layerAt(tab.styles, 1, place)?.bold ?? false)).toEqual(
        wanted.map((name) => "BCD".includes(name)),
      );
      expect(PLACES.map((place) => computed(made, cellAt(made.tab("f"), 1, place)))).toEqual(PLACES);
      const replayed = new Workbook();
      for (const op of made.asOps()) replayed.apply(op);
      expect([...replayed.asOps()]).toEqual([...made.asOps()]);
    },
  );
});
