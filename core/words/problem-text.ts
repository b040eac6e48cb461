import type { Language } from "../tables/column.ts";
import type { Place, Problem, ProblemKind } from "../values/problem.ts";
import type { ProblemSentences } from "./problem-sentences.ts";
import { PROBLEMS_EN } from "./problems-en.ts";
import { PROBLEMS_ZH } from "./problems-zh.ts";

/**
 * A problem 问题 as one sentence: place · what was found · what was expected · what to do.
 *
 * @example
 * problemText({ kind: "cellMissing", place: { table: "应收明细", row: 14, column: "到期日" } }, "zh") // => "应收明细 第 14 行「到期日」：是空的，这里必须填写。请补上后再试。"
 */
export function problemText(problem: Problem, language: Language): string {
  const sentences = language === "zh" ? PROBLEMS_ZH : PROBLEMS_EN;
  return `${placeText(problem.place, language)}${sentenceOf(problem, sentences)}`;
}

function sentenceOf<K extends ProblemKind>(
  problem: Problem & { kind: K },
  sentences: ProblemSentences,
): string {
  const say = sentences[problem.kind] as (details: Problem) => string;
  return say(problem);
}

/**
 * The place as a person would look for it.
 *
 * @example
 * placeText({ table: "Receipts", row: 3 }, "en") // => "Receipts, row 3: "
 */
export function placeText(place: Place, language: Language): string {
  const { table, row, column } = place;
  if (language === "zh") {
    return `${table}${row === undefined ? "" : ` 第 ${row} 行`}${column === undefined ? "" : `「${column}」`}：`;
  }
  return `${table}${row === undefined ? "" : `, row ${row}`}${column === undefined ? "" : `, “${column}”`}: `;
}
