import type { ComponentChildren, RefObject } from "preact";
import { moveOn } from "../keyboard.ts";
import { focusPrimary } from "./form-foot.tsx";

interface Props {
  /** Where a screen finds the first field that is wrong. */
  readonly form: RefObject<HTMLFormElement | null>;
  readonly children: ComponentChildren;
}

/** The fields of a form: Enter moves on, and from the last one to the primary button; it sends nothing. */
export function FormBody({ form, children }: Props) {
  return (
    <form
      ref={form}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => moveOn(event, focusPrimary)}
    >
      {children}
    </form>
  );
}
