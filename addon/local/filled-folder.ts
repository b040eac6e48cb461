import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * Fills a fresh folder beside a folder, and then moves each file over the one of the same name: whoever
 * reads meanwhile finds every file, the old or the new one, whole. Files that were not made anew go.
 */
export async function filledFolder(folder: URL, fill: (fresh: URL) => Promise<void>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const fresh = pathToFileURL(`${await mkdtemp(`${fileURLToPath(folder).replace(/\/$/, "")}.new-`)}/`);
  try {
    await fill(fresh);
    await moveOver(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function moveOver(fresh: URL, folder: URL): Promise<void> {
  const made = await filesIn(fresh);
  // What a page names comes before the page: files in folders first.
  for (const name of made.sort((a, b) => b.split("/").length - a.split("/").length)) {
    await mkdir(new URL(dirname(name), folder), { recursive: true });
    await rename(new URL(name, fresh), new URL(name, folder));
  }
  for (const name of await filesIn(folder)) if (!made.includes(name)) await rm(new URL(name, folder));
}

async function filesIn(folder: URL): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const root = fileURLToPath(folder);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length).replace(/^\//, ""));
}
