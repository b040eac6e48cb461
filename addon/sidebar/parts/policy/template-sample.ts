import {
  type DunningLevel,
  daysAfter,
  type LetterLanguage,
  money,
  type OpenLine,
  type PlainDate,
  type ReminderLetter,
  type ReminderTemplate,
  reminderLetterOf,
  type Settings,
} from "../../../../core/index.ts";

/** What an example letter is written with. */
export interface SampleGround {
  readonly firm: Settings["firm"];
  readonly customer: string;
  readonly today: PlainDate;
  readonly currency: string;
}

const LATE: Readonly<Record<DunningLevel, number>> = {
  beforeDue: -3,
  friendly: 5,
  firm: 18,
  formal: 34,
  final: 66,
};

/** A letter about two made-up documents, by a template as it stands in the form. */
export function sampleLetter(
  level: DunningLevel,
  language: LetterLanguage,
  template: ReminderTemplate,
  { firm, customer, today, currency }: SampleGround,
): ReminderLetter {
  const days = LATE[level];
  const lines = [
    { number: "INV-1001", open: money(1_280_000), days },
    { number: "INV-1007", open: money(356_000), days: Math.max(1, days - 4) },
  ].map(({ number, open, days: late }) => {
    const due = daysAfter(today, -late);
    return { level, days: late, line: sampleLine(number, open, { due, currency }) };
  });
  const total = money(1_636_000);
  const letter = { currency, level, lines, total, soon: [], soonTotal: money(0) };
  return reminderLetterOf({ letter, customer, firm, asOf: today }, language, template);
}

function sampleLine(
  number: string,
  open: OpenLine["open"],
  { due, currency }: { due: PlainDate; currency: string },
): OpenLine {
  const line = { amount: open, basis: "stated", due } as const;
  const item = { id: number, customer: "", kind: "invoice", number, date: due, currency } as const;
  return { line: 0, due, open, item: { ...item, amount: open, lines: [line], seq: 1, voided: 0 } };
}
