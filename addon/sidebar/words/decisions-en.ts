import type { decisionsZh } from "./decisions-zh.ts";

/** Words of the screens where somebody decides, in English: drafts, offsets, users. */
export const decisionsEn = {
  "act.decideShort": "Decide",
  "act.markDraft": "Update draft",
  "act.dishonour": "Record dishonour",
  "act.settleDrafts": "Update drafts",
  "act.manageUsers": "Manage users",
  "act.addUser": "Add user",
  "act.removeUser": "Retire user",
  "act.writeAging": "Write to tab",
  "act.showTab": "Show tab",

  "title.drafts": "Drafts not settled",
  "title.draft": "Draft",
  "title.reopens": "Open again ({count})",
  "title.users": "Users",
  "title.user": "User",
  "title.newUser": "Add user",
  "title.retired": "Retired ({count})",

  "more.users": "Names, roles, teams",

  "field.draftState": "State",
  "field.draftBecame": "What became of it",
  "field.dishonouredOn": "Dishonoured on",
  "field.counterDocument": "Offset sheet number",
  "field.offsetReason": "Reason for the offset",
  "field.userName": "Name",
  "field.role": "Role",
  "field.team": "Team",
  "hint.offset":
    "The customer is a supplier too: what we owe pays what they owe, by a sheet both have signed",

  "fault.becameMissing": "Nothing chosen: choose one of them",
  "fault.dishonouredFuture": "That day has not come: enter today or earlier",
  "fault.dishonouredEarly": "Before the draft came in: enter a later day",
  "fault.counterDocumentMissing": "No number: enter the number of the offset sheet",
  "fault.offsetReasonMissing": "No reason: enter the reason for the offset",
  "fault.userNameMissing": "No name: enter the user's name",

  "title.waiting": "To be decided ({count})",
  "handEdits.same": "What was typed is as before",
  "handEdits.sameHow": "Take over once, and Today no longer lists it",

  "draft.collectedHow": "The money has arrived; no risk is left",
  "draft.endorsedHow": "Passed on; if it is not paid at maturity, it may come back to us",
  "draft.discountedHow": "Sold to a bank; if it is not paid at maturity, it may come back to us",
  "draft.heldHow": "It is in hand and waits for its maturity",
  "draft.dishonoured": "Dishonoured (bounced)",
  "draft.dishonouredHow": "It did not pay: what it had settled is open again",
  "draft.reopensHow": "After this, these are owed again, with their old due dates",
  "draft.reopensNone": "This draft has settled no document",
  "draft.refunded": "The {amount} paid back before is owed without a document",
  "draft.unapplied": "Its unapplied {amount} is taken back too",
  "timeline.bounced": "Dishonour · {method}",
  "draft.matures": "matures {day}",
  "drafts.none": "No drafts are waiting",
  "drafts.noneHow": "Receipts by draft are listed here until they are collected",
  "drafts.how": "Choose a draft, then say what became of it",

  "users.none": "No users yet",
  "users.noneHow": "Without users nobody logs in; the first should be a controller",
  "users.passphrase":
    "On this computer's own host, whoever keeps the ledger sets passphrases with a command:",
  "users.noPassphrase": "no passphrase",
  "users.open":
    "Whoever has the ledger's address is let in and may write. Ask its keeper to give a controller a passphrase first.",
  "users.openNoController":
    "Whoever has the ledger's address is let in and may write. Add a controller first, then give them a passphrase.",
  "users.firstController":
    "There is no controller yet. The first passphrase is a controller's, and until then everybody is let in: make the first user a controller.",
  "users.folder": "FOLDER",
  "users.askRemove": "“{name}” can no longer log in or write; entries keep the name.",
  "role.controller": "Writes; decides on policy, approvals, closing; manages users",
  "role.approver": "Writes; decides on policy, approvals, closing",
  "role.clerk": "Writes; others decide on policy, approvals, closing",
  "role.auditor": "Reads everything, writes nothing",
  "role.sales": "Reads all customers, may ask for approvals, writes nothing",

  "done.markDraft": "Draft of {amount} updated",
  "done.dishonour": "Dishonour of {amount} recorded",
  "done.offset": "Offset of {amount} recorded",
  "done.addUser": "User {name} added",
  "done.changeUser": "User {name} saved",
  "done.removeUser": "User {name} retired",
  "done.writeAging": "Written to the tab “{tab}”, {count} {count|row|rows}",
} as const satisfies Record<keyof typeof decisionsZh, string>;
