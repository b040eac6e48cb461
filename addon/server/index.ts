import { answer } from "./rpc.ts";

/** Everything that Google calls by name. The build makes one global function of each export. */

export function rpc(name: string, input: unknown): string {
  return JSON.stringify(answer(name, input));
}
