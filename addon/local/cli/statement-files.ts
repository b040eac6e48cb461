import { join } from "node:path";
import {
  type DocumentLanguage,
  PAPERS,
  type PaperKind,
  statementHtml,
  statementPictures,
  statementText,
} from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { ChromiumMissing } from "../print/chromium.ts";
import { type Printer, withPrinter } from "../print/pdf.ts";
import { makePrivateFolder, writePrivate } from "../private-file.ts";
import { notOneOf, Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

type Made = Output<"makeStatements">["made"][number];

/** How often a long run of printing says how far it is. */
const PRINTED_BETWEEN_WORDS = 25;

/** Prints statements into files in the format that the options say; their paths, statement by statement. */
export async function filesOf(session: CliSession, made: readonly Made[]): Promise<string[][]> {
  const { options } = session.args;
  const format = options.format ?? "pdf";
  if (format === "none") return [];
  const directory = options.out ?? "statements";
  makePrivateFolder(directory);
  const paper = paperOf(options.paper);
  const wanted = languageOf(options.language);
  const languageFor = ({ language }: Made) => wanted ?? language;
  const stems = made.map((each) => join(directory, each.statement.number.replace(/[^\p{L}\p{N}.-]+/gu, "_")));
  const write = (i: number, ending: string, content: string | Uint8Array) =>
    written(`${stems[i]}${ending}`, content);
  if (format === "text")
    return each(made, (one, i) =>
      write(i, ".txt", statementText(one.statement, languageFor(one) === "en" ? "en" : "zh")),
    );
  const htmlOf = (one: Made) => statementHtml(one.statement, { paper, language: languageFor(one) });
  if (format === "html") return each(made, (one, i) => write(i, ".html", htmlOf(one)));
  if (format === "png") return pictures(made, languageFor, write);
  if (format !== "pdf") throw notOneOf("format", ["pdf", "html", "png", "text", "none"]);
  return pdfs(made.map(htmlOf), write);
}

type Write = (index: number, ending: string, content: string | Uint8Array) => string;

/** Every file is there as soon as its document is printed: a run that is stopped leaves what is done. */
function pdfs(documents: readonly string[], write: Write): Promise<string[][]> {
  return printed(documents, async (printer, document, i) => [write(i, ".pdf", await printer.pdf(document))]);
}

function pictures(
  made: readonly Made[],
  languageFor: (one: Made) => DocumentLanguage,
  write: Write,
): Promise<string[][]> {
  return printed(made, async (printer, one, i) => {
    const files: string[] = [];
    for (const [page, document] of statementPictures(one.statement, languageFor(one)).entries())
      files.push(write(i, `-${page + 1}.png`, await printer.picture(document)));
    return files;
  });
}

async function printed<T>(
  all: readonly T[],
  print: (printer: Printer, one: T, index: number) => Promise<string[]>,
): Promise<string[][]> {
  if (all.length === 0) return [];
  const files: string[][] = [];
  let done = 0;
  const run = withPrinter(async (printer) => {
    const left = all.entries();
    const work = async () => {
      for (const [i, one] of left) {
        files[i] = await print(printer, one, i);
        done += 1;
        if (done % PRINTED_BETWEEN_WORDS === 0) console.error(`${done} / ${all.length}`);
      }
    };
    await Promise.all([work(), work()]);
  });
  await run.catch((error: unknown) => {
    throw error instanceof ChromiumMissing ? new Refused(error.message) : error;
  });
  return files;
}

function each(made: readonly Made[], write: (one: Made, index: number) => string): string[][] {
  return made.map((one, i) => [write(one, i)]);
}

function written(file: string, content: string | Uint8Array): string {
  writePrivate(file, content);
  return file;
}

function paperOf(name = "a4"): PaperKind {
  const found = (Object.keys(PAPERS) as PaperKind[]).find((paper) => paper === name);
  if (!found) throw notOneOf("paper", Object.keys(PAPERS));
  return found;
}

/** Where it is not said, each customer's own. */
function languageOf(name: string | undefined): DocumentLanguage | undefined {
  if (name === undefined || name === "zh" || name === "en" || name === "both") return name;
  throw notOneOf("language", ["zh", "en", "both"]);
}
