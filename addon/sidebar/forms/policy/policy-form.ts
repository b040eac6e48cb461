import {
  canonicalText,
  type PlainDate,
  type PolicyPart,
  policyFaultsOf,
  policyFaultText,
} from "../../../../core/index.ts";
import type { Faults } from "../typed.ts";
import { agingTexts, readAging } from "./aging-part.ts";
import { approvalsTexts, readApprovals } from "./approvals-part.ts";
import { dunningTexts, readDunning } from "./dunning-part.ts";
import { faultFields } from "./fault-fields.ts";
import { gradesTexts, readGrades } from "./grades-part.ts";
import { ordersTexts, readOrders } from "./orders-part.ts";
import { ratesTexts, readRates } from "./rates-part.ts";
import { readTemplates, templatesTexts } from "./templates-part.ts";
import { TextReader } from "./text-reader.ts";
import type { PolicyGround, PolicyWish, Texts } from "./texts.ts";

interface PartForm {
  readonly fill: (ground: PolicyGround) => Texts;
  readonly read: (reader: TextReader, ground: PolicyGround, texts: Texts) => PolicyWish;
}

const FORMS: Readonly<Record<PolicyPart, PartForm>> = {
  aging: { fill: agingTexts, read: readAging },
  grades: { fill: gradesTexts, read: readGrades },
  orders: { fill: ordersTexts, read: readOrders },
  dunning: { fill: dunningTexts, read: readDunning },
  templates: { fill: templatesTexts, read: readTemplates },
  rates: { fill: ratesTexts, read: readRates },
  approvals: { fill: approvalsTexts, read: readApprovals },
};

/** The form of a part filled with what is in force; a new version acts from today on unless a later day is said. */
export function policyTexts(part: PolicyPart, ground: PolicyGround): Texts {
  return { ...FORMS[part].fill(ground), effective: ground.today };
}

export interface PolicyReading {
  readonly wish?: PolicyWish & { readonly effective: PlainDate };
  readonly faults: Faults<string>;
  /** What is wrong with the policy as a whole and has no field in this form. */
  readonly sentences: readonly string[];
}

/** The form read as the call wants it, or what is wrong with it: first each field, then the whole. */
export function readPolicy(part: PolicyPart, texts: Texts, ground: PolicyGround): PolicyReading {
  const reader = new TextReader(texts);
  const given = FORMS[part].read(reader, ground, texts);
  const effective = reader.day("effective", ground.today);
  if (effective < ground.today) reader.refuse("effective", { say: "fault.effectivePast" });
  if (!reader.isRight()) return { faults: reader.faults, sentences: [] };
  const sentences = wholeFaults(part, { given, texts, ground, reader });
  if (!reader.isRight() || sentences.length > 0) return { faults: reader.faults, sentences };
  return { wish: { ...given, effective }, faults: {}, sentences: [] };
}

interface Whole {
  readonly given: PolicyWish;
  readonly texts: Texts;
  readonly ground: PolicyGround;
  readonly reader: TextReader;
}

/** Faults of the policy that it would be: each at its field, or told as a sentence. */
function wholeFaults(part: PolicyPart, { given, texts, ground, reader }: Whole): string[] {
  const { observeUntil: _, credit, ...own } = given;
  const next = { ...ground.policy, ...own, credit: { ...ground.credit, ...credit } };
  return policyFaultsOf(next).flatMap((found) => {
    const sentence = policyFaultText(found, ground.language);
    const fields = faultFields(found, part, texts);
    for (const id of fields) reader.refuse(id, { say: "fault.policy", sentence });
    return fields.length > 0 ? [] : [sentence];
  });
}

/** Whether the form says what is in force: then there is nothing to put in force. */
export function isUnchanged(part: PolicyPart, texts: Texts, ground: PolicyGround): boolean {
  const filled = readPolicy(part, policyTexts(part, ground), ground).wish;
  const typed = readPolicy(part, { ...texts, effective: ground.today }, ground).wish;
  return filled !== undefined && typed !== undefined && canonicalText(filled) === canonicalText(typed);
}
