import type { Output } from "../../protocol.ts";
import { sheetNames } from "../google.ts";
import { openLedger } from "../ledger.ts";
import { isLedger } from "../setup.ts";
import { factsOf } from "./reading.ts";

/** Whether the workbook is a ledger yet, and whose; its tabs, for the import to choose from. */
export function status(): Output<"status"> {
  const tabs = sheetNames().filter((name) => !name.startsWith("_"));
  if (!isLedger()) return { isLedger: false, tabs };
  return { isLedger: true, tabs, facts: factsOf(openLedger("read")) };
}
