import type { Problem, RawTable } from "../../core/index.ts";
import { decodeText, type TextEncoding } from "./decode-text.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import { zipDirectoryOf } from "./zip-size.ts";

const MEGABYTE = 1_048_576;
const PACKED_LIMIT = 20;
const UNPACKED_LIMIT = 200;

/** A file's tables, or the one problem that kept it from being read. */
export interface FileReading {
  readonly tables: readonly RawTable[];
  readonly problems: readonly Problem[];
  /** For text files: how the bytes were written. */
  readonly encoding?: TextEncoding;
}

/**
 * Reads a file as tables by what is in it, never by its extension: an xlsx workbook, or delimited text
 * in any of the usual encodings (also when it is called .xls). At most 20 MB, and 200 MB unpacked.
 * An old .xls, a PDF, a web page saved as .xls and damaged files are told apart, not guessed at.
 */
export async function readFile(bytes: Uint8Array, name: string): Promise<FileReading> {
  const place = { table: name };
  const megabytes = Math.ceil(bytes.length / MEGABYTE);
  if (bytes.length > PACKED_LIMIT * MEGABYTE) {
    return refused({ kind: "fileTooLarge", place, megabytes, limit: PACKED_LIMIT, unpacked: false });
  }
  const found = unreadableKind(bytes);
  if (found !== undefined) return refused({ kind: "fileUnreadable", place, found });
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(bytes, name);
  const { text, encoding } = decodeText(bytes);
  if (/^\s*<(?:!doctype|html|table|\?xml|meta|head)/i.test(text)) {
    return refused({ kind: "fileUnreadable", place, found: "html" });
  }
  return { tables: [readCsv(text, name)], problems: [], encoding };
}

async function readWorkbook(bytes: Uint8Array, name: string): Promise<FileReading> {
  const place = { table: name };
  const directory = zipDirectoryOf(bytes);
  if (!directory) return refused({ kind: "fileUnreadable", place, found: "damaged" });
  if (!directory.names.includes("xl/workbook.xml")) {
    return refused({ kind: "fileUnreadable", place, found: "otherZip" });
  }
  if (directory.unpacked > UNPACKED_LIMIT * MEGABYTE) {
    const megabytes = Math.ceil(directory.unpacked / MEGABYTE);
    return refused({ kind: "fileTooLarge", place, megabytes, limit: UNPACKED_LIMIT, unpacked: true });
  }
  const tables = await readXlsx(bytes).catch(() => undefined); // exceljs throws anything on a damaged file
  return tables ? { tables, problems: [] } : refused({ kind: "fileUnreadable", place, found: "damaged" });
}

type Unreadable = Extract<Problem, { kind: "fileUnreadable" }>["found"];

const SIGNATURES: readonly [Unreadable, readonly number[]][] = [
  ["oldExcelOrPassword", [0xd0, 0xcf, 0x11, 0xe0]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
];

function unreadableKind(bytes: Uint8Array): Unreadable | undefined {
  if (bytes.length === 0) return "empty";
  return SIGNATURES.find(([, signature]) => startsWith(bytes, signature))?.[0];
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function refused(problem: Problem): FileReading {
  return { tables: [], problems: [problem] };
}
