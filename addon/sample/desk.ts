import {
  type Account,
  emptyAccount,
  type Language,
  type Money,
  money,
  type PlainDate,
} from "../../core/index.ts";
import type { IdMaker } from "../server/plan.ts";
import type { SampleCustomer } from "./people.ts";
import { seededRandom } from "./random.ts";
import { SAMPLE_WORDS, type SampleWords } from "./words.ts";

/** What everybody who makes up a part of the sample works on: accounts so far, the day, one line of chance. */
export class SampleDesk {
  readonly ids: IdMaker;
  readonly today: PlainDate;
  readonly words: SampleWords;
  readonly accounts = new Map<string, Account>();
  readonly random = seededRandom();

  constructor(ids: IdMaker, today: PlainDate, language: Language) {
    this.ids = ids;
    this.today = today;
    this.words = SAMPLE_WORDS[language];
  }

  account(person: SampleCustomer): Account {
    const account = this.accounts.get(person.code);
    return account ?? emptyAccount({ id: person.code, code: person.code, name: person.name });
  }

  /** An amount of fen around a size in yuan. */
  amount(size: number): Money {
    return money(Math.max(100, Math.round(size * 100 * (0.4 + this.random() * 1.4))));
  }
}
