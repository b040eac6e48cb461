import { hasRight, type Right, rolesWith } from "../../rights.ts";
import { useDesk } from "../desk.ts";
import { useAnswer } from "../shelf.ts";

const REASONS = {
  write: "right.write",
  ask: "right.ask",
  decide: "right.decide",
  users: "right.users",
} as const;

/** Why the person may not do something: the roles that may, and who has them; nothing where they may. */
export function useBar(needs: Right | undefined): string | undefined {
  const { say, me } = useDesk();
  const isBarred = needs !== undefined && me !== undefined && !hasRight(me.role, needs);
  const known = useAnswer("users", isBarred ? {} : undefined).value;
  if (!isBarred) return undefined;
  const may = (known?.users ?? []).filter(({ active, role }) => active && rolesWith(needs).includes(role));
  const names = may.map(({ name }) => name).join(say("list.comma"));
  const right = say(REASONS[needs]);
  return names === "" ? right : say("right.names", { right, names });
}
