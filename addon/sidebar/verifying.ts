import { useEffect } from "preact/hooks";
import { pause } from "./clock.ts";
import type { Facts } from "./desk.ts";
import { call } from "./server.ts";
import { markOld } from "./shelf.ts";

/** The first screen comes first: a verification takes the server as long as the ledger is large. */
const AFTER = 3_000;

/**
 * Has the ledger verified when it is opened for the first time on a day; where something is found, every
 * screen says it. It runs behind what the person does, and where it fails the next opening tries again.
 */
export function useVerified(facts: Facts | undefined): void {
  const day = facts && facts.verifiedOn !== facts.today ? facts.today : undefined;
  useEffect(() => {
    if (day === undefined) return;
    let isGone = false;
    void pause(AFTER).then(async () => {
      const answer = isGone ? undefined : await call("verify", {});
      if (answer?.ok && !answer.value.sound) markOld();
    });
    return () => {
      isGone = true;
    };
  }, [day]);
}
