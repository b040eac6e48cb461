import { all, type ProbeLine, same, shown } from "./line.ts";
import type { Scratch } from "./scratch.ts";

/** The formulas that the ledger's tripwires are made of. They stand in column V, over columns P to U. */
export const FORMULA_LINES: readonly ProbeLine[] = [
  {
    id: "formula.textColumn",
    assumption: 'Text that starts with "=" becomes a formula in a text column too.',
    covers: ["formula.written"],
    run: (scratch) => {
      const cell = scratch.fresh().setNumberFormat("@");
      return same(cell.setValue(`=COUNTA(${column(scratch, "P")})`).getValue(), 0);
    },
  },
  {
    id: "formula.counta",
    assumption: "COUNTA of a whole column counts texts and numbers, a heading included.",
    covers: ["formula.written", "formula.counta"],
    run: (scratch) => {
      const formula = at(scratch, 1).setValue(`=COUNTA(${column(scratch, "P")})`);
      scratch.sheet.getRange(1, 16, 4, 1).setValues([["ID"], ["a"], [""], [3]]);
      return same(formula.getValue(), 3);
    },
  },
  {
    id: "formula.recomputed",
    assumption: "A formula that is read after a write in the same run has the write in it, without a flush.",
    covers: ["formula.recomputed", "write.visible"],
    run: (scratch) => {
      const formula = at(scratch, 2).setValue(`=COUNTA(${column(scratch, "Q")})`);
      const before = formula.getValue();
      scratch.sheet.getRange(7, 17).setValue("x");
      return same([before, formula.getValue()], [0, 1]);
    },
  },
  {
    id: "formula.sum",
    assumption: "SUM of a whole column adds numbers and passes over text.",
    covers: ["formula.sum"],
    run: (scratch) => {
      const formula = at(scratch, 3).setValue(`=SUM(${column(scratch, "R")})`);
      scratch.sheet.getRange(1, 18, 4, 1).setValues([["Amount"], [10.5], ["x"], [-0.25]]);
      return same(formula.getValue(), 10.25);
    },
  },
  {
    id: "formula.sumOfDates",
    assumption: "SUM of a column of days is the number of days since 1899-12-30, and is read as a number.",
    covers: ["formula.sum", "date.serial"],
    run: (scratch) => {
      scratch.sheet.getRange("S:S").setNumberFormat("yyyy-mm-dd");
      scratch.sheet.getRange(2, 19, 2, 1).setValues([["1970-01-01"], ["1970-01-02"]]);
      return same(
        at(scratch, 4)
          .setValue(`=SUM(${column(scratch, "S")})`)
          .getValue(),
        51_139,
      );
    },
  },
  {
    id: "formula.textjoin",
    assumption: "TEXTJOIN of a whole row keeps empty cells, up to the tab's last column.",
    covers: ["formula.textjoin"],
    run: (scratch) => {
      scratch.sheet.getRange(990, 1, 1, 3).setValues([["编码 Code", "", "x"]]);
      const formula = `=TEXTJOIN("␟",FALSE,'${scratch.sheet.getName()}'!990:990)`;
      const parts = String(at(scratch, 5).setValue(formula).getValue()).split("␟");
      return all(
        same(parts.slice(0, 4), ["编码 Code", "", "x", ""]),
        same(parts.length, scratch.sheet.getMaxColumns()),
      );
    },
  },
  {
    id: "formula.renamedTab",
    assumption: "Formulas follow a tab that is renamed.",
    covers: ["Sheet.setName", "formula.follows"],
    run: (scratch) => {
      const { sheet } = scratch;
      const [formula, name] = [at(scratch, 6).setValue(`=COUNTA(${column(scratch, "T")})`), sheet.getName()];
      sheet.getRange(2, 20).setValue("x");
      sheet.setName(`${name}-c`);
      const seen = formula.getValue();
      sheet.setName(name);
      return same([seen, formula.getValue()], [1, 1]);
    },
  },
  {
    id: "formula.insertedColumn",
    assumption: "Formulas follow a column that others are inserted before.",
    covers: ["Sheet.insertColumnsAfter", "formula.follows"],
    run: ({ sheet }) => {
      const last = sheet.getMaxColumns();
      sheet.insertColumnsAfter(last, 3);
      sheet.getRange(2, last + 2).setValue("x");
      const formula = sheet.getRange(8, 22).setValue(`=COUNTA('${sheet.getName()}'!AB:AB)`);
      sheet.insertColumnsAfter(last, 1);
      sheet.getRange(3, last + 3).setValue("y");
      return all(same(last, 26), same(formula.getValue(), 2));
    },
  },
  {
    id: "formula.movedColumn",
    assumption: "Formulas follow a column that is moved.",
    covers: ["Sheet.moveColumns", "formula.follows"],
    run: (scratch) => {
      const { sheet } = scratch;
      const formula = at(scratch, 9).setValue(`=COUNTA(${column(scratch, "X")})`);
      sheet.getRange(2, 24).setValue("x");
      sheet.moveColumns(sheet.getRange("X:X"), 27);
      sheet.getRange(3, 26).setValue("y");
      return all(same(sheet.getRange(2, 26).getValue(), "x"), same(formula.getValue(), 2));
    },
  },
  {
    id: "formula.removedColumn",
    assumption:
      'A formula over a column that was removed reads as "#REF!", and one over what stood behind follows.',
    covers: ["Sheet.deleteColumns", "formula.follows", "formula.lost"],
    run: ({ sheet }) => {
      const last = sheet.getMaxColumns();
      sheet.insertColumnsAfter(last, 2);
      sheet.getRange(2, last + 1, 1, 2).setValues([["x", "y"]]);
      const over = (letters: string) => `=COUNTA('${sheet.getName()}'!${letters}:${letters})`;
      const formulas = sheet.getRange(11, 22, 2, 1).setValues([[over("AE")], [over("AF")]]);
      sheet.deleteColumns(last + 1, 1);
      return all(same(last, 30), same(formulas.getValues().flat(), ["#REF!", 1]));
    },
  },
  {
    id: "formula.insertedRow",
    assumption: "Formulas follow a row that others are inserted before.",
    covers: ["Sheet.insertRowsBefore", "formula.follows"],
    run: ({ sheet }) => {
      sheet.getRange(980, 1).setValue("h");
      const formula = sheet.getRange(12, 22).setValue(`=TEXTJOIN("␟",FALSE,'${sheet.getName()}'!980:980)`);
      sheet.insertRowsBefore(980, 2);
      const seen = String(formula.getValue()).split("␟")[0];
      sheet.deleteRows(980, 2);
      return same([seen, String(formula.getValue()).split("␟")[0]], ["h", "h"]);
    },
  },
  {
    id: "formula.lostTab",
    assumption: 'A formula over a tab that is not there reads as "#REF!".',
    covers: ["formula.lost"],
    run: (scratch) => {
      const seen = at(scratch, 10).setValue("=COUNTA('no such tab'!A:A)").getValue();
      return seen === "#REF!" || `${shown(seen)}, not "#REF!"`;
    },
  },
];

function at({ sheet }: Scratch, row: number) {
  return sheet.getRange(row, 22);
}

function column({ sheet }: Scratch, letter: string): string {
  return `'${sheet.getName()}'!${letter}:${letter}`;
}
