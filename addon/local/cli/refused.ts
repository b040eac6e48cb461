/** A refusal: one sentence for the person, exit code 1. */
export class Refused extends Error {
  override name = "Refused";
}

/** A bug of ours: a report, exit code 2. */
export class Broken extends Error {
  override name = "Broken";
}
