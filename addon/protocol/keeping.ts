import * as z from "zod/mini";
import {
  AgingBasisShape,
  BalanceShiftShape,
  CreditPolicyShape,
  CurrencyShape,
  type EnteredPeriodChange,
  FirmShape,
  GradeShape,
  JournalDamageShape,
  LineShape,
  MoneyShape,
  PlacesShape,
  PlainDateShape,
  type PolicyDifference,
  PolicyShape,
  type Problem,
  SettingsShape,
  UserShape,
} from "../../core/index.ts";
import { ActionId, Booked, CurrencyWord, LanguageShape } from "./shapes.ts";

const { shape: credit } = CreditPolicyShape;

const PartsOfCredit = z.object({
  scorecard: z.exactOptional(credit.scorecard),
  matrix: z.exactOptional(credit.matrix),
  toleratedDays: z.exactOptional(credit.toleratedDays),
  exposure: z.exactOptional(credit.exposure),
  orders: z.exactOptional(credit.orders),
  dunning: z.exactOptional(credit.dunning),
  approvals: z.exactOptional(credit.approvals),
  rates: z.exactOptional(credit.rates),
});

/** What of a policy is to be another than it is; the rest stays. */
const PolicyInput = z.object({
  effective: z.exactOptional(PlainDateShape),
  bucketEdges: z.exactOptional(PolicyShape.shape.bucketEdges),
  agingBasis: z.exactOptional(AgingBasisShape),
  smallAmount: z.exactOptional(MoneyShape),
  smallAmounts: PolicyShape.shape.smallAmounts,
  smallShare: z.exactOptional(z.int()),
  /** 观察期: its last day, or that there is none any more. */
  observeUntil: z.exactOptional(z.union([PlainDateShape, z.literal("off")])),
  /** Parts of the judging part; what is not given stays. */
  credit: z.exactOptional(PartsOfCredit),
});

const UnderPolicy = z.object({
  grade: GradeShape,
  limit: MoneyShape,
  termDays: z.int(),
  decision: z.enum(["allow", "warn", "hold", "block", "unknown", "notOnAccount"]),
});

/** Calls that set a ledger up and keep it in order: identity, check-up, periods, settings, policy, users. */
export const KEEPING_CALLS = {
  /** Makes the tabs of a ledger; what is there stays. */
  setup: {
    input: z.object({ language: LanguageShape }),
    output: z.object({ made: z.array(z.string()), kept: z.array(z.string()) }),
  },
  /** Fills an empty ledger with made-up customers and eighteen months of business. */
  loadSample: {
    input: z.object({}),
    output: z.object({ customers: z.int() }),
  },
  /** Answers "restored, or a copy?" after a file was restored or copied. */
  settleIdentity: {
    input: z.object({ as: z.enum(["restored", "copied"]) }),
    output: z.object({ ledgerId: z.string(), epoch: z.int() }),
  },
  /** Looks at everything: journal chain, packed accounts, control totals, every row of every tab. */
  check: {
    input: z.object({}),
    output: z.object({
      sound: z.boolean(),
      entries: z.int(),
      /** Hash of the last entry: written down elsewhere, it anchors the journal. */
      head: z.string(),
      totals: z.array(
        z.object({ currency: CurrencyShape, items: MoneyShape, receipts: MoneyShape, balance: MoneyShape }),
      ),
      /** Typed rows that would be taken over, and rows that would be put back. */
      toTake: z.int(),
      toRestore: z.int(),
      problems: z.array(z.custom<Problem>()),
      /** Rows of the journal that cannot be trusted; while there are any, nothing is booked. */
      damage: z.array(JournalDamageShape),
      /** The same as text to be copied; "" where nothing is damaged. */
      report: z.string(),
      /** Damage that somebody has vouched for, with the reason: it stays here for good. */
      reanchorings: z.array(
        z.object({
          seq: z.int(),
          at: z.string(),
          user: z.string(),
          by: z.string(),
          reason: z.string(),
          /** As the sheet counted them then. */
          rows: z.array(z.int()),
          lost: z.array(PlacesShape),
          shifts: z.array(BalanceShiftShape),
        }),
      ),
      /** Every closing of a period and every opening again, with the reason: in journal order. */
      periods: z.array(z.custom<EnteredPeriodChange>()),
    }),
  },
  /** Verifies journal and packed accounts alone; what is found is noted, and every screen says it from then on. */
  verify: {
    input: z.object({}),
    output: z.object({ sound: z.boolean() }),
  },
  /** What re-anchoring 重新锚定 a damaged journal would do; nothing is written. */
  previewReanchor: {
    input: z.object({}),
    output: z.object({
      damage: z.array(JournalDamageShape),
      /** Entries that would count for nothing any more. */
      lost: z.array(PlacesShape),
      shifts: z.array(BalanceShiftShape),
      /** Of all of this: what is confirmed must be what was shown. */
      seal: z.string(),
      /** Who may vouch, where the ledger has users; without users anybody may who says a name. */
      approvers: z.array(z.string()),
      /** What the person must be asked: a name, one of the approvers, or nothing, because they are known. */
      asks: z.enum(["nothing", "name", "approver"]),
    }),
  },
  /** Vouches for the damaged rows of the journal as they now stand. */
  reanchor: {
    input: z.object({
      action: ActionId,
      reason: LineShape.check(z.minLength(5)),
      seal: z.string(),
      /** Who vouches, where the ledger does not know it. */
      by: z.exactOptional(LineShape),
    }),
    output: Booked,
  },
  /** Makes packed accounts and views again from the journal; a sound ledger is not changed. */
  rebuild: {
    input: z.object({}),
    output: z.object({ accounts: z.int(), restored: z.int() }),
  },
  /** How far the books are closed, who decides on it, and what a closing would leave outside. */
  period: {
    input: z.object({}),
    output: z.object({
      closedThrough: z.exactOptional(PlainDateShape),
      /** How far they had been closed before they were opened again, while they are not that far again. */
      reopenedThrough: z.exactOptional(PlainDateShape),
      /** Who decides, where the ledger has users. */
      deciders: z.array(z.string()),
      /** Whether the person must say which of them they are. */
      asksName: z.boolean(),
      /** Rows typed and not taken over, and imports that were not finished. */
      typedRows: z.int(),
      openImports: z.int(),
    }),
  },
  /** 关账: nothing dated up to that day may be entered or taken back any more; a later day each time. */
  closePeriod: {
    input: z.object({ action: ActionId, through: PlainDateShape, by: z.exactOptional(LineShape) }),
    output: Booked,
  },
  /** 重新开放: the books stay closed through that day only, or through none; the reason lasts. */
  reopenPeriod: {
    input: z.object({
      action: ActionId,
      through: z.exactOptional(PlainDateShape),
      reason: LineShape.check(z.minLength(5)),
      by: z.exactOptional(LineShape),
    }),
    output: Booked,
  },
  /** The firm's name, accounts and language, and up to which day receipts are entered. */
  saveSettings: {
    input: z.object({
      action: ActionId,
      settings: z.object({
        language: z.exactOptional(LanguageShape),
        baseCurrency: z.exactOptional(CurrencyWord),
        debtCarriedBy: z.exactOptional(z.enum(["delivery", "invoice"])),
        restDays: SettingsShape.shape.restDays,
        receiptsEnteredThrough: z.exactOptional(PlainDateShape),
        sample: z.exactOptional(z.boolean()),
        firm: z.exactOptional(FirmShape),
      }),
    }),
    output: Booked,
  },
  settings: {
    input: z.object({}),
    output: z.object({
      settings: SettingsShape,
      policy: PolicyShape,
      /** Its judging part, the default one where it has none of its own. */
      credit: CreditPolicyShape,
      /** Versions that wait for their day, the nearest first. */
      planned: z.array(z.object({ version: z.int(), effective: PlainDateShape })),
      /** Who decides on the policy, and whether the person must say which of them they are. */
      deciders: z.array(z.string()),
      asksName: z.boolean(),
      /** There are documents: what carries the debt stands. */
      debtCarrierFixed: z.boolean(),
      baseCurrencyFixed: z.boolean(),
    }),
  },
  /** A new version of the policy 赊账政策; it acts forward only. */
  savePolicy: {
    input: z.object({ action: ActionId, policy: PolicyInput, by: z.exactOptional(LineShape) }),
    output: Booked,
  },
  /** Who would change grade, limit or state under another policy 政策预览; nothing is written. */
  previewPolicy: {
    input: z.object({ policy: PolicyInput }),
    output: z.object({
      version: z.int(),
      effective: PlainDateShape,
      /** A version that waits for its day and takes this one's place on it, without what changes now. */
      followedBy: z.exactOptional(z.object({ version: z.int(), effective: PlainDateShape })),
      currency: CurrencyShape,
      customers: z.int(),
      changes: z.array(
        z.object({
          customer: z.string(),
          code: z.string(),
          name: z.string(),
          before: UnderPolicy,
          after: UnderPolicy,
        }),
      ),
    }),
  },
  /** Every version of the policy 政策版本, the latest first, and what each changed. */
  policyVersions: {
    input: z.object({}),
    output: z.object({
      currency: CurrencyShape,
      versions: z.array(
        z.object({
          version: z.int(),
          effective: PlainDateShape,
          by: z.exactOptional(z.string()),
          state: z.enum(["planned", "inForce", "past"]),
          changes: z.array(z.custom<PolicyDifference>()),
        }),
      ),
    }),
  },
  /** Who works in the ledger; passphrases are not here: the local host keeps them in a file of its own. */
  users: {
    input: z.object({}),
    output: z.object({
      users: z.array(UserShape),
      /** Ids of those who have a passphrase, where the host keeps them; elsewhere nothing is said. */
      withPassphrase: z.exactOptional(z.array(z.string())),
    }),
  },
  addUser: {
    input: z.object({ action: ActionId, user: z.omit(UserShape, { id: true, active: true }) }),
    output: Booked,
  },
  /** Gives an active user another role or team; the name stays, by which entries know them. */
  changeUser: {
    input: z.object({
      action: ActionId,
      user: z.pick(UserShape, { name: true, role: true, team: true }),
    }),
    output: Booked,
  },
  /** Switches a user off; entries keep the name. */
  removeUser: {
    input: z.object({ action: ActionId, name: LineShape }),
    output: Booked,
  },
  /** Compares the platform with what the add-on takes it to do; `seen` is "" where it is as expected. */
  probe: {
    input: z.object({}),
    output: z.object({
      expected: z.int(),
      asExpected: z.int(),
      lines: z.array(
        z.object({
          id: z.string(),
          assumption: z.string(),
          /** Methods and behaviours of the fake that the line looks at. */
          covers: z.array(z.string()),
          seen: z.string(),
        }),
      ),
    }),
  },
} as const;
