import type { Output } from "../../protocol.ts";
import { customerOption } from "./options.ts";
import { Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

type Made = Output<"madeStatements">["statements"];

/** `statements [--customer K001]`: what was made, the latest first. */
export async function madeStatements(session: CliSession): Promise<{ statements: Made }> {
  return { statements: await allMade(session, await customerOption(session)) };
}

/** The frozen statement under a number; where two customers had the same code, --customer tells them apart. */
export async function statementUnder(
  session: CliSession,
  number: string,
): Promise<Output<"makeStatements">["made"]> {
  const found = await allMade(session, { number, ...(await customerOption(session)) });
  const [only, ...others] = found;
  if (!only)
    throw new Refused({
      en: `No statement ${number} was made. The action statements lists them.`,
      zh: `没有编号为 ${number} 的对账单。用 statements 可列出已有的。`,
    });
  if (others.length > 0) {
    const codes = found.map(({ code }) => code).join(", ");
    throw new Refused({
      en: `Several statements have the number ${number}: say --customer too, one of ${codes}.`,
      zh: `有几份对账单的编号都是 ${number}，请再给出 --customer，可选：${codes}。`,
    });
  }
  return [{ ...(await session.call("statement", { id: only.id })), already: true }];
}

/** The answers come in parts. */
async function allMade(session: CliSession, wanted: { customer?: string; number?: string }): Promise<Made> {
  const all: Made = [];
  for (;;) {
    const { statements, total } = await session.call("madeStatements", { ...wanted, skip: all.length });
    all.push(...statements);
    if (statements.length === 0 || all.length >= total) return all;
  }
}
