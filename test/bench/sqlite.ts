import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { Answer } from "./answers.ts";
import { TABLE_NAMES, TABLES, type TableName } from "./queries.ts";

/** A SQLite in memory with the three tables, read from CSV in one transaction each. */
export class Sqlite {
  private readonly database = new DatabaseSync(":memory:");

  constructor(folder: string) {
    for (const table of TABLE_NAMES) this.load(folder, table);
  }

  ask(sql: string): Answer {
    const statement = this.database.prepare(sql);
    statement.setReturnArrays(true);
    return statement.all().flatMap((row) => Object.values(row).map(Number));
  }

  close(): void {
    this.database.close();
  }

  private load(folder: string, table: TableName): void {
    const columns = TABLES[table];
    this.database.exec(`create table ${table} (${columns.map((column) => `${column} integer`).join(", ")})`);
    this.database.exec("begin");
    const insert = this.database.prepare(
      `insert into ${table} values (${columns.map(() => "?").join(", ")})`,
    );
    const lines = readFileSync(`${folder}/${table}.csv`, "utf8").trimEnd().split("\n").slice(1);
    for (const line of lines) insert.run(...line.split(",").map(Number));
    this.database.exec("commit");
  }
}
