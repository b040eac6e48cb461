import { UNNAMED_FIRM } from "../../../core/index.ts";
import { textOptions } from "./options.ts";
import { Refused } from "./refused.ts";
import type { CliSession } from "./session.ts";

/**
 * `firm [--name N] [--name-en N] [--address A] [--phone P] [--account "LINE; LINE"]`: what statements have
 * at their head and as payment account. What is not said stays; without options it is only shown.
 */
export async function firm(session: CliSession) {
  const said = textOptions(session, {
    ...{ name: "name", "name-en": "nameEn" },
    ...{ address: "address", phone: "phone" },
  });
  const { account: lines } = session.args.options;
  const { settings } = await session.call("settings", {});
  const account = lines === undefined ? {} : { account: linesOf(lines) };
  const firm = { ...settings.firm, ...said, ...account };
  if (Object.keys(said).length === 0 && lines === undefined) return { firm: shown(firm) };
  if (firm.name === UNNAMED_FIRM)
    throw new Refused({ en: "Say --name: the firm has no name yet.", zh: "还没有公司名称，请给出 --name。" });
  const booked = await session.call("saveSettings", { action: session.newAction(), settings: { firm } });
  return { ...booked, firm };
}

/**
 * `--firm N` beside a statement: the firm's name where it has none yet; another one in force is not overwritten.
 * Says whether the firm has a name.
 */
export async function nameFirm(session: CliSession): Promise<boolean> {
  const name = session.args.options.firm;
  const { settings } = await session.call("settings", {});
  const isNamed = settings.firm.name !== UNNAMED_FIRM;
  if (name === undefined || settings.firm.name === name) return isNamed;
  if (isNamed)
    throw new Refused({
      en: `The firm is called "${settings.firm.name}": leave --firm out, or run firm --name.`,
      zh: `公司名称已是“${settings.firm.name}”。请去掉 --firm，或用 firm --name 更改。`,
    });
  const firm = { ...settings.firm, name };
  await session.call("saveSettings", { action: session.newAction(), settings: { firm } });
  return true;
}

/** A firm that nobody has named has no name. */
function shown<F extends { name: string }>({ name, ...rest }: F) {
  return { name: name === UNNAMED_FIRM ? "" : name, ...rest };
}

function linesOf(text: string): string[] {
  return text
    .split(/[;；\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
