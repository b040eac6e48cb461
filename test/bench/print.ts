import { type Figures, QUESTIONS, type Question } from "./measure.ts";
import { ratioOf, type Times } from "./timing.ts";

/** Goals that the figures are held against. */
const GOALS = { hot: 4, cold: 8, growth: 1.2 };

/** One size as a table: medians, how restless the machine was, and the ratios that have a goal. */
export function printFigures(figures: Figures): void {
  const { items, customers, rows, characters } = figures;
  const [records, numbers] = [characters.records, characters.figures].map((count) =>
    (count / items).toFixed(0),
  );
  console.log(
    `\n${items} items of ${customers} customers, ${rows} rows; an item and what settles it takes ${records} characters of records, ${numbers} of figures`,
  );
  for (const question of QUESTIONS) printQuestion(question, figures);
}

function printQuestion(question: Question, { times: all }: Figures): void {
  const times = all[question];
  console.log(`  ${question}`);
  for (const [name, { median, spread, cpu, all: rounds }] of times) {
    const isPaired = rounds.length === times.get("floor")?.all.length;
    const parts = [
      `    ${name.padEnd(24)}${median.toFixed(3).padStart(11)} ms ±${(spread * 100).toFixed(0).padStart(3)} %${cpu.toFixed(3).padStart(11)} ms cpu`,
      isPaired ? `${ratioOf(times.get(name), times.get("floor")).toFixed(2).padStart(9)} × floor` : "",
      isPaired && times.has("DuckDB cold") ? fasterThanDuckdb(times, name) : "",
    ];
    console.log(parts.join("  ").trimEnd());
  }
  const [hot, cold] = [
    ratioOf(times.get("core hot"), times.get("floor")),
    ratioOf(times.get("DuckDB cold"), times.get("core cold")),
  ];
  console.log(
    `    goal: hot ≤ ${GOALS.hot} × floor: ${hot.toFixed(2)} ${hot <= GOALS.hot ? "met" : "NOT MET"}; in processor time ${cpuRatio(times, "core hot", "floor")}`,
  );
  if (times.has("DuckDB cold"))
    console.log(
      `    goal: cold ≥ ${GOALS.cold} × faster than DuckDB: ${cold.toFixed(1)} ${cold >= GOALS.cold ? "met" : "NOT MET"}; in processor time ${cpuRatio(times, "DuckDB cold", "core cold")}`,
    );
}

function cpuRatio(times: ReadonlyMap<string, Times>, slow: string, fast: string): string {
  return ((times.get(slow)?.cpu ?? Number.NaN) / (times.get(fast)?.cpu ?? Number.NaN)).toFixed(2);
}

function fasterThanDuckdb(times: ReadonlyMap<string, Times>, name: string): string {
  return `DuckDB cold takes ${ratioOf(times.get("DuckDB cold"), times.get(name)).toFixed(1)} × as long`;
}

/** How time grows with the items: the exponent between each size and the next, and over all. */
export function printGrowth(all: readonly Figures[]): void {
  for (const question of QUESTIONS) {
    for (const name of ["core hot", "core cold"]) {
      const steps = all.slice(1).map((figures, i) => exponentOf(question, name, all[i], figures).toFixed(2));
      const whole = exponentOf(question, name, all[0], all[all.length - 1]);
      if (steps.length > 0)
        console.log(
          `\ngrowth of ${question}, ${name}: ${steps.join(", ")}; over all ${whole.toFixed(2)}, goal ≤ ${GOALS.growth}: ${whole <= GOALS.growth ? "met" : "NOT MET"}`,
        );
    }
  }
}

function exponentOf(
  question: Question,
  name: string,
  from: Figures | undefined,
  to: Figures | undefined,
): number {
  const [a, b] = [from, to].map((figures) => figures?.times[question].get(name)?.median ?? Number.NaN);
  return Math.log((b ?? 0) / (a ?? 1)) / Math.log((to?.items ?? 1) / (from?.items ?? 1));
}
