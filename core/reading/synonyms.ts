/** A field of an import that a column can be. */
export const IMPORT_FIELDS = [
  "customerCode",
  "customerName",
  "payerName",
  "number",
  "reference",
  "orderNumber",
  "deliveryNumber",
  "date",
  "due",
  "maturity",
  "terms",
  "amount",
  "debit",
  "credit",
  "tax",
  "currency",
  "openAmount",
  "settledOn",
  "settledAmount",
  "disputed",
  "method",
  "bankReference",
  "phone",
  "salesperson",
  "note",
  "documentKind",
  "status",
  "direction",
  "creditLimit",
  "taxId",
  "goodsName",
  "goodsSpec",
  "goodsUnit",
  "goodsQuantity",
  "goodsPrice",
  "goodsAmount",
] as const;

export type ImportField = (typeof IMPORT_FIELDS)[number];

/**
 * What other programs and people call a field. `exact` names only that; `loose` is a word that means
 * it only where nothing better stands in the table ("Date", 金额). `keys` are the technical names of a
 * second header row or an API export. Compared after {@link normaliseHeader}.
 */
export interface FieldNames {
  readonly exact: string;
  readonly loose?: string;
  readonly keys?: string;
  /** Of money that came in: exact for a receipt and for what settled a document, loose for the document itself. */
  readonly received?: string;
  /** Of a bill: exact for the document, loose for a receipt that names it. */
  readonly billed?: string;
}

const RECEIVED_AMOUNTS =
  "收款金额|回款金额|实收金额|到账金额|入账金额|来款金额|付款金额|汇款金额|收到金额|实际收款金额|本次收款金额|receipt amount|payment amount|amount received|received amount|payment received|cash received|amount of payment|amount of receipt";
const RECEIVED_DAYS =
  "收款日期|回款日期|到账日期|入账日期|来款日期|付款日期|汇款日期|收款时间|回款时间|到账时间|receipt date|payment date|date received|received date|received on|date of payment|date of receipt|payment received date";
const BILLED_AMOUNTS =
  "应收金额|应收款|应收账款|开票金额|发票金额|单据金额|销售金额|销售订单金额|订单金额|invoice amount|invoiced amount|invoice total|invoice grand total|document amount|document total|bill total|bill amount|billed amount";
const BILLED_DAYS =
  "开票日期|发票日期|应收日期|送货日期|发货日期|出库日期|销售日期|下单日期|invoice date|invoice/bill date|bill date|billing date|delivery date";
const PAID_AMOUNTS = "已收金额|已收款金额|已付金额|amount paid|paid amount";
const PAID_DAYS = "实际收款日期|date paid|paid on|paid date";

/** Names by field; within a list they are divided by "|". */
export const SYNONYMS: Readonly<Record<ImportField, FieldNames>> = {
  customerCode: {
    exact:
      "客户编号|客户编码|客户代码|客户代号|客户号|客户#编码|往来单位编码|单位编号|购方单位代号|customer id|customer code|customer no|customer number|customer#|cust number|cust no|account number|account no|client id|party",
    loose: "编码|代码|code",
    keys: "FCUSTOMERID|FCUSTOMERID#编码|customer_id|cust_number|partner_id/id|FCONTACTUNIT",
  },
  customerName: {
    exact:
      "客户|客户名称|客户全称|客户名|客户单位|客户简称|客户#名称|购货单位|购买方|购买方名称|购方名称|往来单位|往来单位名称|单位名称|单位全名|收货单位|需方|买方|欠款单位|customer|customer name|customer full name|name customer|client|client name|bill to|sold to|debtor|invoice partner display name",
    loose:
      "名称|户名|公司|公司名称|单位|对方单位|对方户名|姓名|name|contact|contact name|account name|company|company name|partner|party name|vendor",
    keys: "FCUSTOMERID#名称|FCUSTOMERNAME|partner_id|partner_id/name|account_id|customer_name",
  },
  payerName: {
    exact:
      "付款单位|付款方|付款人|付款人名称|付款单位名称|付款户名|代付单位|payer|payer name|paid by|remitter",
    loose: "对方户名|对方单位|对方名称|对方户名称|对方单位名称",
    keys: "FPAYUNIT",
  },
  number: {
    exact:
      "单据编号|单据号|发票号|发票号码|发票编号|应收单号|应收单编号|收款单号|销售单号|单号|凭证号|凭证号码|invoice number|invoice no|invoice#|inv no|inv number|document number|document no|doc no|doc id|doc number|bill no|bill number|voucher no|voucher number|transaction no|transaction number|receipt no|receipt number|credit note number|num",
    loose: "编号|号码|票号|number|no|no.|#|name|id|invoice id|销售订单编号",
    keys: "FBillNo|invoice_number|doc_id|move_name",
  },
  reference: {
    exact:
      "参考号|参考编号|客户参考号|业务参考号|reference|ref|ref no|your reference|payment reference|memo no",
    keys: "FREFNO|payment_reference|ref",
  },
  orderNumber: {
    exact:
      "订单号|订单编号|销售订单|销售订单号|销售订单编号|客户订单号|采购订单号|合同号|合同编号|order number|order no|order#|sales order|so number|so no|po number|po no|po#|p.o. number|purchase order|purchaseorder|customer po number|customer po|customer lpo|source document",
    keys: "FORDERNO|FSALEORDERNO|invoice_origin|sale_order",
  },
  deliveryNumber: {
    exact:
      "送货单|送货单号|送货单编号|出库单号|出库单编号|销售出库单号|发货单号|提货单号|delivery note|delivery number|delivery no|delivery note no|dn no|packing slip",
    keys: "FDELIVERYNO",
  },
  date: {
    exact:
      "业务日期|单据日期|记账日期|交易日期|交易时间|期初日期|document date|doc date|posting date|transaction date|txn date|issue date",
    received: `${RECEIVED_DAYS}|${PAID_DAYS}`,
    billed: BILLED_DAYS,
    loose: "日期|时间|月份日期|date|created|created date|开单日期|制单日期",
    keys: "FDATE|invoice_date|posting_date|date_invoice|order_time|payment_date",
  },
  due: {
    exact:
      "到期日|到期日期|应收到期日|应付日期|应付款日|应收款日|付款期限|付款到期日|最后付款日|due date|due in date|due on|due|payment due|payment due date|maturity date|date due",
    keys: "FENDDATE_H|FENDDATE|invoice_date_due|due_date|due_in_date|date_maturity",
  },
  maturity: {
    exact:
      "票据到期日|票据到期日期|汇票到期日|汇票到期日期|承兑到期日|承兑汇票到期日|draft maturity|draft maturity date|draft due date|maturity of draft|maturity",
    loose: "到期日|到期日期|maturity date|due date",
  },
  terms: {
    exact:
      "付款条件|收款条件|账期|信用期|信用期限|结算条件|付款方式及账期|账期天数|信用天数|payment terms|payment term|terms|term|customer terms|cust payment terms|credit terms|credit days|net days",
    loose: "结算方式",
    keys: "FPayConditon|FPAYCONDITION|invoice_payment_term_id|payment_terms",
  },
  amount: {
    exact:
      "价税合计|含税金额|货款|货款金额|期初余额|期初金额|期初应收|grand total|total amount|amount total|gross amount|gross|total incl tax|converted usd|opening balance|original amount",
    received: `${RECEIVED_AMOUNTS}|${PAID_AMOUNTS}`,
    billed: BILLED_AMOUNTS,
    loose: "金额|合计金额|总金额|总额|应收|收款|amount|amt|total|value|total open amount|借方金额|本期应收",
    keys: "FALLAMOUNTFOR|FRECAMOUNTFOR|amount_total|order_amount|total_open_amount|grand_total",
  },
  debit: {
    exact:
      "借方|借|借方金额|借方发生额|借方发生|借方本币|借方本位币|借方本币金额|本币借方|本币借方金额|借方原币|借方原币金额|原币借方|原币借方金额|debit|debits|debit amount|dr|dr amount",
  },
  credit: {
    exact:
      "贷方|贷|贷方金额|贷方发生额|贷方发生|贷方本币|贷方本位币|贷方本币金额|本币贷方|本币贷方金额|贷方原币|贷方原币金额|原币贷方|原币贷方金额|credit|credits|credit amount|cr|cr amount",
  },
  tax: {
    exact: "税额|增值税额|销项税额|tax|tax amount|taxamount|total tax|vat|vat amount|gst",
    keys: "FTaxAmountFor|amount_tax",
  },
  currency: {
    exact: "币别|币种|货币|交易货币|结算币种|currency|currency code|curr|ccy",
    keys: "FCURRENCYID|currency_id|currency_code",
  },
  openAmount: {
    exact:
      "未收金额|未收款|未收|未清金额|未核销金额|未收款金额|欠款|欠款金额|尚欠|尚欠金额|应收余额|未回款金额|待回款金额|待收金额|结欠|结欠金额|open balance|open amount|outstanding|outstanding amount|amount due|balance due|invoice amount due|amount open|residual|remaining balance|total open amount|converted usd|unpaid amount",
    loose: "余额|balance|期末余额",
    keys: "amount_residual|receivable_amount|total_open_amount|outstanding_amount|FNOTWRITTENOFFAMOUNTFOR",
  },
  settledOn: {
    exact:
      "结清日期|结清日|付清日期|核销日期|实际收款日期|settled date|settled on|clear date|clearing date|cleared date|date paid|paid on|paid date|fully paid on|settlement date",
    received: RECEIVED_DAYS,
    loose: "settled|paid",
    keys: "clear_date|date_paid",
  },
  settledAmount: {
    exact:
      "已收金额|已收款|已收|已收款金额|已回款金额|已付金额|已核销金额|收款核销金额|paid amount|amount paid|invoice amount paid|settled amount|applied|amount applied|applied amount|payments applied",
    received: RECEIVED_AMOUNTS,
    loose: "实收|settled|paid|payment",
    keys: "payment_amount|FWRITTENOFFAMOUNTFOR|amount_paid",
  },
  disputed: {
    exact: "争议|有争议|是否争议|争议中|disputed|dispute|in dispute|is disputed",
  },
  method: {
    exact:
      "收款方式|付款方式|支付方式|回款方式|收付方式|payment method|payment mode|mode of payment|method|pay method",
    loose: "结算方式|方式",
    keys: "FSETTLETYPEID|payment_method",
  },
  bankReference: {
    exact:
      "交易流水号|流水号|银行流水号|核心流水号|回单编号|回单号|主机交易流水号|bank reference|bank ref|transaction id|fitid|cheque no|check no|cheque number|check number",
    keys: "FBANKREF|transaction_id",
  },
  phone: {
    exact:
      "电话|联系电话|手机|手机号|手机号码|客户电话|phone|phone number|phone numbers|mobile|telephone|tel|contact phone",
    keys: "FTEL|FMobile|phone_number",
  },
  salesperson: {
    exact:
      "业务员|销售员|销售人员|销售|跟单员|负责人|客户经理|经办人|业务经理|salesperson|sales person|sales rep|salesman|account manager|rep",
    loose: "owner|经手人",
    keys: "FSALEERID|invoice_user_id|sales_person|sales_rep",
  },
  note: {
    exact: "备注|说明|摘要|附注|note|notes|memo|remark|remarks|comment|comments",
    loose: "用途|附言|description|备注说明",
    keys: "FAR_Remark|FRemark|narration",
  },
  documentKind: {
    exact:
      "单据类型|业务类型|单据类别|票据类型|发票类型|类型|transaction type|voucher type|document type|doc type|invoice type|type",
    keys: "FBillTypeID|move_type|record_type|voucher_type",
  },
  status: {
    exact:
      "单据状态|发票状态|作废状态|订单状态|审核状态|审批状态|业务状态|状态|是否作废|作废标志|作废标识|作废|是否审核|审核标志|是否有效|status|invoice status|document status|state|payment status",
    keys: "FDocumentStatus|FCancelStatus|order_status|payment_state",
  },
  direction: {
    exact: "方向|借贷方向|借/贷|借贷|余额方向|借贷标志|dr/cr|drcr|dr cr|debit/credit|debit or credit|d/c",
  },
  creditLimit: {
    exact: "信用额度|授信额度|信用限额|额度|赊销额度|credit limit|credit line",
    keys: "FCreditLimit|credit_limit",
  },
  taxId: {
    exact: "统一社会信用代码|纳税人识别号|税号|信用代码|tax id|tax number|vat number|vat no|gstin|tin",
    keys: "FTaxRegisterCode|tax_id",
  },
  goodsName: {
    exact:
      "品名|货品名称|商品名称|产品名称|物料名称|货物名称|存货名称|产品|商品|品名规格|货物|item name|item|product|product/service|product name|description of goods",
    loose: "description|名称及规格",
    keys: "FMATERIALNAME|FMATERIALID|item_name|invoice_line_ids/name|invoice_line_ids/product_id",
  },
  goodsSpec: { exact: "规格|规格型号|型号|spec|specification|model|size", keys: "FSPECIFICATION" },
  goodsUnit: { exact: "计量单位|uom|unit|unit of measure", loose: "单位", keys: "FUNITID" },
  goodsQuantity: {
    exact: "数量|件数|计价数量|quantity|qty|item quantity",
    keys: "FPriceQty|FQty|invoice_line_ids/quantity",
  },
  goodsPrice: {
    exact: "单价|含税单价|售价|unit price|price|unit amount|unitamount|item price|rate",
    keys: "FTaxPrice|FPrice|invoice_line_ids/price_unit",
  },
  goodsAmount: {
    exact: "行金额|明细金额|line amount|line total|item total",
    keys: "invoice_line_ids/price_subtotal|FENTRYALLAMOUNT",
  },
};
