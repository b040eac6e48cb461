import { dayIn } from "../google.ts";
import { all, holds, type ProbeLine, refused, same } from "./line.ts";

/** The language itself, as V8 at Google has it. */
const PRESENT: readonly ProbeLine[] = [
  {
    id: "js.es2020",
    assumption: "flatMap, fromEntries, matchAll, globalThis, ?? and stable sorting are there.",
    covers: ["language.es2020"],
    run: () =>
      same(
        [
          [1, 2].flatMap((n) => [n, n]).length,
          Object.keys(Object.fromEntries([["a", 1]])),
          [..."a1b2".matchAll(/\d/g)].length,
          typeof globalThis,
          ["b2", "a1", "b1"].sort((x, y) => (x < y ? -1 : 1)),
        ],
        [4, ["a"], 2, "object", ["a1", "b1", "b2"]],
      ),
  },
  {
    id: "js.bigint",
    assumption: "BigInt counts beyond 2^53.",
    covers: ["language.es2020"],
    run: () => same(String(BigInt("9007199254740993") + BigInt(2)), "9007199254740995"),
  },
  {
    id: "js.typedArrays",
    assumption: "Typed arrays are there.",
    covers: ["language.es2020"],
    run: () => same(Float64Array.from([0.1]).length + new Int32Array(3).length, 4),
  },
  {
    id: "js.normalize",
    assumption: "NFKC turns full-width letters, digits and composed signs into plain ones.",
    covers: ["language.unicode"],
    run: () => same("ＡＢ１２３（株）㈱".normalize("NFKC"), "AB123(株)(株)"),
  },
  {
    id: "js.regex",
    assumption: "Patterns know scripts, names and what stands before.",
    covers: ["language.unicode"],
    run: () =>
      same(
        [
          /^\p{Script=Han}+$/u.test("恒通"),
          /(?<y>\d{4})/.exec("in 2026")?.groups?.y,
          /(?<=¥)\d+/.exec("¥12")?.[0],
        ],
        [true, "2026", "12"],
      ),
  },
  {
    id: "js.codePoints",
    assumption: "Texts are walked by whole characters, and a lone half is escaped in JSON.",
    covers: ["language.unicode"],
    run: () => same([[..."𠮷a"].length, JSON.stringify("\ud800")], [2, '"\\ud800"']),
  },
  {
    id: "js.numbers",
    assumption: "toFixed, grouping and number texts are those of V8.",
    covers: ["language.numbers"],
    run: () =>
      same(
        [
          (1.005).toFixed(2),
          (1234567.891).toLocaleString("en-US"),
          String(1e21),
          (-0.5).toFixed(0),
          0.1 + 0.2,
        ],
        ["1.00", "1,234,567.891", "1e+21", "-1", 0.30000000000000004],
      ),
  },
  {
    id: "intl.zone",
    assumption: "Intl knows time zones, summer time included.",
    covers: ["language.intl"],
    run: () => {
      const hour = (timeZone: string, iso: string) =>
        new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(
          new Date(iso),
        );
      return same(
        [hour("Asia/Shanghai", "2026-07-01T00:00:00Z"), hour("Europe/Berlin", "2026-07-01T00:00:00Z")],
        ["08:00", "02:00"],
      );
    },
  },
  {
    id: "intl.day",
    assumption: "The Canadian short date is an ISO day.",
    covers: ["language.intl"],
    run: () =>
      same(
        [
          dayIn("Asia/Shanghai", new Date("2026-02-27T16:00:00Z")),
          dayIn("UTC", new Date("2026-02-27T16:00:00Z")),
        ],
        ["2026-02-28", "2026-02-27"],
      ),
  },
  {
    id: "intl.unknownZone",
    assumption: "An unknown time zone is an error.",
    covers: ["language.intl"],
    run: () => refused(() => dayIn("Mars/Olympus", new Date())),
  },
  {
    id: "date.utc",
    assumption: "Moments are read from and written as ISO text in UTC, whatever the script's zone.",
    covers: ["language.dates"],
    run: () =>
      same(
        [new Date("2026-02-28").toISOString(), Date.UTC(2026, 1, 28), new Date(Number.NaN).getTime()],
        ["2026-02-28T00:00:00.000Z", 1_772_236_800_000, Number.NaN],
      ),
  },
  {
    id: "json.rules",
    assumption: "JSON leaves undefined fields out, writes holes as null and days as ISO text.",
    covers: ["language.json"],
    run: () =>
      same(
        JSON.stringify({ a: undefined, b: [undefined, 1], c: new Date(0), d: Number.NaN }),
        '{"b":[null,1],"c":"1970-01-01T00:00:00.000Z","d":null}',
      ),
  },
  {
    id: "json.large",
    assumption: "A text of two million characters goes through JSON whole, as a large answer does.",
    covers: ["language.json"],
    run: () => {
      const text = "账a".repeat(1_000_000);
      return holds(JSON.parse(JSON.stringify({ text })).text === text, "it came back different");
    },
  },
  {
    id: "errors",
    assumption: "Errors of Google's services are Errors with a message, and ours keep their class and stack.",
    covers: ["errors.kind"],
    run: ({ sheet }) => {
      const [theirs, ours] = [caught(() => sheet.getRange(0, 1).getValue()), caught(() => fail())];
      return all(
        holds(theirs instanceof Error && theirs.message.length > 0, "Google's is not an Error"),
        holds(
          ours instanceof RangeError && String(ours.stack).includes("ours"),
          "ours lost its class or stack",
        ),
      );
    },
  },
];

/** Names that other platforms have and that the add-on must do without. */
const ABSENT = [
  "URL",
  "TextEncoder",
  "fetch",
  "setTimeout",
  "crypto",
  "structuredClone",
  "Buffer",
  "process",
  "document",
];

/** What the language has at Google, and what it has not. */
export const LANGUAGE_LINES: readonly ProbeLine[] = [
  ...PRESENT,
  ...ABSENT.map(
    (name): ProbeLine => ({
      id: `absent.${name}`,
      assumption: `There is no global ${name}.`,
      covers: ["language.bare"],
      run: () => holds(!(name in globalThis), "it is there (harmless: the add-on does without)"),
    }),
  ),
];

function fail(): never {
  throw new RangeError("ours");
}

function caught(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
