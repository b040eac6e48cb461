import type { ImportReport } from "../../importing/import-report.ts";
import type { Choosing } from "../parts/import-choose.tsx";
import type { ImportPlan } from "./plan.ts";
import type { Sheets } from "./sheets.ts";

/** How far an import on the screen is: a table to choose, columns to settle, rows on their way, what came of it. */
export type Step =
  | { readonly name: "choose"; readonly choosing: Choosing }
  | { readonly name: "map"; readonly plan: ImportPlan; readonly sheets?: Sheets }
  | { readonly name: "run"; readonly done: number; readonly of: number }
  | { readonly name: "done"; readonly report: ImportReport };
