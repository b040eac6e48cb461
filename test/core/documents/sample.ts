import type { StatementOptions } from "../../../core/documents/statement.ts";
import {
  type Account,
  applyEntry,
  type Book,
  type Change,
  DEFAULT_POLICY,
  DEFAULT_SETTINGS,
  daysAfter,
  emptyBook,
  money,
  type PlainDate,
  plainDate,
} from "../../../core/index.ts";

/** A ledger made by hand: one entry for each call, as the actions would write them. */
export class Ledger {
  readonly book: Book = emptyBook();
  private seq = 0;

  /** Writes an entry; ids are made from its place in the journal. */
  write(...changes: ((id: (n: number) => string) => Change)[]): number {
    this.seq += 1;
    const id = (n: number) => `x${this.seq}.${n}`;
    applyEntry(this.book, {
      seq: this.seq,
      action: `a${this.seq}`,
      key: "",
      kind: "test",
      changes: changes.map((change) => change(id)),
      at: "2026-11-22T00:00:00Z",
      user: "u",
      knownBy: "nobody",
    });
    return this.seq;
  }

  account(customer: string): Account {
    const account = this.book.accounts.get(customer);
    if (!account) throw new Error(`no account ${customer}`);
    return account;
  }
}

export const CUSTOMER = "c1.0";

/** A ledger with one customer. */
export function ledgerOf(name = "深圳市鸿运达电子有限公司", more: object = {}): Ledger {
  const ledger = new Ledger();
  ledger.write(() => ({ put: "customer", row: { id: CUSTOMER, code: "SZ018", name, ...more } }));
  return ledger;
}

/** An invoice as an entry's change; amounts in minor units. */
export function invoice(
  number: string,
  date: string,
  amount: number,
  more: Partial<Extract<Change, { put: "item" }>["row"]> = {},
) {
  const day = plainDate(date);
  return (id: (n: number) => string): Change => ({
    put: "item",
    row: {
      id: id(0),
      customer: CUSTOMER,
      kind: "invoice",
      number,
      date: day,
      currency: "CNY",
      amount: money(amount),
      lines: [{ amount: money(amount), due: daysAfter(day, 30), basis: "documentDate" }],
      ...more,
    },
  });
}

/** A receipt as an entry's change. */
export function receipt(
  date: string,
  amount: number,
  more: Partial<Extract<Change, { put: "receipt" }>["row"]> = {},
) {
  return (id: (n: number) => string): Change => ({
    put: "receipt",
    row: {
      id: id(0),
      customer: CUSTOMER,
      date: plainDate(date),
      currency: "CNY",
      amount: money(amount),
      method: "transfer",
      ...more,
    },
  });
}

/** Takes a fact back. */
export function voided(id: string, customer = CUSTOMER) {
  return (): Change => ({ put: "void", row: { id, customer } });
}

export const FIRM = {
  name: "东莞市恒泰五金制品有限公司",
  nameEn: "Dongguan Hengtai Hardware Co., Ltd.",
  address: "广东省东莞市长安镇振安西路 88 号",
  phone: "0769-8888 0000",
  account: [
    "户名：东莞市恒泰五金制品有限公司",
    "开户行：中国工商银行东莞长安支行",
    "账号：2010 0000 0000 0000 000",
  ],
};

/** Options of a first statement over October 26 to November 25, 2026. */
export function optionsFor(
  knownAt: number,
  more: Partial<Omit<StatementOptions, "previous">> = {},
): Omit<StatementOptions, "previous"> {
  return {
    number: "DZ-202611-018",
    from: plainDate("2026-10-26"),
    to: plainDate("2026-11-25"),
    issued: plainDate("2026-11-26"),
    replyBy: plainDate("2026-12-05"),
    knownAt,
    settings: { ...DEFAULT_SETTINGS, firm: FIRM },
    policy: DEFAULT_POLICY,
    ...more,
  };
}

/** A ledger with so many invoices in the period and a receipt after every seventh. */
export function busyLedger(invoices: number, from: PlainDate = plainDate("2026-10-26")): Ledger {
  const ledger = ledgerOf();
  for (let i = 0; i < invoices; i += 1) {
    const date = daysAfter(from, Math.floor((i * 30) / invoices));
    const number = `XS-2026${date.slice(5, 7)}-${String(i + 1).padStart(4, "0")}`;
    const references = i % 3 === 0 ? { order: `SO-26${1000 + i}` } : {};
    ledger.write(
      invoice(number, date, 128050 + ((i * 7919) % 900_000), { ...references, delivery: `SH${260000 + i}` }),
    );
    if (i % 7 === 6) ledger.write(receipt(date, 300_000 + i * 100, { bankReference: `2611${80000 + i}` }));
  }
  return ledger;
}
