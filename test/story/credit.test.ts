import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { Output } from "../../addon/protocol.ts";
import { creditExport, day, PAYERS, ROWS_EACH, TODAY } from "./credit-export.ts";
import { InProcessLedger } from "./in-process-ledger.ts";
import { LedgerFolder } from "./ledger-command.ts";

/**
 * The story of credit as a script lives it (DEEP=1: one process for each action): import, grades with reasons, a policy
 * that is previewed, limits that one person asks for and another grants, an order in each of its outcomes, a hold,
 * a release, reminders, a promise that is broken, and what there is to do today.
 */
vi.setConfig({ testTimeout: 300_000 });

type Graded = Output<"grade">;
type Checked = Output<"orderCheck">;
type Reminded = Output<"remind"> & { recorded?: { count: number; dropped: string[] } };

describe("the story of credit from the command line", () => {
  const base = mkdtempSync(join(tmpdir(), "onaccount-credit-"));
  const folder = join(base, "ledger");
  // A process for each action costs more than what it does: with DEEP=1 only.
  const ledger = process.env.DEEP === undefined ? new InProcessLedger(folder) : new LedgerFolder(folder);
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  const check = (customer: string, amount: string, ...more: string[]) =>
    ledger.json<Checked>("order-check", "--customer", customer, "--amount", amount, ...more);
  const kinds = ({ reasons }: Checked) => reasons.map(({ kind }) => kind);
  const refused = (sentence: string, ...words: string[]) =>
    expect(ledger.json(...words)).rejects.toThrow(sentence);

  it("imports two years of documents and how they were paid", async () => {
    await ledger.json("setup", "--language", "en");
    await ledger.json("firm", "--name", "恒泰五金");
    const file = join(base, "export.csv");
    writeFileSync(file, creditExport(PAYERS));
    const told = await ledger.json<{ rowsTaken: number }>("import", "--file", file, "--kind", "settledItems");
    expect(told.rowsTaken).toBe(PAYERS.length * ROWS_EACH);
    await ledger.json("receipts-through", "--day", TODAY);
  });

  it("grades everybody: better behaviour, better grade, with reasons that add up and what is missing", async () => {
    const { customers, asOf } = await ledger.json<Graded>("grade");
    expect(asOf).toBe(TODAY);
    const grade = new Map(customers.map((each) => [each.code, each]));
    // Four days late each time is never on time: less than half of the points.
    expect(["GOOD", "SLOW", "LATE"].map((code) => grade.get(code)?.grade)).toEqual(["A", "C", "D"]);
    for (const { score, reasons, suggestedTerms } of customers) {
      expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      expect(suggestedTerms.days).toBeGreaterThanOrEqual(0);
    }
    expect(grade.get("GOOD")?.missing.map(({ factor }) => factor)).toContain("limitUse");
    const history = await ledger.json<Output<"history">>("history", "--customer", "LATE");
    expect(history.customers).toMatchObject([{ payments: 22, medianDays: 50, overdue: { oldestDays: 70 } }]);
  });

  it("previews another policy: who would change, and nothing is in force before it is saved", async () => {
    const stricter = ["policy", "--set", "scorecard.cutPoints.A=101"];
    const preview = await ledger.json<Output<"previewPolicy">>(...stricter, "--preview");
    expect(preview).toMatchObject({ version: 2, customers: 4 });
    expect(preview.changes.map(({ code }) => code).sort()).toEqual(["FREE", "GOOD"]);
    expect(preview.changes[0]).toMatchObject({ before: { grade: "A" }, after: { grade: "B" } });
    expect((await ledger.json<Graded>("grade", "--customer", "GOOD")).policyVersion).toBe(1);
    await refused("Grade A gives less than B", "policy", "--set", "matrix.A.termDays=10");
    await ledger.json("policy", "--observe", "off");
    await ledger.json("policy", "--set", "orders.overdueWarnDays=5");
  });

  it("asks for limits, which another person grants; nobody grants their own", async () => {
    for (const customer of ["GOOD", "SLOW", "LATE"])
      await ledger.json("request", "--customer", customer, "--limit", "10000", "--by", "李娜");
    await ledger.json("request", "--customer", "FREE", "--limit-type", "none", "--by", "李娜");
    await refused("asked for this, so another", "approve", "--all", "--by", "李 娜");
    await ledger.json("approve", "--all", "--by", "陈主管");
    const { approvals } = await ledger.json<Output<"approvals">>("approvals");
    expect(approvals).toEqual([]);
  });

  it("checks an order in each of its outcomes, with its arithmetic", async () => {
    expect(await check("GOOD", "7000")).toMatchObject({
      ...{ decision: "allow", exposure: 1_000_000, limit: 1_000_000, available: 700_000 },
      parts: { open: 300_000 },
    });
    expect(await check("SLOW", "1000")).toMatchObject({
      decision: "warn",
      reasons: [{ kind: "overdue" }, { kind: "grade" }, { kind: "withinLimit" }],
    });
    expect(await check("GOOD", "7000.01")).toMatchObject({
      decision: "hold",
      cure: [{ kind: "pay", amount: 1 }, { kind: "reduceTo", amount: 700_000 }, { kind: "ask" }],
    });
    expect(kinds(await check("LATE", "500"))).toEqual(["overdue", "grade", "withinLimit"]);
    expect(await check("FREE", "500")).toMatchObject({ decision: "notOnAccount" });
    await ledger.json("add-customer", "--code", "NEW", "--name", "新客户");
    expect(kinds(await check("NEW", "500"))).toEqual(["grade", "limitNotSet"]);
    await ledger.json("request", "--customer", "NEW", "--grade", "B", "--by", "李娜");
    await ledger.json("approve", "--customer", "NEW", "--by", "陈主管");
    expect(await check("NEW", "500")).toMatchObject({ decision: "unknown" });
  });

  it("holds by hand, releases one order up to a sum, lifts the hold, and stops supply", async () => {
    await ledger.json("hold", "--customer", "GOOD", "--reason", "papers missing", "--by", "李娜");
    expect(await check("GOOD", "1000", "--order", "SO-1")).toMatchObject({ decision: "hold" });
    const asked = ["--customer", "GOOD", "--amount", "1000", "--order", "SO-1", "--by", "李娜"];
    await ledger.json("release", ...asked, "--reason", "urgent");
    await ledger.json("approve", "--customer", "GOOD", "--by", "陈主管", "--until", day(3));
    expect(await check("GOOD", "1000", "--order", "SO-1")).toMatchObject({
      decision: "allow",
      reasons: [
        { kind: "released", text: expect.stringMatching(/^Released by 陈主管 until .+, up to 1,000\.00$/) },
      ],
    });
    expect(await check("GOOD", "1000.01", "--order", "SO-1")).toMatchObject({ decision: "hold" });
    expect(await check("GOOD", "1000", "--order", "SO-2")).toMatchObject({ decision: "hold" });
    const lift = ["--customer", "GOOD", "--lift", "--reason", "found", "--by", "陈主管"];
    await ledger.json("hold", ...lift);
    expect(await check("GOOD", "1000", "--order", "SO-2")).toMatchObject({ decision: "allow" });
    await ledger.json("hold", "--customer", "LATE", "--stop", "--reason", "with lawyers", "--by", "李娜");
    expect(await check("LATE", "1")).toMatchObject({ decision: "block" });
  });

  it("reminds who is due, says who is not and why, and says each thing once", async () => {
    // Whatever day the test runs on: a holiday would keep everything back.
    await ledger.json("policy", "--set", "dunning.quietDays=none");
    const preview = await ledger.json<Reminded>("remind");
    expect(preview.letters.map(({ code, level, total }) => [code, level, total])).toEqual([
      ["SLOW", "friendly", 400_000],
      ["LATE", "friendly", 900_000],
    ]);
    expect(preview.letters[1]?.words.text).toContain("9,000.00");
    const sent = await ledger.json<Reminded>(
      "remind",
      "--customer",
      "LATE",
      "--record",
      "sent",
      "--channel",
      "wechat",
    );
    expect(sent.recorded).toEqual({ count: 1, dropped: [] });
    await ledger.json("pause", "--customer", "SLOW", "--until", day(2), "--by", "李娜");
    const again = await ledger.json<Reminded>("remind");
    expect(again.letters).toEqual([]);
    expect(again.excluded.map(({ code, why }) => [code, why]).sort()).toEqual([
      ["LATE", "tooSoon"],
      ["SLOW", "paused"],
    ]);
  });

  it("records a promise, which what comes in keeps or breaks; what is left to do is told", async () => {
    const promised = ["--amount", "9000", "--made", day(-5), "--until", day(-1), "--by", "李娜"];
    await ledger.json("promise", "--customer", "LATE", ...promised);
    const duties = await ledger.json<Output<"duties">>("duties");
    expect(duties.broken).toMatchObject([{ code: "LATE", amount: 900_000, state: "broken" }]);
    expect(duties.reviews.map(({ code }) => code).sort()).toEqual(["GOOD", "LATE", "SLOW"]);
    await ledger.json("review", "--by", "陈主管");
    const after = await ledger.json<Output<"duties">>("duties");
    expect(after.reviews).toEqual([]);
    const standing = await ledger.json<Output<"standing">>("standing", "--customer", "LATE");
    expect(standing).toMatchObject({
      ...{
        decision: "block",
        promises: [{ state: "broken" }],
        reminders: [{ state: "sent", channel: "wechat" }],
      },
      ...{ review: { grade: "D", by: "陈主管" }, agreed: { limit: 1_000_000 } },
    });
    await ledger.json("request", "--customer", "SLOW", "--terms", "Net 45", "--by", "李娜");
    const today = await ledger.json<Output<"today">>("today");
    expect(today.toDo.map(({ kind }) => kind)).toContain("approvals");
  });

  it("gives an old decision again, by the version of the policy that it was made under", async () => {
    const now = await check("SLOW", "1000");
    await ledger.json("policy", "--set", "orders.overdueHoldDays=6");
    expect(await check("SLOW", "1000")).toMatchObject({ decision: "hold" });
    const by = ["--policy", String(now.policyVersion), "--as-known-at", String(now.asKnownAt)];
    expect(await check("SLOW", "1000", ...by, "--as-of", TODAY)).toEqual(now);
    expect(await ledger.json("check")).toMatchObject({ sound: true, problems: [] });
  });
});
