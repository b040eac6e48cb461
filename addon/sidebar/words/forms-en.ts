import type { formsZh } from "./forms-zh.ts";

/** Words of the forms and of what they say before and after saving, in English. */
export const formsEn = {
  "field.customer": "Customer",
  "field.unidentified": "Unidentified: payer not known yet",
  "field.currency": "Currency",
  "field.amount": "Amount ({currency})",
  "field.receiptDate": "Receipt date",
  "field.direction": "Receipt or refund",
  "field.refundDate": "Refund date",
  "field.refundMethod": "Method",
  "field.method": "Method",
  "field.reference": "Bank reference",
  "field.draftNumber": "Draft number",
  "field.acceptor": "Acceptor",
  "field.maturity": "Maturity",
  "field.kind": "Kind",
  "field.number": "Number",
  "field.docDate": "Document date",
  "field.dueBy": "Due by",
  "field.due": "Due date",
  "field.code": "Customer code",
  "field.name": "Full name",
  "field.taxId": "Tax id",
  "field.terms": "Payment terms",
  "field.salesperson": "Salesperson",
  "field.cutOffDay": "Cut-off day",
  "field.optional": "optional",
  "field.asOf": "As of",
  "field.basis": "Age counts from",
  "field.by": "Group by",

  "hint.date": "↑↓ one day",
  "hint.datePattern": "year-month-day",
  "hint.cutOff": "Last day of the period; 31 is the month's end",
  "hint.picker": "Type initials or a code, Enter picks",
  "hint.payerName": "As on the bank slip; helps to identify it later",
  "hint.tick": "With none ticked: oldest due first",
  "hint.ticked": "{count} ticked, {amount} in all",
  "hint.credit": "A credit: it lowers what is owed",
  "hint.refund": "Money paid back to the customer; the amount is typed without a minus",

  "direction.receipt": "Receipt",
  "direction.refund": "Refund",

  "due.customerTerms": "Customer's terms",
  "due.cash": "Cash in advance: due at once",
  "due.notFixed": "No terms set: due date not fixed",
  "due.stated": "Stated date",

  "terms.notSet": "Not set",

  "fault.customerMissing": "No customer: choose one first",
  "fault.amountMissing": "No amount: enter the amount",
  "fault.amountUnreadable": "Not an amount: write it like 1234.50",
  "fault.amountTooFine": "Too many decimals for this currency",
  "fault.amountNotPositive": "The amount must be more than 0",
  "fault.amountCurrency": "Another currency: enter the number only",
  "fault.dateMissing": "No date: enter the date",
  "fault.dateUnreadable": "Not a date: write it like {example}",
  "fault.dateAmbiguous": "Two readings: write it like {example}",
  "fault.dateNoSuchDay": "No such day: write it like {example}",
  "fault.codeMissing": "No code: enter a code",
  "fault.nameMissing": "No name: enter the full name",
  "fault.cutOff": "The cut-off day is 1 to 31",
  "fault.numberTooLong": "Too long: keep it under 500 characters",

  "preview.goes": "{amount} goes to",
  "preview.noLines": "No open item to settle",
  "preview.settles": "settled",
  "preview.leaves": "{amount} left",
  "preview.paysBack": "{amount} of it first pays what was refunded and is owed again",
  "preview.over": "{amount} more than is open: kept as unapplied cash",
  "preview.unidentified": "Recorded as unidentified until the payer is known",
  "preview.roundOff": "Settle the small difference of {amount} too",
  "preview.askOff": "Ask to let {amount} go: somebody else decides",
  "preview.leftOpen": "{amount} stays open on the document",
  "preview.leftOpenAbove":
    "{amount} stays open on the document: it is above the {limit} that the policy lets you settle at once. It waits for the rest, or for a credit.",
  "preview.leftOpenUnset":
    "{amount} stays open on the document: the policy allows small differences in {base}, not in {currency}",
  "preview.duplicate":
    "There is a receipt with the same bank reference, or the same customer, date and amount. Check before you decide.",
  "preview.due": "due {day}",
  "preview.duplicateRefund":
    "There is a refund with the same bank reference, or the same customer, date and amount. Check before you decide.",

  "refund.usesUp": "{amount} of it comes from unapplied cash, of which {left} is left",
  "refund.reopens": "{amount} is owed again on",
  "refund.reopensHow":
    "Unapplied cash does not cover it: what was settled last opens first, with its old due date",
  "refund.withoutDocument":
    "{amount} is refunded and owed again on no document; money that comes in pays it first. Check amount and customer.",

  "done.receipt": "Receipt of {amount} recorded",
  "done.refund": "Refund of {amount} recorded",
  "done.item": "Item of {amount} added",
  "done.customer": "Customer {name} added",
  "done.apply": "Unapplied cash applied",
  "done.undo": "Undone: the ledger is as before",
  "done.copied": "Copied: paste it into a sheet or chat",
  "done.reportCopied": "Report copied",

  "duplicate.item":
    "There is a document with the same number, or the same date and amount. Check before you decide.",
} as const satisfies Record<keyof typeof formsZh, string>;
