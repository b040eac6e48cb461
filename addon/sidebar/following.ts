import { now } from "./clock.ts";
import { onLedgerChanged } from "./server.ts";
import { markOvertaken, readAt } from "./shelf.ts";

/** What was read so lately is not read again because somebody came back. */
const FRESH = 30_000;

/**
 * Keeps what is shown up to date. The local host tells every change; Google tells none, and asking over
 * and over would cost a run each time, so there it is read again when the person comes back from the sheet.
 */
export function followLedger(): () => void {
  const comeBack = () => {
    if (readAt() > 0 && now() - readAt() > FRESH) markOvertaken();
  };
  const deafen = onLedgerChanged(markOvertaken);
  window.addEventListener("focus", comeBack);
  return () => {
    deafen();
    window.removeEventListener("focus", comeBack);
  };
}
