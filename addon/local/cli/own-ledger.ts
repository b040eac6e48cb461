import { readFileSync } from "node:fs";
import { LocalHost } from "../host.ts";
import { languageOf } from "../http/views.ts";
import { releaseLedger } from "../ledger-lock.ts";
import { replyOf } from "../reply-of.ts";
import type { Carrier } from "./carrier.ts";

/** Nobody else has the ledger open: this process runs the add-on itself. */
export function ownLedger(directory: string): Carrier {
  const code = readFileSync(new URL("../../../dist/addon/Code.js", import.meta.url), "utf8");
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const host = new LocalHost({ directory, code, zone });
  let isClosed = false;
  return {
    workbook: () => host.workbook,
    carry: async (name, input, { user, knownBy }) =>
      replyOf(host, name, input, { client: "command line", user, knownBy }),
    language: async () => (host.workbook.properties.has("language") ? languageOf(host.workbook) : undefined),
    close: () => {
      if (isClosed) return;
      isClosed = true;
      host.close();
      releaseLedger(directory);
    },
  };
}
