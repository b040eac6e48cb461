import { render } from "preact";
import { App } from "./app.tsx";

/**
 * The same file is the sidebar and, with `#dialog=aging` in its address or `data-dialog="aging"` on its
 * root (which a server sets where an address is not its own, as at Google's), one wide screen.
 */
function dialogAsked(): "aging" | undefined {
  const named = document.documentElement.dataset.dialog || /^#dialog=(\w+)$/.exec(location.hash)?.[1];
  return named === "aging" ? named : undefined;
}

const root = document.getElementById("app");
if (root) {
  const dialog = dialogAsked();
  if (dialog) document.body.classList.add("wide");
  render(<App dialog={dialog} />, root);
}
