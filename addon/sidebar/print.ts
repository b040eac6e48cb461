/**
 * Prints HTML documents in one go, through the browser's own print dialog, where "save as PDF" is one
 * of the printers. The pages come with their own styles; nothing is loaded.
 */
export function printDocuments(documents: readonly string[]): Promise<void> {
  const frame = document.createElement("iframe");
  frame.className = "print-frame";
  frame.title = "print";
  return new Promise((resolve) => {
    frame.onload = () => {
      frame.contentWindow?.focus();
      frame.contentWindow?.print();
      frame.contentWindow?.addEventListener("afterprint", () => frame.remove());
      resolve();
    };
    frame.srcdoc = joined(documents);
    document.body.append(frame);
  });
}

/** One document of all: the first one's head, and every body on pages of its own. */
export function joined(documents: readonly string[]): string {
  const [first = "", ...rest] = documents;
  const bodies = rest.map((each) => /<body[^>]*>([\s\S]*)<\/body>/.exec(each)?.[1] ?? "");
  const end = first.lastIndexOf("</body>");
  return end < 0 ? first : `${first.slice(0, end)}${bodies.join("\n")}${first.slice(end)}`;
}
