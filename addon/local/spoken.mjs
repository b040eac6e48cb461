// Which language the terminal's person reads: Chinese where the environment says so. Plain JavaScript,
// because it is needed before anything is installed.
const said = [process.env.LC_ALL, process.env.LC_MESSAGES, process.env.LANG].find((value) => value);

/** @type {"zh" | "en"} */
export const spokenLanguage = said?.startsWith("zh") ? "zh" : "en";

/** Says one of two. */
export function spoken({ zh, en }) {
  return spokenLanguage === "zh" ? zh : en;
}
