import { defineConfig } from "vite";

/** The browser page of the local host: `vite build --config addon/local/page/vite.config.ts` fills dist/local. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  publicDir: false,
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
