import type { Input, Output } from "../../protocol.ts";
import { nameFirm } from "./firm.ts";
import { statementUnder } from "./made-statements.ts";
import { currencyOption, dayOption, needed } from "./options.ts";
import { Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";
import { filesOf } from "./statement-files.ts";

type Ask = Input<"previewStatement">;

/** Statements frozen in one call: one run of the script. */
const ASKS_PER_CALL = 20;

type Made = Output<"makeStatements">["made"][number];

/**
 * `statement --customer K001 | --all [--day D | --from D --to D] [--payer] [--paper a4|tractorHalf|tractorFull]
 * [--language zh|en|both] [--format pdf|html|png|text|none] [--out DIR] [--firm N]`, or `statement --number N` for one
 * that was made: printed again as it was frozen.
 */
export async function statement(session: CliSession) {
  const { number } = session.args.options;
  if (number !== undefined) refuseOtherAsks(session);
  const made = number === undefined ? await newlyMade(session) : await statementUnder(session, number);
  const files = await filesOf(session, made);
  return { documents: made.map((each, i) => ({ ...summaryOf(each), files: files[i] ?? [] })) };
}

/** A number says all: what else is asked would be left out in silence. */
function refuseOtherAsks({ args }: CliSession): void {
  const strange = ["day", "from", "to", "currency", "firm"].filter(
    (name) => args.options[name] !== undefined,
  );
  const flags = ["all", "payer"].filter((name) => args.flags.has(name));
  const [first] = [...strange, ...flags];
  if (first)
    throw new Refused({
      en: `--number names a statement that was made: leave --${first} out.`,
      zh: `--number 指一份已生成的对账单，请去掉 --${first}。`,
    });
}

async function newlyMade(session: CliSession): Promise<Made[]> {
  const asks = await asksOf(session);
  const letterhead = await letterheadOf(session);
  const made: Made[] = [];
  for (let at = 0; at < asks.length; at += ASKS_PER_CALL) {
    const answer = await session.call("makeStatements", {
      asks: asks.slice(at, at + ASKS_PER_CALL),
      ...letterhead,
    });
    made.push(...answer.made);
    if (asks.length > ASKS_PER_CALL) console.error(`${made.length} / ${asks.length}`);
  }
  return made;
}

/** A schedule does not stop for a name that nobody has entered yet; it is told what its sheets lack. */
async function letterheadOf(session: CliSession): Promise<{ withoutLetterhead?: true }> {
  if (await nameFirm(session)) return {};
  console.error(NO_LETTERHEAD[await session.language()]);
  return { withoutLetterhead: true };
}

const NO_LETTERHEAD = {
  en: "The firm has no name yet: these statements have no letterhead and stay so. For later ones run firm --name.",
  zh: "还没有公司名称，这些对账单没有抬头，以后也不会补上。请执行 firm --name 名称，供以后的对账单使用。",
};

async function asksOf(session: CliSession): Promise<Ask[]> {
  const days = {
    ...dayOption(session, "day", "day"),
    ...dayOption(session, "from", "from"),
    ...dayOption(session, "to", "to"),
  };
  if (!session.args.flags.has("all")) {
    const { id } = await session.call("findCustomer", { code: needed(session, "customer") });
    return [
      {
        customer: id,
        ...days,
        ...currencyOption(session),
        ...(session.args.flags.has("payer") ? { forPayer: true } : {}),
      },
    ];
  }
  const day = days.day ?? days.to;
  if (!day)
    throw new Refused({
      en: "Say --day: statements are made for each customer's own period that has ended by then.",
      zh: "请给出 --day：为各客户到这一天已结束的对账期间生成。",
    });
  const { candidates, excluded } = await session.call("statementCandidates", { day });
  const again = excluded.filter((each) => each.why === "already");
  const all = [...candidates, ...again].map(({ customer, currency }) => ({ customer, currency, day }));
  return all;
}

function summaryOf({ id, already, hash, statement: made }: Made) {
  const { number, from, to, currency, opening, closing } = made;
  return { id, already, number, hash, customer: made.customer.name, currency, from, to, opening, closing };
}
