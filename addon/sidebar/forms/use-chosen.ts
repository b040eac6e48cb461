import { UNIDENTIFIED } from "../../../core/index.ts";
import { useDesk } from "../desk.ts";
import { slot } from "../router.ts";
import type { Chosen } from "./receipt-form.ts";
import { useListed } from "./use-listed.ts";

/** A customer that was just made for the form that lies under the form of the new customer. */
export const madeFor = slot<Chosen>();

/**
 * The customer of a form: the one chosen in it, else one made for it, else the one it was opened for,
 * as soon as the list of customers says its name.
 */
export function useChosen(
  opened: string | undefined,
  chosen: Chosen | undefined,
  isCleared: boolean,
): Chosen | undefined {
  const { entry } = useDesk();
  const found = useListed(opened);
  if (chosen || isCleared) return chosen;
  const made = madeFor.get(entry);
  if (made || !opened || opened === UNIDENTIFIED) return made;
  return found ? { id: found.id, name: found.name, currency: found.currency } : undefined;
}
