import { readdirSync, readFileSync } from "node:fs";

/** The HTML files in a folder, by their names without ".html", as HtmlService finds them. */
export function htmlFilesIn(folder: URL): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith(".html"));
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -".html".length), readFileSync(new URL(name, folder), "utf8")]),
  );
}
