import { describe, expect, it } from "vitest";
import { actions, readCommand } from "../../../addon/local/cli/actions.ts";
import { helpFor, overview, strangeOption } from "../../../addon/local/cli/help.ts";

/** What the issue of the command line promises, and what is beside it. */
const PROMISED = [
  ...["setup", "import", "add-item", "add-receipt", "apply", "undo", "aging", "statement", "check"],
  ...["rebuild", "export", "restore"],
];

function strange(line: string): string | undefined {
  const args = readCommand(line.split(" "));
  const action = actions[args.action];
  return action && strangeOption(args.action, action, args);
}

describe("the command line", () => {
  it("has every action that is promised, each with its help", () => {
    for (const name of PROMISED) {
      const action = actions[name];
      expect(action, name).toBeDefined();
      if (action) expect(helpFor(name, action)).toContain(action.what);
      expect(overview()).toContain(`  ${name} `);
    }
  });

  it("refuses an option that it would otherwise leave out in silence", () => {
    expect(strange("aging --asof 2026-01-31")).toMatch(/^aging has no option --asof\. It has: .*--as-of/);
    expect(strange("add-receipt --customer K1 --amount 1 --date 2026-01-01 --sttle smallAmount")).toContain(
      "--sttle",
    );
  });

  it("takes every option that it names", () => {
    for (const [name, { options = {}, flags = {} }] of Object.entries(actions)) {
      const given = [
        ...Object.keys(options).map((key) => `--${key} x`),
        ...Object.keys(flags).map((key) => `--${key}`),
      ];
      const args = readCommand(`${name} ${given.join(" ")}`.trim().split(" "));
      expect(Object.keys(args.options), name).toEqual(Object.keys(options));
      expect([...args.flags], name).toEqual(Object.keys(flags));
    }
  });
});
