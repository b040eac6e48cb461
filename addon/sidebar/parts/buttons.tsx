import type { ComponentChildren } from "preact";
import { useDesk } from "../desk.ts";

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
}

/** The one main act of a screen; it stays at the foot. */
export function Primary({ label, onPress, isBusy = false }: Press & { label: string }) {
  const { say } = useDesk();
  return (
    <button type="button" class="primary" data-primary disabled={isBusy} onClick={pressed(onPress)}>
      {isBusy ? say("say.saving") : label}
    </button>
  );
}

/** A lesser act. */
export function Secondary({ label, onPress, isBusy = false }: Press & { label: string }) {
  return (
    <button type="button" class="secondary" disabled={isBusy} onClick={pressed(onPress)}>
      {label}
    </button>
  );
}

/** An act that looks like a link: safe to leave alone. */
export function Quiet({ label, onPress, isBusy = false }: Press & { label: string }) {
  return (
    <button type="button" class="quiet" disabled={isBusy} onClick={pressed(onPress)}>
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
