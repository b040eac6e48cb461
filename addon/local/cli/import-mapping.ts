import { readFile } from "node:fs/promises";
import {
  answered,
  asStated,
  type ColumnMapping,
  ColumnMappingShape,
  type Currency,
  currencyQuestionOf,
  IMPORT_KINDS,
  type ImportKind,
  likeliestMapping,
  type MappingQuestion,
  proposeMapping,
  type RawTable,
  recalled,
  recalledQuestions,
  tableLayoutOf,
  unsaidIn,
} from "../../../core/index.ts";
import { currenciesInUse } from "../../importing/currencies-in-use.ts";
import { layoutKeyOf } from "../../importing/run-import.ts";
import { refusedWith } from "./import-questions.ts";
import { notOneOf, Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

/** A mapping, and what it leaves open of its table but for the currency. */
interface Begun {
  readonly mapping: ColumnMapping;
  readonly questions: readonly MappingQuestion[];
}

/** How a table is read: by the mapping that is given, remembered or proposed; refused while it leaves anything open. */
export async function mappingFor(
  session: CliSession,
  table: RawTable,
  told: Currency | undefined,
): Promise<ColumnMapping> {
  const { facts } = await session.call("status", {});
  const own = facts?.baseCurrency ?? "CNY";
  const begun = await begunWith(session, table, { own, told });
  const mapping = withCurrency(begun.mapping, told);
  const ofCurrency = mapping.currencyTold ? [] : await currencyQuestion(session, table, { mapping, own });
  const questions = [...begun.questions.filter(({ kind }) => kind !== "currency"), ...ofCurrency];
  if (questions.length > 0)
    throw refusedWith(questions, { mapping, table, isJson: session.args.flags.has("json") });
  return mapping;
}

async function begunWith(
  session: CliSession,
  table: RawTable,
  { own, told }: { readonly own: Currency; readonly told: Currency | undefined },
): Promise<Begun> {
  const { options } = session.args;
  if (options.mapping) {
    const mapping = asStated(await mappingFile(options.mapping), table, own);
    return { mapping, questions: unsaidIn(mapping, table) };
  }
  const { mapping: remembered } = await session.call("rememberedMapping", { layout: layoutKeyOf(table) });
  if (remembered && (!options.kind || options.kind === remembered.kind))
    return {
      mapping: recalled(remembered, table, own),
      questions: recalledQuestions(remembered, table, own),
    };
  const currency = told ?? own;
  const proposal = options.kind
    ? proposeMapping(table, { kind: kindNamed(options.kind), currency })
    : likeliestMapping(table, currency);
  if (proposal) return proposal;
  throw new Refused({
    en: "No row of the table looks like headings. Add a first row with column names.",
    zh: "表里没有像表头的行。请在第一行写上列名。",
  });
}

/** Asked by the same rule as in the sidebar. */
async function currencyQuestion(
  session: CliSession,
  table: RawTable,
  { mapping, own }: { readonly mapping: ColumnMapping; readonly own: Currency },
): Promise<MappingQuestion[]> {
  const { facts } = await session.call("status", {});
  const layout = tableLayoutOf(table);
  if (!facts || !layout) return [];
  const { customers } = await session.call("customers", { asOf: facts.today });
  const owed = customers.flatMap(({ others }) => others.map(({ currency }) => currency));
  const question = currencyQuestionOf(layout, mapping, currenciesInUse(own, owed, customers));
  return question ? [question] : [];
}

/** What `--currency` says of the file comes before what its mapping has. */
function withCurrency(mapping: ColumnMapping, currency: Currency | undefined): ColumnMapping {
  return currency === undefined
    ? mapping
    : answered(mapping, { headers: [], titles: [] }, { kind: "currency", value: currency });
}

function kindNamed(name: string): ImportKind {
  const kind = IMPORT_KINDS.find((candidate) => candidate === name);
  if (!kind) throw notOneOf("kind", IMPORT_KINDS);
  return kind;
}

async function mappingFile(file: string): Promise<ColumnMapping> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Refused({ en: `The mapping ${file} cannot be opened.`, zh: `打不开对应文件 ${file}。` });
  });
  const parsed = ColumnMappingShape.safeParse(jsonIn(text, file));
  if (!parsed.success)
    throw new Refused({
      en: `${file} is not a mapping: ${parsed.error.issues[0]?.path.join(".")}.`,
      zh: `${file} 不是列对应，有误处：${parsed.error.issues[0]?.path.join(".")}。`,
    });
  return parsed.data;
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused({
      en: `The mapping ${file} is not valid JSON. Correct it, or start from what import printed.`,
      zh: `${file} 不是有效的 JSON。请改正，或从 import 打印的内容开始。`,
    });
  }
}
