// Plain JavaScript for whatever Node is there: run.mjs starts before the pinned Node is known.
import { spawn } from "node:child_process";
import { constants } from "node:os";

const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"];
const MILLISECONDS_BETWEEN_LOOKS = 500;

/**
 * Runs a program to its end, hands it the signals that ask this process to stop, and tells its exit code.
 * Ctrl+C is not handed on in a terminal, which sends it to all of them by itself. npm starts its scripts
 * in a shell that dies of a signal without handing it on: that it is gone asks to stop too.
 */
export function runToItsEnd(program, args, options = {}) {
  const child = spawn(program, args, { stdio: "inherit", ...options });
  const handOn = (signal) => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of STOPS) process.on(signal, handOn);
  const startedBy = process.ppid;
  const look = setInterval(
    () => process.ppid !== startedBy && child.kill("SIGTERM"),
    MILLISECONDS_BETWEEN_LOOKS,
  );
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      clearInterval(look);
      for (const each of STOPS) process.off(each, handOn);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
