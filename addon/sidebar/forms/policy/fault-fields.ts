import type { PolicyFault, PolicyPart } from "../../../../core/index.ts";
import { DUNNING_LEVELS } from "../../../../core/index.ts";
import { rowsOf, type Texts } from "./texts.ts";

/** The fields of a part's form at which a fault of the policy is said; none where the form has none for it. */
export function faultFields(fault: PolicyFault, part: PolicyPart, texts: Texts): string[] {
  switch (part) {
    case "grades":
      return gradeFields(fault);
    case "orders":
      return fault.kind === "holdBeforeWarn" ? ["overdueHoldDays"] : [];
    case "dunning":
      return dunningFields(fault, texts);
    default:
      return [];
  }
}

function gradeFields(fault: PolicyFault): string[] {
  if (fault.kind === "betterGivesLess") return [`${fault.better}-${fault.what}`];
  if (fault.kind === "nothingGraded") return ["weight-onTime"];
  return fault.kind === "cutPoints" ? ["cut-B"] : [];
}

function dunningFields(fault: PolicyFault, texts: Texts): string[] {
  if (fault.kind === "ladderOrder") return lateLevels(texts);
  if (fault.kind !== "repeatedSegment") return [];
  const rows = rowsOf(texts, "segment");
  const names = rows.map((row) => texts[`segment-${row}`]?.trim());
  return rows.filter((_, i) => names.indexOf(names[i]) !== i).map((row) => `segment-${row}`);
}

/** Levels that come no later than one below them. */
function lateLevels(texts: Texts): string[] {
  const days = DUNNING_LEVELS.map((level) => ({ id: `level-${level}`, text: texts[`level-${level}`] ?? "" }));
  const used = days.filter(({ text }) => text.trim() !== "");
  return used
    .filter(({ text }, i) => used.slice(0, i).some((before) => Number(before.text) >= Number(text)))
    .map(({ id }) => id);
}
