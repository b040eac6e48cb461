const PARTS = /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/;

interface Scaled {
  readonly units: bigint;
  readonly scale: number;
}

/**
 * Adds decimal texts exactly, whatever their length; the answer has no superfluous zeros. It is the
 * plain sum of a file's own figures, before any rounding.
 *
 * @example
 * sumOfDecimals(["0.1", "0.2", "-1e-3"]) // => "0.299"
 */
export function sumOfDecimals(texts: Iterable<string>): string {
  const byScale = new Map<number, bigint>();
  for (const text of texts) {
    const { units, scale } = scaled(text);
    byScale.set(scale, (byScale.get(scale) ?? BigInt(0)) + units);
  }
  const scale = Math.max(0, ...byScale.keys());
  let total = BigInt(0);
  for (const [own, units] of byScale) total += units * BigInt(10) ** BigInt(scale - own);
  return written({ units: total, scale });
}

/**
 * The first decimal text less the second, exactly.
 *
 * @example
 * differenceOfDecimals("10.00", "9.995") // => "0.005"
 */
export function differenceOfDecimals(a: string, b: string): string {
  return sumOfDecimals([a, b.startsWith("-") ? b.slice(1) : `-${b}`]);
}

/**
 * Moves the decimal point to the right: 万 is 4 places, 亿 is 8.
 *
 * @example
 * shiftedDecimal("1.2", 4) // => "12000"
 */
export function shiftedDecimal(text: string, places: number): string {
  const { units, scale } = scaled(text);
  return written({ units: units * BigInt(10) ** BigInt(places), scale });
}

function scaled(text: string): Scaled {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = PARTS.exec(text) ?? [];
  const units = BigInt(`${whole}${fraction}` || "0");
  const scale = fraction.length - Number(exponent);
  const signed = sign === "-" ? -units : units;
  return scale < 0 ? { units: signed * BigInt(10) ** BigInt(-scale), scale: 0 } : { units: signed, scale };
}

function written({ units, scale }: Scaled): string {
  const digits = String(units < 0 ? -units : units).padStart(scale + 1, "0");
  const fraction = scale === 0 ? "" : digits.slice(-scale).replace(/0+$/, "");
  const whole = scale === 0 ? digits : digits.slice(0, -scale);
  const sign = units < 0 ? "-" : "";
  return fraction === "" ? sign + whole : `${sign}${whole}.${fraction}`;
}
