import type { Output } from "../../protocol.ts";

/** What the aging is asked for. */
export interface AgingWish {
  readonly asOf: string;
  readonly basis: Output<"aging">["basis"] | undefined;
  readonly by: "customer" | "payer" | "salesperson";
  /** Only who owes in this bucket. */
  readonly bucket: number | undefined;
  /** Only this salesperson's customers. */
  readonly salesperson: string | undefined;
}
