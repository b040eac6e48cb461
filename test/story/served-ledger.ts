import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const ENTRY = resolve(ROOT, "addon/local/start.ts");

/** A ledger's folder served as `npm start` serves it, in a process of its own. */
export class ServedFolder {
  readonly url: string;
  private readonly process: ChildProcess;

  private constructor(url: string, process: ChildProcess) {
    this.url = url;
    this.process = process;
  }

  /** Starts the host and waits for the address that it prints. */
  static async start(folder: string): Promise<ServedFolder> {
    const words = ["--disable-warning=ExperimentalWarning", ENTRY, "--ledger", folder];
    const child = spawn(process.execPath, words, {
      cwd: ROOT,
      env: { ...process.env, LC_ALL: "zh_CN.UTF-8" },
    });
    return new Promise((done, failed) => {
      let said = "";
      const heard = (text: Buffer) => {
        said += text.toString();
        const url = /http:\/\/127\.0\.0\.1:\d+\/(?:\?token=[\w-]+)?(?=\s)/.exec(said)?.[0];
        if (url) done(new ServedFolder(url, child));
      };
      child.stdout.on("data", heard);
      child.stderr.on("data", heard);
      child.on("error", failed);
      child.on("close", (code) => failed(new Error(`the host ended with ${code}: ${said}`)));
    });
  }

  /** Ends it as people do. */
  async stop(): Promise<void> {
    await this.end("SIGTERM");
  }

  /** Ends it as a power cut does. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const closed = once(this.process, "close");
    this.process.kill(signal);
    await closed;
  }
}
