import { configDefaults, defineConfig } from "vitest/config";

/** Many minutes long: `npm run test:deep` runs them, and whoever names one with DEEP=1. */
const LONG = ["test/mutation/planted.test.ts", "test/mutation/score.test.ts"];

export default defineConfig({
  test: {
    root: new URL("../", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...(process.env.DEEP === undefined ? LONG : [])],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
