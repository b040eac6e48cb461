import { useEffect, useState } from "preact/hooks";
import type { CallName, Input, Output } from "../protocol.ts";
import { now } from "./clock.ts";
import { type Answer, call, type Trouble } from "./server.ts";

/** What a screen knows of an answer. `trouble` beside a value: it could not be brought up to date. */
export interface Loaded<T> {
  readonly value?: T;
  /** When the value was read. */
  readonly at: number;
  readonly trouble?: Trouble;
  readonly isLoading: boolean;
  readonly refresh: () => void;
}

interface Kept<T> {
  readonly value: T;
  readonly at: number;
  readonly generation: number;
}

/**
 * Answers that were read, by call and input: a screen shown again is there at once, and is read anew
 * where something was written since.
 */
const shelves: { [N in CallName]?: Map<string, Kept<Output<N>>> } = {};
const listeners = new Set<(isMeant: (name: CallName) => boolean) => void>();
let generation = 0;
let lastReadAt = 0;

/** After a write: everything that was read before is old, and what is on the screen is read again. */
export function markOld(): void {
  age(() => true);
}

/**
 * Others, or hands in the grid, have changed the ledger: what is only looked at is read again. A form, a
 * preview that is being confirmed and the check-up stay as they are until somebody asks.
 */
export function markOvertaken(): void {
  age((name) => FOLLOWED.has(name));
}

/** When anything was last read. */
export function readAt(): number {
  return lastReadAt;
}

const FOLLOWED: ReadonlySet<CallName> = new Set([
  ...(["status", "today", "aging", "customers", "customer", "standing", "handEdits"] as const),
  ...(["approvals", "duties", "unidentified", "batches", "drafts"] as const),
]);

function age(isMeant: (name: CallName) => boolean): void {
  generation += 1;
  for (const tell of [...listeners]) tell(isMeant);
}

/** Reads an answer and keeps it up to date; `undefined` as input asks nothing. */
export function useAnswer<N extends CallName>(name: N, input: Input<N> | undefined): Loaded<Output<N>> {
  const key = input === undefined ? "" : `${name} ${JSON.stringify(input)}`;
  const [state, setState] = useState<Reading<N>>({ key: "", isLoading: true });
  const [wanted, setWanted] = useState(0);
  const [seen, setSeen] = useState(generation);
  useEffect(() => {
    const hear = (isMeant: (name: CallName) => boolean) => isMeant(name) && setSeen(generation);
    listeners.add(hear);
    return () => void listeners.delete(hear);
  }, [name]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for name and input; `seen` asks anew.
  useEffect(() => {
    if (input === undefined) return;
    return follow(name, input, key, wanted > 0, setState);
  }, [key, seen, wanted]);
  const known = shelves[name]?.get(key);
  const own = state.key === key ? state : { key, isLoading: true };
  return {
    ...(known ? { value: known.value } : {}),
    at: known?.at ?? 0,
    ...("trouble" in own && own.trouble ? { trouble: own.trouble } : {}),
    isLoading: own.isLoading,
    refresh: () => setWanted((times) => times + 1),
  };
}

interface Reading<_N> {
  readonly key: string;
  readonly isLoading: boolean;
  readonly trouble?: Trouble;
}

const underway: { [N in CallName]?: Map<string, Promise<Answer<Output<N>>>> } = {};

/** Two screens that ask the same thing at once share one call. */
function ask<N extends CallName>(name: N, input: Input<N>, key: string): Promise<Answer<Output<N>>> {
  const way = `${generation} ${key}`;
  const known = underway[name]?.get(way);
  if (known) return known;
  const asked = call(name, input).finally(() => underway[name]?.delete(way));
  const all: Map<string, Promise<Answer<Output<N>>>> = underway[name] ?? new Map();
  all.set(way, asked);
  Object.assign(underway, { [name]: all });
  return asked;
}

function keep<N extends CallName>(name: N, key: string, answer: Kept<Output<N>>): void {
  const shelf: Map<string, Kept<Output<N>>> = shelves[name] ?? new Map();
  shelf.set(key, answer);
  lastReadAt = answer.at;
  Object.assign(shelves, { [name]: shelf });
}

function follow<N extends CallName>(
  name: N,
  input: Input<N>,
  key: string,
  isWanted: boolean,
  tell: (state: Reading<N>) => void,
): (() => void) | undefined {
  if (!isWanted && shelves[name]?.get(key)?.generation === generation) {
    tell({ key, isLoading: false });
    return undefined;
  }
  let isGone = false;
  const asked = generation;
  tell({ key, isLoading: true });
  ask(name, input, key).then((answer) => {
    if (answer.ok) keep(name, key, { value: answer.value, at: now(), generation: asked });
    if (isGone) return;
    tell(answer.ok ? { key, isLoading: false } : { key, isLoading: false, trouble: answer.trouble });
  });
  return () => {
    isGone = true;
  };
}
