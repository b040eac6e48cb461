interface Props {
  readonly label: string;
  /** What stands in the field beside them. */
  readonly value: string;
  readonly options: readonly string[];
  readonly isDisabled?: boolean;
  readonly onValue: (value: string) => void;
}

/** Usual words to press instead of typing them; pressed again they are gone. */
export function Chips({ label, value, options, isDisabled = false, onValue }: Props) {
  return (
    <fieldset class="chips said" aria-label={label} disabled={isDisabled}>
      {options.map((each) => (
        <button
          type="button"
          key={each}
          aria-pressed={each === value}
          onClick={() => onValue(each === value ? "" : each)}
        >
          {each}
        </button>
      ))}
    </fieldset>
  );
}
