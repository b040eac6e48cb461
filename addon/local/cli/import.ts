import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import {
  answered,
  asStated,
  type ColumnMapping,
  ColumnMappingShape,
  type Currency,
  IMPORT_KINDS,
  type ImportKind,
  likeliestMapping,
  type MappingQuestion,
  problemText,
  proposeMapping,
  type RawTable,
  recalled,
  type Words,
} from "../../../core/index.ts";
import { readFile as readTables } from "../../files/read-file.ts";
import type { ImportReport } from "../../importing/import-report.ts";
import { layoutKeyOf, runImport } from "../../importing/run-import.ts";
import { dayOption, knownCurrencyOption } from "./options.ts";
import { notOneOf, Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

/** Twice as many as in the sidebar: no run of this process is cut off after some minutes. */
const CHUNK_ROWS = 2_000;

/** What an import did, and the hidden sheets of its file, which nobody named and nobody sees. */
interface CliReport extends ImportReport {
  readonly hiddenLeftOut?: readonly string[];
}

/** `import --file F [--kind K] [--mapping M.json] [--currency CNY] [--as-of D]`. */
export async function importFile(session: CliSession): Promise<CliReport> {
  const { options } = session.args;
  if (!options.file)
    throw new Refused({ en: "Say which file: import --file F", zh: "请给出文件：import --file 文件。" });
  const asOf = dayOption(session, "as-of", "asOf");
  const { currency } = knownCurrencyOption(session);
  const { table, ...leftOut } = await tableOf(options.file, options.sheet);
  const mapping = withCurrency(await mappingOf(session, table), currency);
  const job = { table, mapping, action: session.newAction(), chunkRows: CHUNK_ROWS };
  return { ...(await runImport(session.call, { ...job, ...asOf })), ...leftOut };
}

/** What `--currency` says of the file comes before what its mapping has. */
function withCurrency(mapping: ColumnMapping, currency: Currency | undefined): ColumnMapping {
  return currency === undefined
    ? mapping
    : answered(mapping, { headers: [], titles: [] }, { kind: "currency", value: currency });
}

interface ChosenTable {
  readonly table: RawTable;
  readonly hiddenLeftOut?: readonly string[];
}

/** The sheet that is named, else the first one that can be seen, as in the sidebar. */
async function tableOf(file: string, sheet: string | undefined): Promise<ChosenTable> {
  const bytes = await readFile(file).catch(() => {
    throw new Refused({
      en: `The file ${file} cannot be opened. Check the name and try again.`,
      zh: `打不开文件 ${file}。请核对文件名后再试。`,
    });
  });
  const { tables, problems } = await readTables(new Uint8Array(bytes), basename(file));
  const [problem] = problems;
  if (problem) throw new Refused({ en: problemText(problem, "en"), zh: problemText(problem, "zh") });
  const hidden = tables.filter((candidate) => candidate.hidden).map(({ name }) => name);
  const table = tables.find((candidate) => (sheet ? candidate.name === sheet : !candidate.hidden));
  if (!table && !sheet && hidden.length > 0) throw allHidden(file, hidden);
  if (!table)
    throw new Refused({
      en: `${file} has no table${sheet ? ` called ${sheet}` : ""}.`,
      zh: `${file} 里没有${sheet ? `名为 ${sheet} 的` : ""}表格。`,
    });
  return { table, ...(sheet || hidden.length === 0 ? {} : { hiddenLeftOut: hidden }) };
}

function allHidden(file: string, hidden: readonly string[]): Refused {
  return new Refused({
    en: `Every sheet of ${file} is hidden: ${hidden.join(", ")}. Say which with --sheet.`,
    zh: `${file} 里的工作表都已隐藏：${hidden.join("、")}。请用 --sheet 指明一张。`,
  });
}

async function mappingOf(session: CliSession, table: RawTable): Promise<ColumnMapping> {
  const { options } = session.args;
  const { facts } = await session.call("status", {});
  const own = facts?.baseCurrency ?? "CNY";
  if (options.mapping) return asStated(await mappingFile(options.mapping), table, own);
  const { mapping: remembered } = await session.call("rememberedMapping", { layout: layoutKeyOf(table) });
  if (remembered && (!options.kind || options.kind === remembered.kind))
    return recalled(remembered, table, own);
  const currency = knownCurrencyOption(session).currency ?? own;
  const proposal = options.kind
    ? proposeMapping(table, { kind: kindNamed(options.kind), currency })
    : likeliestMapping(table, currency);
  if (!proposal)
    throw new Refused({
      en: "No row of the table looks like headings. Add a first row with column names.",
      zh: "表里没有像表头的行。请在第一行写上列名。",
    });
  const isTold = knownCurrencyOption(session).currency !== undefined;
  const questions = proposal.questions.filter(({ kind }) => !(isTold && kind === "currency"));
  if (questions.length > 0) throw new Refused(questionsText(questions, proposal.mapping));
  return proposal.mapping;
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

/** What must be answered, and a mapping to put the answers in. */
function questionsText(questions: readonly MappingQuestion[], mapping: ColumnMapping): Words {
  const lines = questions.map((question) => `- ${JSON.stringify(question)}`);
  const [count, list, start] = [questions.length, lines.join("\n"), JSON.stringify(mapping)];
  return {
    en: `The table leaves ${count} question(s) open:\n${list}\nAnswer them in a file and pass it with --mapping, starting from:\n${start}`,
    zh: `这张表有 ${count} 处不能确定：\n${list}\n请在文件里答复，用 --mapping 交给命令。可从下面这份开始：\n${start}`,
  };
}
