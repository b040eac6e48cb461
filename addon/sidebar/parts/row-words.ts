import {
  APPROVALS,
  COLLECTION,
  CUSTOMERS,
  ITEMS,
  type ItemKind,
  type Language,
  RECEIPTS,
  type Table,
  USERS,
  type User,
  UserShape,
  type Words,
} from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import { isDraftMethod, isRefundMethod } from "../forms/receipt-form.ts";
import type { Say } from "../words/words.ts";

type ToDo = Output<"today">["toDo"][number];

const ITEM_KINDS = choicesOf(ITEMS, "kind");
const METHODS = choicesOf(RECEIPTS, "method");
const DRAFT_STATES = choicesOf(RECEIPTS, "draftState");
const ROLES = choicesOf(USERS, "role");
const SUBJECTS = choicesOf(APPROVALS, "subject");
const APPROVAL_STATES = choicesOf(APPROVALS, "state");
const LEVELS = choicesOf(COLLECTION, "level");
const CHANNELS = choicesOf(COLLECTION, "channel");

/** The words that the ledger's own cells have for coded values: one word for one thing everywhere. */
function choicesOf(table: Table, column: string): Readonly<Record<string, Words>> {
  return table.columns.find(({ key }) => key === column)?.choices ?? {};
}

/** The methods of receipts as options of a list. */
export function methodOptions(language: Language): { readonly value: string; readonly label: string }[] {
  return Object.entries(METHODS).map(([value, words]) => ({ value, label: words[language] }));
}

/** The same, of money that is paid back. */
export function refundMethodOptions(language: Language): ReturnType<typeof methodOptions> {
  return methodOptions(language).filter(({ value }) => isRefundMethod(value));
}

/** A coded value in words, as the cells of the ledger have it. */
function codeWord(words: Readonly<Record<string, Words>>, code: string, language: Language): string {
  return words[code]?.[language] ?? code;
}

export function kindWord(kind: ItemKind, language: Language): string {
  return codeWord(ITEM_KINDS, kind, language);
}

export function methodWord(method: string, language: Language): string {
  return codeWord(METHODS, method, language);
}

/** What has become of a draft. */
export function draftWord(state: string, language: Language): string {
  return codeWord(DRAFT_STATES, state, language);
}

/** What a request asks for 申请事项. */
export function subjectWord(kind: string, language: Language): string {
  return codeWord(SUBJECTS, kind, language);
}

/** How a request stands. */
export function approvalStateWord(state: string, language: Language): string {
  return codeWord(APPROVAL_STATES, state, language);
}

/** The level of a reminder 催款级别. */
export function levelWord(level: string, language: Language): string {
  return codeWord(LEVELS, level, language);
}

/** How a reminder goes out. */
export function channelWord(channel: string, language: Language): string {
  return codeWord(CHANNELS, channel, language);
}

export function roleWord(role: User["role"], language: Language): string {
  return codeWord(ROLES, role, language);
}

/** The roles of users as options of a list. */
export function roleOptions(language: Language): { readonly value: User["role"]; readonly label: string }[] {
  return UserShape.shape.role.options.map((value) => ({ value, label: roleWord(value, language) }));
}

/** The heading of a column of the customers, as their tab has it. */
export function customerColumnWord(column: string, language: Language): string {
  return CUSTOMERS.columns.find(({ key }) => key === column)?.name[language] ?? column;
}

/** What a credit came from: a receipt's method, or a kind of item. */
export function creditWord(kind: string, language: Language): string {
  return kind in METHODS ? methodWord(kind, language) : codeWord(ITEM_KINDS, kind, language);
}

/** A document by its kind, a receipt as such with its method: 其他 alone says nothing. */
export function creditTitle(
  { what, ...each }: Money & { readonly what: "item" | "receipt" },
  say: Say,
  language: Language,
): string {
  return what === "receipt" ? receiptTitle(each, say, language) : creditWord(each.kind, language);
}

interface Money {
  readonly kind: string;
  readonly amount: number;
}

/** Money that came in, a draft that bounced 退票, or money paid back 退款, with its method. */
export function receiptTitle({ kind, amount }: Money, say: Say, language: Language): string {
  const method = methodWord(kind, language);
  if (amount >= 0) return say("timeline.receipt", { method });
  return say(isDraftMethod(kind) ? "timeline.bounced" : "timeline.refund", { method });
}

/** The line under a thing to do: facts with figures, no adjectives. */
export function toDoText(toDo: ToDo, say: Say): string {
  const { days, count } = toDo;
  switch (toDo.kind) {
    case "overdue":
      return say("toDo.overdue", { days, count });
    case "unidentified":
      return days === 0 ? say("toDo.unidentifiedToday") : say("toDo.unidentifiedAge", { days });
    case "unapplied":
      return say("toDo.unapplied", { count });
    case "owedAgain":
      return say("toDo.owedAgain");
    case "batch":
      return say("toDo.batch", { count });
    case "handEdits":
      return say("toDo.handEdits", { count });
    case "approvals":
      return say("toDo.approvals", { count });
    case "problem":
      return say("toDo.problem", { count });
    case "draft":
      return draftText(days, say);
  }
}

function draftText(days: number, say: Say): string {
  if (days === 0) return say("toDo.draftToday");
  return days < 0 ? say("toDo.draftDue", { days: -days }) : say("toDo.draftPast", { days });
}
