import { readFileSync } from "node:fs";
import { CreditPolicyShape, dateFromIso, moneyFromDecimal } from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { dayOption, neededDay } from "./options.ts";
import { Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

type Wanted = Input<"savePolicy">["policy"];

/**
 * `policy`: what is in force. With `--file P.json`, `--set path=value`, `--rate USD=7.10` or `--observe off` a next
 * version: `--preview` shows who would change grade, limit or state. `--versions` lists them all.
 */
export async function policy(session: CliSession): Promise<unknown> {
  const { options, flags } = session.args;
  if (flags.has("versions")) return session.call("policyVersions", {});
  const { policy: inForce, credit, settings } = await session.call("settings", {});
  const isChange = ["file", "set", "rate", "observe"].some((name) => options[name] !== undefined);
  if (!isChange) return { ...inForce, credit };
  const judging = ratedBy(
    session,
    setIn(session, fromFile(session, { credit }), "credit"),
    settings.baseCurrency,
  );
  const wanted: Wanted = {
    ...dayOption(session, "effective", "effective"),
    ...observeOf(session),
    ...(JSON.stringify(judging) === JSON.stringify({ credit }) ? {} : { credit: creditIn(judging) }),
  };
  if (flags.has("preview")) return session.call("previewPolicy", { policy: wanted });
  return session.call("savePolicy", { action: session.newAction(), policy: wanted });
}

/** `receipts-through --day D`: every receipt up to that day is in the ledger. */
export async function receiptsThrough(session: CliSession): Promise<unknown> {
  const settings = { receiptsEnteredThrough: neededDay(session, "day") };
  return session.call("saveSettings", { action: session.newAction(), settings });
}

type Json = Record<string, unknown>;

function observeOf({ args }: CliSession): Pick<Wanted, "observeUntil"> {
  const text = args.options.observe;
  if (text === undefined) return {};
  const day = dateFromIso(text);
  if (text === "off" || day) return { observeUntil: day ?? "off" };
  throw new Refused({
    en: `--observe is off or a day such as 2026-11-22, not "${text}".`,
    zh: `--observe 应为 off 或 2026-11-22 这样的日期，读到“${text}”。`,
  });
}

/** What the file says stands for what is in force, part by part. */
function fromFile({ args }: CliSession, inForce: Json): Json {
  const file = args.options.file;
  if (file === undefined) return inForce;
  try {
    return merged(inForce, { credit: JSON.parse(readFileSync(file, "utf8")) as unknown }) as Json;
  } catch {
    throw new Refused({
      en: `The policy in "${file}" cannot be read. It is a JSON file with parts of what \`policy\` prints under "credit".`,
      zh: `读不出“${file}”里的政策。请给出 JSON 文件，内容为 policy 命令所示 "credit" 的一部分。`,
    });
  }
}

function merged(old: unknown, given: unknown): unknown {
  if (!isRecord(old) || !isRecord(given)) return given;
  const changed = Object.entries(given).map(([key, value]) => [key, merged(old[key], value)]);
  return { ...old, ...Object.fromEntries(changed) };
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `--set matrix.C.limitCap=5000000`: one value, as JSON or as a word. */
function setIn({ args }: CliSession, policy: Json, under: string): Json {
  const text = args.options.set;
  if (text === undefined) return policy;
  const at = text.indexOf("=");
  if (at < 1)
    throw new Refused({
      en: `--set is path=value such as orders.overdueHoldDays=45, not "${text}".`,
      zh: `--set 应为 路径=值，如 orders.overdueHoldDays=45，读到“${text}”。`,
    });
  const keys = [under, ...text.slice(0, at).split(".")];
  const value = keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), valueIn(text.slice(at + 1)));
  return merged(policy, value) as Json;
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** `--rate USD=7.10@2026-11-01`: one unit in the ledger's own currency, from that day on. */
function ratedBy({ args }: CliSession, policy: Json, base: string): Json {
  const text = args.options.rate;
  if (text === undefined) return policy;
  const [, currency, rate, day = ""] = /^([A-Z]{3})=([0-9.]+)(?:@(.+))?$/.exec(text) ?? [];
  const from = dateFromIso(day === "" ? new Date().toISOString().slice(0, 10) : day);
  const millionths = Math.round(Number(rate) * 1_000_000);
  const isRate = currency !== undefined && currency !== base && from && millionths > 0;
  if (!isRate || !moneyFromDecimal(rate ?? "", "CNY"))
    throw new Refused({
      en: `--rate is such as USD=7.10@2026-11-01, for another currency than ${base}, not "${text}".`,
      zh: `--rate 应写成 USD=7.10@2026-11-01，且不是本位币 ${base}，读到“${text}”。`,
    });
  const { credit } = policy as { credit: { rates: unknown[] } };
  return merged(policy, { credit: { rates: [...credit.rates, { currency, from, millionths }] } }) as Json;
}

function creditIn({ credit }: Json) {
  const read = CreditPolicyShape.safeParse(credit);
  if (read.success) return read.data;
  const path = read.error.issues[0]?.path.join(".") ?? "";
  throw new Refused({
    en: `The policy's "${path}" is not what it must be. Compare it with what \`policy\` prints.`,
    zh: `政策的“${path}”填写有误。请对照 policy 命令所示。`,
  });
}
