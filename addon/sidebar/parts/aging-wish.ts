import type { Output } from "../../protocol.ts";
import type { AgingOrder } from "./aging-order.ts";

/** What the aging is asked for. */
export interface AgingWish {
  readonly asOf: string;
  readonly basis: Output<"aging">["basis"] | undefined;
  readonly by: "customer" | "payer" | "salesperson";
  /** Only who owes in this bucket. */
  readonly bucket: number | undefined;
  /** In which order the rows stand. */
  readonly order: AgingOrder;
  /** Only this salesperson's customers. */
  readonly salesperson: string | undefined;
}
