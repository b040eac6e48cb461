import { expect, test } from "vitest";
import { readArguments } from "../../../addon/local/cli/arguments.ts";

/** What is said on the command line, and which of it are values. */
const read = (...words: string[]) => readArguments(words, (option) => option === "again");

test("a negative amount is a value, with a space before it or an equals sign", () => {
  const options = { customer: "K1", amount: "-20.50" };
  expect(read("add-receipt", "--amount", "-20.50", "--customer", "K1")).toMatchObject({ options });
  expect(read("add-receipt", "--amount=-20.50", "--customer", "K1")).toMatchObject({ options });
});

test("a flag takes no value, and an option without one is empty", () => {
  const { action, options, flags } = read("add-item", "--number", "--again", "--amount", "-1");
  expect({ action, options, flags: [...flags] }).toEqual({
    action: "add-item",
    options: { number: "", amount: "-1" },
    flags: ["again"],
  });
});
