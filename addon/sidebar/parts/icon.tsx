const PATHS = {
  back: "M10 3 5 8l5 5",
  refresh: "M13 8a5 5 0 1 1-1.5-3.5M13 2v3h-3",
  undo: "M6 3 2.5 6.5 6 10M3 6.5h6.2a3.8 3.8 0 0 1 0 7.5H6",
  close: "M4 4l8 8M12 4l-8 8",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.5 10.5 14 14",
  add: "M8 3v10M3 8h10",
  clock: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 5v3.2l2 1.3",
  alert: "M8 4v5M8 11.5v.5",
  done: "M3 8.5 6.5 12 13 4.5",
  pause: "M5.5 3v10M10.5 3v10",
  minus: "M3.5 8h9",
  question: "M5.8 6.2a2.2 2.2 0 1 1 3 2c-.6.3-.8.7-.8 1.3M8 12v.3",
} as const;

/** A line drawing beside words; it says nothing of its own. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
