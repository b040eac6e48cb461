import { makeMenu, openDialog, openSidebar, selectedCustomer, showProbe } from "./menu.ts";
import { answer } from "./rpc.ts";
import { markTouched } from "./state/edit-mark.ts";

/** Everything that Google calls by name. The build makes one global function of each export. */

export function rpc(name: string, input: unknown): string {
  return JSON.stringify(answer(name, input));
}

/** A person typed, pasted or deleted: only remembers where, so that the next action looks there. */
export function onEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  const { range } = event;
  markTouched(range.getSheet(), { row: range.getRow(), rows: range.getNumRows() });
}

/** The workbook is opened: only makes the menu. */
export function onOpen(): void {
  makeMenu();
}

/** 打开今天 */
export function openToday(): void {
  openSidebar({ screen: "today" });
}

/** 登记收款, for the customer of the selected row where there is one. */
export function recordReceipt(): void {
  openSidebar({ screen: "receipt", ...selectedCode() });
}

/** 查看所选客户 */
export function showSelectedCustomer(): void {
  openSidebar({ screen: "customer", ...selectedCode() });
}

/** 生成对账单 */
export function makeStatements(): void {
  openSidebar({ screen: "statements" });
}

/** 催款提醒 */
export function remindCustomers(): void {
  openSidebar({ screen: "reminders" });
}

/** 导入: columns are matched in a dialog. */
export function openImport(): void {
  openDialog({ screen: "import" }, "import");
}

/** 检查账本 */
export function checkLedger(): void {
  openSidebar({ screen: "check" });
}

/** 检查平台 */
export function probePlatform(): void {
  showProbe();
}

function selectedCode(): { code?: string } {
  const code = selectedCustomer();
  return code === undefined ? {} : { code };
}
