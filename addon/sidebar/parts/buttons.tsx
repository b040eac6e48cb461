import type { ComponentChildren } from "preact";
import type { Right } from "../../rights.ts";
import { useDesk } from "../desk.ts";
import { useBar } from "./barred.ts";

/** A press lets go of the focus: Enter, held or struck twice, must not press again. */
function pressed(act: () => void) {
  return (event: { currentTarget: HTMLElement }) => {
    event.currentTarget.blur();
    act();
  };
}

interface Press {
  readonly onPress: () => void;
  readonly isBusy?: boolean | undefined;
  /** What the person must be allowed: who is not finds the button grey, and why. */
  readonly needs?: Right | undefined;
}

/** The one main act of a screen; it stays at the foot. */
export function Primary({ label, onPress, isBusy = false, needs }: Press & { label: string }) {
  const { say } = useDesk();
  const bar = useBar(needs);
  return (
    <>
      {bar === undefined ? null : (
        <p class="barred" role="status">
          {bar}
        </p>
      )}
      <button type="button" class="primary" data-primary {...offOf(isBusy, bar)} onClick={pressed(onPress)}>
        {isBusy ? say("say.saving") : label}
      </button>
    </>
  );
}

function offOf(isBusy: boolean, bar: string | undefined) {
  return { disabled: isBusy || bar !== undefined, ...(bar === undefined ? {} : { title: bar }) };
}

/** A lesser act. */
export function Secondary({ label, onPress, isBusy = false, needs }: Press & { label: string }) {
  const bar = useBar(needs);
  return (
    <button type="button" class="secondary" {...offOf(isBusy, bar)} onClick={pressed(onPress)}>
      {label}
    </button>
  );
}

/** An act that looks like a link: safe to leave alone. */
export function Quiet({ label, onPress, isBusy = false, needs }: Press & { label: string }) {
  const bar = useBar(needs);
  return (
    <button type="button" class="quiet" {...offOf(isBusy, bar)} onClick={pressed(onPress)}>
      {label}
    </button>
  );
}

/** A button of one drawing, with its name for those who cannot see it. */
export function IconButton({
  name,
  onPress,
  children,
}: Press & { name: string; children: ComponentChildren }) {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={pressed(onPress)}>
      {children}
    </button>
  );
}
