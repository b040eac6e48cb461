import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { problemText, type RawTable } from "../../../core/index.ts";
import { readFile as readTables } from "../../files/read-file.ts";
import type { ImportReport } from "../../importing/import-report.ts";
import { runImport } from "../../importing/run-import.ts";
import { mappingFor } from "./import-mapping.ts";
import { dayOption, knownCurrencyOption } from "./options.ts";
import { Refused } from "./refused.ts";
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
  const { currency: told } = knownCurrencyOption(session);
  const { table, ...leftOut } = await tableOf(options.file, options.sheet);
  const mapping = await mappingFor(session, table, told);
  const job = { table, mapping, action: session.newAction(), chunkRows: CHUNK_ROWS };
  return { ...(await runImport(session.call, { ...job, ...asOf })), ...leftOut };
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
