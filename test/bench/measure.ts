import { rmSync, writeFileSync } from "node:fs";
import {
  type Account,
  agingOf,
  type Columns,
  DEFAULT_POLICY,
  DEFAULT_SETTINGS,
  dateOfDayNumber,
  movementsOf,
  statementOf,
} from "../../core/index.ts";
import { answerOfAging, answerOfMovements, csvOf, mustBeEqual } from "./answers.ts";
import { Duckdb } from "./duckdb.ts";
import { AGING_WIDTH, floorOfAging, floorOfMovements, MOVEMENTS_WIDTH, mustHoldFloor } from "./floor.ts";
import { AGING, MOVEMENTS, TABLE_NAMES } from "./queries.ts";
import { AS_OF, Draw, MONTH } from "./sample-ledger.ts";
import { Sqlite } from "./sqlite.ts";
import {
  columnsFromFigures,
  columnsFromRecords,
  rowsInFiles,
  type StoredRow,
  storedLedger,
  unpacked,
} from "./stored-ledger.ts";
import { type Contender, type Times, timesOf } from "./timing.ts";

/** What is asked of the whole ledger. */
export const QUESTIONS = ["aging", "statements"] as const;
export type Question = (typeof QUESTIONS)[number];

/** Times of every contender, named as in {@link contendersFor}, for each question. */
export interface Figures {
  readonly items: number;
  readonly customers: number;
  readonly rows: number;
  readonly characters: { readonly records: number; readonly figures: number };
  readonly times: Readonly<Record<Question, ReadonlyMap<string, Times>>>;
}

interface Options {
  readonly seed: number;
  readonly rounds: number;
  readonly folder: string;
}

/** Above so many items core runs alone. */
const MOST_PAIRED = 100_000;

const ASKED = {
  aging: {
    core: (columns: Columns) => agingOf(columns, AS_OF, DEFAULT_POLICY),
    answer: (columns: Columns) => answerOfAging(agingOf(columns, AS_OF, DEFAULT_POLICY)),
    floor: floorOfAging,
    width: AGING_WIDTH,
    sql: AGING,
  },
  statements: {
    core: (columns: Columns) => movementsOf(columns, MONTH),
    answer: (columns: Columns) => answerOfMovements(movementsOf(columns, MONTH)),
    floor: floorOfMovements,
    width: MOVEMENTS_WIDTH,
    sql: MOVEMENTS,
  },
} as const;

/** Makes a ledger of so many items, checks that all answers agree, and times them in one go. */
export async function measured(items: number, options: Options): Promise<Figures> {
  const folder = `${options.folder}/${items}`;
  const rows = storedLedger(items, { seed: options.seed, folder });
  const columns = columnsFromFigures(rows);
  const isPaired = items <= MOST_PAIRED;
  if (isPaired)
    for (const table of TABLE_NAMES) writeFileSync(`${folder}/${table}.csv`, csvOf(columns, table));
  const loaded = isPaired ? { duckdb: await Duckdb.open(folder), sqlite: new Sqlite(folder) } : undefined;
  const draw = new Draw(options.seed);
  const rounds = isPaired ? options.rounds : Math.ceil(options.rounds / 4);
  const timesFor = async (question: Question) => {
    await checkAnswers(question, columns, rows, loaded);
    const subject = { rows, columns, folder, loaded };
    const paired = await timesOf(contendersFor(question, subject), { rounds, draw });
    const ways = isPaired ? longWays(question, subject) : [];
    const alone = await timesOf(ways, { rounds: Math.ceil(rounds / 4), draw });
    return new Map([...paired, ...alone]);
  };
  const times = { aging: await timesFor("aging"), statements: await timesFor("statements") };
  loaded?.duckdb.close();
  loaded?.sqlite.close();
  rmSync(folder, { recursive: true });
  return { items, customers: rows.length, rows: rowCount(columns), characters: charactersOf(rows), times };
}

interface Loaded {
  readonly duckdb: Duckdb;
  readonly sqlite: Sqlite;
}

/** Every way to the answer gives the same figures, to the minor unit. */
async function checkAnswers(
  question: Question,
  columns: Columns,
  rows: StoredRow[],
  loaded: Loaded | undefined,
) {
  const { answer, floor, width, sql } = ASKED[question];
  const own = answer(columns);
  mustHoldFloor(question, own, floor(columns), width);
  if (!loaded) return;
  mustBeEqual(`${question} through the records`, own, answer(columnsFromRecords(rows)));
  mustBeEqual(`${question} of DuckDB`, own, await loaded.duckdb.ask(sql));
  mustBeEqual(`${question} of SQLite`, own, loaded.sqlite.ask(sql));
}

interface Subject {
  readonly rows: StoredRow[];
  readonly columns: Columns;
  readonly folder: string;
  readonly loaded: Loaded | undefined;
}

/**
 * hot: the columns, or the tables, are in memory. cold: core starts from the stored cells, DuckDB and SQLite
 * from nothing and the CSV files.
 */
function contendersFor(question: Question, { rows, columns, folder, loaded }: Subject): Contender[] {
  const { core, floor, sql } = ASKED[question];
  const own = [
    { name: "floor", run: () => floor(columns) },
    { name: "floor again", run: () => floor(columns) },
    { name: "core hot", run: () => core(columns) },
    { name: "core cold", run: () => core(columnsFromFigures(rows)) },
  ];
  if (!loaded) return own;
  return [
    ...own,
    { name: "DuckDB hot", run: () => loaded.duckdb.ask(sql) },
    { name: "DuckDB cold", run: () => askedCold(folder, sql) },
    { name: "SQLite hot", run: () => loaded.sqlite.ask(sql) },
    { name: "SQLite cold", run: () => askedColdSqlite(folder, sql) },
  ];
}

/** What else core does to answer, and what it costs: read the cells' file first, or unpack every record. */
function longWays(question: Question, { rows, folder }: Subject): Contender[] {
  const { core } = ASKED[question];
  const ways = [
    { name: "core cold, file too", run: () => core(columnsFromFigures(rowsInFiles(folder))) },
    { name: "core cold, every record", run: () => core(columnsFromRecords(rows)) },
  ];
  const documents = { name: "core cold, as documents", run: () => rows.map(unpacked).map(statementOfMonth) };
  return question === "statements" ? [...ways, documents] : ways;
}

/** The whole statement of one customer as data, with every line that is printed. */
function statementOfMonth(account: Account) {
  const [from, to] = [dateOfDayNumber(MONTH.from), dateOfDayNumber(MONTH.to)];
  const known = { knownAt: Number.MAX_SAFE_INTEGER - 1, settings: DEFAULT_SETTINGS, policy: DEFAULT_POLICY };
  return statementOf(account, { number: "DZ", from, to, issued: to, ...known });
}

async function askedCold(folder: string, sql: string) {
  const duckdb = await Duckdb.open(folder);
  const answer = await duckdb.ask(sql);
  duckdb.close();
  return answer;
}

function askedColdSqlite(folder: string, sql: string) {
  const sqlite = new Sqlite(folder);
  const answer = sqlite.ask(sql);
  sqlite.close();
  return answer;
}

function rowCount({ lines, credits, allocations }: Columns): number {
  return lines.party.length + credits.party.length + allocations.line.length;
}

function charactersOf(rows: readonly StoredRow[]): Figures["characters"] {
  const packed = rows.flatMap((row) => row.packed.slice(1));
  const all = packed.reduce((sum, cell) => sum + cell.length, 0);
  const figures = rows.reduce((sum, { packed: [seal = ""] }) => sum + Number(seal.split(":")[3]), 0);
  return { records: all - figures, figures };
}
