import * as z from "zod/mini";
import { ApprovalShape } from "./approval.ts";
import { BatchShape } from "./batch.ts";
import { CustomerShape, OrderShape, TaxInvoiceShape, UserShape } from "./customer.ts";
import { HoldShape, ReviewShape } from "./hold.ts";
import { OpenItemShape } from "./open-item.ts";
import { PeriodChangeShape } from "./period-change.ts";
import { PolicyShape, SettingsShape } from "./policy.ts";
import { ReanchoringShape } from "./reanchoring.ts";
import { AllocationShape, ReceiptShape } from "./receipt.ts";
import { PromiseShape, ReminderShape } from "./reminder.ts";
import { StatementHeadShape } from "./statement-head.ts";

/** The row of the tab in which a person had typed the record that is taken over. */
const typedAt = z.exactOptional(z.int());

/** Columns of a tab whose typed wishes the change puts in force. */
const decided = z.exactOptional(z.array(z.string()));

/** Written along because another record of the entry starts, or stops, the clock of its terms. */
const follows = z.exactOptional(z.literal(true));

/**
 * One line of an entry's payload. `put` adds a record, or a new version of one with the same id: the
 * old version stays known to reports as they were before. `void` takes a fact back as if it had never
 * been entered; reports as known earlier still see it.
 */
export const ChangeShape = z.discriminatedUnion("put", [
  z.object({ put: z.literal("customer"), row: CustomerShape, typedAt, decided }),
  z.object({ put: z.literal("item"), row: OpenItemShape, typedAt, follows }),
  z.object({ put: z.literal("receipt"), row: ReceiptShape, typedAt }),
  z.object({ put: z.literal("allocation"), row: AllocationShape }),
  z.object({ put: z.literal("order"), row: OrderShape, typedAt }),
  z.object({ put: z.literal("taxInvoice"), row: TaxInvoiceShape, typedAt }),
  z.object({ put: z.literal("statement"), row: StatementHeadShape }),
  /** `decided` names the cells in which it was wished, or in which it stands now. */
  z.object({ put: z.literal("approval"), row: ApprovalShape, decided }),
  z.object({ put: z.literal("hold"), row: HoldShape }),
  z.object({ put: z.literal("review"), row: ReviewShape }),
  z.object({ put: z.literal("reminder"), row: ReminderShape }),
  z.object({ put: z.literal("promise"), row: PromiseShape }),
  /** A printed document, frozen: read from here when it is printed again; the book keeps only its head. */
  z.object({ put: z.literal("document"), row: z.object({ id: z.string(), text: z.string() }) }),
  z.object({ put: z.literal("user"), row: UserShape, typedAt }),
  z.object({ put: z.literal("policy"), row: PolicyShape }),
  z.object({ put: z.literal("settings"), row: SettingsShape }),
  /** Who closed or opened a period, and why; the settings of the same entry put it in force. */
  z.object({ put: z.literal("period"), row: PeriodChangeShape }),
  z.object({ put: z.literal("batch"), row: BatchShape }),
  /** What was learnt about a source: a column mapping, an alias list. Plain JSON under a name. */
  z.object({ put: z.literal("memory"), row: z.object({ name: z.string(), value: z.unknown() }) }),
  /** Fingerprint of what was asked for: the same action id with other content is another intent, not a repeat. */
  z.object({ put: z.literal("intent"), row: z.object({ fingerprint: z.string() }) }),
  /** Somebody vouches for damaged rows of the journal. */
  z.object({ put: z.literal("reanchoring"), row: ReanchoringShape }),
  z.object({ put: z.literal("void"), row: z.object({ id: z.string(), customer: z.string() }) }),
]);

export type Change = z.infer<typeof ChangeShape>;
