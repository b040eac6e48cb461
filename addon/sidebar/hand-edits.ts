import type { Problem } from "../../core/index.ts";

/** Typing that was not taken over, and wishes beside a customer, which wait for somebody to decide. */
export function sortedProblems(problems: readonly Problem[]) {
  const waiting = problems.filter(({ kind }) => kind === "proposed");
  return { waiting, notTaken: problems.filter((problem) => !waiting.includes(problem)) };
}

/** Whether it may be said that nothing waits: not beside a list of what does. */
export function isAllTaken(rows: readonly unknown[], problems: readonly Problem[]): boolean {
  return rows.length === 0 && problems.length === 0;
}
