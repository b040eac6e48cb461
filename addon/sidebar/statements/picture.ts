/** A page drawn as a picture, in the pixels of the picture that is sent. */
export interface Picture {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a page of `statementPictures` without loading anything: its own markup inside an SVG picture, in
 * which no script runs.
 */
export function pictureOf(html: string): Picture {
  const page = new DOMParser().parseFromString(html, "text/html");
  const { width, height } = sizeOf(page);
  const text = new XMLSerializer();
  const styles = stylesOf(page).map((style) => text.serializeToString(style));
  const markup = [...styles, text.serializeToString(page.body)].join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${markup}</foreignObject></svg>`;
  return { url: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`, width, height };
}

/** How large the page is, laid out for a moment in a room of its own. */
function sizeOf(page: Document): { width: number; height: number } {
  const room = document.createElement("div");
  room.style.cssText = "position:absolute;left:-10000px;top:0";
  const inside = room.attachShadow({ mode: "open" });
  const body = document.importNode(page.body, true);
  inside.append(...stylesOf(page).map((style) => document.importNode(style, true)), body);
  document.body.append(room);
  const { width, height } = body.getBoundingClientRect();
  room.remove();
  return { width: Math.ceil(width), height: Math.ceil(height) };
}

function stylesOf(page: Document): HTMLStyleElement[] {
  return Array.from(page.head.querySelectorAll("style"));
}

/** Puts a picture on the clipboard as PNG; false where the browser does not let it. */
export async function copyPicture(picture: Picture): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": pngOf(picture) })]);
    return true;
  } catch {
    return false;
  }
}

async function pngOf({ url, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  canvas.getContext("2d")?.drawImage(image, 0, 0, width, height);
  return new Promise((done, failed) =>
    canvas.toBlob(
      (blob) => (blob ? done(blob) : failed(new Error("the canvas gave no picture"))),
      "image/png",
    ),
  );
}
