import type { PolicyFault, Words } from "../core/index.ts";

/** Why an action was not carried out: the user's data or situation, not a bug. Nothing was written. */
export interface RefusalDetails {
  notALedger: Record<never, never>;
  notEmpty: Record<never, never>;
  busy: Record<never, never>;
  tabTaken: { tab: string };
  tabMissing: { tab: string };
  columnMissing: { tab: string; column: string };
  customerUnknown: { customer: string };
  restoredOrCopied: Record<never, never>;
  identitySettled: { as: "restored" | "copied" };
  damaged: { row: number };
  notDamaged: Record<never, never>;
  damageChanged: Record<never, never>;
  approverNeeded: Record<never, never>;
  periodClosed: { date: string; closedThrough: string };
  undoClosed: { date: string; closedThrough: string };
  closingAhead: { through: string };
  closedFurther: { closedThrough: string };
  nothingClosed: Record<never, never>;
  notReopened: { closedThrough: string };
  deciderNeeded: Record<never, never>;
  firmMissing: Record<never, never>;
  policyBackdated: { today: string };
  policyUnknown: { version: number };
  policyUnfit: { faults: readonly PolicyFault[] };
  baseCurrencyFixed: { currency: string };
  currencyUnknown: { found: string };
  codeTaken: { code: string };
  userTaken: { name: string };
  userUnknown: { name: string };
  lastController: { name: string };
  duplicateSuspected: { key: string };
  differenceTooLarge: { amount: string; limit: string };
  noSmallAmount: { currency: string };
  dependsOn: { documents: string };
  /** What an undo would bring back was entered again since. */
  standsAgain: { documents: string };
  /** What an undo would bring back belongs to an import that was undone. */
  importUndone: { source: string };
  importStillOpen: { source: string };
  partOfImport: { source: string };
  draftPending: Record<never, never>;
  nothingToUndo: Record<never, never>;
  undoStands: Record<never, never>;
  receiptTakenBack: Record<never, never>;
  beforeReceipt: { date: string };
  periodReversed: { from: string; to: string };
  nothingToApply: Record<never, never>;
  notADraft: Record<never, never>;
  debtCarrierFixed: Record<never, never>;
  sumTooLarge: { customer: string };
  actionUnknown: { action: string };
  entryLost: Record<never, never>;
  /** The action's id stands in the journal already, for something else. */
  actionReused: Record<never, never>;
  receiptUnknown: Record<never, never>;
  chunkOutOfOrder: { expected: number };
  batchNotOpen: Record<never, never>;
  periodNotEnded: { to: string };
  statementUnknown: Record<never, never>;
  approvalUnknown: Record<never, never>;
  approvalDecided: { customer: string };
  approvalLapsed: { customer: string };
  ownRequest: { name: string };
  notOwnRequest: { name: string };
  deciderUnnamed: Record<never, never>;
  ceilingTooHigh: { most: string };
  untilPast: { today: string };
  untilBeyondAsked: { asked: string };
  differenceGrown: { open: string; asked: string };
  requestStands: { on: string };
  releaseWithoutAmount: Record<never, never>;
  limitWithoutAmount: Record<never, never>;
  holdUnknown: Record<never, never>;
  remindersChanged: Record<never, never>;
  lineNotOpen: Record<never, never>;
  promiseBackwards: { madeOn: string };
  /** Nothing is found where nothing was given. */
  badInput: { field: Words; found: string | undefined };
}

export type RefusalKind = keyof RefusalDetails;

/** Thrown by an action before it writes; the outermost handler turns it into one sentence. */
export class Refusal<K extends RefusalKind = RefusalKind> extends Error {
  readonly kind: K;
  readonly details: RefusalDetails[K];

  constructor(kind: K, details: RefusalDetails[K]) {
    super(kind);
    this.name = "Refusal";
    this.kind = kind;
    this.details = details;
  }
}
