import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as core from "../../core/index.ts";

/** Every `@example expression // => value` in core is run: the docstrings are the manual. */
const ROOT = new URL("../../core/", import.meta.url);
const FILES = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

/** Exported functions that have no example yet, by reason. A name here that has one fails too. */
const WITHOUT_EXAMPLE: Record<string, readonly string[]> = {
  "takes a record with its whole account": [
    ...["customerFields", "itemFields", "receiptFields", "allocationFields", "taxInvoiceFields"],
    ...["orderFields", "statementFields", "balancesOf"],
    ...["approvalFields", "collectionFields", "collectionOf"],
  ],
  "returns its argument's fields": ["userFields"],
  "changes what it is given and returns nothing": ["addAccount", "addItem", "addReceipt", "addToSettled"],
  "still to be written": ["planImport", "contentOf", "numberKey", "readTableRow"],
};

interface Example {
  readonly file: string;
  readonly expression: string;
  readonly value: string;
}

const DOCSTRING = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\//g;
const EXAMPLE = /@example\s+([\s\S]+?)\s*\/\/ => (.+)/g;
/** All examples but those that only show a use, as a comment. */
const WRITTEN = /@example\s+(?!\s|\/\/)/g;
const FUNCTION = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?^export function (\w+)/gm;

function textOf(file: string): string {
  return readFileSync(new URL(file, ROOT), "utf8");
}

function examplesIn(file: string): Example[] {
  const docstrings = [...textOf(file).matchAll(DOCSTRING)].map(([, inside = ""]) => withoutStars(inside));
  return docstrings.flatMap((docstring) =>
    [...docstring.matchAll(EXAMPLE)].map(([, expression = "", value = ""]) => {
      return { file, expression: expression.replace(/\n/g, " "), value: value.trim() };
    }),
  );
}

function withoutStars(docstring: string): string {
  return docstring.replace(/^\s*\* ?/gm, "");
}

/** The value of an expression with everything that core and the example's own file export in scope. */
async function evaluated(source: string, file: string): Promise<unknown> {
  const own: Record<string, unknown> = await import(new URL(file, ROOT).pathname);
  const scope = { ...core, ...own };
  const names = Object.keys(scope);
  return new Function(...names, `"use strict"; return (${source});`)(...Object.values(scope));
}

describe.each(FILES.filter((file) => examplesIn(file).length > 0))("core/%s", (name) => {
  it.each(examplesIn(name))("$expression", async ({ file, expression, value }) => {
    expect(await evaluated(expression, file)).toEqual(await evaluated(value, file));
  });
});

describe("every exported function", () => {
  const excused = new Set(Object.values(WITHOUT_EXAMPLE).flat());
  const functions = FILES.flatMap((file) =>
    [...textOf(file).matchAll(FUNCTION)].map(([, docstring = "", name = ""]) => ({ file, docstring, name })),
  ).filter(({ name }) => name in core);

  it("through core's door has an example, or a reason for having none", () => {
    const missing = functions.filter(
      ({ docstring, name }) => !docstring.includes("@example") && !excused.has(name),
    );
    expect(missing.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });

  it("is taken off the list once it has one", () => {
    const listed = functions.filter(
      ({ docstring, name }) => docstring.includes("@example") && excused.has(name),
    );
    expect(listed.map(({ name }) => name)).toEqual([]);
    expect([...excused].filter((name) => !functions.some((each) => each.name === name))).toEqual([]);
  });

  it("writes its examples so that they can be run", () => {
    const written = FILES.map((file) => withoutStars(textOf(file)).match(WRITTEN)?.length ?? 0);
    expect(FILES.map((file) => examplesIn(file).length)).toEqual(written);
  });
});
