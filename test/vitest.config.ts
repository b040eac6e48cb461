import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Many minutes long: `npm run test:deep` runs them, and whoever names one with DEEP=1. */
const LONG = ["test/mutation/planted.test.ts", "test/mutation/score.test.ts"];

/** A minute and more each: they begin first, so that none of them runs alone at the end. */
const SLOWEST = [
  "e2e/sidebar-layout",
  "e2e/grid",
  "e2e/sidebar-failing",
  "addon/faults",
  "story/",
  "addon/import.",
];

class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = SLOWEST.findIndex((name) => moduleId.includes(`/test/${name}`));
      return at < 0 ? SLOWEST.length : at;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    root: new URL("../", import.meta.url).pathname,
    include: ["test/**/*.test.ts"],
    exclude: [...configDefaults.exclude, ...(process.env.DEEP === undefined ? LONG : [])],
    globalSetup: ["test/one-scratch-folder.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    sequence: { sequencer: SlowestFirst },
  },
});
