import type { Output } from "../../protocol.ts";
import { useAnswer } from "../shelf.ts";

/** A customer as the list of all has it, once that is there. */
export function useListed(id: string | undefined): Output<"customers">["customers"][number] | undefined {
  const list = useAnswer("customers", id === undefined ? undefined : {});
  return list.value?.customers.find((customer) => customer.id === id);
}
