import { DUNNING_LEVELS, type DunningPolicy, moneyText } from "../../../../core/index.ts";
import type { TextReader } from "./text-reader.ts";
import { type PolicyGround, type PolicyWish, rowsOf, type Texts, together } from "./texts.ts";

/** 催款: when which level is reached, how letters follow each other, and when none goes. */
export function dunningTexts({ credit: { dunning }, currency }: PolicyGround): Texts {
  const { ladder, gapDays, escalation, leastTotal, quietDays, quietHours, gentler } = dunning;
  const daysOf = (level: string) => ladder.find((each) => each.level === level)?.fromDays;
  return together(
    {
      ...{ gapDays: String(gapDays), escalation, quietDays },
      leastTotal: leastTotal === undefined ? "" : moneyText(leastTotal, currency),
      hours: quietHours ? "quiet" : "none",
      hoursFrom: String(quietHours?.from ?? ""),
      hoursTo: String(quietHours?.to ?? ""),
    },
    Object.fromEntries(DUNNING_LEVELS.map((level) => [`level-${level}`, String(daysOf(level) ?? "")])),
    ...gentler.map(({ segment, levels }, i) => ({
      [`segment-${i}`]: segment,
      [`levels-${i}`]: String(levels),
    })),
  );
}

/** A level that is blank is left out of the ladder. */
export function readDunning(
  reader: TextReader,
  { credit, currency }: PolicyGround,
  texts: Texts,
): PolicyWish {
  const { leastTotal: _, quietHours: __, ...rest } = credit.dunning;
  const dunning: DunningPolicy = {
    ...rest,
    ladder: readLadder(reader),
    gapDays: reader.whole("gapDays", 0, 365),
    escalation: reader.one("escalation", ["step", "jump"]),
    ...(reader.isBlank("leastTotal") ? {} : { leastTotal: reader.amount("leastTotal", currency) }),
    quietDays: reader.one("quietDays", ["none", "holidays", "restDays"]),
    ...readHours(reader),
    gentler: rowsOf(texts, "segment").map((row) => ({
      segment: reader.line(`segment-${row}`, "fault.segmentMissing"),
      levels: reader.whole(`levels-${row}`, 1, 4),
    })),
  };
  return { credit: { dunning } };
}

function readLadder(reader: TextReader): DunningPolicy["ladder"] {
  const used = DUNNING_LEVELS.filter((level) => !reader.isBlank(`level-${level}`));
  if (used.length === 0) reader.refuse("level-friendly", { say: "fault.ladderEmpty" });
  return used.map((level) => {
    // Before it is due nobody is in default: only that level lies before the due date.
    const [least, most] = level === "beforeDue" ? [-60, 0] : [0, 3660];
    return { level, fromDays: reader.whole(`level-${level}`, least, most) };
  });
}

function readHours(reader: TextReader): Pick<DunningPolicy, "quietHours"> {
  if (reader.one("hours", ["none", "quiet"]) === "none") return {};
  const quietHours = { from: reader.whole("hoursFrom", 0, 23), to: reader.whole("hoursTo", 0, 23) };
  if (quietHours.from === quietHours.to) reader.refuse("hoursTo", { say: "fault.sameHour" });
  return { quietHours };
}
