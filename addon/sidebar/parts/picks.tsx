interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  /** What choosing it means. */
  readonly how: string;
}

interface Props<V extends string> {
  readonly id: string;
  readonly label: string;
  /** Shown above the choice; else it is there for readers of the screen only. */
  readonly legend?: "shown";
  readonly value: V | undefined;
  readonly options: readonly Option<V>[];
  /** Why the choice is wrong, once it was tried without. */
  readonly fault?: string | undefined;
  readonly isDisabled: boolean;
  readonly onValue: (value: V) => void;
}

/** A choice among a few, each with a line of what it means; none is taken beforehand. */
export function Picks<V extends string>(props: Props<V>) {
  const { id, label, value, options, fault, isDisabled, onValue } = props;
  return (
    <>
      <fieldset class="picks" aria-describedby={fault ? `${id}-fault` : undefined}>
        <legend class={props.legend === "shown" ? undefined : "for-readers"}>{label}</legend>
        {options.map((each) => (
          <label key={each.value} class={value === each.value ? "tick pick taken" : "tick pick"}>
            <input
              type="radio"
              data-field={each.value === (value ?? options[0]?.value) ? true : undefined}
              name={id}
              value={each.value}
              checked={value === each.value}
              disabled={isDisabled}
              onChange={() => onValue(each.value)}
            />
            <span class="tick-words">
              <strong>{each.label}</strong>
              <span class="row-sub">{each.how}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {fault ? (
        <p id={`${id}-fault`} class="field-fault" role="alert">
          {fault}
        </p>
      ) : null}
    </>
  );
}
