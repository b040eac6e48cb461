import { currencyUnknownText, type Language, policyFaultText, quoted } from "../../core/index.ts";
import type { Refusal, RefusalDetails, RefusalKind } from "../refusal.ts";

/** One sentence for each refusal: what was found, and what to do. */
type Sentences = { readonly [K in RefusalKind]: (details: RefusalDetails[K]) => string };

const zh: Sentences = {
  notALedger: () => "这个表格还不是账本。请先点“用我的表”建账。",
  notEmpty: () => "账本里已有内容，示例只能装入空账本。请另建一个表格来看示例。",
  busy: () => "另一位同事正在保存。请稍等几秒再试。",
  tabTaken: ({ tab }) => `已有一个名为「${tab}」的工作表。请先把它改名，再建账。`,
  tabMissing: ({ tab }) => `找不到工作表「${tab}」。请恢复它的名称，或重新运行建账。`,
  columnMissing: ({ tab, column }) => `工作表「${tab}」里找不到「${column}」这一列。请恢复列名后再试。`,
  customerUnknown: ({ customer }) => `没有找到客户「${customer}」。请检查编码，或先新建客户。`,
  restoredOrCopied: () => "这份账本是恢复的还是复制的？请在侧边栏里选择，或运行 identity 命令，然后再记账。",
  identitySettled: ({ as }) =>
    `已有人回答这份账本是${as === "restored" ? "恢复" : "复制"}的。请与其核对；若答错了，请用原来的账本重新复制或恢复。`,
  damaged: ({ row }) => `流水账第 ${row} 行被改动过，账本现为只读。请到“更多 · 检查账本”恢复该行或重新锚定。`,
  notDamaged: () => "流水账没有损坏，无须重新锚定，未写入任何内容。请再检查一次账本。",
  damageChanged: () => "流水账在预览之后又有变化，未写入任何内容。请重新预览后再确认。",
  approverNeeded: () => "重新锚定须由在用的主管或审批人具名确认。请换人操作，或填写其姓名。",
  periodClosed: ({ date, closedThrough }) =>
    `${date} 在已关账的期间内（关账至 ${closedThrough}）。请改用之后的日期，或请主管、审批人重新开放该期间。`,
  undoClosed: ({ date, closedThrough }) =>
    `这一笔含 ${date} 的内容，在已关账的期间内（关账至 ${closedThrough}），未撤销。请主管或审批人重新开放该期间后再撤销，或在未关账的日期另记相反的一笔。`,
  closingAhead: ({ through }) => `${through} 还没有到，不能关账。请填今天或以前的日期。`,
  closedFurther: ({ closedThrough }) =>
    `现已关账至 ${closedThrough}，不能改早。要重新开放，请在“更多 · 关账”里选“重新开放”，或运行 reopen-period 命令，并写明原因。`,
  nothingClosed: () => "还没有关过账，或已全部重新开放，无须重新开放。",
  notReopened: ({ closedThrough }) =>
    `现关账至 ${closedThrough}，这样填什么也没有重新开放。请填更早的日期，或留空以全部开放。`,
  deciderNeeded: () => "关账和重新开放须由在用的主管或审批人决定。请换人操作，或填写其姓名。",
  policyBackdated: ({ today }) => `政策只对以后生效，以前的决定不变。请填 ${today} 或以后的日期。`,
  policyUnknown: ({ version }) => `没有第 ${version} 版政策。请核对版本号。`,
  policyUnfit: ({ faults }) => faults.map((fault) => policyFaultText(fault, "zh")).join(""),
  baseCurrencyFixed: ({ currency }) =>
    `账本以 ${currency} 记账，已有金额，不能更换本位币。要用别的币种，请另建账本。`,
  firmMissing: () =>
    "还没有填写公司名称，对账单会没有抬头，未生成。请在“更多 · 修改设置”填写，或运行 firm --name 命令。",
  currencyUnknown: ({ found }) => currencyUnknownText(found).zh,
  codeTaken: ({ code }) => `编码「${code}」已有客户在用。请换一个编码。`,
  userTaken: ({ name }) => `已有名为「${name}」的用户。请换一个姓名，或为其设置口令。`,
  userUnknown: ({ name }) => `没有名为「${name}」的在用用户。请核对姓名。`,
  lastController: ({ name }) => `“${name}”是最后一位主管，其余用户将无人管理。请先另设一位主管。`,
  duplicateSuspected: () => "这一笔可能已经记过。请核对，确实是另一笔时再保存一次。",
  differenceTooLarge: ({ amount, limit }) =>
    `差额 ${amount} 超过这笔款的抹零上限 ${limit}。请留作未清，或改政策后再试。`,
  noSmallAmount: ({ currency }) =>
    `政策没有 ${currency} 的抹零上限。请留作未清，或在“更多 · 设置政策”里填写。`,
  dependsOn: ({ documents }) => `后来的操作用到或改动了这些单据：${documents}。请先撤销那些操作。`,
  standsAgain: ({ documents }) =>
    `这些单据后来又记过：${documents}，撤销会记成两份。请先撤销后记的，或保留现状。`,
  importUndone: ({ source }) => `这一笔属于已撤销的导入“${source}”，不能单独恢复。需要时请重新导入该文件。`,
  importStillOpen: ({ source }) =>
    `导入“${source}”还没有完成，不能只撤销其中一段。请放弃整次导入，或完成后再作废其中的行。`,
  partOfImport: ({ source }) =>
    `这是导入“${source}”的一段，不能单独撤销。请在“更多 · 导入记录”里撤销整次导入，或只撤销其中的行。`,
  draftPending: () => "这张票据所在的导入还没有完成。请先完成或放弃导入。",
  nothingToUndo: () => "没有可以撤销的内容，可能已经撤销过。",
  undoStands: () => "这一笔本身就是撤销，不能再撤销。要恢复原来的内容，请重新录入。",
  receiptTakenBack: () => "这笔收款已退票，不能再认领。请在新的收款到账后另记一笔。",
  beforeReceipt: ({ date }) => `退票日早于收票日 ${date}。请填写当天或之后的日期。`,
  periodReversed: ({ from, to }) => `对账期间的起始日 ${from} 晚于截止日 ${to}。请对调或改正。`,
  debtCarrierFixed: () => "账本里已有单据，应收以哪种单据为准不能再改。要改请另建账本。",
  sumTooLarge: ({ customer }) =>
    `客户「${customer}」的金额合计大得无法计算，未写入任何内容。请检查金额列是否填了单号等其他数字。`,
  nothingToApply: () => "没有同币种的未清单据可以核销，未写入任何内容。请先登记单据，或核对币种。",
  notADraft: () => "这笔收款不是票据，或已经退票。请刷新后再看。",
  actionUnknown: () => "流水账里没有这个操作，无法撤销。",
  actionReused: () => "这一操作已用别的内容记过账，这次没有记账。请刷新后查看，需要时重新填写。",
  entryLost: () => "这一操作的流水已随损坏的行丢失。请核对后重新填写、保存。",
  receiptUnknown: () => "这笔不明来款已经认领或已撤销。请刷新后再看。",
  chunkOutOfOrder: ({ expected }) => `导入应从第 ${expected + 1} 行继续。请重新打开导入。`,
  batchNotOpen: () => "这次导入已经结束或已放弃。请重新导入。",
  periodNotEnded: ({ to }) => `对账期间到 ${to} 还没有结束。请等期满，或另选期间。`,
  statementUnknown: () => "没有找到这份对账单。请刷新后再试。",
  approvalUnknown: () => "没有找到这项申请。请刷新后再试。",
  approvalDecided: ({ customer }) => `「${customer}」的这项申请已有人审批或撤回。请刷新后查看结果。`,
  approvalLapsed: ({ customer }) => `「${customer}」的这项申请已过答复期限。仍需要时请重新申请。`,
  ownRequest: ({ name }) => `这是 ${name} 自己的申请，须由另一位主管或审批人批准。请换人操作，或填写其姓名。`,
  notOwnRequest: ({ name }) => `这是 ${name} 的申请，只能由其本人撤回。要了结它，请审批。`,
  deciderUnnamed: () => "审批须具名。请填写审批人姓名，命令行请加 --as 姓名。",
  ceilingTooHigh: ({ most }) => `批准上限不得超过申请的 ${most}。请填写同样或更小的金额。`,
  untilPast: ({ today }) => `有效期已过。请填 ${today} 或以后的日期。`,
  untilBeyondAsked: ({ asked }) => `申请的有效期到 ${asked}，批准不得更晚。请填该日或更早的日期。`,
  differenceGrown: ({ open, asked }) =>
    `这一期现有 ${open} 未清，多于申请抹零的 ${asked}，可能收款已撤销。请驳回，需要时重新申请。`,
  requestStands: ({ on }) => `同样的申请已于 ${on} 提出，正待审批。无须重复申请。`,
  releaseWithoutAmount: () => "放行须写明订单金额。请填写金额后再申请。",
  limitWithoutAmount: () => "按金额设置额度时须写明金额。请填写金额，或改选“不赊账”“不限”。",
  holdUnknown: () => "这项冻结已经解除，或找不到。请刷新后再看。",
  remindersChanged: () => "预览之后这些客户的欠款都有变化，未记录任何内容。请重新预览。",
  lineNotOpen: () => "这一期已经结清，无须抹零。请刷新后再看。",
  promiseBackwards: ({ madeOn }) => `承诺的付款日早于 ${madeOn}。请填当天或以后的日期。`,
  badInput: ({ field: { zh: field }, found }) =>
    found === undefined
      ? `缺少「${field}」。请填写后再试。`
      : `「${field}」填写有误：“${quoted(found)}”。请改正后再试。`,
};

const en: Sentences = {
  notALedger: () => "This spreadsheet is not a ledger yet. Choose “Use my sheet” to set it up.",
  notEmpty: () => "This ledger is not empty; the sample goes into an empty one. Try it in a new spreadsheet.",
  busy: () => "Another person is saving. Wait a few seconds and try again.",
  tabTaken: ({ tab }) => `There is a tab called “${tab}” already. Rename it, then set the ledger up.`,
  tabMissing: ({ tab }) => `The tab “${tab}” is missing. Restore its name, or run the set-up again.`,
  columnMissing: ({ tab, column }) =>
    `The tab “${tab}” has no column “${column}”. Restore its heading and try again.`,
  customerUnknown: ({ customer }) =>
    `No customer “${customer}” was found. Check the code, or add the customer.`,
  restoredOrCopied: () =>
    "Was this ledger restored or copied? Answer in the sidebar, or with the identity command, then go on.",
  identitySettled: ({ as }) =>
    `Somebody has answered that this ledger was ${as}. Ask them; if that was wrong, copy or restore the original anew.`,
  damaged: ({ row }) =>
    `Row ${row} of the journal was changed, so the ledger is read-only. Restore it or re-anchor under More · Check-up.`,
  notDamaged: () =>
    "The journal is not damaged: there is nothing to re-anchor, and nothing was written. Check the ledger again.",
  damageChanged: () =>
    "The journal has changed since the preview, and nothing was written. Preview it again, then confirm.",
  approverNeeded: () =>
    "An active controller or approver must vouch by name for a re-anchoring. Ask one of them, or enter the name.",
  periodClosed: ({ date, closedThrough }) =>
    `${date} lies in a closed period (closed through ${closedThrough}). Use a later date, or ask a controller or approver to reopen the period.`,
  undoClosed: ({ date, closedThrough }) =>
    `This would change ${date}, which lies in a closed period (closed through ${closedThrough}), so nothing was undone. Ask a controller or approver to reopen the period, or enter the opposite on a day that is open.`,
  closingAhead: ({ through }) =>
    `${through} has not come yet, so it cannot be closed. Give today or an earlier day.`,
  closedFurther: ({ closedThrough }) =>
    `The books are closed through ${closedThrough} already. To reopen, choose Reopen under More · Close period, or run reopen-period, and say why.`,
  nothingClosed: () => "No period is closed, so there is nothing to reopen.",
  notReopened: ({ closedThrough }) =>
    `The books are closed through ${closedThrough}, and this day would reopen nothing. Give an earlier day, or none to reopen everything.`,
  deciderNeeded: () =>
    "An active controller or approver must decide on closing and reopening. Ask one of them, or enter the name.",
  policyBackdated: ({ today }) =>
    `A policy acts forward only, and what was decided before stands. Say a day from ${today} on.`,
  policyUnknown: ({ version }) => `There is no policy version ${version}. Check the number.`,
  policyUnfit: ({ faults }) => faults.map((fault) => policyFaultText(fault, "en")).join(" "),
  baseCurrencyFixed: ({ currency }) =>
    `The ledger is kept in ${currency} and has amounts in it. To keep books in another currency, start a new ledger.`,
  firmMissing: () =>
    "The firm has no name yet, so a statement would have no letterhead, and none was made. Enter it under More · Change settings, or run firm --name.",
  currencyUnknown: ({ found }) => currencyUnknownText(found).en,
  codeTaken: ({ code }) => `The code “${code}” belongs to another customer. Choose another code.`,
  userTaken: ({ name }) =>
    `There is a user “${name}” already. Choose another name, or set a passphrase for that user.`,
  userUnknown: ({ name }) => `There is no active user “${name}”. Check the name.`,
  lastController: ({ name }) =>
    `“${name}” is the last controller, and nobody could manage the other users. Make another user a controller first.`,
  duplicateSuspected: () =>
    "This may have been entered before. Check it, and save again if it is another one.",
  differenceTooLarge: ({ amount, limit }) =>
    `The difference ${amount} is above the ${limit} that may be settled here. Leave it open, or change the policy first.`,
  noSmallAmount: ({ currency }) =>
    `The policy has no small amount in ${currency}. Leave it open, or set one under More · Set policy.`,
  dependsOn: ({ documents }) =>
    `Later entries have used or changed these documents: ${documents}. Undo those first.`,
  standsAgain: ({ documents }) =>
    `These were entered again since: ${documents}. The undo would count them twice; undo the later ones first, or leave it.`,
  importUndone: ({ source }) =>
    `This belongs to the import “${source}”, which was undone, and does not come back alone. Import the file again if it is needed.`,
  importStillOpen: ({ source }) =>
    `The import “${source}” is still open, and no part of it is undone alone. Discard all of it, or finish it and take single rows back.`,
  partOfImport: ({ source }) =>
    `This is a part of the import “${source}”, which is not undone by itself. Undo the whole import under More · Imports, or take single rows back.`,
  draftPending: () => "The import that brought this draft is not finished. Finish it, or discard it, first.",
  nothingToUndo: () => "There is nothing to undo; it may have been undone already.",
  undoStands: () => "This entry is itself an undo and cannot be undone. To have it back, enter it again.",
  receiptTakenBack: () =>
    "This receipt was dishonoured and is nobody’s money. Record a new receipt when money comes in.",
  beforeReceipt: ({ date }) =>
    `The draft came in on ${date} and cannot bounce before. Give that day or a later one.`,
  periodReversed: ({ from, to }) =>
    `The period begins on ${from}, after its end on ${to}. Swap or correct the days.`,
  debtCarrierFixed: () =>
    "There are documents already, so what carries the debt cannot be changed. Make another ledger for that.",
  sumTooLarge: ({ customer }) =>
    `The amounts of “${customer}” add up to more than can be reckoned, and nothing was written. Look for other numbers, such as order numbers, in the amount column.`,
  nothingToApply: () =>
    "No open item in the same currency can take it, and nothing was written. Record the item first, or check the currency.",
  notADraft: () => "This receipt is not a draft, or has been dishonoured already. Refresh and look again.",
  actionUnknown: () => "The journal has no such action, so it cannot be undone.",
  actionReused: () =>
    "This action was booked before with other content, so nothing was booked now. Refresh and look; enter it anew if it is missing.",
  entryLost: () => "The entry of this action was lost with a damaged row of the journal. Enter it anew.",
  receiptUnknown: () => "This receipt has been identified or undone already. Reload the list.",
  chunkOutOfOrder: ({ expected }) => `The import goes on at row ${expected + 1}. Open the import again.`,
  batchNotOpen: () => "This import has ended or was discarded. Start it again.",
  periodNotEnded: ({ to }) =>
    `The period runs until ${to} and has not ended. Wait for it, or choose another.`,
  statementUnknown: () => "This statement was not found. Refresh and try again.",
  approvalUnknown: () => "This request was not found. Refresh and try again.",
  approvalDecided: ({ customer }) =>
    `This request for "${customer}" was decided or withdrawn meanwhile. Refresh to see how.`,
  approvalLapsed: ({ customer }) =>
    `This request for "${customer}" was not answered in time. Ask again if it is still needed.`,
  ownRequest: ({ name }) =>
    `${name} asked for this, so another controller or approver grants it. Let them do it, or enter their name.`,
  notOwnRequest: ({ name }) => `${name} asked for this, and only they withdraw it. Decide it instead.`,
  deciderUnnamed: () => "Whoever decides says their name. Enter it; on the command line add --as NAME.",
  ceilingTooHigh: ({ most }) => `No more than the ${most} asked for can be granted. Enter that or less.`,
  untilPast: ({ today }) => `That day is over. Enter ${today} or later.`,
  untilBeyondAsked: ({ asked }) =>
    `It was asked for until ${asked}, and is granted no longer than that. Enter that day or an earlier one.`,
  differenceGrown: ({ open, asked }) =>
    `${open} is open on this line, more than the ${asked} asked for: its receipt may have been taken back. Refuse it, and ask again if it is still needed.`,
  requestStands: ({ on }) => `The same was asked for on ${on} and waits for an answer: no need to ask again.`,
  releaseWithoutAmount: () => "A release needs the order's amount. Enter it and ask again.",
  limitWithoutAmount: () => "A limit by amount needs the amount. Enter it, or choose no credit or unlimited.",
  holdUnknown: () => "This hold was lifted already, or is not there. Refresh and look again.",
  remindersChanged: () =>
    "What these customers owe has changed since the preview; nothing was recorded. Preview again.",
  lineNotOpen: () =>
    "This line is settled already: there is no difference to let go. Refresh and look again.",
  promiseBackwards: ({ madeOn }) => `The promised day is before ${madeOn}. Enter that day or a later one.`,
  badInput: ({ field: { en: field }, found }) =>
    found === undefined
      ? `“${field}” is missing. Fill it in and try again.`
      : `“${field}” is not right: “${quoted(found)}”. Correct it and try again.`,
};

/** The refusal as one sentence that says what to do. */
export function refusalText<K extends RefusalKind>(refusal: Refusal<K>, language: Language): string {
  return (language === "zh" ? zh : en)[refusal.kind](refusal.details);
}
