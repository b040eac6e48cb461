import type { Reply } from "../../protocol.ts";
import { TOKEN_HEADER } from "../http/guard.ts";
import type { HostAddress } from "../ledger-lock.ts";
import type { CallAnswer, DoorView, Refusal } from "../wire.ts";
import type { Carrier } from "./carrier.ts";
import { Refused } from "./refused.ts";

/** A host is running: it carries the actions out, so that its pages see them at once. */
export function runningHost({ commands, commandToken }: HostAddress): Carrier {
  return {
    workbook: () => {
      throw new Refused({
        en: "The ledger is open in a browser. Stop it there (Ctrl+C) and try again.",
        zh: "账本正由浏览器打开。请在那边停止（Ctrl+C）后再试。",
      });
    },
    carry: async (name, input, { user }) => {
      const response = await fetch(commands, {
        method: "POST",
        headers: { "content-type": "application/json", [TOKEN_HEADER]: commandToken },
        body: JSON.stringify({ user, name: "rpc", args: [name, input] }),
      });
      const answer = (await response.json()) as CallAnswer | Refusal;
      if (!("result" in answer)) throw new Refused(answer.error);
      return JSON.parse(String(answer.result)) as Reply<unknown>;
    },
    language: async () => {
      const view = (await (await fetch(new URL("/api/door", commands))).json()) as DoorView;
      return view.language === null ? undefined : view.language.startsWith("zh") ? "zh" : "en";
    },
    close: () => undefined,
  };
}
