import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

/** Working days are reckoned on no screen: their table of holidays stays out. */
const treeshake = { moduleSideEffects: (id: string) => !id.includes("/chinese-days/") };

/** The sidebar as one HTML file: `vite build --config addon/sidebar/vite.config.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [preact(), viteSingleFile()],
  build: {
    outDir: "../../dist/addon",
    emptyOutDir: false,
    target: "es2022",
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: `${import.meta.dirname}/sidebar.html`, output: { format: "iife" }, treeshake },
  },
});
