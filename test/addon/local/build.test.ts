import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { buildAddon } from "../../../addon/local/build.ts";
import { filledFolder } from "../../../addon/local/filled-folder.ts";

const base = mkdtempSync(join(tmpdir(), "onaccount-build-"));
const out = join(base, "addon");
const folder = pathToFileURL(`${out}/`);
const BUILT = ["Code.js", "appsscript.json", "file-reader.html", "sidebar.html"];
afterAll(() => rmSync(base, { recursive: true }));

describe("the build", () => {
  it("never takes away what a host is reading, and leaves nothing else in its folder", async () => {
    await buildAddon(folder);
    expect(readdirSync(out).sort()).toEqual(BUILT);
    writeFileSync(join(out, "stray.js"), "");
    const missed = new Set<string>();
    let looks = 0;
    const watch = setInterval(() => {
      looks += 1;
      for (const name of BUILT) if (!existsSync(join(out, name))) missed.add(name);
    }, 1);
    const before = statSync(join(out, "Code.js")).ino;
    await buildAddon(folder);
    clearInterval(watch);
    expect(looks).toBeGreaterThan(10);
    expect([...missed]).toEqual([]);
    expect(statSync(join(out, "Code.js")).ino).not.toBe(before);
    expect(readdirSync(out).sort()).toEqual(BUILT);
    expect(readdirSync(base)).toEqual(["addon"]);
  });

  it("that fails leaves what was built before", async () => {
    const kept = join(base, "kept");
    const filled = pathToFileURL(`${kept}/`);
    await filledFolder(filled, async (fresh) => writeFileSync(new URL("Code.js", fresh), "old"));
    const failing = filledFolder(filled, async (fresh) => {
      writeFileSync(new URL("Code.js", fresh), "half");
      throw new Error("no such import");
    });
    await expect(failing).rejects.toThrow("no such import");
    expect(readdirSync(kept)).toEqual(["Code.js"]);
    expect(statSync(join(kept, "Code.js")).size).toBe(3);
    expect(readdirSync(base).sort()).toEqual(["addon", "kept"]);
  });
});
