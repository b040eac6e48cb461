/**
 * Stops on a bug of ours (never on the user's data: that is a {@link Problem}).
 *
 * Only the outermost handler of a shell catches it, changes nothing, and shows a report.
 *
 * @example
 * assert(1 + 1 === 2, "numbers add up") // => undefined
 */
export function assert(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Bug(sentence);
}

/** A broken invariant: our fault, reported as such, with nothing written. */
export class Bug extends Error {
  override name = "Bug";
}

/**
 * Says at compile time that every case of a union is handled.
 *
 * @example
 * // switch (kind) { case "a": …; default: return never(kind) }
 */
export function never(value: never): never {
  throw new Bug(`a case was not handled: ${JSON.stringify(value)}`);
}
