/**
 * The empty room in which the add-on's HTML lives: it waits for one message from the page around it
 * and becomes that document. It holds no data and no token, may not be framed by another origin, and
 * reaches no network: whatever HTML is slipped into a sidebar or dialog has nowhere to send anything.
 */
export const FRAME_HTML = `<!doctype html>
<meta charset="utf-8">
<title>OnAccount</title>
<script>
addEventListener("message", function become(event) {
  if (event.source !== parent || !event.data || typeof event.data.html !== "string") return;
  document.open();
  document.write(event.data.html);
  document.close();
});
parent.postMessage({ onaccount: "ready" }, "*");
</script>
`;

export const FRAME_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  "img-src data: blob:",
  "media-src data: blob:",
  "font-src data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join("; ");
