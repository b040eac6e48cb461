import { describe, expect, it } from "vitest";
import type { Output } from "../../../addon/protocol.ts";
import { Terminal } from "./terminal.ts";

/** Two customers with terms in force, beside which other terms were typed. */
async function wished(): Promise<Terminal> {
  const cli = new Terminal();
  for (const code of ["K001", "K002"])
    await cli.run(`add-customer --code ${code} --name ${code} --terms Cash`);
  const tab = cli.bench.tab("Customers");
  const col = (tab.cells[0] ?? []).findIndex((heading) => String(heading).startsWith("Terms")) + 1;
  for (const row of [2, 3])
    cli.bench.workbook.apply({ do: "set", tab: tab.id, row, col, cells: [["Net 45"]] });
  await cli.run("take-over --all");
  return cli;
}

const waiting = async (cli: Terminal) => {
  const { approvals } = await cli.run<Output<"approvals">>("approvals");
  return approvals.map(({ code, kind, asked, inForce }) => [code, kind, asked, inForce]);
};

describe("requests on the command line", () => {
  it("are listed, granted for one customer by somebody else, then refused for all", async () => {
    const cli = await wished();
    expect(await waiting(cli)).toEqual([
      ["K001", "terms", "Net 45", "Cash"],
      ["K002", "terms", "Net 45", "Cash"],
    ]);
    await cli.run("approve --customer K001 --by Chen");
    expect(await waiting(cli)).toEqual([["K002", "terms", "Net 45", "Cash"]]);
    await cli.run("approve --all --refuse --by Chen");
    expect(await waiting(cli)).toEqual([]);
    const all = await cli.run<Output<"approvals">>("approvals --all");
    expect(all.approvals.map(({ code, state, decision }) => [code, state, decision?.by]).sort()).toEqual([
      ["K001", "granted", "Chen"],
      ["K002", "refused", "Chen"],
    ]);
  });

  it("for a limit, a grade and a release are made, withdrawn, and granted up to a sum", async () => {
    const cli = await wished();
    await cli.run("request --customer K001 --limit 5000 --until 2026-12-31 --reason spring --by Li");
    await cli.run("request --customer K001 --limit-type unlimited --by Li");
    await cli.run("request --customer K001 --grade b --by Li");
    await cli.run("release --customer K001 --amount 120 --order SO-1 --by Li");
    const { approvals } = await cli.run<Output<"approvals">>("approvals --customer K001");
    expect(approvals.map(({ kind, asked }) => [kind, asked])).toEqual([
      ["terms", "Net 45"],
      ["limit", "5,000.00 CNY until 2026-12-31"],
      ["limit", "Unlimited"],
      ["grade", "B"],
      ["release", "SO-1"],
    ]);
    await expect(cli.run(`withdraw --id ${approvals[2]?.id} --by Chen`)).rejects.toThrow(
      "only they withdraw it",
    );
    await cli.run(`withdraw --id ${approvals[2]?.id} --by Li`);
    await cli.run(`approve --id ${approvals[1]?.id} --ceiling 4000 --by Chen`);
    const standing = await cli.run<Output<"standing">>("standing --customer K001");
    expect(standing.agreed).toMatchObject({ limitType: "amount", limit: 400_000, until: "2026-12-31" });
  });

  it.each([
    ["approve --by Chen", "Say --id."],
    ["approve --id p999.0 --by Chen", "Nothing like that waits to be decided"],
    ["request --customer K001 --by Li", "Say --limit, --terms, --grade."],
    ["request --customer K001 --terms soon", 'The terms "soon" are not understood.'],
    ["request --customer K001 --grade E", "--grade is one of A, B, C, D, N."],
    ["request --customer K001 --limit much", "--limit is an amount such as 1234.50"],
    ["release --customer K001", "Say --amount."],
    ["hold --customer K001", "Say --reason."],
    ["remind --record sent --as-of 2026-05-01", "What is recorded is said today"],
    ["policy --observe never", '--observe is off or a day such as 2026-11-22, not "never".'],
    ["policy --rate EURO=7", "--rate is such as USD=7.10@2026-11-01"],
    ["policy --set matrix.A.termDays=long", 'The policy\'s "matrix.A.termDays" is not what it must be.'],
  ])("%s is refused with one sentence", async (line, sentence) => {
    const cli = await wished();
    await expect(cli.run(line)).rejects.toThrow(sentence);
    expect(await waiting(cli)).toHaveLength(2);
  });
});
