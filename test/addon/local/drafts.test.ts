import { describe, expect, it } from "vitest";
import { Terminal } from "./terminal.ts";

interface Booked {
  id: string;
}

async function terminal(): Promise<Terminal> {
  const made = new Terminal();
  await made.run("add-customer --code K001 --name Iris");
  await made.run("add-item --customer K001 --number INV-1 --date 2026-01-05 --due 2026-02-04 --amount 500");
  return made;
}

const DRAFT = "add-receipt --customer K001 --date 2026-02-01 --amount 500 --method bankDraft";
const FACTS = "--draft-number 1301-77 --acceptor ICBC --maturity 2026-08-01";

describe("drafts on the command line", () => {
  it("are recorded with number, acceptor and maturity, and stand so in the tab", async () => {
    const cli = await terminal();
    const { id } = await cli.run<Booked>(`${DRAFT} ${FACTS}`);
    const [headings = [], ...rows] = cli.bench.cells("Receipts");
    const row = rows.find(([each]) => each === id) ?? [];
    const at = (heading: string) => row[headings.findIndex((each) => String(each).startsWith(heading))];
    expect([at("Draft number"), at("Acceptor")]).toEqual(["1301-77", "ICBC"]);
    expect(String(at("Draft state"))).toContain("Held");
  });

  it.each(["bankDraft", "commercialDraft"])(
    "%s without its maturity is refused with what to say",
    async (method) => {
      const cli = await terminal();
      const line = `add-receipt --customer K001 --date 2026-02-01 --amount 500 --method ${method}`;
      await expect(cli.run(line)).rejects.toThrow("Say --maturity");
    },
  );

  it("facts of a draft are refused beside another method, before anything is booked", async () => {
    const cli = await terminal();
    const before = JSON.stringify(cli.bench.cells("_journal"));
    const line = `add-receipt --customer K001 --date 2026-02-01 --amount 500 --method cash ${FACTS}`;
    await expect(cli.run(line)).rejects.toThrow(/--method bankDraft or commercialDraft/);
    expect(JSON.stringify(cli.bench.cells("_journal"))).toBe(before);
  });

  it("that do not pay are dishonoured: what they settled is open again", async () => {
    const cli = await terminal();
    const { id } = await cli.run<Booked>(`${DRAFT} ${FACTS}`);
    await cli.run(`dishonour --receipt ${id} --customer K001 --date 2026-08-02`);
    const { totals } = await cli.run<{ totals: { balance: number }[] }>("aging --as-of 2026-08-31");
    expect(totals).toMatchObject([{ balance: 50_000 }]);
    await expect(cli.run(`dishonour --receipt ${id} --customer K001 --date 2026-08-02`)).rejects.toThrow(
      /not a draft, or has been dishonoured/,
    );
  });

  it("other money cannot be dishonoured, and the sentence says why", async () => {
    const cli = await terminal();
    const { id } = await cli.run<Booked>("add-receipt --customer K001 --date 2026-02-01 --amount 500");
    await expect(cli.run(`dishonour --receipt ${id} --customer K001 --date 2026-08-02`)).rejects.toThrow(
      /not a draft/,
    );
  });

  it("say what has become of them", async () => {
    const cli = await terminal();
    const { id } = await cli.run<Booked>(`${DRAFT} ${FACTS}`);
    await cli.run(`mark-draft --receipt ${id} --customer K001 --state collected`);
    const line = `mark-draft --receipt ${id} --customer K001 --state lost`;
    await expect(cli.run(line)).rejects.toThrow("--state is one of held, endorsed, discounted, collected.");
  });
});
