/** Words of a damaged journal and of the two ways out, in Chinese. */
export const damageZh = {
  "act.reanchor": "重新锚定",
  "act.previewReanchor": "预览重新锚定",
  "title.damage": "损坏之处（{count}）",
  "title.restoreRows": "出路一：恢复原行",
  "title.vouch": "出路二：重新锚定",
  "title.reanchor": "重新锚定",
  "title.shifts": "余额会变的客户（{count}）",
  "title.vouched": "重新锚定的记录（{count}）",
  "field.reason": "理由",
  "field.vouchedBy": "主管或审批人",
  "field.vouchedName": "确认人姓名",
  "hint.reason": "写明原因和核对过什么，会一直显示在检查里",
  "fault.reasonShort": "理由太短，请写到 5 个字以上",
  "fault.voucherMissing": "姓名为空，请填写由谁确认",
  "damage.banner": "流水账第 {row} 行损坏，账本现为只读；数字以各表为准",
  "damage.found": "流水账有 {count} 处损坏，账本现为只读。数字以各表为准。",
  "damage.restoreHow":
    "从“文件 · 版本记录”找回，或从备份把这几行贴回 _journal，再检查一次。账本在本机时，用 npm run ledger 的 mend 命令从备份取回。",
  "damage.vouchHow":
    "原行找不回时，由主管或审批人写明理由，按现状确认。读得出的内容照现在的算，读不出的不再算。此事不能撤销，请先预览。",
  "damage.lost": "读不出、不再计入的流水：第 {places} 笔",
  "damage.lostHow": "其中的单据和收款还在各自的表里，算作未接收的行：核对后接收，或删除。",
  "damage.noShifts": "没有客户的余额会变",
  "damage.customer": "{name}（{currency}）",
  "damage.shift": "原为 {before}",
  "damage.vouched": "{name} 于 {time} 确认：{reason}",
  "damage.vouchedRows": "当时的行号：{rows}",
  "damage.anchor":
    "指纹能查出改动、插入和删除的行；整本改写只能凭抄在别处的指纹查出。请不时把指纹抄到账本以外。",
  "done.reanchor": "已重新锚定，可以继续记账",
} as const;
