import { all, holds, type ProbeLine, refused, same, shown } from "./line.ts";
import type { Scratch } from "./scratch.ts";

const KEY = "onaccount.probe";

/** Locks, properties, people, pages. */
export const SERVICE_LINES: readonly ProbeLine[] = [
  {
    id: "write.visible",
    assumption: "A read in the same run sees what was written before it, flushed or not.",
    covers: ["SpreadsheetApp.flush", "write.visible"],
    run: ({ fresh, google }) => {
      const cell = fresh().setValue("a");
      const unflushed = cell.getValue();
      cell.setValue("b");
      google.app.flush();
      return same([unflushed, cell.getValue()], ["a", "b"]);
    },
  },
  {
    id: "lock.taken",
    assumption: "The script lock is taken by tryLock, told by hasLock, and let go by releaseLock.",
    covers: ["LockService.getScriptLock", "Lock.tryLock", "Lock.hasLock", "Lock.releaseLock", "lock.one"],
    run: ({ google }) => {
      const lock = google.locks.getScriptLock();
      const seen = [lock.hasLock(), lock.tryLock(5000), lock.hasLock()];
      lock.releaseLock();
      return same([...seen, lock.hasLock()], [false, true, true, false]);
    },
  },
  {
    id: "lock.twice",
    assumption: "A run that has the script lock gets it again at once.",
    covers: ["Lock.tryLock", "lock.again"],
    run: ({ google }) => {
      const lock = google.locks.getScriptLock();
      const seen = [lock.tryLock(5000), lock.tryLock(100), google.locks.getScriptLock().tryLock(100)];
      lock.releaseLock();
      return same(seen, [true, true, true]);
    },
  },
  {
    id: "lock.document",
    assumption: "Asking for the document lock brings a lock or null, and no error.",
    covers: ["LockService.getDocumentLock"],
    run: ({ google }) => same(typeof google.locks.getDocumentLock(), "object"),
  },
  {
    id: "property.kept",
    assumption: "A property comes back as text, a missing one as null, and a deleted one is missing.",
    covers: [
      "PropertiesService.getScriptProperties",
      "Properties.getProperty",
      "Properties.setProperty",
      "Properties.deleteProperty",
      "property.kept",
    ],
    run: (scratch) =>
      withProperties(scratch, (kept) => {
        const missing = kept.getProperty(KEY);
        kept.setProperty(KEY, "账 1");
        const there = kept.getProperty(KEY);
        kept.deleteProperty(KEY);
        return same([missing, there, kept.getProperty(KEY)], [null, "账 1", null]);
      }),
  },
  {
    id: "property.large",
    assumption: "A property of 9,000 letters is kept.",
    covers: ["property.size"],
    run: (scratch) =>
      withProperties(scratch, (kept) => {
        kept.setProperty(KEY, "a".repeat(9000));
        return same(kept.getProperty(KEY)?.length, 9000);
      }),
  },
  {
    id: "property.tooLarge",
    assumption: "A property of 10,000 letters is refused.",
    covers: ["property.size"],
    run: (scratch) =>
      withProperties(scratch, (kept) => refused(() => kept.setProperty(KEY, "a".repeat(10_000)))),
  },
  {
    id: "property.bytes",
    assumption: "The limit of a property counts bytes: 4,000 Chinese characters are refused.",
    covers: ["property.size"],
    run: (scratch) =>
      withProperties(scratch, (kept) => refused(() => kept.setProperty(KEY, "账".repeat(4000)))),
  },
  {
    id: "uuid",
    assumption: "getUuid gives 36 characters, different each time.",
    covers: ["Utilities.getUuid"],
    run: ({ google: { utilities } }) => {
      const ids = [utilities.getUuid(), utilities.getUuid()];
      const isUuid = ids.every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id));
      return holds(isUuid && ids[0] !== ids[1], shown(ids));
    },
  },
  {
    id: "user",
    assumption: "The person's address is known (where it is not, entries are marked as by nobody).",
    covers: ["Session.getActiveUser", "User.getEmail", "user.known"],
    run: ({ google }) => holds(google.session.getActiveUser().getEmail().includes("@"), "it is empty"),
  },
  {
    id: "selection",
    assumption: "The selected cells tell their tab and row.",
    covers: ["SpreadsheetApp.getActiveRange"],
    run: ({ google, sheet }) => {
      google.app.setActiveSheet(sheet);
      const range = google.app.getActiveRange();
      return same([range?.getSheet().getName(), range?.getRow()], [sheet.getName(), 1]);
    },
  },
  {
    id: "html.content",
    assumption: "A page's text, title and size can be set and its text read back unchanged.",
    covers: [
      "HtmlService.createHtmlOutput",
      "HtmlOutput.getContent",
      "HtmlOutput.setContent",
      "HtmlOutput.getTitle",
      "HtmlOutput.setTitle",
      "HtmlOutput.setWidth",
      "HtmlOutput.setHeight",
      "html.unchanged",
    ],
    run: ({ google }) => {
      const text = '<div id="app" data-start="a &amp; b"></div><script>var a = 1 < 2;</script>';
      const page = google.html.createHtmlOutput("<p>x</p>").setContent(text);
      page.setTitle("挂账").setWidth(900).setHeight(600);
      return same([page.getContent(), page.getTitle()], [text, "挂账"]);
    },
  },
  {
    id: "html.file",
    assumption:
      "The sidebar's file is there as it was pushed, with the places where its first screen is said.",
    covers: ["HtmlService.createHtmlOutputFromFile", "html.file"],
    run: ({ google }) => {
      const text = google.html.createHtmlOutputFromFile("sidebar").getContent();
      return all(
        holds(text.includes('<div id="app">'), 'no <div id="app"> in it'),
        holds(text.includes('data-dialog=""'), 'no data-dialog="" in it'),
      );
    },
  },
  {
    id: "html.missing",
    assumption: "A page file that was not pushed is an error.",
    covers: ["HtmlService.createHtmlOutputFromFile", "html.file"],
    run: ({ google }) => refused(() => google.html.createHtmlOutputFromFile("no-such-file")),
  },
  {
    id: "ui.menu",
    assumption: "A menu is put together step by step; sidebar and dialog can be shown (seen by opening one).",
    covers: [
      "SpreadsheetApp.getUi",
      "Ui.createMenu",
      "Menu.addItem",
      "Menu.addSeparator",
      "Menu.addToUi",
      "Ui.showSidebar",
      "Ui.showModalDialog",
    ],
    run: ({ google }) => {
      const ui = google.app.getUi();
      const menu = ui.createMenu("probe").addItem("a", "onOpen").addSeparator();
      const shows = [menu.addToUi, ui.showSidebar, ui.showModalDialog];
      return same(
        shows.map((show) => typeof show),
        ["function", "function", "function"],
      );
    },
  },
];

/** Leaves no property behind, whatever happens. */
function withProperties(
  { google }: Scratch,
  work: (kept: GoogleAppsScript.Properties.Properties) => true | string,
): true | string {
  const kept = google.properties.getScriptProperties();
  try {
    return work(kept);
  } finally {
    kept.deleteProperty(KEY);
  }
}
