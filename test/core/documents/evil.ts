import { statementOf } from "../../../core/documents/statement.ts";
import type { Statement } from "../../../core/documents/statement-shape.ts";
import { type Account, DEFAULT_SETTINGS, money } from "../../../core/index.ts";
import { CUSTOMER, invoice, ledgerOf, optionsFor, receipt } from "./sample.ts";

/** Texts that would live in a careless page. */
export const EVIL = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  "</style><style>*{display:none}</style>",
  "</title></head><body onload=alert(1)>",
  "<!-- -->--><iframe src=javascript:alert(1)>",
  "<a href=javascript:alert(1)>付款</a>",
  "{date}{amount}{name}",
  "$&$1$`$'",
  "javascript:alert(1)",
  "&lt;b&gt;&amp;&#60;",
  "\u202e00.000,1\u202c",
  "]]><![CDATA[<b>",
  "<style>@import 'http://x'</style>",
  "`$" + "{alert(1)}`",
  '=HYPERLINK("http://x")',
];

/** A statement that has the text wherever a person can type one. */
export function evilStatement(text: string): Statement {
  const ledger = ledgerOf(text, { code: text });
  const goods = [
    { name: text, specification: text, unit: text, quantity: text, price: text, amount: money(5) },
  ];
  ledger.write(
    invoice(text, "2026-11-01", 5_000, {
      order: text,
      delivery: text,
      note: text,
      goods,
      shop: text,
      dispute: { since: optionsFor(0).from, reason: text },
    }),
  );
  ledger.write(receipt("2026-11-02", 100, { payerName: text, bankReference: text, note: text }));
  const draft = { number: text, acceptor: text, maturity: optionsFor(0).to, state: "held" as const };
  const known = ledger.write(receipt("2026-11-03", 100, { method: "bankDraft", draft }));
  const firm = { name: text, nameEn: text, address: text, phone: text, account: [text, text] };
  const account: Account = ledger.account(CUSTOMER);
  return statementOf(
    account,
    optionsFor(known, { number: text, settings: { ...DEFAULT_SETTINGS, firm }, groupBy: "shop" }),
  );
}
