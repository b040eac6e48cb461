import { CUSTOMERS, ITEMS, RECEIPTS, TABLES, type Table, USERS, type Words } from "../../core/index.ts";

/** The tab that has a column for what a call is handed under this name. */
const TABLE_OF: Readonly<Record<string, Table>> = {
  item: ITEMS,
  receipt: RECEIPTS,
  customer: CUSTOMERS,
  user: USERS,
};

/** What calls are asked for that stands in no tab. */
const OTHERS: Readonly<Record<string, Words>> = {
  reason: { zh: "理由", en: "Reason" },
  by: { zh: "批准人", en: "Approved by" },
  asOf: { zh: "截止日", en: "As of" },
  from: { zh: "起始日", en: "From" },
  to: { zh: "截止日", en: "To" },
  effective: { zh: "生效日", en: "Effective" },
  bucketEdges: { zh: "账龄区间", en: "Aging buckets" },
  smallAmount: { zh: "抹零上限", en: "Small difference" },
  smallShare: { zh: "抹零比例", en: "Small difference, share" },
  baseCurrency: { zh: "本位币", en: "Currency" },
  basis: { zh: "账龄依据", en: "Aging basis" },
  "firm.name": { zh: "公司名称", en: "Firm" },
  // Only users are named by a call itself.
  name: { zh: "姓名", en: "Name" },
};

/** What people call a field of a call's input, as its tab's heading says it; its own name where nothing does. */
export function fieldWords(path: readonly PropertyKey[]): Words {
  const names = path.filter((part) => typeof part === "string");
  const [parent = "", key = ""] = names.length > 1 ? names.slice(-2) : ["", ...names];
  const own = TABLE_OF[names[0] ?? ""];
  const inTab = own && columnName(own, [key, `${parent}${key.slice(0, 1).toUpperCase()}${key.slice(1)}`]);
  const anywhere = TABLES.map((table) => columnName(table, [key])).find((words) => words);
  const itself = { zh: names.join(" "), en: names.join(" ") };
  return inTab ?? OTHERS[`${parent}.${key}`] ?? OTHERS[key] ?? anywhere ?? itself;
}

function columnName({ columns }: Table, keys: readonly string[]): Words | undefined {
  return columns.find(({ key }) => key !== "id" && keys.includes(key))?.name;
}
