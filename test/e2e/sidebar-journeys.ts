import { COLLECTING_JOURNEYS } from "./journeys/collecting.ts";
import { CREDIT_JOURNEYS } from "./journeys/credit.ts";
import { DECIDING_JOURNEYS } from "./journeys/deciding.ts";
import type { Journeys } from "./journeys/journey.ts";
import { KEEPING_JOURNEYS } from "./journeys/keeping.ts";
import { RECORDS_JOURNEYS } from "./journeys/records.ts";
import { REPORTS_JOURNEYS } from "./journeys/reports.ts";
import { STATEMENT_JOURNEYS } from "./journeys/statements.ts";

/** The way to every call of the sidebar. */
export const JOURNEYS: Journeys = {
  ...REPORTS_JOURNEYS,
  ...RECORDS_JOURNEYS,
  ...DECIDING_JOURNEYS,
  ...COLLECTING_JOURNEYS,
  ...CREDIT_JOURNEYS,
  ...KEEPING_JOURNEYS,
  ...STATEMENT_JOURNEYS,
};

/** Calls whose failing only means that more is asked, or that the next opening tries again. */
export const QUIET: readonly string[] = ["rememberedMapping", "verify"];
