import { type Grade, GradeShape } from "../../../../core/index.ts";
import type { Output } from "../../../protocol.ts";

export type PolicyChange = Output<"previewPolicy">["changes"][number];

/** How many customers change in which way; one customer may change in several. */
export function countsOf(changes: readonly PolicyChange[]) {
  const count = (isMeant: (change: PolicyChange) => boolean) => changes.filter(isMeant).length;
  return {
    gradeUp: count((each) => isGraded(each) && gradeSteps(each) < 0),
    gradeDown: count((each) => isGraded(each) && gradeSteps(each) > 0),
    graded: count(({ before, after }) => before.grade === "N" && after.grade !== "N"),
    ungraded: count(({ before, after }) => before.grade !== "N" && after.grade === "N"),
    limitUp: count(({ before, after }) => after.limit > before.limit),
    limitDown: count(({ before, after }) => after.limit < before.limit),
    terms: count(({ before, after }) => after.termDays !== before.termDays),
    state: count(({ before, after }) => after.decision !== before.decision),
  };
}

/** The largest change first: of the limit, then of the grade, then of the terms; alike ones by code. */
export function largestFirst(changes: readonly PolicyChange[]): PolicyChange[] {
  const sizes = ({ before, after, ...each }: PolicyChange) => [
    Math.abs(after.limit - before.limit),
    Math.abs(gradeSteps({ before, after, ...each })),
    Math.abs(after.termDays - before.termDays),
  ];
  return [...changes].sort((a, b) => {
    const [mine, others] = [sizes(a), sizes(b)];
    const at = mine.findIndex((size, i) => size !== others[i]);
    if (at < 0) return a.code < b.code ? -1 : 1;
    return (others[at] ?? 0) - (mine[at] ?? 0);
  });
}

/** Whether there is a grade before and after: N is none, neither better nor worse than one. */
function isGraded({ before, after }: PolicyChange): boolean {
  return before.grade !== "N" && after.grade !== "N";
}

/** Steps down from A over D to N; negative is up. */
function gradeSteps({ before, after }: Pick<PolicyChange, "before" | "after">): number {
  const placeOf = (grade: Grade) => GradeShape.options.indexOf(grade);
  return placeOf(after.grade) - placeOf(before.grade);
}
