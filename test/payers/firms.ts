import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import {
  type Account,
  DEFAULT_SCORECARD,
  dateFromParts,
  emptyAccount,
  type Factor,
  factorText,
  type Grade,
  gradeFactsOf,
  gradeOf,
  money,
  moneyFromDecimal,
  type OpenItem,
  type PlainDate,
  type Scorecard,
  withVolumeUnit,
} from "../../core/index.ts";
import { sharedFile } from "../data/shared-data.ts";

/**
 * 302 small firms graded from the tax invoices they wrote alone: by volume, steadiness, active months and the share of
 * void and red ones. Nobody's payments are known, so these four carry all the points. Run by `npm run payers`.
 */
const GRADES: readonly Grade[] = ["A", "B", "C", "D", "N"];
const FACTORS: readonly Factor[] = ["volume", "steadiness", "activeMonths", "returned", "relationship"];
const CARD: Scorecard = withVolumeUnit(
  { ...DEFAULT_SCORECARD, leastPayments: 0, fewPayments: 0 },
  money(1_000),
);

/** Grades of the firms in the list, what they rest on, and how far they hang on each weight. */
export function reportFirms(): void {
  const path = sharedFile("cumcm2020c/invoices_302_sales.csv.gz");
  if (!path) return;
  const { accounts, asOf, rows } = firmsIn(path);
  const facts = accounts.map((account) => ({ account, facts: factsOf(account, asOf) }));
  const grades = facts.map((each) => gradeOf(each.facts, CARD));
  console.log(`\ncumcm2020c: ${accounts.length} firms, ${rows} invoices, as of ${asOf}`);
  for (const grade of GRADES)
    console.log(`${grade}  ${grades.filter((each) => each.grade === grade).length}`);
  const wording = { language: "en", card: CARD, currency: "CNY" } as const;
  for (const [i, { grade, score, points }] of grades.entries())
    if (i % 60 === 0)
      console.log(
        `${accounts[i]?.customer.code} ${grade} ${score}: ${points.map((each) => `${each.points}/${each.most} ${factorText(each, wording)}`).join("; ")}`,
      );
  for (const factor of FACTORS)
    for (const times of [0.5, 2]) {
      const card = reweighted(factor, times);
      const moved = facts.filter((each, i) => gradeOf(each.facts, card).grade !== grades[i]?.grade).length;
      console.log(`weight of ${factor} × ${times}: ${moved} of ${accounts.length} change their grade`);
    }
}

function factsOf(account: Account, asOf: PlainDate) {
  return gradeFactsOf(account, CARD, {
    ...{ asOf, baseCurrency: "CNY", knownAt: 1, debtCarriedBy: "invoice" },
  } as const);
}

function reweighted(factor: Factor, times: number): Scorecard {
  const rule = CARD.factors[factor];
  if (!rule) return CARD;
  return {
    ...CARD,
    factors: { ...CARD.factors, [factor]: { ...rule, weight: Math.round(rule.weight * times) } },
  };
}

/** Sales invoices as items of the firm that wrote them; void and red ones as what came back. */
function firmsIn(path: string): { accounts: Account[]; asOf: PlainDate; rows: number } {
  const { data } = Papa.parse<Record<string, string>>(gunzipSync(readFileSync(path)).toString("utf8"), {
    ...{ header: true, skipEmptyLines: true },
  });
  const accounts = new Map<string, Account>();
  let asOf: PlainDate | undefined;
  for (const [n, row] of data.entries()) {
    const id = row.企业代号 ?? "";
    const account = accounts.get(id) ?? emptyAccount({ id, code: id, name: id });
    accounts.set(id, account);
    const item = itemOf(row, id, n);
    account.items.push({ ...item, seq: 1, voided: 0 });
    if (!asOf || item.date > asOf) asOf = item.date;
  }
  if (!asOf) throw new Error(`${path} is empty`);
  return { accounts: [...accounts.values()], asOf, rows: data.length };
}

function itemOf(row: Readonly<Record<string, string>>, customer: string, n: number): OpenItem {
  const [year = 0, month = 0, day = 0] = (row.开票日期 ?? "").split(/[/-]/).map(Number);
  const date = dateFromParts(year, month, day);
  const read = moneyFromDecimal(row.价税合计 ?? "", "CNY");
  if (!date || !read) throw new Error(`row ${n}: ${JSON.stringify(row)}`);
  const isBack = read.amount < 0 || (row.发票状态 ?? "").includes("作废");
  const amount = isBack ? money(-Math.abs(read.amount)) : read.amount;
  return {
    ...{ id: `i1.${n}`, customer, kind: isBack ? "return" : "invoice", date, currency: "CNY", amount },
    lines: [{ amount, basis: "documentDate" }],
  };
}
