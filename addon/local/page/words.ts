export type Language = "zh" | "en";

/** The page's own words. The add-on's words come with the add-on. */
export interface Words {
  saved: string;
  saving: string;
  readOnly: string;
  offline: string;
  restarted: string;
  logIn: string;
  logInWhy: string;
  userName: string;
  passphrase: string;
  loggingIn: string;
  noAnswerYet: string;
  logOut: string;
  loggedOut: string;
  loading: string;
  editHere: string;
  showTable: string;
  showGrid: string;
  openSidebar: string;
  sidebar: string;
  dialog: string;
  close: string;
  copy: string;
  copied: string;
  dismiss: string;
  tabs: string;
  emptyTab: string;
  noTabs: string;
  noGrid: string;
  noAnswer: string;
  isSample: string;
  startOwn: string;
  startingOwn: string;
  noOwn: string;
  blocked: string;
  lockedElsewhere: string;
  lockedBy(name: string): string;
  lockedForReader(name: string): string;
  sortUp: string;
  sortDown: string;
  rowsShown(shown: number, all: number): string;
  showMore(count: number): string;
  kept(tab: string): string;
  keptTaken(tab: string): string;
  keptOffline(tab: string): string;
  keptInvalid(tab: string): string;
}

/** The words of a language; `language` is the ledger's own, else the browser's. */
export function wordsFor(language: Language): Words {
  return language === "zh" ? ZH : EN;
}

/** The page's language: the ledger's if it has one, else the browser's first. */
export function languageFrom(ledger: string | null, browser: string): Language {
  return (ledger ?? browser).toLowerCase().startsWith("zh") ? "zh" : "en";
}

const ZH: Words = {
  saved: "已保存",
  saving: "正在保存…",
  readOnly: "只读",
  offline: "连接中断，正在重连…",
  restarted: "程序已重新启动，请用新显示的地址打开。",
  logIn: "登录",
  logInWhy: "此账本设有用户，请先登录。",
  userName: "姓名",
  passphrase: "口令",
  loggingIn: "正在登录…",
  noAnswerYet: "程序没有回应，请检查它是否还在运行，再登录一次。",
  logOut: "退出登录",
  loggedOut: "登录已失效，请重新登录。",
  loading: "正在打开…",
  editHere: "在此编辑",
  showTable: "查看列表",
  showGrid: "查看表格",
  openSidebar: "打开侧栏",
  sidebar: "挂账侧栏",
  dialog: "挂账窗口",
  close: "关闭",
  copy: "复制",
  copied: "已复制",
  dismiss: "收起",
  tabs: "工作表",
  emptyTab: "此表还没有内容",
  noTabs: "账本里还没有表",
  noGrid: "表格打不开，可先查看列表，刷新页面再试。",
  noAnswer: "程序没有回应，请检查账本后再试。",
  isSample: "示例账本，数据均为虚构。",
  startOwn: "建立自己的账本",
  startingOwn: "正在建立…",
  noOwn: "自己的账本没有打开，请检查程序是否还在运行，再点一次。",
  blocked: "此操作无法保存到账本，没有执行。",
  lockedElsewhere: "此账本正在另一个标签页中编辑，这里只能查看；要在此填写，请点“在此编辑”。",
  lockedBy: (name) => `「${name}」正在编辑此账本，这里只能查看；要在此填写，请点“在此编辑”。`,
  lockedForReader: (name) =>
    `「${name}」只能查看此账本；要填写，请退出登录，再以主管、审批人或会计的身份登录。`,
  sortUp: "整表升序",
  sortDown: "整表降序",
  rowsShown: (shown, all) => `显示前 ${shown} 行，共 ${all} 行`,
  showMore: (count) => `再显示 ${count} 行`,
  kept: (tab) => `「${tab}」的行已变动，以下内容没有保存，请按新的位置重新填写：`,
  keptTaken: (tab) => `此账本已在另一个标签页中编辑，「${tab}」的以下内容没有保存：`,
  keptOffline: (tab) => `保存时连接中断，请检查「${tab}」的以下内容是否已保存：`,
  keptInvalid: (tab) => `「${tab}」的以下内容无法保存到账本：`,
};

const EN: Words = {
  saved: "Saved",
  saving: "Saving…",
  readOnly: "Read only",
  offline: "Connection lost, reconnecting…",
  restarted: "The program was restarted: open the new address it printed.",
  logIn: "Log in",
  logInWhy: "This ledger has users: say who you are.",
  userName: "Name",
  passphrase: "Passphrase",
  loggingIn: "Logging in…",
  noAnswerYet: "The program did not answer: check that it is running, then log in again.",
  logOut: "Log out",
  loggedOut: "The log-in has ended: log in again.",
  loading: "Opening…",
  editHere: "Edit here",
  showTable: "Show as list",
  showGrid: "Show grid",
  openSidebar: "Open sidebar",
  sidebar: "OnAccount sidebar",
  dialog: "OnAccount dialog",
  close: "Close",
  copy: "Copy",
  copied: "Copied",
  dismiss: "Dismiss",
  tabs: "Sheets",
  emptyTab: "Nothing in this tab yet",
  noTabs: "The ledger has no tabs yet",
  noGrid: "The grid cannot be shown: use the list, or reload the page.",
  noAnswer: "The program did not answer: check the ledger, then try again.",
  isSample: "Sample ledger: all data is made up.",
  startOwn: "Start my own ledger",
  startingOwn: "Starting…",
  noOwn: "Your own ledger did not open: check that the program is running, then press again.",
  blocked: "This step cannot be stored in the ledger and was not done.",
  lockedElsewhere: "The ledger is being edited in another tab: to type here, press “Edit here”.",
  lockedBy: (name) => `“${name}” is editing the ledger: to type here, press “Edit here”.`,
  lockedForReader: (name) =>
    `“${name}” may only read this ledger: to type, log out and log in as a controller, an approver or a clerk.`,
  sortUp: "Sort table A to Z",
  sortDown: "Sort table Z to A",
  rowsShown: (shown, all) => `First ${shown} of ${all} rows`,
  showMore: (count) => `Show ${count} more`,
  kept: (tab) => `Rows of “${tab}” have moved, so this was not saved. Enter it again at its new place:`,
  keptTaken: (tab) => `The ledger is now edited in another tab, so this in “${tab}” was not saved:`,
  keptOffline: (tab) => `The connection was lost while saving. Check whether this in “${tab}” was saved:`,
  keptInvalid: (tab) => `This in “${tab}” cannot be stored in the ledger:`,
};
