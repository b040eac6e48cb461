import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { LocalHost } from "../../addon/local/host.ts";
import { NOBODY } from "../../addon/local/host-port.ts";
import { htmlFilesIn } from "../../addon/local/html-files.ts";
import { ledgerName } from "../../addon/local/ledger-name.ts";
import { startServer } from "../../addon/local/server.ts";
import type { CallName, Input, Output, Reply } from "../../addon/protocol.ts";

/** When the pictures are taken: always then, so that they differ only where the product does. */
export const MOMENT = new Date("2026-11-20T02:30:00Z");

export const ZONE = "Asia/Shanghai";

export type Language = "zh" | "en";

/** The sample ledger as `npm start` serves it, on the day of the pictures. */
export interface PicturedLedger {
  readonly url: string;
  call<N extends CallName>(name: N, input: Input<N>): Output<N>;
  close(): Promise<void>;
}

export async function servedSample(language: Language): Promise<PicturedLedger> {
  const scratch = mkdtempSync(join(tmpdir(), "onaccount-pictures-"));
  // A copy, as another command may build while pictures are taken.
  cpSync(new URL("../../dist/", import.meta.url), join(scratch, "dist"), { recursive: true });
  const built = pathToFileURL(join(scratch, "dist/addon/"));
  const directory = join(scratch, "ledger");
  const code = `${stoppedClock(MOMENT)}\n${readFileSync(new URL("Code.js", built), "utf8")}`;
  const host = new LocalHost({ directory, code, zone: ZONE, files: htmlFilesIn(built) });
  const call = <N extends CallName>(name: N, input: Input<N>): Output<N> => {
    const text = host.call("rpc", [name, input], { client: "pictures", ...NOBODY });
    const reply = JSON.parse(String(text)) as Reply<Output<N>>;
    if (!reply.ok) throw new Error(reply.kind === "refusal" ? reply.sentence : reply.report);
    return reply.value;
  };
  call("setup", { language });
  call("loadSample", {});
  const server = await startServer({
    ...{ host, port: 0, name: ledgerName(host) },
    sidebarHtml: new URL("sidebar.html", built).pathname,
    pageDir: join(scratch, "dist/local"),
  });
  const close = async () => {
    await server.close();
    host.close();
    rmSync(scratch, { recursive: true });
  };
  return { url: server.url, call, close };
}

/** Script before the add-on's own, after which it is always the same moment. */
function stoppedClock(moment: Date): string {
  const at = moment.getTime();
  return `Date = new Proxy(Date, {
    construct: (real, given, made) => Reflect.construct(real, given.length > 0 ? given : [${at}], made),
    get: (real, key) => (key === "now" ? () => ${at} : Reflect.get(real, key)),
  });`;
}
