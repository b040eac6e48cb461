import type { ImportKind } from "./import-kinds.ts";
import { IMPORT_FIELDS, type ImportField, SYNONYMS } from "./synonyms.ts";

/** How well a header names a field. */
export type HeaderMatch = "exact" | "key" | "loose" | "part";

const LONGEST_HEADER = 200;

/** What stands behind a name and says nothing of the field: (元), (百万元), (RMB), (USD'000), /万元. */
const UNIT_OR_CURRENCY =
  /\((?:单位:?|人民币|in)*(?:[十百千万亿]*元|[百千万亿]+|(?:rmb|cny|usd|eur|hkd|¥|\$)?(?:'000s?|thousands?|millions?|billions?)|rmb|cny|usd|eur|hkd|¥|\$)\)|\/[十百千万亿]*元$/g;

/**
 * A column heading in the form in which it is compared: NFKC, lower case, no blanks, no leading
 * asterisk, no [ English ] suffix, no (元) or /元, no currency or unit in brackets, no trailing colon,
 * no dots, dashes and underscores; 帐 is 账.
 *
 * @example
 * normaliseHeader("*价 税 合 计（元）：") // => "价税合计"
 * @example
 * normaliseHeader("Cust_Number") // => "custnumber"
 */
export function normaliseHeader(header: string): string {
  const plain = header
    .slice(0, LONGEST_HEADER)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/帐/g, "账")
    .replace(/[\s\u200B-\u200F\uFEFF]/g, "");
  return plain
    .replace(/(.)\[[^\]]*\]$/, "$1")
    .replace(/^\((?:单据头|基本信息)\)/, "")
    .replace(UNIT_OR_CURRENCY, "")
    .replace(/^[*'"]+|[*:'"]+$/g, "")
    .replace(/[_\-.·]/g, "");
}

/** How a name stands in its list: of some it depends on what is read how well they name the field. */
type Standing = HeaderMatch | "received" | "billed";

type Names = ReadonlyMap<string, readonly [ImportField, Standing][]>;

let known: Names | undefined;

function knownNames(): Names {
  if (known) return known;
  const names = new Map<string, [ImportField, Standing][]>();
  for (const field of IMPORT_FIELDS) {
    const { exact, loose = "", keys = "", received = "", billed = "" } = SYNONYMS[field];
    addNames(names, field, "exact", exact);
    addNames(names, field, "received", received);
    addNames(names, field, "billed", billed);
    addNames(names, field, "key", keys);
    addNames(names, field, "loose", loose);
  }
  known = names;
  return names;
}

function addNames(
  names: Map<string, [ImportField, Standing][]>,
  field: ImportField,
  match: Standing,
  list: string,
): void {
  for (const name of list.split("|").map(normaliseHeader)) {
    if (name === "") continue;
    const fields = names.get(name) ?? [];
    if (!fields.some(([other]) => other === field)) fields.push([field, match]);
    names.set(name, fields);
  }
}

/**
 * The fields a heading can name in a table of that kind, with how well it does. Where nothing fits whole,
 * the longest known name inside the heading counts as a part.
 *
 * @example
 * fieldsNamed("Invoice Date") // => [["date", "exact"]]
 * @example
 * fieldsNamed("est_posting_date") // => [["date", "part"]]
 * @example
 * fieldsNamed("Invoice Date", "receipts") // => [["date", "loose"]]
 */
export function fieldsNamed(
  header: string,
  kind: ImportKind = "items",
): readonly (readonly [ImportField, HeaderMatch])[] {
  const name = normaliseHeader(header);
  if (name === "") return [];
  const whole = knownNames().get(name);
  if (whole) return whole.map(([field, standing]) => [field, matchIn(kind, field, standing)]);
  let longest = "";
  for (const part of knownNames().keys()) {
    const enough = part.length >= (/\p{Script=Han}/u.test(part) ? 2 : 5);
    if (enough && part.length > longest.length && name.includes(part)) longest = part;
  }
  return (knownNames().get(longest) ?? []).map(([field]): [ImportField, HeaderMatch] => [field, "part"]);
}

/** What came in is a receipt's own, and of a document what settled it; what was billed is a document's own. */
function matchIn(kind: ImportKind, field: ImportField, standing: Standing): HeaderMatch {
  if (standing !== "received" && standing !== "billed") return standing;
  const isOfSettlement = field === "settledOn" || field === "settledAmount";
  const isReceivedHere = kind === "receipts" || isOfSettlement;
  return (standing === "received") === isReceivedHere ? "exact" : "loose";
}

/**
 * Whether the heading is, as a whole, a name we know for some field.
 *
 * @example
 * isKnownHeader("到期日") // => true
 */
export function isKnownHeader(header: string): boolean {
  return knownNames().has(normaliseHeader(header));
}
