/** The mean of some numbers. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** The root of the mean of squares. */
export function rootMeanSquareOf(values: readonly number[]): number {
  return Math.sqrt(meanOf(values.map((each) => each * each)));
}

/** A share with Wilson's interval of 95 %, in percent. */
export function shareWithInterval(hits: number, of: number): string {
  if (of === 0) return "--";
  const [low, high] = wilson(hits, of);
  return [hits / of, low, high].map((share) => (share * 100).toFixed(1)).join(" / ");
}

/** Wilson's interval of 95 % of a share. */
export function wilson(hits: number, of: number): [low: number, high: number] {
  const z = 1.959964;
  const p = hits / of;
  const middle = p + (z * z) / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [(middle - half) / scale, (middle + half) / scale];
}

/** How often a hit has the higher value of a pair, ties counted as half: the area under the curve. */
export function aucOf(rows: readonly { readonly value: number; readonly isHit: boolean }[]): number {
  const sorted = [...rows].sort((a, b) => a.value - b.value);
  const hits = rows.filter(({ isHit }) => isHit).length;
  let ranks = 0;
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (end < sorted.length && sorted[end]?.value === sorted[i]?.value) end += 1;
    const tied = sorted.slice(i, end).filter(({ isHit }) => isHit).length;
    ranks += (tied * (i + 1 + end)) / 2;
    i = end;
  }
  return (ranks - (hits * (hits + 1)) / 2) / (hits * (rows.length - hits));
}
