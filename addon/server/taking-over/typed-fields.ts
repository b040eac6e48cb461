import type { Field, Fields } from "../../../core/index.ts";

/** The fields among these keys that hold something, as texts. */
export function textsOf<K extends string>(fields: Fields, keys: readonly K[]): { [P in K]?: string } {
  return picked(fields, keys, String);
}

/** The fields among these keys that hold something, as they were read; their types are the columns'. */
export function fieldsOf<T>(fields: Fields, keys: readonly (keyof T & string)[]): Partial<T> {
  return picked(fields, keys, (field) => field) as Partial<T>;
}

function picked<K extends string, V>(fields: Fields, keys: readonly K[], as: (field: Field) => V) {
  const found: { [P in K]?: V } = {};
  for (const key of keys) {
    const field = fields[key];
    if (field !== undefined && field !== "") found[key] = as(field);
  }
  return found;
}
