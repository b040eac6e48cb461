import { useMemo, useRef, useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import type { Chosen } from "../forms/receipt-form.ts";
import type { Fault } from "../forms/typed.ts";
import { CustomerIndex } from "../search/customer-search.ts";
import { useAnswer } from "../shelf.ts";
import { Quiet } from "./buttons.tsx";
import { Field, inputProps } from "./fields.tsx";

interface Props {
  readonly value: Chosen | undefined;
  readonly onValue: (value: Chosen | undefined) => void;
  readonly fault?: Fault | undefined;
  /** Where nobody needs to be chosen, everybody is meant. */
  readonly isOptional?: boolean;
  readonly isFirst?: boolean;
  readonly isDisabled?: boolean;
}

const SHOWN = 6;

/** Finds a customer while typing; Enter takes the one that is marked and goes on to the next field. */
export function CustomerPicker(props: Props) {
  const { value, onValue, fault, isOptional = false, isFirst = false, isDisabled = false } = props;
  const { say, open, recent } = useDesk();
  const list = useAnswer("customers", {});
  const [text, setText] = useState<string | undefined>(undefined);
  const [marked, setMarked] = useState(0);
  const composing = useRef(false);
  const index = useMemo(() => new CustomerIndex(list.value?.customers ?? []), [list.value]);
  const isOpen = text !== undefined && text.trim() !== "";
  const hits = isOpen ? index.search(text, recent).hits.slice(0, SHOWN) : [];

  const take = (at: number) => {
    const hit = hits[at];
    if (!hit) return false;
    onValue({ id: hit.customer.id, name: hit.customer.name, currency: hit.customer.currency });
    setText(undefined);
    return true;
  };
  const type = (typed: string) => {
    setText(typed);
    setMarked(0);
    if (value) onValue(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || !isOpen || event.ctrlKey) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setMarked(Math.min(Math.max(marked + step, 0), hits.length - 1));
    } else if (event.key === "Escape") {
      event.preventDefault();
      setText(undefined);
    } else if (event.key === "Enter" && !take(marked)) {
      event.preventDefault();
    }
  };
  const hint = isOpen
    ? undefined
    : value
      ? longName(value.name)
      : say(isOptional ? "hint.everybody" : "hint.picker");
  return (
    <div class="picker">
      <Field id="customer" label={say("field.customer")} isOptional={isOptional} hint={hint} fault={fault}>
        <input
          type="text"
          autocomplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen && hits.length > 0}
          aria-controls="customer-hits"
          {...(isOpen && hits[marked] ? { "aria-activedescendant": `customer-hit-${marked}` } : {})}
          {...inputProps({ id: "customer", hint, fault, isFirst, isDisabled })}
          value={text ?? value?.name ?? ""}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={(event) => {
            composing.current = false;
            type(event.currentTarget.value);
          }}
          onInput={(event) => composing.current || type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={(event) => isWithin(event) || take(marked) || setText(undefined)}
        />
      </Field>
      <div
        id="customer-hits"
        role="listbox"
        aria-label={say("field.customer")}
        class={isOpen ? "hits" : "hits none"}
      >
        {hits.map(({ customer }, at) => (
          <div
            key={customer.id}
            id={`customer-hit-${at}`}
            role="option"
            class="hit"
            tabIndex={-1}
            aria-selected={at === marked}
            // Before the field is left, which would take the marked one.
            onMouseDown={(event) => {
              event.preventDefault();
              take(at);
            }}
          >
            <span class="hit-name">{customer.name}</span>
            <span class="hit-code">{customer.code}</span>
          </div>
        ))}
      </div>
      {isOpen && hits.length === 0 && list.value ? (
        <p
          class="no-hit"
          // The button goes with the text: pressing it must not leave the field first.
          onMouseDown={(event) => event.preventDefault()}
          onFocusOut={() => setText(undefined)}
        >
          {say("customers.noHit", { text: text.trim() })}
          <Quiet
            label={say("act.newCustomer")}
            onPress={() => open({ name: "newCustomer", typed: text.trim() })}
          />
        </p>
      ) : null}
    </div>
  );
}

/** Whether the focus stays in the picker: it goes on to what is offered where nobody was found. */
function isWithin({ currentTarget, relatedTarget }: FocusEvent): boolean {
  if (!(currentTarget instanceof HTMLElement && relatedTarget instanceof Node)) return false;
  return currentTarget.closest(".picker")?.contains(relatedTarget) ?? false;
}

/** A name that the field cannot show whole is said under it: names differ at their ends. */
function longName(name: string): string | undefined {
  const width = Array.from(name).reduce((sum, character) => sum + (character > "\u2e80" ? 2 : 1), 0);
  return width > 34 ? name : undefined;
}
