import { expect, it } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { TypedBench } from "./typed-bench.ts";

type Card = Output<"customer">;

/** Rule: as of a day nothing is shown that began after it. */
it("a dispute is shown from its day on", () => {
  const { bench, customer } = TypedBench.withCustomer();
  bench.item(customer, "XS-1", "2026-01-05", 10_000, {
    due: "2026-02-04",
    dispute: { since: "2026-03-10", reason: "少货" },
  });
  const disputed = (asOf: string) =>
    bench.call<Card>("customer", { id: customer, asOf }).open.map((line) => line.disputed);
  expect(disputed("2026-03-09")).toEqual([false]);
  expect(disputed("2026-03-10")).toEqual([true]);
});

it("a draft is in hand, on the card and to do, from the day on which it came", () => {
  const { bench, customer } = TypedBench.withCustomer();
  const draft = { maturity: "2026-03-12", state: "held" };
  bench.receipt(10_000, "2026-03-10", { customer, method: "bankDraft", draft });
  const onCard = (asOf: string) => bench.call<Card>("customer", { id: customer, asOf }).drafts.length;
  const toDo = (asOf: string) =>
    bench.call<Output<"today">>("today", { asOf }).toDo.filter(({ kind }) => kind === "draft").length;
  expect([onCard("2026-03-09"), toDo("2026-03-09")]).toEqual([0, 0]);
  expect([onCard("2026-03-10"), toDo("2026-03-10")]).toEqual([1, 1]);
});
