import {
  columnBelow,
  deleteSheet,
  ensureRows,
  findSheet,
  insertSheet,
  makeRoom,
  sheetNames,
  spreadsheetId,
} from "../google.ts";
import { all, holds, type ProbeLine, refused, same } from "./line.ts";

/** Rows, columns, sizes and tabs. */
export const SHAPE_LINES: readonly ProbeLine[] = [
  {
    id: "range.fromOne",
    assumption: "Rows and columns count from 1, and a range tells its place and size.",
    covers: ["Sheet.getRange", "Range.getRow", "Range.getColumn", "Range.getNumRows", "Range.getNumColumns"],
    run: ({ sheet }) => {
      const range = sheet.getRange(3, 2, 4, 5);
      const place = [range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()];
      return all(
        same(place, [3, 2, 4, 5]),
        refused(() => sheet.getRange(0, 1).getValue()),
      );
    },
  },
  {
    id: "range.column",
    assumption: '"C:C" is the third column over all rows.',
    covers: ["Sheet.getRange"],
    run: ({ sheet }) => {
      const range = sheet.getRange("C:C");
      return same([range.getRow(), range.getColumn(), range.getNumRows()], [1, 3, sheet.getMaxRows()]);
    },
  },
  {
    id: "range.columnBelow",
    assumption: '"C2:C" is the third column from the second row to the last.',
    covers: ["Sheet.getRange"],
    run: ({ sheet }) => {
      const range = columnBelow(sheet, 3, 2);
      return same([range.getRow(), range.getColumn(), range.getNumRows()], [2, 3, sheet.getMaxRows() - 1]);
    },
  },
  {
    id: "range.sheet",
    assumption: "A range knows its tab by name and id.",
    covers: ["Range.getSheet", "Sheet.getName", "Sheet.getSheetId"],
    run: ({ sheet, fresh }) => {
      const there = fresh().getSheet();
      return all(
        same([there.getName(), there.getSheetId()], [sheet.getName(), sheet.getSheetId()]),
        same(typeof sheet.getSheetId(), "number"),
      );
    },
  },
  {
    id: "range.empty",
    assumption: "A range of no rows is refused.",
    covers: ["Sheet.getRange"],
    run: ({ sheet }) => refused(() => sheet.getRange(1, 1, 0, 1)),
  },
  {
    id: "size.rows",
    assumption: "setValues with more or fewer rows than the range is refused.",
    covers: ["size.mismatch"],
    run: ({ fresh }) =>
      all(
        refused(() => fresh(2, 1).setValues([["a"]])),
        refused(() => fresh().setValues([["a"], ["b"]])),
      ),
  },
  {
    id: "size.columns",
    assumption: "setValues with a row of another width than the range is refused.",
    covers: ["size.mismatch"],
    run: ({ fresh }) => refused(() => fresh(2, 2).setValues([["a", "b"], ["c"]])),
  },
  {
    id: "size.outside",
    assumption: "Cells beyond the last row or column cannot be read or written.",
    covers: ["size.outside"],
    run: ({ sheet }) =>
      all(
        refused(() => sheet.getRange(sheet.getMaxRows() + 1, 1).getValues()),
        refused(() => sheet.getRange(1, sheet.getMaxColumns() + 1).setValues([["x"]])),
      ),
  },
  {
    id: "tab.size",
    assumption: "A new tab has 1,000 rows and 26 columns.",
    covers: ["Sheet.getMaxRows", "Sheet.getMaxColumns"],
    run: ({ sheet }) => same([sheet.getMaxRows(), sheet.getMaxColumns()], [1000, 26]),
  },
  {
    id: "last.row",
    assumption: 'The last row is the last with content: formats, notes and "" do not count.',
    covers: ["Sheet.getLastRow", "last.content"],
    run: ({ sheet }) => {
      sheet.getRange(950, 1).setValue("x");
      sheet.getRange(960, 1).setNumberFormat("@").setNote("n").setValue("");
      const seen = sheet.getLastRow();
      sheet.getRange(950, 1).setValue("");
      return same(seen, 950);
    },
  },
  {
    id: "last.column",
    assumption: "The last column is the last with content.",
    covers: ["Sheet.getLastColumn", "last.content"],
    run: ({ sheet }) => {
      sheet.getRange(1, 13).setValue("x");
      const seen = sheet.getLastColumn();
      sheet.getRange(1, 13).setValue("");
      return same([seen, sheet.getLastColumn() < 13], [13, true]);
    },
  },
  {
    id: "append.afterAny",
    assumption: "appendRow writes below the last row with any content, in whatever column that is.",
    covers: ["Sheet.appendRow", "append.afterAny"],
    run: ({ sheet }) => {
      sheet.getRange(900, 12).setValue("stray");
      sheet.appendRow(["a", "b"]);
      const seen = sheet.getRange(901, 1, 1, 2).getValues();
      sheet.getRange(900, 1, 2, 12).setValues([new Array(12).fill(""), new Array(12).fill("")]);
      return same(seen, [["a", "b"]]);
    },
  },
  {
    id: "append.format",
    assumption: "appendRow keeps to the formats of the cells it fills: text columns take text.",
    covers: ["append.format"],
    run: ({ sheet }) => {
      sheet.getRange("I:I").setNumberFormat("@");
      sheet.appendRow(["", "", "", "", "", "", "", "", "00123"]);
      const cell = sheet.getRange(sheet.getLastRow(), 9);
      const seen = cell.getValue();
      cell.setValue("");
      return same(seen, "00123");
    },
  },
  {
    id: "rows.insert",
    assumption: "Rows inserted after the last one look like the column.",
    covers: ["Sheet.insertRowsAfter", "insert.inherits"],
    run: ({ sheet }) => {
      const last = sheet.getMaxRows();
      columnBelow(sheet, 10, 1).setNumberFormat("@").setBackground("#f6f7f9");
      ensureRows(sheet, last + 3);
      const cell = sheet.getRange(last + 3, 10).setValue("007");
      const seen = [sheet.getMaxRows(), cell.getValue(), cell.getBackground()];
      cell.setValue("");
      return same(seen, [last + 3, "007", "#f6f7f9"]);
    },
  },
  {
    id: "rows.insertBefore",
    assumption: "Rows inserted before a row push it down and look like it, not like the row above.",
    covers: ["Sheet.insertRowsBefore", "insert.before"],
    run: ({ sheet }) => {
      columnBelow(sheet, 13, 2).setNumberFormat("@").setBackground("#f6f7f9");
      sheet.getRange(1, 13, 2, 1).setValues([["above"], ["below"]]);
      makeRoom(sheet, 2, 2);
      sheet.getRange(2, 13).setValue("007");
      const looks = sheet.getRange(2, 13).getBackground();
      const seen = [...sheet.getRange(1, 13, 4, 1).getValues().flat(), looks];
      sheet.deleteRows(2, 2);
      sheet.getRange(1, 13, 2, 1).setValues([[""], [""]]);
      return same(seen, ["above", "007", "", "below", "#f6f7f9"]);
    },
  },
  {
    id: "rows.delete",
    assumption: "Deleting rows moves those below up.",
    covers: ["Sheet.deleteRows"],
    run: ({ sheet }) => {
      sheet.getRange(970, 11, 3, 1).setValues([["a"], ["b"], ["c"]]);
      sheet.deleteRows(970, 2);
      const cell = sheet.getRange(970, 11);
      const seen = cell.getValue();
      cell.setValue("");
      return same(seen, "c");
    },
  },
  {
    id: "tab.twice",
    assumption: "A second tab of the same name is refused.",
    covers: ["Spreadsheet.insertSheet", "tab.names"],
    run: ({ sheet }) => refused(() => insertSheet(sheet.getName(), 0)),
  },
  {
    id: "tab.list",
    assumption:
      "A tab that was made is listed at its place, is found by exact name, and an unknown one is null.",
    covers: [
      "Spreadsheet.getSheets",
      "Spreadsheet.getSheetByName",
      "Sheet.getIndex",
      "SpreadsheetApp.getActiveSpreadsheet",
    ],
    run: ({ sheet }) =>
      all(
        same(sheetNames()[sheet.getIndex() - 1], sheet.getName()),
        holds(findSheet(sheet.getName()) !== undefined, "not found by its name"),
        same(findSheet(`${sheet.getName()}?`), undefined),
        same(sheet.getIndex(), sheetNames().length),
      ),
  },
  {
    id: "tab.active",
    assumption: "A tab that a script makes becomes the one the person sees, and can be put back.",
    covers: ["SpreadsheetApp.getActiveSheet", "SpreadsheetApp.setActiveSheet", "tab.active"],
    run: ({ sheet, google }) => {
      const active = google.app.getActiveSheet().getName();
      google.app.setActiveSheet(sheet);
      return all(same(active, sheet.getName()), same(google.app.getActiveSheet().getName(), sheet.getName()));
    },
  },
  {
    id: "tab.delete",
    assumption: "A deleted tab is gone at once.",
    covers: ["Spreadsheet.deleteSheet", "Spreadsheet.insertSheet"],
    run: ({ sheet }) => {
      const name = `${sheet.getName()}-b`;
      deleteSheet(insertSheet(name, sheetNames().length));
      return same(findSheet(name), undefined);
    },
  },
  {
    id: "tab.hidden",
    assumption: "A hidden tab can be read and written.",
    covers: ["Sheet.hideSheet", "Sheet.showSheet", "Sheet.isSheetHidden", "tab.hidden"],
    run: ({ sheet, fresh }) => {
      sheet.hideSheet();
      const cell = fresh().setValue("h");
      const seen = [sheet.isSheetHidden(), cell.getValue()];
      sheet.showSheet();
      return same([...seen, sheet.isSheetHidden()], [true, "h", false]);
    },
  },
  {
    id: "workbook.id",
    assumption: "The workbook has an id that stays the same within a run.",
    covers: ["Spreadsheet.getId"],
    run: () => all(holds(spreadsheetId().length > 0, "it is empty"), same(spreadsheetId(), spreadsheetId())),
  },
];
