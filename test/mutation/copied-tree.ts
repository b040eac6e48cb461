import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const COPIED = ["core", "addon", "test", "dist", "package.json", "tsconfig.json"];

/** A copy of the sources in which bugs may be planted. */
export class CopiedTree {
  readonly root = mkdtempSync(join(tmpdir(), "onaccount-mutation-"));

  constructor() {
    for (const name of COPIED) cpSync(join(ROOT, name), join(this.root, name), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(this.root, "node_modules"));
  }

  read(file: string): string {
    return readFileSync(join(ROOT, file), "utf8");
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.root, file), text);
  }

  /** Puts a file back as it is in the sources. */
  restore(file: string): void {
    this.write(file, this.read(file));
  }

  /** Runs tests in the copy; true where all pass. Only up to the first failure. */
  passes(tests: readonly string[], seconds = 300): Promise<boolean> {
    const vitest = join(this.root, "node_modules/vitest/vitest.mjs");
    const words = ["run", "--config", "test/vitest.config.ts", "--bail", "1", "--maxWorkers", "1", ...tests];
    const child = spawn(process.execPath, [vitest, ...words], {
      cwd: this.root,
      stdio: "ignore",
      env: { ...process.env, DEEP: undefined, SEED: "1", ACTIONS: "600", VITEST: undefined },
      timeout: seconds * 1_000,
    });
    return new Promise((done, failed) => {
      child.on("error", failed);
      child.on("close", (code) => done(code === 0));
    });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
