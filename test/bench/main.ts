import { cpus, loadavg, tmpdir } from "node:os";
import { parseArgs } from "node:util";
import { measured } from "./measure.ts";
import { printFigures, printGrowth } from "./print.ts";

/**
 * How fast the ledger is, beside a floor, DuckDB and SQLite over the same rows. Options: `--sizes 1000,10000`,
 * `--seed N`, `--rounds N`. Sizes above 100,000 run in core alone.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,100000,1000000" },
    seed: { type: "string", default: "20261122" },
    rounds: { type: "string", default: "21" },
  },
});

const sizes = values.sizes.split(",").map(Number);
const options = {
  seed: Number(values.seed),
  rounds: Number(values.rounds),
  folder: `${tmpdir()}/onaccount-bench`,
};
console.log(
  `node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? "?"}, seed ${options.seed}`,
);

const all = [];
for (const items of sizes) {
  const figures = await measured(items, options);
  console.log(`\nload of the machine: ${loadavg()[0]?.toFixed(1)}`);
  printFigures(figures);
  all.push(figures);
}
printGrowth(all);
