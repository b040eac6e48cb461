import {
  DEFAULT_SCORECARD,
  daysBetween,
  type Grade,
  gradeFactsOf,
  gradeOf,
  plainDate,
} from "../../core/index.ts";
import { sharedFile } from "../data/shared-data.ts";
import { reportFirms } from "./firms.ts";
import { type Guess, guessesOf } from "./guesses.ts";
import { aucOf, meanOf, rootMeanSquareOf, shareWithInterval } from "./measures.ts";
import { accountsAsOf, invoicesOf, LISTS, type PayerList, type SettledInvoice } from "./payers.ts";

/**
 * Grades given on the first part of a public list of payers, and what the later part then showed; and how well a
 * customer's habit foretells its next payments. Run by `npm run payers`.
 */
const EVER = [plainDate("1990-01-01"), plainDate("2199-12-31")] as const;
const FEW = 30;

for (const list of LISTS) {
  const path = sharedFile(list.file);
  if (!path) continue;
  const all = invoicesOf(list, path, ...EVER);
  reportGrades(list, all);
  reportForecast(list, all);
}

reportFirms();

function reportGrades(list: PayerList, all: readonly SettledInvoice[]): void {
  const grades = gradesAt(list, all);
  const later = all.filter(({ date }) => date >= list.parted);
  console.log(
    `\n${list.name}: ${all.length - later.length} invoices before ${list.parted}, ${later.length} from then on`,
  );
  console.log("grade  customers  invoices  late  share (95 %)");
  for (const grade of ["A", "B", "C", "D", "N"] as const) {
    const customers = [...grades.values()].filter((each) => each === grade).length;
    const invoices = later.filter(({ customer }) => (grades.get(customer) ?? "N") === grade);
    const late = invoices.filter(isLate).length;
    const few = invoices.length < FEW ? "  fewer than 30: said, not judged" : "";
    console.log(
      [grade, customers, invoices.length, late, shareWithInterval(late, invoices.length)].join("  ") + few,
    );
  }
}

function gradesAt(list: PayerList, all: readonly SettledInvoice[]): Map<string, Grade> {
  const before = all.filter(({ date }) => date < list.parted);
  const scope = { asOf: list.parted, baseCurrency: "USD", knownAt: 1, debtCarriedBy: "invoice" } as const;
  return new Map(
    [...accountsAsOf(before, list.parted)].map(([id, account]) => {
      const { grade } = gradeOf(gradeFactsOf(account, DEFAULT_SCORECARD, scope), DEFAULT_SCORECARD);
      return [id, grade];
    }),
  );
}

function reportForecast(list: PayerList, all: readonly SettledInvoice[]): void {
  console.log("forecast             MAE    RMSE   AUC");
  for (const [name, guesses] of guessesOf(all, list.parted)) {
    const errors = guesses.map(({ guess, actual }: Guess) => guess - actual);
    const auc = aucOf(guesses.map(({ guess, actual }) => ({ value: guess, isHit: actual > 0 })));
    const figures = [meanOf(errors.map(Math.abs)), rootMeanSquareOf(errors), auc];
    console.log(`${name.padEnd(20)} ${figures.map((each) => each.toFixed(3)).join("  ")}`);
  }
}

function isLate({ due, paid }: SettledInvoice): boolean {
  return daysBetween(due, paid) > 0;
}
