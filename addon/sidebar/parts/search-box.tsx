import { useRef } from "preact/hooks";
import { useDesk } from "../desk.ts";
import { Icon } from "./icon.tsx";

interface Props {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onEnter: () => void;
}

/** The search: while an input method composes nothing is searched, and Enter means the composition. */
export function SearchBox({ value, onValue, onEnter }: Props) {
  const { say } = useDesk();
  const composing = useRef(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (composing.current || event.isComposing || event.repeat) return;
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onEnter();
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      document.querySelector<HTMLElement>("[data-row]")?.focus();
    } else if (event.key === "Escape" && value !== "") {
      event.preventDefault();
      onValue("");
    }
  };
  return (
    <div class="search">
      <Icon name="search" />
      <input
        id="search"
        type="search"
        autocomplete="off"
        data-first
        aria-label={say("search.label")}
        placeholder={say("search.label")}
        aria-describedby="search-hint"
        value={value}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          onValue(event.currentTarget.value);
        }}
        onInput={(event) => composing.current || onValue(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <p id="search-hint" class="field-hint">
        {say("search.hint")}
      </p>
    </div>
  );
}
