import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Props {
  readonly title: string;
  /** What is inside, in a line. */
  readonly brief?: string | undefined;
  /** Something inside is wrong: it is shown. */
  readonly isWrong?: boolean;
  readonly children: ComponentChildren;
}

/** A part that opens under its title; what is closed is not there, so that Enter and Tab pass it by. */
export function Openable({ title, brief, isWrong = false, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const shows = isOpen || isWrong;
  return (
    <details class="openable" open={shows} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{title}</span>
        {brief ? <span class="optional">{brief}</span> : null}
      </summary>
      {shows ? <div class="openable-body">{children}</div> : null}
    </details>
  );
}
