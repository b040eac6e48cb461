const formatters = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clock is ahead of UTC, in milliseconds, when that clock itself shows `shown`. */
export function zoneOffset(zone: string, shown: number): number {
  return zoneOffsetAt(zone, shown - zoneOffsetAt(zone, shown));
}

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. */
export function zoneOffsetAt(zone: string, moment: number): number {
  if (zone === "UTC") return 0;
  const second = Math.floor(moment / 1000) * 1000;
  const parts = formatterOf(zone).formatToParts(new Date(second));
  const part = new Map(parts.map((each) => [each.type, Number(each.value)]));
  const of = (name: Intl.DateTimeFormatPartTypes) => part.get(name) ?? 0;
  const shown = [of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")] as const;
  return Date.UTC(...shown) - second;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...PARTS });
  formatters.set(zone, made);
  return made;
}

const PARTS = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
} as const;
