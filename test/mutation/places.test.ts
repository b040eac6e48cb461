import { describe, expect, it } from "vitest";
import { textOf } from "./mutated-run.ts";
import { PLANTED } from "./planted-bugs.ts";

/** What `npm run test:deep` plants, it must be able to plant: sources that move take their bugs with them. */
describe("planted bugs", () => {
  it("are more than thirty", () => {
    expect(PLANTED.length).toBeGreaterThan(30);
  });

  it.each(PLANTED)("$name: its text stands once in $file", ({ file, find }) => {
    expect(textOf(file).split(find), `"${find}" in ${file}`).toHaveLength(2);
  });
});
