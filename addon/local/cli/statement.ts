import { type CliSession, Refused } from "./session.ts";

export async function statement(_session: CliSession): Promise<never> {
  throw new Refused("x");
}
