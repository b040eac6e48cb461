/**
 * What stands in a value under a path, as a problem of its shape names it; nothing where the path leads nowhere.
 *
 * @example
 * valueAt({ lines: [{ due: "x" }] }, ["lines", 0, "due"]) // => "x"
 */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
