// Which language the terminal's person reads: what the environment says, on Windows the system; Chinese
// where nobody says. Plain JavaScript, because it is needed before anything is installed.
const told = [process.env.LC_ALL, process.env.LC_MESSAGES, process.env.LANG].find((value) => value);
const isTold = told !== undefined && !/^(C|POSIX)\b/.test(told);
const system = process.platform === "win32" ? Intl.DateTimeFormat().resolvedOptions().locale : "zh";

/** @type {"zh" | "en"} */
export const spokenLanguage = (isTold ? told : system).startsWith("zh") ? "zh" : "en";

/** Says one of two. */
export function spoken({ zh, en }) {
  return spokenLanguage === "zh" ? zh : en;
}
