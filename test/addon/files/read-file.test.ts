import exceljs from "exceljs";
import { expect, test } from "vitest";
import { decodeText } from "../../../addon/files/decode-text.ts";
import { readCsv } from "../../../addon/files/read-csv.ts";
import { readFile } from "../../../addon/files/read-file.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => new Uint8Array(values);

/** "客户,金额" and "甲公司,1" in GB18030, written by hand from the code table. */
const GBK = bytes(
  0xbf,
  0xcd,
  0xbb,
  0xa7,
  0x2c,
  0xbd,
  0xf0,
  0xb6,
  0xee,
  0x0a,
  0xbc,
  0xd7,
  0xb9,
  0xab,
  0xcb,
  0xbe,
  0x2c,
  0x31,
);

function utf16(text: string, { big }: { big: boolean }): Uint8Array {
  const units = [...text].flatMap((char) => {
    const code = char.charCodeAt(0);
    return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });
  return bytes(...(big ? [0xfe, 0xff] : [0xff, 0xfe]), ...units);
}

test.each([
  ["UTF-8", utf8("客户,金额"), "客户,金额", "utf-8"],
  ["UTF-8 with mark", bytes(0xef, 0xbb, 0xbf, ...utf8("客户")), "客户", "utf-8"],
  ["UTF-16LE", utf16("客户,1", { big: false }), "客户,1", "utf-16le"],
  ["UTF-16BE", utf16("客户,1", { big: true }), "客户,1", "utf-16be"],
  ["UTF-16LE without mark", utf16("Date,Amount", { big: false }).subarray(2), "Date,Amount", "utf-16le"],
  ["GB18030", GBK, "客户,金额\n甲公司,1", "gb18030"],
  ["windows-1252", bytes(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x3b, 0x80), "Müller;€", "windows-1252"],
  [
    "windows-1252, two accents",
    bytes(0x47, 0x72, 0xf6, 0xdf, 0x65, 0x20, 0xe9, 0x74, 0xe9, 0x20, 0xe0, 0x20),
    "Größe été à ",
    "windows-1252",
  ],
  ["ASCII", utf8("Date,Amount"), "Date,Amount", "utf-8"],
])("%s is decoded by its bytes", (_name, file, text, encoding) => {
  expect(decodeText(file)).toEqual({ text, encoding });
});

test.each([
  [
    "comma",
    "a,b,c\n1,2,3\n",
    [
      ["a", "b", "c"],
      ["1", "2", "3"],
    ],
  ],
  [
    "semicolon with decimal commas",
    "Name;Betrag;Steuer\nA;1,50;0,10\nB;2,50;0,20\n",
    [
      ["Name", "Betrag", "Steuer"],
      ["A", "1,50", "0,10"],
      ["B", "2,50", "0,20"],
    ],
  ],
  [
    "tab",
    "a\tb\n1,000\t2\n",
    [
      ["a", "b"],
      ["1,000", "2"],
    ],
  ],
  [
    "pipe",
    "a|b\n1|2\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "quotes, line breaks and blank lines keep row numbers",
    'a,b\n\n"x\ny","1,000"\n',
    [["a", "b"], [""], ["x\ny", "1,000"]],
  ],
  [
    "preamble",
    "title\n\na,b,c\n1,2,3\n4,5,6\n",
    [["title"], [""], ["a", "b", "c"], ["1", "2", "3"], ["4", "5", "6"]],
  ],
  [
    "CRLF",
    "a,b\r\n1,2\r\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  ["one column", "a\n1\n", [["a"], ["1"]]],
])("delimited text: %s", (_name, text, rows) => {
  expect(readCsv(text, "t")).toEqual({ name: "t", rows });
});

async function workbookBytes(fill: (book: exceljs.Workbook) => void): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

test("a workbook: days, numbers, formulas, links, rich text, errors, merged and padded cells, hidden sheets", async () => {
  const file = await workbookBytes((book) => {
    const sheet = book.addWorksheet("应收");
    sheet.addRow(["客户", "日期", "金额"]);
    sheet.addRow([]);
    sheet.addRow([
      { richText: [{ text: "甲" }, { text: "公司" }] },
      new Date(Date.UTC(2026, 0, 5)),
      2309.7899999999995,
    ]);
    sheet.addRow([
      { text: "乙公司", hyperlink: "https://example.invalid" },
      new Date(Date.UTC(2026, 0, 5, 10, 20)),
      { formula: "1+1", result: 2 },
    ]);
    sheet.addRow(["丙", { formula: "A1", result: new Date(Date.UTC(2026, 1, 1)) }, { error: "#REF!" }]);
    sheet.addRow([123, true, { formula: "NOW()" }]);
    sheet.getCell("A6").numFmt = "000000";
    sheet.addRow(["丁", "", 0.05]);
    sheet.getCell("C7").numFmt = "0%";
    sheet.mergeCells("A7:A8");
    sheet.getCell("C8").value = 7;
    book.addWorksheet("旧", { state: "hidden" }).addRow(["x"]);
  });
  const { tables, problems } = await readFile(file, "应收.xls");
  expect(problems).toEqual([]);
  expect(tables).toEqual([
    {
      name: "应收",
      rows: [
        ["客户", "日期", "金额"],
        [],
        ["甲公司", "2026-01-05", 2309.7899999999995],
        ["乙公司", "2026-01-05 10:20:00", 2],
        ["丙", "2026-02-01", "#REF!"],
        ["000123", true, "=NOW()"],
        ["丁", "", "5%"],
        ["", "", 7],
      ],
    },
    { name: "旧", rows: [["x"]], hidden: true },
  ]);
});

test("a GBK text called .xls is read as what it is", async () => {
  expect(await readFile(GBK, "导出.xls")).toMatchObject({
    tables: [
      {
        rows: [
          ["客户", "金额"],
          ["甲公司", "1"],
        ],
      },
    ],
    encoding: "gb18030",
  });
});

test.each([
  ["oldExcelOrPassword", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
  ["pdf", utf8("%PDF-1.7")],
  ["html", utf8("<html><table></table></html>")],
  ["image", bytes(0x89, 0x50, 0x4e, 0x47)],
  ["damaged", utf8("PK\u0003\u0004 and then nothing")],
  ["empty", bytes()],
])("%s files are told apart", async (found, file) => {
  expect(await readFile(file, "f.xlsx")).toEqual({
    tables: [],
    problems: [{ kind: "fileUnreadable", place: { table: "f.xlsx" }, found }],
  });
});

test("a zip that is no workbook, and a workbook cut short", async () => {
  const file = await workbookBytes((book) => book.addWorksheet("a").addRow([1]));
  const other = file.slice();
  for (let at = 0; at < other.length - 15; at++) {
    if (new TextDecoder().decode(other.subarray(at, at + 15)) === "xl/workbook.xml")
      other.set(utf8("xl/nothing..xml"), at);
  }
  expect((await readFile(other, "z")).problems).toMatchObject([
    { kind: "fileUnreadable", found: "otherZip" },
  ]);
  expect((await readFile(file.subarray(0, file.length - 40), "cut")).problems).toMatchObject([
    { found: "damaged" },
  ]);
});

test("files beyond 20 MB, or 200 MB unpacked, are refused before anything is unpacked", async () => {
  const large = new Uint8Array(20 * 1_048_576 + 1);
  expect((await readFile(large, "large.csv")).problems).toEqual([
    { kind: "fileTooLarge", place: { table: "large.csv" }, megabytes: 21, limit: 20, unpacked: false },
  ]);
  const bomb = await workbookBytes((book) => book.addWorksheet("a").addRow([1]));
  const view = new DataView(bomb.buffer);
  for (let at = 0; at + 46 < bomb.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100 * 1_048_576, true);
  }
  expect((await readFile(bomb, "bomb.xlsx")).problems).toMatchObject([
    { kind: "fileTooLarge", limit: 200, unpacked: true },
  ]);
});
