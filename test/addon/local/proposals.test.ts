import { describe, expect, it } from "vitest";
import { Terminal } from "./terminal.ts";

interface Proposal {
  readonly code: string;
  readonly column: string;
  readonly proposed: string;
  readonly inForce: string;
}

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

const termsOf = async (cli: Terminal) => {
  const { proposals } = await cli.run<{ proposals: Proposal[] }>("proposals");
  return proposals.map(({ code, column, proposed, inForce }) => [code, column, proposed, inForce]);
};

describe("proposed terms on the command line", () => {
  it("are listed, decided for one customer, then for all", async () => {
    const cli = await wished();
    expect(await termsOf(cli)).toEqual([
      ["K001", "terms", "Net 45", "Cash"],
      ["K002", "terms", "Net 45", "Cash"],
    ]);
    expect(await cli.run("decide --customer K001 --column terms --accept")).toEqual({
      inForce: 1,
      discarded: 0,
    });
    expect(await termsOf(cli)).toEqual([["K002", "terms", "Net 45", "Cash"]]);
    expect(await cli.run("decide --all --discard")).toEqual({ inForce: 0, discarded: 1 });
    expect(await termsOf(cli)).toEqual([]);
  });

  it.each([
    ["decide --all", "Say either --accept or --discard."],
    ["decide --all --accept --discard", "Say either --accept or --discard."],
    ["decide --accept", "Say --customer."],
    ["decide --customer K001 --column limit --accept", "Nothing like that is proposed"],
    ["decide --all --column grade --accept", "--column is one of terms, limitType, limit."],
  ])("%s is refused with one sentence", async (line, sentence) => {
    const cli = await wished();
    await expect(cli.run(line)).rejects.toThrow(sentence);
    expect(await termsOf(cli)).toHaveLength(2);
  });
});
