import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bundledCode } from "../../../addon/local/build.ts";
import { LocalHost } from "../../../addon/local/host.ts";
import { NOBODY } from "../../../addon/local/host-port.ts";
import { holderOf, until } from "./started-host.ts";

/** `npm start` is a chain of processes; whoever stops the first one means the host at its end. */
const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const code = await bundledCode();

let directory: string;
let npm: ChildProcess | undefined;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "onaccount-stopping-"));
  const host = new LocalHost({ directory, code, zone: "Asia/Shanghai" });
  host.call("rpc", ["setup", { language: "en" }], { client: "test", ...NOBODY });
  host.close();
});

afterEach(() => {
  const { pid } = holderOf(directory);
  if (pid !== undefined) process.kill(pid, "SIGKILL");
  rmSync(directory, { recursive: true, force: true });
});

const WAYS = [
  { name: "SIGTERM to npm alone", stop: (npm: number) => process.kill(npm, "SIGTERM") },
  { name: "Ctrl+C, which all of them get", stop: (npm: number) => process.kill(-npm, "SIGINT") },
];

describe("npm start", { timeout: 240_000 }, () => {
  it.each(WAYS)("ends with its host on $name", async ({ stop }) => {
    const started = ["start", "--", "--ledger", directory];
    npm = spawn("npm", started, { cwd: ROOT, detached: true, stdio: "ignore" });
    const { url } = await until(() => holderOf(directory).host);
    const port = Number(new URL(url).port);
    expect(await isListening(port)).toBe(true);
    const ended = new Promise((resolve) => npm?.on("exit", resolve));
    stop(npm.pid ?? 0);
    await ended;
    await until(async () => ((await isListening(port)) ? undefined : true));
    await until(() => (existsSync(join(directory, "host.json")) ? undefined : true));
  });
});

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
}
