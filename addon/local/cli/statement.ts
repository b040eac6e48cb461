import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type DocumentLanguage,
  PAPERS,
  type PaperKind,
  type Statement,
  statementHtml,
  statementPictures,
  statementText,
} from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { ChromiumMissing } from "../print/chromium.ts";
import { type Printer, withPrinter } from "../print/pdf.ts";
import { dayOption, needed } from "./options.ts";
import { Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

type Ask = Input<"previewStatement">;

/** Statements frozen in one call: one run of the script. */
const ASKS_PER_CALL = 20;

/** How often a long run of printing says how far it is. */
const PRINTED_BETWEEN_WORDS = 25;

interface Made {
  readonly id: string;
  readonly already: boolean;
  readonly hash: string;
  readonly statement: Statement;
}

/**
 * `statement --customer K001 | --all [--day D | --from D --to D] [--payer] [--paper a4|tractorHalf|tractorFull]
 * [--language zh|en|both] [--format pdf|html|png|text|none] [--out DIR]`.
 */
export async function statement(session: CliSession) {
  const asks = await asksOf(session);
  const made: Made[] = [];
  for (let at = 0; at < asks.length; at += ASKS_PER_CALL) {
    const answer = await session.call("makeStatements", { asks: asks.slice(at, at + ASKS_PER_CALL) });
    made.push(...answer.made);
    if (asks.length > ASKS_PER_CALL) console.error(`${made.length} / ${asks.length}`);
  }
  const files = await filesOf(session, made);
  return { documents: made.map((each, i) => ({ ...summaryOf(each), files: files[i] ?? [] })) };
}

async function asksOf(session: CliSession): Promise<Ask[]> {
  const days = {
    ...dayOption(session, "day", "day"),
    ...dayOption(session, "from", "from"),
    ...dayOption(session, "to", "to"),
  };
  if (!session.args.flags.has("all")) {
    const { id } = await session.call("findCustomer", { code: needed(session, "customer") });
    const { currency } = session.args.options;
    return [
      {
        customer: id,
        ...days,
        ...(currency ? { currency } : {}),
        ...(session.args.flags.has("payer") ? { forPayer: true } : {}),
      },
    ];
  }
  const day = days.day ?? days.to;
  if (!day)
    throw new Refused(
      "Say --day: statements are made for each customer's own period that has ended by then.",
    );
  const { candidates, excluded } = await session.call("statementCandidates", { day });
  const again = excluded.filter((each) => each.why === "already");
  const all = [...candidates, ...again].map(({ customer, currency }) => ({ customer, currency, day }));
  return all;
}

function summaryOf({ id, already, hash, statement: made }: Made) {
  const { number, from, to, currency, opening, closing } = made;
  return { id, already, number, hash, customer: made.customer.name, currency, from, to, opening, closing };
}

async function filesOf(session: CliSession, made: readonly Made[]): Promise<string[][]> {
  const { options } = session.args;
  const format = options.format ?? "pdf";
  if (format === "none") return [];
  const directory = options.out ?? "statements";
  await mkdir(directory, { recursive: true });
  const print = { paper: paperOf(options.paper), language: languageOf(options.language) };
  const stems = made.map((each) => join(directory, each.statement.number.replace(/[^\p{L}\p{N}.-]+/gu, "_")));
  const write = (i: number, ending: string, content: string | Uint8Array) =>
    written(`${stems[i]}${ending}`, content);
  if (format === "text")
    return each(made, ({ statement: s }, i) =>
      write(i, ".txt", statementText(s, print.language === "en" ? "en" : "zh")),
    );
  if (format === "html")
    return each(made, ({ statement: s }, i) => write(i, ".html", statementHtml(s, print)));
  if (format === "png") return pictures(made, print.language, write);
  if (format !== "pdf") throw new Refused("--format is one of pdf, html, png, text, none.");
  return pdfs(
    made.map(({ statement: s }) => statementHtml(s, print)),
    write,
  );
}

type Write = (index: number, ending: string, content: string | Uint8Array) => Promise<string>;

/** Every file is there as soon as its document is printed: a run that is stopped leaves what is done. */
function pdfs(documents: readonly string[], write: Write): Promise<string[][]> {
  return printed(documents, async (printer, document, i) => [
    await write(i, ".pdf", await printer.pdf(document)),
  ]);
}

function pictures(made: readonly Made[], language: DocumentLanguage, write: Write): Promise<string[][]> {
  return printed(made, async (printer, { statement: s }, i) => {
    const files: string[] = [];
    for (const [page, document] of statementPictures(s, language).entries())
      files.push(await write(i, `-${page + 1}.png`, await printer.picture(document)));
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

async function each(
  made: readonly Made[],
  write: (one: Made, index: number) => Promise<string>,
): Promise<string[][]> {
  return Promise.all(made.map(async (one, i) => [await write(one, i)]));
}

async function written(file: string, content: string | Uint8Array): Promise<string> {
  await writeFile(file, content);
  return file;
}

function paperOf(name = "a4"): PaperKind {
  const found = (Object.keys(PAPERS) as PaperKind[]).find((paper) => paper === name);
  if (!found) throw new Refused(`--paper is one of ${Object.keys(PAPERS).join(", ")}.`);
  return found;
}

function languageOf(name = "zh"): DocumentLanguage {
  if (name === "zh" || name === "en" || name === "both") return name;
  throw new Refused("--language is one of zh, en, both.");
}
