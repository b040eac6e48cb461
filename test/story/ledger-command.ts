import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const ENTRY = resolve(ROOT, "addon/local/cli/main.ts");

if (!existsSync(resolve(ROOT, "dist/addon/Code.js"))) throw new Error("Build first: npm run build");

/** What a command left behind. */
export interface Ran {
  /** Exit code; none where it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Running {
  /** SIGKILL as soon as the folder holds so many bytes: while it is being written, or just after. */
  readonly killAtBytes?: number;
}

/** A ledger's folder, spoken to as `npm run ledger -- …` does it: one process for each action. */
export class LedgerFolder {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** One action to its end, or to the moment at which it is killed. */
  run(words: readonly string[], { killAtBytes = Number.POSITIVE_INFINITY }: Running = {}): Promise<Ran> {
    const all = ["--disable-warning=ExperimentalWarning", ENTRY, ...words, "--ledger", this.folder, "--json"];
    const child = spawn(process.execPath, all, {
      cwd: resolve(this.folder, ".."),
      env: { ...process.env, LC_ALL: "en_GB.UTF-8" },
    });
    const kill = () => this.bytes() >= killAtBytes && child.kill("SIGKILL");
    const timer = Number.isFinite(killAtBytes) ? setInterval(kill, 2) : undefined;
    const parts = { out: "", err: "" };
    child.stdout.on("data", (text: Buffer) => (parts.out += text.toString()));
    child.stderr.on("data", (text: Buffer) => (parts.err += text.toString()));
    return new Promise((done, failed) => {
      child.on("error", failed);
      child.on("close", (code) => {
        clearInterval(timer);
        done({ code, ...parts });
      });
    });
  }

  /** What the folder holds now. */
  bytes(): number {
    const names = existsSync(this.folder) ? readdirSync(this.folder) : [];
    return names.reduce((sum, name) => sum + sizeOf(join(this.folder, name)), 0);
  }

  /** The one JSON value of an action that must succeed. */
  async json<T>(...words: string[]): Promise<T> {
    const { code, out, err } = await this.run(words);
    if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}: ${err}`);
    if (out.trimEnd().includes("\n")) throw new Error(`more than one line: ${out.slice(0, 200)}`);
    return JSON.parse(out) as T;
  }
}

/** A file may be gone again when it is looked at: the lock of a process that ends. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
