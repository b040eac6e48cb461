import { creditPolicyOf } from "../records/credit-policy.ts";
import type { Policy } from "../records/policy.ts";

/** The parts of a policy, as people set them. */
export const POLICY_PARTS = [
  "aging",
  "grades",
  "orders",
  "dunning",
  "templates",
  "rates",
  "approvals",
] as const;

export type PolicyPart = (typeof POLICY_PARTS)[number];

/** One value of a policy that is another than before; a side that is absent was not there. */
export interface PolicyDifference {
  readonly part: PolicyPart;
  /** Where it stands: ["matrix", "C", "termDays"]. */
  readonly path: readonly string[];
  readonly before?: PolicyValue;
  readonly after?: PolicyValue;
}

export type PolicyValue = string | number | boolean;

/**
 * What one policy says otherwise than another 政策差异, value by value. Lists are compared by what they are about: the rates
 * of a currency by their day, templates by level and language.
 *
 * @example
 * policyDifferences(DEFAULT_POLICY, { ...DEFAULT_POLICY, smallShare: 60 }) // => [{ part: "aging", path: ["smallShare"], before: 50, after: 60 }]
 */
export function policyDifferences(before: Policy, after: Policy): PolicyDifference[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return POLICY_PARTS.flatMap((part) => {
    const known = new Map(old[part].map((each) => [keyOf(each), each]));
    const found = new Map(now[part].map((each) => [keyOf(each), each]));
    const keys = [...new Set([...known.keys(), ...found.keys()])];
    return keys.flatMap((key) => differenceOf(part, known.get(key), found.get(key)));
  });
}

interface Placed {
  readonly path: readonly string[];
  readonly value: PolicyValue;
}

function keyOf({ path }: Placed): string {
  return path.join("\n");
}

function differenceOf(
  part: PolicyPart,
  before: Placed | undefined,
  after: Placed | undefined,
): PolicyDifference[] {
  const path = (after ?? before)?.path;
  if (!path || before?.value === after?.value) return [];
  return [
    { part, path, ...(before ? { before: before.value } : {}), ...(after ? { after: after.value } : {}) },
  ];
}

function valuesOf(policy: Policy): Readonly<Record<PolicyPart, Placed[]>> {
  const { scorecard, matrix, toleratedDays, exposure, orders, dunning, approvals, rates } =
    creditPolicyOf(policy);
  const { bucketEdges, agingBasis, smallAmount, smallAmounts, smallShare, observeUntil } = policy;
  const { templates, ladder, gentler, ...letters } = dunning;
  return {
    aging: leavesOf({ bucketEdges, agingBasis, smallAmount, smallAmounts, smallShare }),
    grades: leavesOf({ matrix, scorecard, toleratedDays }),
    orders: leavesOf({ orders, observeUntil, exposure }),
    dunning: leavesOf({
      ladder: Object.fromEntries(ladder.map(({ level, fromDays }) => [level, fromDays])),
      ...letters,
      gentler: Object.fromEntries(gentler.map(({ segment, levels }) => [segment, levels])),
    }),
    templates: templates.flatMap(({ level, language, ...words }) =>
      leavesOf({ [level]: { [language]: words } }),
    ),
    rates: rates.flatMap(({ currency, from, millionths }) =>
      leavesOf({ [currency]: { [from]: millionths } }),
    ),
    approvals: leavesOf(approvals),
  };
}

/** Every single value under its path; a list is one value. */
function leavesOf(tree: unknown, path: readonly string[] = []): Placed[] {
  if (typeof tree === "string" || typeof tree === "number" || typeof tree === "boolean")
    return [{ path, value: tree }];
  if (Array.isArray(tree)) return [{ path, value: tree.map(elementText).join(", ") }];
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => leavesOf(value, [...path, key]));
}

function elementText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
