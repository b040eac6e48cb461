import type { Scratch } from "./scratch.ts";

/**
 * One thing that the add-on, and the fake it is tested on, take the platform to do. `covers` names the
 * methods ("Range.getValues") and behaviours of the fake that the line would show to be wrong.
 */
export interface ProbeLine {
  readonly id: string;
  /** One sentence. */
  readonly assumption: string;
  readonly covers: readonly string[];
  /** true as expected, else what was seen instead. */
  readonly run: (scratch: Scratch) => Finding;
}

export type Finding = true | string;

/** Compares what came back with what was expected, dates and empty values told apart. */
export function same(seen: unknown, expected: unknown): Finding {
  const [a, b] = [shown(seen), shown(expected)];
  return a === b ? true : `${a}, not ${b}`;
}

/** All of several findings must be as expected; the first that is not is told. */
export function all(...findings: readonly Finding[]): Finding {
  return findings.find((finding) => finding !== true) ?? true;
}

/** Expects a refusal: what was carried out instead is told. A passing failure of Google is none. */
export function refused(act: () => unknown): Finding {
  try {
    return `not refused: ${shown(act())}`;
  } catch (error) {
    if (PASSING.test(String(error))) throw error;
    return true;
  }
}

const PASSING = /timed out|try again|server error|service .* failed|not emulated/i;

/** Expects that something holds, and says what does not. */
export function holds(condition: boolean, otherwise: string): Finding {
  return condition || otherwise;
}

/** A value as text that a person can compare; long ones by their length and ends. */
export function shown(value: unknown): string {
  const text = plain(value);
  if (text.length <= 200) return text;
  return `${text.slice(0, 60)} … ${text.slice(-20)} (${text.length} characters)`;
}

function plain(value: unknown): string {
  if (value instanceof Date) return `Date ${value.toISOString()}`;
  if (Array.isArray(value)) return `[${value.map(plain).join(", ")}]`;
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
