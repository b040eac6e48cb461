import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { type Note, useDesk } from "../desk.ts";
import { slot } from "../router.ts";
import { useStandingNote } from "../standing-note.ts";
import { DamageBanner } from "./damage-banner.tsx";
import { Header } from "./header.tsx";
import { NoteStrip } from "./note.tsx";
import { TabBar } from "./tab-bar.tsx";

interface Props {
  readonly title: string;
  /** When what is shown was read. */
  readonly at?: number;
  readonly refresh?: () => void;
  /** Where back goes instead of to the screen below. */
  readonly onBack?: () => void;
  /** What that is called, where it is not called as the screen is. */
  readonly backTo?: string | undefined;
  /** Tells parts of one screen apart: focus goes to the heading of each. */
  readonly part?: string;
  /** Without tabs: there is nowhere to go yet. */
  readonly isAlone?: boolean;
  readonly primary?: ComponentChildren;
  readonly children: ComponentChildren;
}

const scrolls = slot<number>();

const told = new WeakSet<Note>();

/** A note takes the focus with the first screen that it is shown on, so that undo is one Tab away. */
function isNews(note: Note | undefined): boolean {
  if (!note || told.has(note)) return false;
  told.add(note);
  return true;
}

/** The frame of every screen: header, note, what scrolls, the primary button and the tabs. */
export function Screen({ title, at, refresh, onBack, backTo, ...props }: Props) {
  const { part = "", isAlone = false, primary, children } = props;
  const { entry, isDialog, note } = useDesk();
  const page = useRef<HTMLElement>(null);
  useStandingNote(part);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each screen, not for each note.
  useLayoutEffect(() => {
    const own = page.current;
    if (!own) return;
    const first = own.querySelector<HTMLElement>("[data-first]");
    const known = part === "" ? scrolls.get(entry) : undefined;
    if (first) first.focus({ preventScroll: true });
    else document.getElementById(isNews(note) ? "note" : "heading")?.focus({ preventScroll: true });
    own.scrollTop = known ?? 0;
  }, [entry, part]);
  return (
    <div class="screen">
      <Header title={title} at={at ?? 0} refresh={refresh} onBack={onBack} backTo={backTo} />
      <NoteStrip />
      <main
        ref={page}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it.
        tabIndex={0}
        aria-label={title}
        onScroll={(event) => scrolls.set(entry, event.currentTarget.scrollTop)}
      >
        <DamageBanner />
        {children}
      </main>
      {primary ? <div class="foot">{primary}</div> : null}
      {isDialog || isAlone ? null : <TabBar />}
    </div>
  );
}
