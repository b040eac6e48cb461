import { expect, it } from "vitest";
import { Terminal } from "./terminal.ts";

/** Rule: what a command prints of a receipt is what was booked of it, or nothing. */
it("a receipt that is sent again prints that it was booked already, and no parts of a second one", async () => {
  const cli = new Terminal();
  await cli.run("add-customer --code K001 --name Iris");
  await cli.run("add-item --customer K001 --number INV-1 --date 2026-01-05 --due 2026-02-04 --amount 500");
  const line = "add-receipt --customer K001 --date 2026-02-01 --amount 300 --action receipt-0001";
  const first = await cli.run<{ id: string }>(line);
  expect(first).toMatchObject({
    already: false,
    parts: [{ amount: 30_000 }],
    unapplied: 0,
    difference: 20_000,
  });
  const again = await cli.run<object>(line);
  expect(again).toMatchObject({ already: true, id: first.id });
  for (const figure of ["parts", "unapplied", "difference"]) expect(again).not.toHaveProperty(figure);
});
