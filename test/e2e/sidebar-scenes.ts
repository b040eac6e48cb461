import { ABROAD_SCENES } from "./sidebar-scenes-abroad.ts";
import { READING_SCENES, STALE_SCENES } from "./sidebar-scenes-alike.ts";
import { COLLECTION_SCENES } from "./sidebar-scenes-collection.ts";
import { CREDIT_SCENES } from "./sidebar-scenes-credit.ts";
import { DECISION_SCENES } from "./sidebar-scenes-decisions.ts";
import { FIRST_SCENES } from "./sidebar-scenes-first.ts";
import { FORM_SCENES } from "./sidebar-scenes-forms.ts";
import { IMPORT_SCENES } from "./sidebar-scenes-import.ts";
import { POLICY_SCENES } from "./sidebar-scenes-policy.ts";
import { STATEMENT_SCENES } from "./sidebar-scenes-statements.ts";
import { UPKEEP_SCENES } from "./sidebar-scenes-upkeep.ts";
import type { Scene } from "./sidebar-ways.ts";

/** Every screen in every state. */
export const SCENES: readonly Scene[] = [
  ...FIRST_SCENES,
  ...FORM_SCENES,
  ...IMPORT_SCENES,
  ...UPKEEP_SCENES,
  ...POLICY_SCENES,
  ...STATEMENT_SCENES,
  ...DECISION_SCENES,
  ...CREDIT_SCENES,
  ...COLLECTION_SCENES,
  ...ABROAD_SCENES,
  ...READING_SCENES,
  ...STALE_SCENES,
];
