import {
  type BookHead,
  creditPolicyOf,
  type PlainDate,
  type Policy,
  policyDifferences,
  policyEffectOn,
  policyFaultsOf,
  policyOn,
  smallAmountIn,
  UNIDENTIFIED,
} from "../../../core/index.ts";
import type { Input, Output } from "../../protocol.ts";
import { Refusal } from "../../refusal.ts";
import { deciderOf } from "../deciders.ts";
import type { Ledger } from "../ledger.ts";
import { openLedger } from "../opened-ledger.ts";
import { draftOf } from "../plan.ts";
import { book } from "./booking.ts";
import { readWhole, scopeOf, todayIn } from "./reading.ts";

/** A new version of the policy 赊账政策, from today or a later day on; one with faults is not put in force. */
export function savePolicy(input: Input<"savePolicy">): Output<"savePolicy"> {
  return book(input, (ledger) => {
    const by = deciderOf(ledger.book.users, input.by);
    const row = { ...nextPolicy(input.policy, ledger), ...(by ? { by } : {}) };
    return draftOf("policy", input.action, "", [{ put: "policy", row }]);
  });
}

type Wanted = Input<"savePolicy">["policy"];

/** The policy in force on its first day with what is to be another, as its next version. */
function nextPolicy(wanted: Wanted, ledger: Ledger): Policy {
  const today = todayIn(ledger);
  const { policies } = ledger.book;
  const { observeUntil: observe, credit, ...given } = wanted;
  if (given.effective && given.effective < today) throw new Refusal("policyBackdated", { today });
  const version = Math.max(...policies.map((policy) => policy.version)) + 1;
  const before = policyOn(ledger.book, given.effective ?? today);
  const { observeUntil: until, by: _, ...inForce } = before;
  const last = observe === "off" ? undefined : (observe ?? until);
  const row: Policy = {
    ...{ ...inForce, effective: today, ...given, ...ownSmallAmount(wanted, before, ledger) },
    ...(last === undefined ? {} : { observeUntil: last }),
    ...(credit ? { credit: { ...creditPolicyOf(before), ...credit } } : {}),
    version,
  };
  const faults = policyFaultsOf(row);
  if (faults.length > 0) throw new Refusal("policyUnfit", { faults });
  return row;
}

/** What the ledger's own currency has stays when other currencies are given theirs. */
function ownSmallAmount(wanted: Wanted, before: Policy, ledger: Ledger): Pick<Policy, "smallAmount"> {
  const { baseCurrency } = ledger.book.settings;
  const small = wanted.smallAmount ?? smallAmountIn(baseCurrency, before, baseCurrency);
  return small === undefined ? {} : { smallAmount: small };
}

/** Who would change grade, limit or state under another policy, as of today. */
export function previewPolicy({ policy }: Input<"previewPolicy">): Output<"previewPolicy"> {
  const reading = readWhole({});
  const { ledger } = reading;
  const next = nextPolicy(policy, ledger);
  const { settings, accounts } = ledger.book;
  const scope = scopeOf(reading);
  const customers = [...accounts.values()].filter(({ customer }) => customer.id !== UNIDENTIFIED);
  const [followedBy] = plannedAfter(ledger.book, next.effective);
  return {
    version: next.version,
    effective: next.effective,
    ...(followedBy ? { followedBy } : {}),
    currency: settings.baseCurrency,
    customers: customers.length,
    changes: customers.flatMap((account) => {
      const effect = policyEffectOn(account, next, scope);
      const { id: customer, code, name } = account.customer;
      return effect ? [{ customer, code, name, ...effect }] : [];
    }),
  };
}

/** Versions that come into force after a day, the nearest first; of the same day the one that will be. */
export function plannedAfter(book: BookHead, day: PlainDate): Output<"settings">["planned"] {
  return book.policies
    .filter((policy) => policy.effective > day && isItsDays(policy, book))
    .sort((a, b) => (a.effective < b.effective ? -1 : 1))
    .map(({ version, effective }) => ({ version, effective }));
}

/** Whether a version is the one in force on its first day: another one may have been made for the same day. */
function isItsDays({ version, effective }: Policy, book: BookHead): boolean {
  return policyOn(book, effective).version === version;
}

/** Every version of the policy 政策版本, the latest first, with what each says otherwise than the one it was made from. */
export function policyVersions(): Output<"policyVersions"> {
  const ledger = openLedger("read");
  const { policies, settings } = ledger.book;
  const today = todayIn(ledger);
  const inForce = policyOn(ledger.book, today);
  const stateOf = (policy: Policy) => {
    if (policy.version === inForce.version) return "inForce" as const;
    const waits = policy.effective > today && isItsDays(policy, ledger.book);
    return waits ? ("planned" as const) : ("past" as const);
  };
  const versions = [...policies].sort((a, b) => b.version - a.version);
  return {
    currency: settings.baseCurrency,
    versions: versions.map((policy) => ({
      ...{ version: policy.version, effective: policy.effective, state: stateOf(policy) },
      ...(policy.by ? { by: policy.by } : {}),
      changes: changesOf(policy, ledger),
    })),
  };
}

function changesOf(policy: Policy, ledger: Ledger) {
  const earlier = ledger.book.policies.filter(({ version }) => version < policy.version);
  if (earlier.length === 0) return [];
  const before = policyOn({ ...ledger.book, policies: earlier }, policy.effective);
  return policyDifferences({ ...before, ...ownSmallAmount({}, before, ledger) }, policy);
}
