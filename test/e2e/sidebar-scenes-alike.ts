import { type OpenedSidebar, settled } from "./sidebar-page.ts";
import { bugs, hangs, inScenes, type Scene, WAYS, WITHOUT_REFRESH } from "./sidebar-ways.ts";

/** Every reading screen while it reads, when it could not, and with old data. */
export const READING_SCENES: readonly Scene[] = Object.entries(WAYS).flatMap(
  ([screen, { reads, play }]): Scene[] => {
    if (!reads || screen === "today") return [];
    const name = inScenes(screen);
    const under =
      (how: OpenedSidebar["interfere"] extends (how: infer H) => void ? H : never) =>
      async (opened: OpenedSidebar) => {
        await settled(opened.page);
        opened.interfere(how);
        await play(opened);
      };
    return [
      {
        name: `${name}-loading`,
        isAlike: true,
        ledger: "busy",
        isLoading: true,
        play: async (opened) => {
          await under(hangs(reads))(opened);
          await opened.page.locator(".skeleton").waitFor();
        },
      },
      {
        name: `${name}-problem`,
        isAlike: true,
        ledger: "busy",
        play: async (opened) => {
          await under(bugs(reads))(opened);
          await opened.page.locator(".strip.trouble").waitFor();
        },
      },
    ];
  },
);

export const STALE_SCENES: readonly Scene[] = Object.entries(WAYS).flatMap(
  ([screen, { reads, play }]): Scene[] => {
    if (!reads || WITHOUT_REFRESH.has(screen) || screen === "today") return [];
    return [
      {
        name: `${inScenes(screen)}-stale`,
        isAlike: true,
        ledger: "busy",
        play: async (opened) => {
          await settled(opened.page);
          await play(opened);
          await settled(opened.page);
          await opened.page.waitForTimeout(50);
          opened.interfere(bugs(reads));
          await opened.page.locator(".head .icon-button").click();
          await opened.page
            .locator(".strip.stale")
            .filter({ has: opened.page.locator(".quiet") })
            .waitFor();
        },
      },
    ];
  },
);
