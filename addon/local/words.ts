import type { Language } from "./http/refusals.ts";

/** What the host and the command line say of users and sharing, in both languages. */
export interface HostWords {
  alreadyOpen(url: string): string;
  atWork: string;
  /** A line of the log is damaged, and actions stand behind it. */
  logDamaged(file: string, line: number): string;
  opened(urls: readonly string[], folder: string): string;
  isSample: string;
  ownOpened(url: string, folder: string): string;
  ownIsUsual(sample: string): string;
  shared: string;
  portTaken: string;
  /** What `npm start` understands. */
  startOptions: string;
  /** What `npm start` does not understand, and what it does. */
  startRefused(found: string): string;
  asks: string;
  shareNeedsUsers(ledger: string): string;
  shareNoAddress: string;
  shareNotHere(address: string, here: readonly string[]): string;
  sayWho: string;
  noSuchUser(name: string): string;
  noPassphrase(name: string, ledger: string): string;
  wrongPassphrase(name: string): string;
  noneCame: string;
  differ: string;
  short(least: number): string;
  long(most: number): string;
  guessable: string;
  firstController: string;
  lastController(name: string): string;
  roleUnknown(roles: readonly string[]): string;
  ask(name: string): string;
  askNew(name: string): string;
  askAgain: string;
}

export function hostWords(language: Language): HostWords {
  return language === "zh" ? ZH : EN;
}

const ZH: HostWords = {
  alreadyOpen: (url) => `此账本已经打开：${url}`,
  atWork: "另一条命令正在使用此账本，请等它结束后再试。",
  logDamaged: (file, line) =>
    `${file} 第 ${line} 行已损坏，其后还有完好的操作，账本没有打开，文件未动。请用该文件的完好副本替换它；没有副本时，把它移到别处保存，再执行 npm run ledger -- restore --from 备份 。`,
  opened: (urls, folder) =>
    `请用浏览器打开${urls.length > 1 ? "以上任一地址" : "以上地址"}。Ctrl+C 停止；账本在 ${folder}/。`,
  isSample: "这是示例账本，数据均为虚构。要用自己的数据，请在页面上方点“建立自己的账本”；示例会留在原处。",
  ownOpened: (url, folder) => `自己的账本已打开：${url}\n账本在 ${folder}/，示例留在原处。`,
  ownIsUsual: (sample) => `以后 npm start 直接打开它；示例用 npm start -- --ledger ${sample} 打开。`,
  shared:
    "账本已在办公室网络内共享：网络里的任何电脑都能打开登录页面；登录后按角色读写整本账。\n网络传输未加密，请只在可信的网络内使用，不要转发到互联网。",
  startOptions:
    "npm start 的选项（写在 -- 之后）：--ledger 文件夹、--empty（新账本不放示例）、--port 0 至 65535、--share、--address 地址。",
  startRefused: (found) => `npm start 不明白「${found}」，没有启动。${ZH.startOptions}`,
  portTaken: "这个端口已被别的程序占用，没有启动。请用 --port 换一个端口。",
  asks: "此账本设有用户，页面会先请人登录。",
  shareNeedsUsers: (ledger) =>
    `没有用户时不能共享：谁都能打开账本。请先执行 npm run ledger -- add-user --name 姓名 --role controller --ledger ${ledger} 。`,
  shareNoAddress: "这台电脑没有办公室网络的地址，无法共享。请接入网络，或用 --address 指明地址。",
  shareNotHere: (address, here) =>
    `${address} 不是这台电脑在办公室网络里的地址，无法共享。可选：${here.join("、") || "无"}。`,
  sayWho: "此账本设有用户。请用 --as 姓名 说明由谁操作。",
  noSuchUser: (name) => `没有名为「${name}」的在用用户，请用 users 查看姓名。`,
  noPassphrase: (name, ledger) =>
    `用户「${name}」还没有口令，请先执行 npm run ledger -- set-passphrase --name ${name} --ledger ${ledger} 。`,
  wrongPassphrase: (name) => `「${name}」的口令不对，请核对后再试。`,
  noneCame: "没有收到口令，请在终端里输入，或从标准输入逐行给出。",
  differ: "两次输入的口令不同，没有保存，请重新输入。",
  short: (least) => `口令不足 ${least} 个字符，没有保存，请换一个长些的。`,
  long: (most) => `口令超过 ${most} 个字符，没有保存，请换一个短些的。`,
  guessable: "口令与姓名相同或字符过于单一，没有保存，请换一个难猜的。",
  firstController: "第一个有口令的用户须是主管，否则无人能管理用户。请加上 --role controller。",
  lastController: (name) => `「${name}」是最后一位主管，其他用户还在用。请先新增一位主管，或先移除其他用户。`,
  roleUnknown: (roles) => `--role 可选：${roles.join("、")}。`,
  ask: (name) => `${name} 的口令：`,
  askNew: (name) => `为 ${name} 设置口令：`,
  askAgain: "再输入一次：",
};

const EN: HostWords = {
  alreadyOpen: (url) => `This ledger is open already: ${url}`,
  atWork: "Another command is working on this ledger. Wait until it has finished and try again.",
  logDamaged: (file, line) =>
    `Line ${line} of ${file} is damaged, and whole actions stand behind it: the ledger was not opened, and the file is as it was. Put an undamaged copy of that file in its place; where there is none, move it elsewhere, keep it, and run npm run ledger -- restore --from BACKUP .`,
  opened: (urls, folder) =>
    `Open ${urls.length > 1 ? "one of these addresses" : "this address"} in a browser. Ctrl+C stops it; the ledger is in ${folder}/.`,
  isSample:
    "This is the sample: all its data is made up. For your own, press “Start my own ledger” at the top of the page; the sample stays where it is.",
  ownOpened: (url, folder) =>
    `Your own ledger is open: ${url}\nIt is in ${folder}/; the sample stays where it is.`,
  ownIsUsual: (sample) =>
    `From now on npm start opens it; the sample opens with npm start -- --ledger ${sample}.`,
  shared:
    "The ledger is shared on the office network: every computer there can open the log-in page, and whoever logs in reads or writes the whole ledger by their role.\nThe connection is not encrypted: use it on a network that you trust, and never forward it to the internet.",
  startOptions:
    "Options of npm start, after --: --ledger FOLDER, --empty (a new ledger without the sample), --port 0 to 65535, --share, --address A.",
  startRefused: (found) =>
    `npm start does not understand “${found}”, so the ledger was not opened. ${EN.startOptions}`,
  portTaken: "Another program has this port, so the ledger was not opened. Choose another with --port.",
  asks: "This ledger has users: the page asks who comes.",
  shareNeedsUsers: (ledger) =>
    `A ledger without users cannot be shared: anybody could open it. First run npm run ledger -- add-user --name NAME --role controller --ledger ${ledger} .`,
  shareNoAddress:
    "This computer has no address on an office network, so there is nothing to share on. Connect it, or name one with --address.",
  shareNotHere: (address, here) =>
    `${address} is not an address of this computer on an office network, so it cannot be shared there. There are: ${here.join(", ") || "none"}.`,
  sayWho: "This ledger has users. Say who acts with --as NAME.",
  noSuchUser: (name) => `There is no active user “${name}”. See the names with users.`,
  noPassphrase: (name, ledger) =>
    `The user “${name}” has no passphrase yet. First run npm run ledger -- set-passphrase --name "${name}" --ledger ${ledger} .`,
  wrongPassphrase: (name) => `This is not the passphrase of “${name}”. Check it and try again.`,
  noneCame: "No passphrase came. Type it at a terminal, or give it on standard input, one a line.",
  differ: "The two passphrases differ, so nothing was saved. Type it again.",
  short: (least) =>
    `The passphrase is shorter than ${least} characters and was not saved. Choose a longer one.`,
  long: (most) => `The passphrase is longer than ${most} characters and was not saved. Choose a shorter one.`,
  guessable:
    "The passphrase is the name, or nearly all one character, and was not saved. Choose one that is hard to guess.",
  firstController:
    "The first user with a passphrase must be a controller, or nobody could manage users. Say --role controller.",
  lastController: (name) =>
    `“${name}” is the last controller and there are other users. Add another controller, or remove the others first.`,
  roleUnknown: (roles) => `--role is one of ${roles.join(", ")}.`,
  ask: (name) => `Passphrase of ${name}: `,
  askNew: (name) => `New passphrase for ${name}: `,
  askAgain: "Once more: ",
};
