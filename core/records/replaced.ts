/** The rows with one in the place of the one with its id; a new one stands last. */
export function replaced<T extends { id: string }>(rows: readonly T[], row: T): T[] {
  const at = rows.findIndex((known) => known.id === row.id);
  return at < 0 ? [...rows, row] : rows.map((known, i) => (i === at ? row : known));
}
