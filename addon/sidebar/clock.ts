/** The only file of the sidebar that asks what time it is. */

/** Milliseconds since 1970, for ages of what was read. */
export function now(): number {
  return Date.now();
}

/**
 * When something was read, as the header shows it: "11-22 09:14", in English "22 Nov 09:14".
 */
export function momentText(at: number, language: "zh" | "en"): string {
  const moment = new Date(at);
  const time = `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  if (language === "zh") return `${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${time}`;
  return `${moment.getDate()} ${MONTHS[moment.getMonth()] ?? ""} ${time}`;
}

/** The moment of an ISO text, as the journal has it. */
export function momentOf(iso: string): number {
  return Date.parse(iso);
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Calls back every so often until told to stop. */
export function every(milliseconds: number, tick: () => void): () => void {
  const timer = setInterval(tick, milliseconds);
  return () => clearInterval(timer);
}

/** Waits. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}

function two(part: number): string {
  return part < 10 ? `0${part}` : String(part);
}
