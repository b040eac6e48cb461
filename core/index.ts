/** The only door of core: shells import from here and nowhere deeper. */
export * from "./values/assert.ts";
export * from "./values/date.ts";
export * from "./values/money.ts";
export * from "./values/problem.ts";
