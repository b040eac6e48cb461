import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import { Quiet } from "./buttons.tsx";

interface Props<T> {
  readonly list: readonly T[];
  readonly children: (each: T) => ComponentChildren;
}

const PAGE = 50;

/** A list a page at a time: the button under it says how many are not shown yet. */
export function Paged<T>({ list, children }: Props<T>) {
  const { say } = useDesk();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <ul class="rows">{list.slice(0, shown).map(children)}</ul>
      {list.length > shown ? (
        <Quiet
          label={say("act.showMoreOf", { count: list.length - shown })}
          onPress={() => setShown(shown + 4 * PAGE)}
        />
      ) : null}
    </>
  );
}
