import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Reply } from "../../protocol.ts";
import { LocalHost } from "../host.ts";

/** `npm run ledger -- <action> [--option value …]`: every action without a window. */
const [action = "", ...rest] = process.argv.slice(2);
const { values: options } = parseArgs({
  args: rest,
  options: {
    ledger: { type: "string", default: "ledger" },
    as: { type: "string", default: "" },
    json: { type: "boolean", default: false },
    language: { type: "string", default: "zh" },
  },
});

const code = readFileSync(new URL("../../../dist/addon/Code.js", import.meta.url), "utf8");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const host = new LocalHost({ directory: options.ledger, code, zone });
const text = host.call("rpc", [action, { language: options.language }], {
  client: "command line",
  user: options.as,
});
const reply = JSON.parse(String(text)) as Reply<unknown>;
host.close();
if (reply.ok) {
  console.log(options.json ? JSON.stringify(reply.value) : reply.value);
} else {
  console.error(reply.kind === "refusal" ? reply.sentence : reply.report);
  process.exitCode = reply.kind === "refusal" ? 1 : 2;
}
