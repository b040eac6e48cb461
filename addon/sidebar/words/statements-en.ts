import type { statementsZh } from "./statements-zh.ts";

/** Words of statements that are made and shown again, and of closing periods, in English. */
export const statementsEn = {
  "act.saveAndMake": "Save and make",
  "act.makeRest": "Make the rest",
  "act.chooseAgain": "Choose again",
  "act.showStatement": "Show",
  "act.copyPicture": "Copy picture",
  "act.showMoreOf": "Show more ({count})",
  "act.previewClosing": "Preview closing",
  "act.reopenPeriod": "Reopen period",

  "title.statement": "Statement",
  "title.namingFirm": "The firm's name first",
  "title.confirmClosing": "Confirm closing",
  "title.reopenPeriod": "Reopen period",
  "title.periods": "Periods closed and reopened ({count})",

  "statements.shown": "Which ones",
  "statements.toMake": "To make",
  "statements.made": "Made",
  "statements.noneMade": "No statement has been made yet",
  "statements.noneMadeHow": "They can be shown and printed again here",
  "statements.total": "{count} {count|statement|statements}, the latest first",
  "statements.left": "{done} of {of} made; the rest is not made yet",
  "statements.covers": "{count} customers",
  "statements.confirmed": "confirmed by the customer on {day}",
  "customer.statementsHow": "Make, show, print again",

  "field.from": "From",
  "hint.from": "Blank: the customer's own period",
  "statements.withPaidFor": "One sheet with the {count} {count|customer|customers} it pays for",
  "statements.madeAlready":
    "This one has been made already; the figures frozen then are the ones that count.",
  "firm.why":
    "A statement has the firm's name at its head and the payment account at its foot. Enter them once; they stay in the settings.",

  "hint.everybody": "Everybody if none is chosen",
  "field.printLanguage": "Language of print",
  "lang.both": "Both",
  "statement.opening": "Opening balance",
  "statement.earlier": "Earlier-dated items",
  "statement.increases": "Charges",
  "statement.decreases": "Credits",
  "statement.closing": "Closing balance",
  "statement.frozen": "Made and frozen on {day}: its figures do not follow the ledger. Hash {hash}",
  "statement.unnamed":
    "Made before the firm's name was entered, so it has no letterhead; its figures are valid.",
  "statement.page": "{number}, picture {n} of {of}",
  "statement.noPicture": "This browser cannot draw the pictures. Print, or copy the text.",
  "statement.pictureBarred":
    "Pictures cannot be copied by the button here. Right-click the picture and copy it.",
  "done.pictureCopied": "Picture {n} copied; send it at full size",
  "timeline.show": "Show: {what}",

  "close.effect": "Through {day}: no document or receipt is entered, changed, imported or undone any more.",
  "close.stays":
    "Reports and statements go on. Later receipts still settle older debts, dated after the closing day.",
  "close.who":
    "Only a controller or approver can reopen it, with a reason that stays visible in the check-up.",
  "close.anybody":
    "Reopening takes a reason that stays visible in the check-up. This ledger has no users, so anybody can do it.",
  "close.typed":
    "{count} typed {count|row is|rows are} not taken over; those dated {day} or before cannot be after closing.",
  "close.imports":
    "{count} {count|import is|imports are} not finished; with rows dated {day} or before they cannot be after closing.",
  "reopen.how": "Say why: the reason goes into the journal and stays visible in the check-up.",
  "field.stillClosed": "Still closed through",
  "hint.stillClosed": "Nothing is entered up to that day; leave it empty to reopen everything",
  "fault.notReopened": "Not before the present closing day: enter an earlier day",
  "fault.deciderMissing": "Nobody chosen: choose the controller or approver who decides",
  "fault.closedAlready": "Before the present closing day: enter a later day, or reopen",
  "done.reopenPeriod": "Reopened; still closed through {day}",
  "done.reopenWhole": "Everything is open again",
  "period.closed": "Closed through {day}",
  "period.reopened": "Reopened, still closed through {day}",
  "period.reopenedWhole": "Reopened wholly",
  "period.by": "{name} · {time}",
  "period.reason": "Reason: {reason}",
  "undo.closed": "{day} lies in a closed period",
  "undo.closedHow":
    "Ask a controller or approver to reopen the period, or enter the opposite on a day that is open.",
} as const satisfies Record<keyof typeof statementsZh, string>;
