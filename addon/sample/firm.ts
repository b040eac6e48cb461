import type { Language, Settings } from "../../core/index.ts";

/** The made-up firm: a name in both languages, and one address and account, in the ledger's own. */
export function sampleFirm(language: Language): Settings["firm"] {
  return { ...FIRM, ...FIRM_IN[language] };
}

const FIRM = {
  name: "深圳市示例五金制品有限公司",
  nameEn: "Sample Hardware (Shenzhen) Co., Ltd.",
  phone: "0755-0000 0000",
};

const FIRM_IN = {
  zh: {
    address: "深圳市宝安区示例路 8 号",
    account: [
      "户名：深圳市示例五金制品有限公司",
      "开户行：示例银行深圳宝安支行",
      "账号：0000 0000 0000 0000",
    ],
  },
  en: {
    address: "8 Sample Road, Bao'an District, Shenzhen",
    account: [
      "Account name: Sample Hardware (Shenzhen) Co., Ltd.",
      "Bank: Sample Bank, Shenzhen Bao'an Branch",
      "Account number: 0000 0000 0000 0000",
    ],
  },
};
