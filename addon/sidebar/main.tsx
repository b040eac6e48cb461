import { render } from "preact";
import { App } from "./app.tsx";
import { startAsked } from "./start-at.ts";

/** The same file is the sidebar and, where it is asked for, one wide screen in a dialog. */
const root = document.getElementById("app");
if (root) {
  const start = startAsked(root, location.hash);
  if (start.dialog) document.body.classList.add("wide");
  render(<App start={start} />, root);
}
