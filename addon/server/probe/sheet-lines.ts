import { dress, findInColumn, nameColumn, warnBeforeEditing } from "../google.ts";
import { all, holds, type ProbeLine, refused, same } from "./line.ts";

/** Finding, lists, warnings, lasting names and looks. */
export const SHEET_LINES: readonly ProbeLine[] = [
  {
    id: "find.whole",
    assumption: "The finder finds whole cells only, the first from above.",
    covers: ["Range.createTextFinder", "TextFinder.matchEntireCell", "TextFinder.findNext", "find.whole"],
    run: ({ sheet, fresh }) => {
      const row = fresh(4, 1)
        .setValues([["ab-1x"], ["ab-1"], ["AB-1"], ["ab-1"]])
        .getRow();
      return same(findInColumn(sheet, 1, "ab-1", row), row + 1);
    },
  },
  {
    id: "find.case",
    assumption: "With matchCase the finder tells capitals apart.",
    covers: ["TextFinder.matchCase", "find.case"],
    run: ({ sheet, fresh }) => {
      const row = fresh(2, 1)
        .setValues([["cd-2"], ["CD-2"]])
        .getRow();
      return same(findInColumn(sheet, 1, "CD-2", row), row + 1);
    },
  },
  {
    id: "find.none",
    assumption: "What is not there is null, not an error.",
    covers: ["TextFinder.findNext", "find.none"],
    run: ({ sheet }) => same(findInColumn(sheet, 1, "no such text anywhere"), undefined),
  },
  {
    id: "find.number",
    assumption: "A number in an automatic cell is found by its digits.",
    covers: ["find.number"],
    run: ({ sheet, fresh }) => {
      const row = fresh().setValue(48_151_623).getRow();
      return same(findInColumn(sheet, 1, "48151623", row), row);
    },
  },
  {
    id: "find.zeros",
    assumption: 'The text "0042" in a text column is found as "0042" and not as "42".',
    covers: ["find.whole"],
    run: ({ sheet, fresh }) => {
      const row = fresh().setNumberFormat("@").setValue("0042").getRow();
      return same([findInColumn(sheet, 1, "0042", row), findInColumn(sheet, 1, "42", row)], [row, undefined]);
    },
  },
  {
    id: "find.fresh",
    assumption: "The finder sees what was written before it in the same run.",
    covers: ["write.visible"],
    run: ({ sheet, fresh }) => {
      const row = fresh().setValue("just written").getRow();
      return same(findInColumn(sheet, 1, "just written", row), row);
    },
  },
  {
    id: "list.invalid",
    assumption: "A cell with a list that allows others takes a value that is not in it.",
    covers: [
      "SpreadsheetApp.newDataValidation",
      "DataValidationBuilder.requireValueInList",
      "DataValidationBuilder.setAllowInvalid",
      "DataValidationBuilder.build",
      "Range.setDataValidation",
      "list.invalid",
    ],
    run: ({ fresh }) => {
      const cell = fresh();
      dress(cell, { list: ["发票 Invoice", "送货单 Delivery"] });
      return same(cell.setValue("else").getValue(), "else");
    },
  },
  {
    id: "protect.warning",
    assumption: "A protection that only warns does not stop the script.",
    covers: [
      "Range.protect",
      "Protection.setDescription",
      "Protection.getDescription",
      "Protection.setWarningOnly",
      "Protection.isWarningOnly",
      "protect.warning",
    ],
    run: ({ fresh }) => {
      const cell = fresh();
      const protection = cell.protect().setDescription("why").setWarningOnly(true);
      const told = [protection.getDescription(), protection.isWarningOnly()];
      warnBeforeEditing(fresh(), "why");
      return same([...told, cell.setValue("w").getValue()], ["why", true, "w"]);
    },
  },
  {
    id: "metadata.column",
    assumption: "A lasting name put on a range of all rows of a column is found by its key.",
    covers: [
      "Range.addDeveloperMetadata",
      "Sheet.createDeveloperMetadataFinder",
      "DeveloperMetadataFinder.withKey",
      "DeveloperMetadataFinder.find",
      "DeveloperMetadata.getKey",
      "DeveloperMetadata.getLocation",
      "DeveloperMetadataLocation.getColumn",
      "metadata.column",
    ],
    run: ({ sheet }) => {
      nameColumn(sheet, 14, "probe");
      const found = sheet.createDeveloperMetadataFinder().withKey("onaccount.probe").find();
      return same(
        found.map((each) => [each.getKey(), each.getLocation().getColumn()?.getColumn()]),
        [["onaccount.probe", 14]],
      );
    },
  },
  {
    id: "metadata.moves",
    assumption: "A lasting name moves with its column when others are inserted before it.",
    covers: ["DeveloperMetadata.getValue", "metadata.column"],
    run: ({ sheet }) => {
      const col = sheet.getMaxColumns();
      sheet.getRange(1, col, sheet.getMaxRows(), 1).addDeveloperMetadata("onaccount.moves", "v");
      sheet.insertColumnsAfter(col - 1, 2);
      const found = sheet.createDeveloperMetadataFinder().withKey("onaccount.moves").find();
      return same(
        found.map((each) => [each.getValue(), each.getLocation().getColumn()?.getColumn()]),
        [["v", col + 2]],
      );
    },
  },
  {
    id: "metadata.cells",
    assumption: "A lasting name on a part of a column is refused.",
    covers: ["metadata.column"],
    run: ({ fresh }) => refused(() => fresh(2, 1).addDeveloperMetadata("onaccount.part")),
  },
  {
    id: "looks",
    assumption: "Looks can be set on any range and are told back.",
    covers: [
      "Range.setFontWeight",
      "Range.getFontWeight",
      "Range.setBackground",
      "Range.getBackground",
      "Range.setFontColor",
      "Range.setWrap",
      "Range.getWrap",
      "Range.setHorizontalAlignment",
      "Range.getHorizontalAlignment",
      "looks.told",
    ],
    run: ({ fresh }) => {
      const cell = fresh().setFontWeight("bold").setBackground("#eef2f6").setFontColor("#112233");
      cell.setWrap(true).setHorizontalAlignment("right");
      const told = [
        cell.getFontWeight(),
        cell.getBackground(),
        cell.getWrap(),
        cell.getHorizontalAlignment(),
      ];
      return same(told, ["bold", "#eef2f6", true, "right"]);
    },
  },
  {
    id: "looks.note",
    assumption: "A note stands beside the value and changes nothing in it.",
    covers: ["Range.setNote", "Range.getNote", "looks.told"],
    run: ({ fresh }) => {
      const cell = fresh().setValue("v").setNote("a note");
      return same([cell.getValue(), cell.getNote()], ["v", "a note"]);
    },
  },
  {
    id: "looks.tab",
    assumption: "Rows and columns can be frozen and columns made wider without touching cells.",
    covers: ["Sheet.setFrozenRows", "Sheet.setFrozenColumns", "Sheet.setColumnWidth"],
    run: ({ sheet, told }) => {
      sheet.setFrozenRows(1);
      sheet.setFrozenColumns(1);
      sheet.setColumnWidth(1, 120);
      return all(same(told("f"), "f"), holds(sheet.getMaxRows() > 900, "rows were lost"));
    },
  },
];
