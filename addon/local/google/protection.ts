import type { Rectangle } from "../ops.ts";
import { type Runtime, strict } from "./runtime.ts";

/** The fake of Protection: a warning to people; scripts are never stopped by it. */
export function fakeProtection(run: Runtime, at: Rectangle): object {
  let description = "";
  let isWarning = false;
  const protection: object = strict("Protection", {
    setDescription: (text: string) => {
      description = text;
      return protection;
    },
    getDescription: () => description,
    setWarningOnly: (warningOnly: boolean) => {
      if (!warningOnly) throw new Error("Protection.setWarningOnly(false) is not emulated");
      isWarning = true;
      run.quiet([{ do: "protect", ...at, warning: description }]);
      return protection;
    },
    isWarningOnly: () => isWarning,
  });
  return protection;
}
