import { bug, type PlantedBug } from "./planting.ts";

const DECIDED = "core/decisions/approvals.ts";
const FILE = "core/decisions/credit-file-standing.ts";
const CHECK = "core/decisions/order-check.ts";
const REASONS = "core/decisions/order-reasons.ts";
const DUNNING = "core/decisions/dunning.ts";
const STANDING = "core/decisions/credit-standing.ts";
const LIMITS = "core/records/credit-file.ts";
const RECORDED = "addon/server/actions/reminders.ts";

const APPROVED = "test/core/decisions/credit-file.test.ts";
const ASKED = "test/addon/approvals.test.ts";
const ORDERED = "test/core/decisions/order-check.test.ts";
const REMINDED = "test/core/decisions/dunning.test.ts";
const SAID = "test/addon/reminders.test.ts";

/** Mistakes that would give credit to whom nobody decided to give it, or ask for money that nobody owes. */
export const CREDIT_BUGS: readonly PlantedBug[] = [
  bug("own request granted", DECIDED, 'return "ownRequest";', "return undefined;", APPROVED),
  bug("more granted than asked for", DECIDED, "minus(made.ceiling, amount) > 0", "false", APPROVED),
  bug("lapsed request granted", DECIDED, 'if (state === "lapsed") return "lapsed";', "", APPROVED),
  bug(
    "every approval is a release",
    FILE,
    'subject.kind !== "release" || !decision ||',
    "!decision ||",
    APPROVED,
  ),
  bug(
    "release of one order lets every order pass",
    REASONS,
    "order === undefined || isSameOrder(order, reference)",
    "true",
    ASKED,
  ),
  bug("bigger order passes a release", REASONS, "amount <= ceiling &&", "", ASKED),
  bug("lifted hold holds on", FILE, "lifted === undefined || lifted.on > asOf", "true", ASKED),
  bug("limit of today for every day", LIMITS, "since === undefined || since <= asOf", "true", APPROVED),
  bug(
    "observing hides what is not known",
    CHECK,
    "isBarred(reason.decision) && !isByHand(reason)",
    'reason.decision !== "allow"',
    ORDERED,
  ),
  bug("observing lets a person's hold pass", CHECK, " && !isByHand(reason)", "", ORDERED),
  bug("equal to the limit is over it", REASONS, "...(over > 0 && limit", "...(over >= 0 && limit", ORDERED),
  bug("broken promises forgotten", STANDING, "brokenPromisesOf(promisesOf(account, scope))", "0", SAID),
  bug(
    "disputed items dunned",
    DUNNING,
    'if (isDisputedOn(item, asOf)) return { why: "disputed" };',
    "",
    REMINDED,
  ),
  bug(
    "what is not due asked for",
    DUNNING,
    'level !== "beforeDue");\n  const early',
    "level !== undefined);\n  const early",
    REMINDED,
  ),
  bug(
    "letters without a pause between them",
    DUNNING,
    "until !== undefined && asOf < until",
    "false",
    REMINDED,
  ),
  bug("old preview recorded", RECORDED, "now.total !== letter.total", "false", SAID),
  bug(
    "skipped counts as said",
    DUNNING,
    'state === "drafted" || state === "sent"',
    'state !== "paused"',
    REMINDED,
  ),
];
