import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { actions } from "../../addon/local/cli/actions.ts";
import { SCRIPTS, shownActions, strangeActions, strangeOptions, strangeScripts } from "./commands.ts";
import { anchorOf, ROOT, read, sectionOf, spansOf } from "./markdown.ts";

const en = read("README.md");
const zh = read("README.zh-CN.md");
const addon = read("addon/README.md");
const both = [en, zh];
const all = [...both, addon, read("core/README.md"), read("test/README.md")];

const PICTURES = "addon/pictures/";
const LARGEST = 150 * 1024;

describe.each(all)("$name", (file) => {
  it("names commands that exist, with options that they have", () => {
    expect(strangeScripts(file)).toEqual([]);
    expect(strangeActions(file)).toEqual([]);
  });

  it("links to what is there", () => {
    const here = new URL(file.name, ROOT);
    const anchors = file.headings.map((heading) => `#${anchorOf(heading)}`);
    const lost = file.links.filter((link) => {
      if (/^https?:/.test(link)) return false;
      return link.startsWith("#") ? !anchors.includes(link) : !existsSync(new URL(link, here));
    });
    expect(lost).toEqual([]);
  });
});

describe.each(both)("the commands of $name", (file) => {
  it("have the options that are named beside them", () => {
    expect(strangeOptions(file)).toEqual([]);
  });

  it("are all that the command line has", () => {
    expect(
      shownActions(file)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(actions).sort());
  });

  it("are all that npm run has", () => {
    const unsaid = Object.keys(SCRIPTS).filter(
      (name) => !file.text.includes(`npm ${name}`) && !file.text.includes(`npm run ${name}`),
    );
    // How tests are run stands in test/README.md.
    expect(unsaid).toEqual(["test:deep"]);
  });
});

describe("the two READMEs", () => {
  it("have the same headings and tables, actions, options and fields", () => {
    const shape = ({ headings, rows }: typeof en) => ({
      headings: headings.map((heading) => /^#+/.exec(heading)?.[0]),
      rows: rows.map((cells) => cells.length),
    });
    expect(shape(zh)).toEqual(shape(en));
    expect(shownActions(zh)).toEqual(shownActions(en));
  });

  it("show every picture of their language, and no other is there", () => {
    const there = readdirSync(new URL(PICTURES, ROOT)).map((name) => `${PICTURES}${name}`);
    const of = (language: string) => there.filter((name) => name.endsWith(`.${language}.png`)).sort();
    expect([...en.pictures].sort()).toEqual(of("en"));
    expect([...zh.pictures].sort()).toEqual(of("zh"));
    expect([...of("en"), ...of("zh")].sort()).toEqual(there.sort());
    expect(en.pictures.map((name) => name.replace(".en.", "."))).toEqual(
      zh.pictures.map((name) => name.replace(".zh.", ".")),
    );
    for (const name of there) expect(statSync(new URL(name, ROOT)).size, name).toBeLessThan(LARGEST);
  });

  it("address nobody in Chinese, and shout at nobody", () => {
    expect(zh.text.match(/[您你！]/g)).toBeNull();
  });
});

describe("the scopes", () => {
  const manifest = JSON.parse(readFileSync(new URL("addon/server/appsscript.json", ROOT), "utf8"));
  const asked = manifest.oauthScopes.map((scope: string) => scope.split("/auth/")[1]).sort();

  it("that Google is asked for are those that addon/README.md explains", () => {
    const [, ...explained] = spansOf(sectionOf(addon, "## Scopes"));
    expect(explained.sort()).toEqual(asked);
  });

  it.each(both)("are the same in $name", ({ rows }) => {
    const start = rows.findIndex(([first]) => first?.includes("appsscript.json"));
    const explained = rows
      .slice(start + 1, start + 1 + asked.length)
      .flatMap(([first = ""]) => spansOf(first));
    expect(explained.sort()).toEqual(asked);
    // The table ends there.
    expect(rows[start + 1 + asked.length]?.[0]).not.toMatch(/^`[\w.]+`$/);
  });
});
