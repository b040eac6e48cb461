import type { Rectangle } from "../ops.ts";
import type { Tab } from "../tab.ts";
import { type Runtime, strict } from "./runtime.ts";

/** The fake of developer metadata on whole columns of one tab: found by its key, wherever the column went. */
export function fakeMetadataFinder(run: Runtime, tab: () => Tab, makeRange: MakeRange): object {
  let key: string | undefined;
  const finder: object = strict("DeveloperMetadataFinder", {
    withKey: (wanted: string) => {
      key = wanted;
      return finder;
    },
    find: () =>
      run.read("findMetadata", 0, () =>
        tab()
          .tags.filter((tag) => key === undefined || tag.key === key)
          .map((tag) => fakeMetadata(run, tab, tag.key, makeRange)),
      ),
  });
  return finder;
}

type MakeRange = (run: Runtime, id: string, at: Rectangle) => object;

function fakeMetadata(run: Runtime, tab: () => Tab, key: string, makeRange: MakeRange): object {
  const tag = () => {
    run.settle();
    const found = tab().tags.find((candidate) => candidate.key === key);
    if (!found) throw new run.realm.Error("The developer metadata was removed.");
    return found;
  };
  return strict("DeveloperMetadata", {
    getKey: () => key,
    getValue: () => tag().value,
    getLocation: () =>
      strict("DeveloperMetadataLocation", {
        getColumn: () => {
          const { col } = tag();
          const { id, rows } = tab();
          return makeRange(run, id, { tab: id, row: 1, col, rows, cols: 1 });
        },
      }),
  });
}
