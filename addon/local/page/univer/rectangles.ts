/** A rectangle of places; rows and columns count from 0 as in the library. */
export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Covers the cells of a sparse matrix with rectangles, each cell once; whole blocks stay whole. */
export function boxesOf(
  matrix: Readonly<Record<number, Readonly<Record<number, unknown>> | undefined>>,
): Box[] {
  const boxes: Box[] = [];
  let open: Box[] = [];
  for (const row of sortedKeys(matrix)) {
    open = runsOf(sortedKeys(matrix[row] ?? {})).map(({ left, right }) => {
      const above = open.find((box) => box.bottom === row - 1 && box.left === left && box.right === right);
      if (above) {
        above.bottom = row;
        return above;
      }
      const box = { top: row, bottom: row, left, right };
      boxes.push(box);
      return box;
    });
  }
  return boxes;
}

function sortedKeys(keyed: object): number[] {
  return Object.keys(keyed)
    .map(Number)
    .sort((one, other) => one - other);
}

function runsOf(cols: readonly number[]): { left: number; right: number }[] {
  const runs: { left: number; right: number }[] = [];
  for (const col of cols) {
    const last = runs.at(-1);
    if (last && last.right === col - 1) last.right = col;
    else runs.push({ left: col, right: col });
  }
  return runs;
}
