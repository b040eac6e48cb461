import {
  type Account,
  type Allocation,
  applyEntry,
  type Book,
  type Change,
  type Customer,
  dayNumberOf,
  dueLinesOf,
  emptyBook,
  type ItemKind,
  money,
  type OpenItem,
  plainDate,
  type Receipt,
  type Terms,
} from "../../core/index.ts";

/** A ledger written by hand, for one test: a line for each thing that happens. */
export class TestLedger {
  readonly book: Book = emptyBook();
  private seq = 0;

  /** Adds a journal entry of these changes. */
  entry(...changes: Change[]): number {
    this.seq += 1;
    applyEntry(this.book, {
      seq: this.seq,
      action: `a${this.seq}`,
      key: "",
      kind: "test",
      changes,
      at: "",
      user: "",
      knownBy: "nobody",
    });
    return this.seq;
  }

  customer(id: string, more: Partial<Customer> = {}): string {
    this.entry({ put: "customer", row: { id, code: id, name: id, ...more } });
    return id;
  }

  /** An item of yuan under terms, or due on its date. */
  item(
    customer: string,
    date: string,
    yuan: number,
    more: {
      terms?: Terms;
      kind?: ItemKind;
      number?: string;
      due?: string;
      currency?: string;
      order?: string;
      delivery?: string;
    } = {},
  ): string {
    const id = `i${this.seq + 1}.0`;
    const amount = money(Math.round(yuan * 100));
    const day = plainDate(date);
    const lines = more.due
      ? [{ amount, due: plainDate(more.due), basis: "stated" as const }]
      : dueLinesOf(amount, more.terms ?? { kind: "cash" }, { date: day });
    const row: OpenItem = {
      id,
      customer,
      kind: more.kind ?? "invoice",
      date: day,
      currency: more.currency ?? "CNY",
      amount,
      lines,
      ...(more.number ? { number: more.number } : {}),
      ...(more.order ? { order: more.order } : {}),
      ...(more.delivery ? { delivery: more.delivery } : {}),
    };
    this.entry({ put: "item", row });
    return id;
  }

  receipt(customer: string, date: string, yuan: number, more: Partial<Receipt> = {}): string {
    const id = `r${this.seq + 1}.0`;
    const row: Receipt = {
      id,
      customer,
      date: plainDate(date),
      currency: "CNY",
      amount: money(Math.round(yuan * 100)),
      method: "transfer",
      ...more,
    };
    this.entry({ put: "receipt", row });
    return id;
  }

  allocate(customer: string, date: string, from: string, item: string, yuan: number, line = 0): string {
    const id = `a${this.seq + 1}.0`;
    const row: Allocation = {
      id,
      customer,
      date: plainDate(date),
      from,
      item,
      line,
      amount: money(Math.round(yuan * 100)),
      rule: "byHand",
      policyVersion: 1,
    };
    this.entry({ put: "allocation", row });
    return id;
  }

  account(customer: string): Account {
    const account = this.book.accounts.get(customer);
    if (!account) throw new Error(`no account ${customer}`);
    return account;
  }

  get knownAt(): number {
    return this.seq;
  }
}

export const day = (text: string) => dayNumberOf(plainDate(text));
export const yuan = (amount: number) => money(Math.round(amount * 100));
