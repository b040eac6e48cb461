import type { damageZh } from "./damage-zh.ts";

/** Words of a damaged journal and of the two ways out, in English. */
export const damageEn = {
  "act.reanchor": "Re-anchor",
  "act.previewReanchor": "Preview re-anchoring",
  "act.copyHash": "Copy hash",
  "title.hash": "Hash",
  "title.damage": "Damage ({count})",
  "title.restoreRows": "First way out: restore the rows",
  "title.vouch": "Second way out: re-anchor",
  "title.reanchor": "Re-anchor",
  "title.shifts": "Customers whose balance changes ({count})",
  "title.vouched": "Re-anchorings ({count})",
  "field.reason": "Reason",
  "field.vouchedBy": "Controller or approver",
  "field.vouchedName": "Name of who vouches",
  "hint.reason": "Say why, and what was checked; it stays visible in the check-up",
  "fault.reasonShort": "Too short: write at least 5 characters",
  "fault.voucherMissing": "No name: enter who vouches",
  "damage.banner": "Row {row} of the journal is damaged: the ledger is read-only, figures are as of the tabs",
  "damage.doubt":
    "The ledger's hidden data were changed or are incomplete, figures may be wrong: check the ledger first",
  "damage.found":
    "The journal is damaged in {count} {count|place|places}; the ledger is read-only. Figures are as of the tabs.",
  "damage.restoreHow":
    "Find them under File · Version history, or paste them from a backup into _journal, then check again. For a ledger on a computer the command mend takes them from a backup (npm run ledger).",
  "damage.vouchHow":
    "Where the rows cannot be found, a controller or approver vouches for them as they stand, and says why. What can be read counts as it now reads; the rest no longer counts. It cannot be undone: preview first, then confirm.",
  "damage.lost": "Entries that cannot be read and no longer count: no. {places}",
  "damage.lostHow":
    "Their documents and receipts are still in their tabs, as rows not taken over: check them, then take them over or delete them.",
  "damage.noShifts": "No customer's balance changes",
  "damage.customer": "{name} ({currency})",
  "damage.shift": "was {before}",
  "damage.vouched": "{name} vouched on {time}: {reason}",
  "damage.vouchedRows": "row numbers at that time: {rows}",
  "damage.anchor":
    "Hashes find rows that were changed, inserted or deleted; a complete rewrite shows only against a hash that was written down elsewhere. Copy the hash to another place from time to time; every entry changes it.",
  "done.hashCopied": "Hash copied",
  "done.reanchor": "Re-anchored: the ledger goes on",
} as const satisfies Record<keyof typeof damageZh, string>;
