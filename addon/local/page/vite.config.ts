import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";

const TYPED_DAYS = join(import.meta.dirname, "univer/typed-days.ts");

/** The grid reads typed days our way: it gets its reader of number formats through a file of ours. */
const typedDays: Plugin = {
  name: "typed-days",
  enforce: "pre",
  resolveId: (source, importer) => (source === "numfmt" && importer !== TYPED_DAYS ? TYPED_DAYS : null),
};

/** The browser page of the local host: `vite build --config addon/local/page/vite.config.ts` fills dist/local. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  publicDir: false,
  plugins: [typedDays],
  build: {
    outDir: "../../../dist/local",
    emptyOutDir: true,
    target: "es2022",
    // The grid is one lazy chunk of several megabytes, loaded after page and sidebar: known, not a warning.
    chunkSizeWarningLimit: 10_000,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      // "use client" marks mean something to servers that render React only.
      onLog: (level, log, handle) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") handle(level, log);
      },
    },
  },
});
