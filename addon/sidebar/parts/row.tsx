import type { ComponentChildren } from "preact";
import type { Right } from "../../rights.ts";
import { useBar } from "./barred.ts";

interface Content {
  readonly title: ComponentChildren;
  readonly sub?: ComponentChildren;
  readonly value?: ComponentChildren;
}

/** A row of a list that opens something: the whole of it can be pressed. */
export function LinkRow(
  props: Content & { onOpen: () => void; under?: ComponentChildren; needs?: Right | undefined },
) {
  const bar = useBar(props.needs);
  const off = bar === undefined ? {} : { disabled: true, title: bar };
  return (
    <li class="row">
      <button type="button" class="row-link" data-row {...off} onClick={props.onOpen} onKeyDown={walk}>
        <RowContent title={props.title} sub={bar ?? props.sub} value={props.value} />
        {props.under}
      </button>
    </li>
  );
}

/** Arrow keys walk a list; Tab leaves it as usual. */
function walk(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const rows = Array.from(document.querySelectorAll<HTMLElement>("[data-row]"));
  const at = event.target instanceof HTMLElement ? rows.indexOf(event.target) : -1;
  const next = rows[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** A row that is only read, with at most one verb. */
export function PlainRow(props: Content & { verb?: ComponentChildren }) {
  return (
    <li class="row">
      <div class="row-plain">
        <RowContent title={props.title} sub={props.sub} value={props.value} verb={props.verb} />
      </div>
    </li>
  );
}

function RowContent({ title, sub, value, verb }: Content & { verb?: ComponentChildren }) {
  return (
    <span class="row-grid">
      <span class="row-title">{title}</span>
      <span class="row-value">{value}</span>
      {sub ? <span class={verb ? "row-sub" : "row-sub alone"}>{sub}</span> : null}
      {verb ? <span class="row-verb">{verb}</span> : null}
    </span>
  );
}
