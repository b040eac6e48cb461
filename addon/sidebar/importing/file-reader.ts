import type { readFile } from "../../files/read-file.ts";
import { type Answer, call } from "../server.ts";

type ReadFile = typeof readFile;

declare global {
  interface Window {
    /** Set by the script of `file-reader.html`. */
    onaccountReadFile?: ReadFile;
  }
}

let onItsWay: Promise<Answer<ReadFile>> | undefined;

/** The reader of files, fetched when the first file is chosen and kept: it is larger than all the rest. */
export function fileReader(): Promise<Answer<ReadFile>> {
  onItsWay ??= fetched().then((answer) => {
    if (!answer.ok) onItsWay = undefined;
    return answer;
  });
  return onItsWay;
}

async function fetched(): Promise<Answer<ReadFile>> {
  const page = await call("fileReader", {});
  if (!page.ok) return page;
  runScriptOf(page.value.html);
  const read = window.onaccountReadFile;
  if (read) return { ok: true, value: read };
  return { ok: false, trouble: { kind: "bug", report: "OnAccount sidebar: the file reader did not start" } };
}

/** Runs the page's script here: the frame allows scripts in the page, and none from elsewhere. */
function runScriptOf(html: string): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  const script = document.createElement("script");
  script.textContent = page.querySelector("script")?.textContent ?? "";
  document.head.append(script);
  script.remove();
}
