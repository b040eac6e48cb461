import { beforeEach, expect, test } from "vitest";
import { AT_ONCE, Guesses } from "../../../../addon/local/users/guesses.ts";

let now = 0;
let guesses: Guesses;
beforeEach(() => {
  now = 0;
  guesses = new Guesses(() => now);
});

test("three slips cost nothing, then every wrong one waits longer, up to eight seconds", () => {
  const delays = Array.from({ length: 10 }, () => guesses.wrong("a"));
  expect(delays).toEqual([0, 0, 0, 1000, 2000, 4000, 8000, 8000, 8000, 8000]);
});

test("guesses of one source make no other wait", () => {
  for (let n = 0; n < 100; n += 1) guesses.wrong("a");
  expect(guesses.wrong("b")).toBe(0);
  for (let n = 0; n < AT_ONCE; n += 1) expect(guesses.enter("a")).toBe(true);
  expect(guesses.enter("a")).toBe(false);
  expect(guesses.enter("b")).toBe(true);
});

test("a place is free again when its log-in was answered", () => {
  for (let n = 0; n < AT_ONCE; n += 1) guesses.enter("a");
  guesses.leave("a");
  expect(guesses.enter("a")).toBe(true);
  expect(guesses.enter("a")).toBe(false);
});

test("wrong ones are forgotten after a quarter of an hour", () => {
  for (let n = 0; n < 8; n += 1) guesses.wrong("a");
  now += 15 * 60_000;
  expect(guesses.wrong("a")).toBe(0);
});

test("a source gets fewer than two thousand guesses in an hour through its four places", () => {
  let count = 0;
  let clock = 0;
  const free = Array.from({ length: AT_ONCE }, () => 0);
  while (clock < 3_600_000) {
    now = clock;
    free[free.indexOf(clock)] = clock + 300 + guesses.wrong("a");
    count += 1;
    clock = Math.min(...free);
  }
  expect(count).toBeLessThan(2000);
});

test("a flood of sources does not fill the memory, and frees no place that is taken", () => {
  for (let n = 0; n < AT_ONCE; n += 1) guesses.enter("busy");
  for (let n = 0; n < 20_000; n += 1) guesses.wrong(`source ${n}`);
  expect(guesses.size).toBeLessThanOrEqual(1001);
  expect(guesses.enter("busy")).toBe(false);
});
