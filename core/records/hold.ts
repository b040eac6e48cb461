import * as z from "zod/mini";
import { LineShape, PlainDateShape } from "./shapes.ts";

/** A hold 信用冻结 by hand, or a stop of supply 停止供货 (`block`), with its reason; lifted it stays on record. */
export const HoldShape = z.object({
  id: z.string(),
  customer: z.string(),
  kind: z.enum(["hold", "block"]),
  reason: LineShape,
  by: z.string(),
  on: PlainDateShape,
  lifted: z.exactOptional(z.object({ by: z.string(), on: PlainDateShape, reason: LineShape })),
});

export type Hold = z.infer<typeof HoldShape>;

/** A credit review 信用复审: which grade somebody has looked at and let stand, and under which policy. */
export const ReviewShape = z.object({
  id: z.string(),
  customer: z.string(),
  on: PlainDateShape,
  by: z.string(),
  grade: z.enum(["A", "B", "C", "D", "N"]),
  score: z.int(),
  policyVersion: z.int(),
});

export type Review = z.infer<typeof ReviewShape>;
