import { decimalText } from "../../../core/index.ts";
import type { Output } from "../../protocol.ts";
import type { Say } from "../words/words.ts";
import { agesOf } from "./aging-bar.tsx";
import { bucketLabel } from "./bucket-label.ts";
import { partyName } from "./party-name.ts";

/** The aging as text that a sheet takes when it is pasted: one row a party, plain decimals. */
export function agingAsText(answer: Output<"aging">, say: Say): string {
  const { edges } = answer;
  const buckets = Array.from({ length: edges.length + 2 }, (_, bucket) => bucketLabel(bucket, answer, say));
  const figures = [say("aging.total"), ...buckets, say("aging.unapplied")];
  const head = [say("field.code"), say("aging.name"), say("field.currency"), ...figures];
  const rows = answer.customers.map((line) =>
    [line.code, partyName(line, say), line.currency, line.balance, ...agesOf(line), line.unapplied].map(
      (cell) => (typeof cell === "number" ? decimalText(cell, line.currency) : safeCell(cell)),
    ),
  );
  return [[answer.asOf], head, ...rows].map((row) => row.join("\t")).join("\n");
}

/** A name is text, never a formula of the sheet that it is pasted into. */
function safeCell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, " ");
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}
