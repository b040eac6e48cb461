import type { ProblemDetails, ProblemKind } from "../values/problem.ts";

/** What each kind of problem says after its place: found, expected, what to do. */
export type ProblemSentences = { readonly [K in ProblemKind]: (details: ProblemDetails[K]) => string };
