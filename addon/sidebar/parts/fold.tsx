import type { ComponentChildren } from "preact";

interface Props {
  readonly title: string;
  /** What it comes to, said while it is closed too. */
  readonly aside?: string;
  readonly children: ComponentChildren;
}

/** A part of a screen that is closed until somebody opens it. */
export function Fold({ title, aside, children }: Props) {
  return (
    <details class="fold">
      <summary>
        <span class="fold-title">{title}</span>
        {aside ? <span class="fold-aside">{aside}</span> : null}
      </summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}
