import type { DoorView, WorkbookView } from "../wire.ts";
import { Api, RefusedByServer } from "./api.ts";
import { byId, element } from "./element.ts";
import { languageFrom, type Words, wordsFor } from "./words.ts";

/** Where this page's half of a log-in is kept: storage belongs to one port of one address, cookies do not. */
const KEY = "onaccount-key";

/** Comes into the ledger: at once where it asks nobody or the browser has logged in, else by the form. */
export async function enter(): Promise<{ api: Api; ledger: WorkbookView }> {
  for (;;) {
    const door = await Api.door();
    const api = new Api(door.asks ? (localStorage.getItem(KEY) ?? "") : tokenInAddress());
    try {
      return { api, ledger: await api.workbook() };
    } catch (thrown) {
      if (!isLogInNeeded(thrown)) throw thrown;
    }
    await askWhoComes(door);
  }
}

/** 退出登录 in this browser: every tab of it. */
export async function leave(api: Api): Promise<void> {
  await api.logOut();
  localStorage.removeItem(KEY);
  location.reload();
}

/** Whether a call was refused because nobody is logged in, or no longer. */
export function isLogInNeeded(thrown: unknown): thrown is RefusedByServer {
  return thrown instanceof RefusedByServer && thrown.refusal.reason === "login";
}

function tokenInAddress(): string {
  return new URLSearchParams(location.search).get("token") ?? "";
}

/** Shows the form until somebody has logged in. */
function askWhoComes({ language }: DoorView): Promise<void> {
  const spoken = languageFrom(language, navigator.language);
  const words = wordsFor(spoken);
  document.documentElement.lang = spoken === "zh" ? "zh-CN" : "en";
  document.title = `${words.logIn} · OnAccount 挂账`;
  document.body.classList.add("locked");
  return new Promise((resolve) => {
    const form = logInForm(words, () => {
      document.body.classList.remove("locked");
      byId("log-in").replaceChildren();
      resolve();
    });
    byId("log-in").replaceChildren(element("main", {}, form));
    form.querySelector("input")?.focus();
  });
}

function logInForm(words: Words, entered: () => void): HTMLFormElement {
  const name = element("input", { name: "name", autocomplete: "username", required: true, maxLength: 200 });
  const passphrase = element("input", {
    name: "passphrase",
    type: "password",
    autocomplete: "current-password",
    required: true,
  });
  const trouble = element("p", { className: "trouble" });
  trouble.role = "alert";
  const button = element("button", { type: "submit", className: "primary" }, words.logIn);
  const form = element(
    "form",
    {},
    element("h1", {}, "OnAccount 挂账"),
    element("p", {}, words.logInWhy),
    element("label", {}, words.userName, name),
    element("label", {}, words.passphrase, passphrase),
    trouble,
    button,
  );
  form.onsubmit = async (event) => {
    event.preventDefault();
    trouble.textContent = "";
    turn(button, words.loggingIn, true);
    const refused = await refusalOf(name.value, passphrase.value, words);
    if (refused === undefined) return entered();
    turn(button, words.logIn, false);
    trouble.textContent = refused;
    passphrase.value = "";
    passphrase.focus();
  };
  return form;
}

function turn(button: HTMLButtonElement, text: string, isBusy: boolean): void {
  button.textContent = text;
  button.disabled = isBusy;
}

/** Tries to log in; why not, or nothing when it is done. */
async function refusalOf(name: string, passphrase: string, words: Words): Promise<string | undefined> {
  try {
    const { key } = await Api.logIn(name, passphrase);
    localStorage.setItem(KEY, key);
    return undefined;
  } catch (thrown) {
    return thrown instanceof RefusedByServer ? thrown.message : words.noAnswerYet;
  }
}
