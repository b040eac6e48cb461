import type { SpawnOptions } from "node:child_process";

export function runToItsEnd(
  program: string,
  args: readonly string[],
  options?: SpawnOptions,
): Promise<number>;
