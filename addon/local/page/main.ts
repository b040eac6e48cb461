import type { CallAnswer, LeaseState } from "../wire.ts";
import { AddonRoom } from "./addon-room.ts";
import { RefusedByServer } from "./api.ts";
import { Desk } from "./desk.ts";
import { byId } from "./element.ts";
import { keep, say } from "./kept.ts";
import { listenForever } from "./live.ts";
import { Locked } from "./locked.ts";
import { enter, isLogInNeeded, leave } from "./log-in.ts";
import { offerOwnBooks } from "./own-books.ts";
import { paintStatus, type Status } from "./status.ts";
import { paintTabs } from "./tab-bar.ts";
import { TableView } from "./table.ts";
import { View } from "./view.ts";
import { languageFrom, wordsFor } from "./words.ts";

const HEARTBEAT_MILLISECONDS = 5000;

const { api, ledger } = await enter();
const sidebar = await api.sidebar();
const language = languageFrom(ledger.language, navigator.language);
const words = wordsFor(language);
const mayWrite = ledger.user?.mayWrite ?? true;
const user = ledger.user?.name ?? "";
const status: Status = { connection: "live", user, mayWrite, writer: "", isWriter: false, isSaving: false };
const locked = new Locked(byId("kept"), words);
const table = new TableView(byId("table"), words);
const desk = new Desk(api, {
  tabs: (tabs, current) => {
    paintTabs(byId("tabs"), tabs, current, (tab) => void desk.show(tab));
    view.follow(tabs.length > 0);
  },
  painted: (tab) => table.refresh(tab),
  saving: () => {
    paint({ isSaving: desk.saving });
    if (!desk.saving) room.tellChanged();
  },
  refused: (refused, tabName) => keep(byId("kept"), tabName, refused, words),
  blocked: () => say(byId("kept"), words.blocked, words),
  locked: () => locked.say(status),
});
const view = new View(desk, table, words);
const room = new AddonRoom(words, call, () => view.focusGrid());

let wasLost = false;

speak();
showUser();
if (ledger.isSample) offerOwnBooks(byId("sample"), api, words);
table.say(words.loading);
room.showSidebar(sidebar);
void listenForever(api, {
  hello: async ({ lease, name }) => {
    showName(name);
    paint({ connection: "live" });
    hearLease(lease);
    await desk.open();
    if (wasLost) room.tellChanged();
    wasLost = false;
    // The grid is large: it begins to load only now that sidebar and list are there.
    await view.loadGrid(language);
  },
  ops: (news) => {
    desk.hear(news);
    // What the sidebar itself has done it knows; an edit of this page tells when it is stored.
    if (news.origin !== api.client) room.tellChanged();
  },
  lease: hearLease,
  dialog: ({ html }) => room.showDialog(html),
  name: ({ name }) => showName(name),
  lost: () => {
    wasLost = true;
    paint({ connection: "lost" });
  },
  refused: shutOut,
});
void beat();
setInterval(() => void beat(), HEARTBEAT_MILLISECONDS);
byId("edit-here").onclick = () => void beat({ take: true });
addEventListener("pagehide", () => void api.lease({ release: true }));
// A click into the sidebar leaves the grid: what is being typed there is stored before anything is called.
addEventListener("blur", () => {
  if (isInAddon()) void view.finishEditing();
});

/** Whether the person is in the sidebar or a dialog, and not in the sheet. */
function isInAddon(): boolean {
  return document.activeElement instanceof HTMLIFrameElement;
}

function speak(): void {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  showName(ledger.name);
  byId("edit-here").textContent = words.editHere;
  byId("open-sidebar").textContent = words.openSidebar;
  byId("tabs").ariaLabel = words.tabs;
}

function showName(name: string): void {
  document.title = `${name} · OnAccount 挂账`;
  byId("name").textContent = name;
}

async function call(name: string, args: unknown): Promise<CallAnswer> {
  // The sidebar also reads by itself, while somebody types in the sheet: that cell is left in peace.
  if (isInAddon()) await view.finishEditing();
  await desk.settled();
  try {
    const answer = await api.call(name, args);
    if ("result" in answer && answer.show) void desk.show(answer.show);
    return answer;
  } catch (thrown) {
    if (isLogInNeeded(thrown)) return { result: refusalFor(thrown) };
    return { error: thrown instanceof RefusedByServer ? thrown.message : words.noAnswer };
  }
}

// A log-in that has ended is a refusal in the add-on's own form, not a fault of it.
function refusalFor({ refusal, message }: RefusedByServer): string {
  return JSON.stringify({ ok: false, kind: "refusal", why: refusal.reason, sentence: message });
}

// The server does not know this page any more: nothing goes on before it is opened anew.
function shutOut(why: RefusedByServer): void {
  paint({ connection: isLogInNeeded(why) ? "loggedOut" : "restarted" });
  if (!isLogInNeeded(why)) return;
  const again = byId("log-out");
  again.textContent = words.logIn;
  again.hidden = false;
  again.onclick = () => location.reload();
}

function showUser(): void {
  if (!ledger.user) return;
  byId("user").textContent = ledger.user.name;
  byId("log-out").textContent = words.logOut;
  byId("log-out").onclick = () => void desk.settled().then(() => leave(api));
  for (const id of ["user", "log-out"]) byId(id).hidden = false;
}

// Whether this tab may write is asked again and again; a lost connection is told by the live stream.
async function beat(wish: { take?: true } = {}): Promise<void> {
  try {
    hearLease(await api.lease(wish));
  } catch (thrown) {
    if (thrown instanceof RefusedByServer) shutOut(thrown);
  }
}

function hearLease({ holder, user: writer = "" }: LeaseState): void {
  const isWriter = holder === api.client;
  desk.setReadOnly(!isWriter);
  if (isWriter) locked.takeBack();
  paint({ isWriter, writer });
}

function paint(change: Partial<Status>): void {
  paintStatus(Object.assign(status, change), words);
}
