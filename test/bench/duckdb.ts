import { DuckDBInstance } from "@duckdb/node-api";
import type { Answer } from "./answers.ts";
import { TABLE_NAMES, TABLES, type TableName } from "./queries.ts";

/** A DuckDB in memory with the three tables, read from CSV with every column's type told beforehand. */
export class Duckdb {
  private readonly instance: DuckDBInstance;
  private readonly connection: Awaited<ReturnType<DuckDBInstance["connect"]>>;

  private constructor(instance: DuckDBInstance, connection: Duckdb["connection"]) {
    this.instance = instance;
    this.connection = connection;
  }

  static async open(folder: string): Promise<Duckdb> {
    const instance = await DuckDBInstance.create(":memory:");
    const duckdb = new Duckdb(instance, await instance.connect());
    for (const table of TABLE_NAMES) await duckdb.connection.run(loading(folder, table));
    return duckdb;
  }

  async ask(sql: string): Promise<Answer> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getRows().flatMap((row) => row.map(Number));
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

function loading(folder: string, table: TableName): string {
  const columns = TABLES[table].map(
    (column) => `'${column}': '${column === "amount" ? "BIGINT" : "INTEGER"}'`,
  );
  const options = `header = true, auto_detect = false, delim = ',', columns = {${columns.join(", ")}}`;
  return `create table ${table} as select * from read_csv('${folder}/${table}.csv', ${options})`;
}
