import {
  type Currency,
  type Language,
  type PlainDate,
  type Settings,
  UNNAMED_FIRM,
} from "../../../core/index.ts";
import type { Input } from "../../protocol.ts";
import { typedOptional } from "./receipt-form.ts";
import { type Faults, fault, faultsOf, type Typed, typedDate, typedLine } from "./typed.ts";

/** The settings form as it stands: what was typed, as typed. */
export interface SettingsDraft {
  readonly action: string;
  readonly name: string;
  readonly nameEn: string;
  readonly address: string;
  readonly phone: string;
  /** Payment instructions, a line each. */
  readonly account: string;
  readonly language: Language;
  readonly baseCurrency: Currency;
  readonly debtCarriedBy: Settings["debtCarriedBy"];
  readonly restDays: NonNullable<Settings["restDays"]>;
  readonly through: string;
}

export type SettingsField = "name" | "nameEn" | "address" | "phone" | "through";

export function settingsDraft(action: string, settings: Settings): SettingsDraft {
  const {
    firm,
    language,
    baseCurrency,
    debtCarriedBy,
    restDays = "asIs",
    receiptsEnteredThrough = "",
  } = settings;
  const { nameEn = "", address = "", phone = "", account = [] } = firm;
  const through = receiptsEnteredThrough;
  const name = firm.name === UNNAMED_FIRM ? "" : firm.name;
  return {
    action,
    name,
    nameEn,
    address,
    phone,
    account: account.join("\n"),
    language,
    baseCurrency,
    debtCarriedBy,
    restDays,
    through,
  };
}

export interface SettingsReading {
  readonly input?: Input<"saveSettings">["settings"];
  readonly faults: Faults<SettingsField>;
}

/** The form read as the call wants it, or what is wrong with it. */
export function readSettings(draft: SettingsDraft, today: PlainDate): SettingsReading {
  const name = typedLine(draft.name, "fault.firmMissing");
  const nameEn = typedOptional(draft.nameEn);
  const address = typedOptional(draft.address);
  const phone = typedOptional(draft.phone);
  const through = typedThrough(draft.through, today);
  const faults = faultsOf({ name, nameEn, address, phone, through });
  if (!("value" in name && "value" in nameEn && "value" in address)) return { faults };
  if (!("value" in phone && "value" in through)) return { faults };
  const account = linesOf(draft.account);
  const input: Input<"saveSettings">["settings"] = {
    language: draft.language,
    baseCurrency: draft.baseCurrency,
    debtCarriedBy: draft.debtCarriedBy,
    restDays: draft.restDays,
    firm: {
      name: name.value,
      ...(nameEn.value ? { nameEn: nameEn.value } : {}),
      ...(address.value ? { address: address.value } : {}),
      ...(phone.value ? { phone: phone.value } : {}),
      ...(account.length > 0 ? { account } : {}),
    },
    ...(through.value ? { receiptsEnteredThrough: through.value } : {}),
  };
  return { input, faults };
}

/** Receipts cannot be complete up to a day that has not come; empty is "not said". */
function typedThrough(text: string, today: PlainDate): Typed<PlainDate | undefined> {
  if (text.trim() === "") return { value: undefined };
  const typed = typedDate(text, today);
  return "value" in typed && typed.value > today ? fault("fault.throughFuture") : typed;
}

/** Lines that say something, each at most as long as a record keeps it. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim().slice(0, 500))
    .filter((line) => line !== "");
}
