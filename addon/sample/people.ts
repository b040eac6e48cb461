import type { Language, Terms } from "../../core/index.ts";
import { inTurn } from "./in-turn.ts";
import { CHAIN, companyName, FOREIGN, PERSONS, SALES } from "./names.ts";

/** How a made-up customer behaves. */
export type Habit =
  | "prompt"
  | "late"
  | "veryLate"
  | "partial"
  | "overpays"
  | "disputes"
  | "drafts"
  | "fresh"
  | "opening"
  | "quiet";

/** A made-up customer of the sample ledger. */
export interface SampleCustomer {
  readonly code: string;
  readonly name: string;
  readonly habit: Habit;
  readonly terms: Terms;
  readonly cutOffDay?: number;
  readonly salesperson: string;
  /** Usual invoice, yuan. */
  readonly size: number;
  /** Invoices a month. */
  readonly pace: number;
  /** Code of the customer that pays for it. */
  readonly payer?: string;
  readonly currency?: string;
  readonly language?: "zh" | "en" | "both";
  readonly naturalPerson?: boolean;
}

const monthEnd = (months: number, days = 0): Terms => ({ kind: "monthEnd", months, days });
const net = (days: number): Terms => ({ kind: "net", days });

const HABITS: readonly Habit[] = [
  "prompt",
  "prompt",
  "late",
  "prompt",
  "partial",
  "late",
  "veryLate",
  "prompt",
  "drafts",
  "overpays",
  "disputes",
  "quiet",
];
const TERMS: readonly Terms[] = [
  net(30),
  monthEnd(1),
  net(60),
  monthEnd(0, 30),
  net(15),
  { kind: "afterTaxInvoice", days: 30 },
];

/**
 * The sample's customers: 47 of the country, 10 from abroad, and three shops under one payer. Names are
 * the only thing that the ledger's language decides.
 */
export function samplePeople(language: Language): SampleCustomer[] {
  return [...domestic(language), ...foreign(language), ...shops(language)];
}

function domestic(language: Language): SampleCustomer[] {
  return Array.from({ length: 47 }, (_, i) => {
    const habit: Habit = i % 15 === 14 ? "fresh" : i % 13 === 12 ? "opening" : inTurn(HABITS, i);
    return {
      code: `K${String(i + 1).padStart(3, "0")}`,
      name: isPerson(i) ? inTurn(PERSONS[language], Math.floor(i / 23)) : companyName(i, language),
      habit,
      terms: inTurn(TERMS, i),
      ...(i % 4 === 1 ? { cutOffDay: 25 } : {}),
      salesperson: inTurn(SALES[language], i),
      size: 3_000 + ((i * 7_919) % 38_000),
      pace: 1 + (i % 3),
      ...(isPerson(i) ? { naturalPerson: true } : {}),
    };
  });
}

function isPerson(i: number): boolean {
  return i % 23 === 22;
}

function foreign(language: Language): SampleCustomer[] {
  return FOREIGN.map((name, i) => ({
    code: `E${String(i + 1).padStart(3, "0")}`,
    name,
    habit: inTurn(HABITS, i * 2),
    terms: net(i % 2 === 0 ? 30 : 45),
    salesperson: inTurn(SALES[language], 3),
    size: 1_200 + ((i * 1_733) % 9_000),
    pace: 1,
    language: "en" as const,
    ...(i % 3 === 0 ? { currency: "USD" } : {}),
  }));
}

function shops(language: Language): SampleCustomer[] {
  const salesperson = inTurn(SALES[language], 1);
  const base = { terms: monthEnd(1), salesperson, size: 6_500, pace: 2, cutOffDay: 26 };
  const head: SampleCustomer = { ...base, code: "M000", name: CHAIN.head, habit: "prompt", pace: 0 };
  return [
    head,
    ...CHAIN.shops.map((name, i) => ({
      ...base,
      code: `M00${i + 1}`,
      name,
      habit: "late" as const,
      payer: "M000",
    })),
  ];
}
