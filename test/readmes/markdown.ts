import { readFileSync } from "node:fs";

/** The repository. */
export const ROOT = new URL("../../", import.meta.url);

/** A Markdown file, as far as it promises something that can be looked up. */
export interface Read {
  readonly name: string;
  readonly text: string;
  /** Lines outside of tables, and rows of tables as their cells. */
  readonly lines: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** `## Heading`, in order. */
  readonly headings: readonly string[];
  /** What stands in backticks. */
  readonly spans: readonly string[];
  /** Where links and pictures lead. */
  readonly links: readonly string[];
  readonly pictures: readonly string[];
}

export function read(name: string): Read {
  const text = readFileSync(new URL(name, ROOT), "utf8");
  const all = text.split("\n");
  const isRow = (line: string) => line.startsWith("|");
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, inner = ""]) => inner);
  return {
    ...{ name, text, spans: spansOf(text) },
    lines: all.filter((line) => !isRow(line)),
    rows: all.filter((line) => isRow(line) && !/^\|[-|]+\|$/.test(line)).map(cellsOf),
    headings: all.filter((line) => /^#+ /.test(line)),
    links: found(/(?<!!)\[[^\]]*\]\(([^)]+)\)/g),
    pictures: found(/!\[[^\]]*\]\(([^)]+)\)/g),
  };
}

export function spansOf(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span);
}

/** The lines below a heading, down to the next one. */
export function sectionOf({ text }: Read, heading: string): string {
  const [, after = ""] = text.split(`\n${heading}\n`);
  return after.split(/\n#+ /)[0] ?? "";
}

/** A bar inside backticks belongs to the cell. */
function cellsOf(line: string): string[] {
  const masked = line.replace(/`[^`]+`/g, (span) => span.replaceAll("|", "\u0000"));
  return masked
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.replaceAll("\u0000", "|").trim());
}

/** The name by which a heading is linked to. */
export function anchorOf(heading: string): string {
  return heading
    .replace(/^#+ /, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}
