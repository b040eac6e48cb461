import { type Runtime, strict } from "./runtime.ts";

/** What an HtmlOutput holds, as the Ui shows it. */
export interface Page {
  html: string;
  title: string;
  width?: number;
  height?: number;
}

const pages = new WeakMap<object, Page>();

/** The page behind an HtmlOutput. */
export function pageOf(output: object): Page {
  const page = pages.get(output);
  if (!page) throw new Error("only an HtmlOutput can be shown");
  return page;
}

/** The fake of HtmlService: pages of text; templates are not emulated. */
export function fakeHtmlService(run: Runtime, files: Readonly<Record<string, string>>): object {
  return strict("HtmlService", {
    createHtmlOutput: (html = "") => fakeOutput({ html, title: "" }),
    createHtmlOutputFromFile: (name: string) => {
      const html = files[name];
      if (html === undefined) throw new run.realm.Error(`No HTML file named ${name} was found.`);
      return fakeOutput({ html, title: "" });
    },
  });
}

function fakeOutput(page: Page): object {
  const changed = (part: Partial<Page>) => {
    Object.assign(page, part);
    return output;
  };
  const output: object = strict("HtmlOutput", {
    getContent: () => page.html,
    setContent: (html: string) => changed({ html }),
    getTitle: () => page.title,
    setTitle: (title: string) => changed({ title }),
    setWidth: (width: number) => changed({ width }),
    setHeight: (height: number) => changed({ height }),
  });
  pages.set(output, page);
  return output;
}
